// npm run package: the app package for Teams, filled from the environment and checked without a network.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPackage } from './package/build.ts';
import { stop } from './place.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { values } = parseArgs({
  options: { out: { type: 'string', default: at('out/remit.zip') } },
});

const built = await buildPackage(
  {
    manifest: await readFile(at('manifest/manifest.json'), 'utf8'),
    color: await readFile(at('manifest/color.png')),
    outline: await readFile(at('manifest/outline.png')),
  },
  process.env,
);
if (built.kind === 'faults') stop([...built.says, 'No package was written.']);

await mkdir(dirname(values.out), { recursive: true });
await writeFile(values.out, built.zip);
for (const note of built.notes) console.log(note);
console.log(`Wrote ${relative('', values.out)} (${built.zip.length} bytes).`);
console.log('Upload it in the Teams admin center: Teams apps, Manage apps, Upload new app.');
