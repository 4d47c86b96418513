// How `npm run build` makes the page: one small bundle into out/tab, each file with a Brotli copy beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { isPageKey } from './page-keys.ts';

const root = import.meta.dirname;

/** Where the bot serves the page. */
const BASE = '/tab/';

/** `import('words:de')` is what the page says in German, out of src/strings. */
function words(): Plugin {
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith('words:') ? `\0${id}` : null),
    load(id) {
      const [, language] = /^\0words:(\w+)$/.exec(id) ?? [];
      if (!language) return null;
      const file = join(root, '../strings', `${language}.json`);
      this.addWatchFile(file);
      const all: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
      const own = Object.fromEntries(Object.entries(all).filter(([key]) => isPageKey(key)));
      return `export default ${JSON.stringify(own)}`;
    },
  };
}

/** Compressed once, at its best, instead of with every request. */
function brotli(): Plugin {
  return {
    name: 'brotli',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle)) {
        const file = join(dir, name);
        writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
      }
    },
  };
}

export default defineConfig({
  root,
  base: BASE,
  publicDir: false,
  logLevel: 'warn',
  plugins: [words(), brotli()],
  build: {
    outDir: join(root, '../../out/tab'),
    emptyOutDir: true,
    // What Teams' own clients are built on.
    target: 'es2022',
    // The page's policy allows no inline code, and every browser Teams runs in preloads by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
