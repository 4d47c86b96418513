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

/** A writer that acknowledges before it commits must be caught, or the runs above prove nothing. */
const MUST_FAIL = ['store-kills.ts', '--engine', 'sqlite', '--kills', '10', '--unsafe'];

function run([script = '', ...args]: readonly string[]): number | null {
  const file = join(import.meta.dirname, script);
  return spawnSync(process.execPath, ['--expose-gc', file, ...args], { stdio: 'inherit' }).status;
}

const passed = RUNS.filter((command) => run(command) === 0).length + (run(MUST_FAIL) === 1 ? 1 : 0);
const failed = RUNS.length + 1 - passed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
