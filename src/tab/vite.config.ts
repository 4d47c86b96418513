// How `npm run build` makes the page: one small bundle into out/tab, each file with a Brotli copy beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { isPageKey } from './page-keys.ts';

const root = import.meta.dirname;

/** Where the bot serves the page. */
const BASE = '/tab/';

const TEAMS_PLACE = 'teams-place.ts';

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

/**
 * As it starts, teams-js writes the local time into a log that nobody reads; the format alone takes a fresh page 30 ms,
 * a fourth of its work until the table.
 */
function withoutLocalTime(): Plugin {
  const costly = /\bnew Date(\(\))?\)\.toLocaleString\(\)/;
  return {
    name: 'without-local-time',
    transform(code, id) {
      if (!id.endsWith('teams-js/src/public/app/app.js')) return null;
      if (!costly.test(code)) this.error('teams-js starts otherwise now: this plugin may go');
      return { code: code.replace(costly, 'new Date).toISOString()'), map: null };
    },
  };
}

/** What the page loads inside Teams comes together with its script instead of after it. */
function teamsBeside(): Plugin {
  return {
    name: 'teams-beside',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, filename }) {
        if (!filename.endsWith('index.html')) return [];
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const place = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(TEAMS_PLACE));
        if (!place) return this.error(`${TEAMS_PLACE} is no chunk of its own`);
        const names = [place.fileName, ...place.imports].filter((name) => !html.includes(name));
        return names.map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: BASE + name },
          injectTo: 'head' as const,
        }));
      },
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
  plugins: [words(), withoutLocalTime(), teamsBeside(), brotli()],
  build: {
    outDir: join(root, '../../out/tab'),
    emptyOutDir: true,
    // What Teams' own clients are built on.
    target: 'es2022',
    // The page's policy allows no inline code, and every browser Teams runs in preloads by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [join(root, 'index.html'), join(root, 'config.html')],
      checks: { pluginTimings: false },
    },
  },
});
