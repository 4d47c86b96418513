// npm run test:faults: kills and forgeries in full; --short is what every change must pass.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const { short } = values;

/** The figures asked for: 200 kills on SQLite, 100 on PostgreSQL, 100,000 forged tokens. */
const RUNS: readonly string[][] = [
  ['store-kills.ts', '--engine', 'sqlite', '--kills', short ? '20' : '200'],
  ['store-kills.ts', '--engine', 'postgres', '--kills', short ? '20' : '100'],
  ['forged-tokens.ts', '--count', short ? '10000' : '100000'],
];

let failed = 0;
for (const [script = '', ...args] of RUNS) {
  const file = join(import.meta.dirname, script);
  const { status } = spawnSync(process.execPath, ['--expose-gc', file, ...args], {
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.stdout.write(`${RUNS.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
