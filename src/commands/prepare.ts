// What npm ci ends with: builds the page, or where only what the bot needs to run was installed, says how to get it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BUILD_PAGE } from './place.ts';

/** npm runs it in the project's folder. */
const installed = createRequire(join(process.cwd(), 'package.json'));

function isInstalled(name: string): boolean {
  try {
    installed.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

if (isInstalled('vite')) {
  const { status } = spawnSync('npm run build', { shell: true, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(
    `The page was not built, as its tools were left out. To have it: ${BUILD_PAGE}\n`,
  );
}
