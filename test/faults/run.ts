// npm run test:faults: kills, races and forgeries in full; --short is what every change must pass.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const { short } = values;

/** The figures asked for: 200 kills on SQLite, 100 on PostgreSQL, 4 × 500 edits of one task, 100,000 forged tokens. */
const RUNS: readonly string[][] = [
  ['store-kills.ts', '--engine', 'sqlite', '--kills', short ? '20' : '200'],
  ['store-kills.ts', '--engine', 'postgres', '--kills', short ? '20' : '100'],
  ['store-edits.ts', '--engine', 'sqlite', '--edits', short ? '100' : '500'],
  ['store-edits.ts', '--engine', 'postgres', '--edits', short ? '100' : '500'],
  ['forged-tokens.ts', '--count', short ? '10000' : '100000'],
];

/** Writers that acknowledge before they commit, or without a guard, must be caught, or the runs above prove nothing. */
const MUST_FAIL: readonly string[][] = [
  ['store-kills.ts', '--engine', 'sqlite', '--kills', '10', '--unsafe'],
  ['store-edits.ts', '--engine', 'sqlite', '--edits', '100', '--unguarded'],
  ['store-edits.ts', '--engine', 'postgres', '--edits', '50', '--unguarded'],
];

function run([script = '', ...args]: readonly string[]): number | null {
  const file = join(import.meta.dirname, script);
  return spawnSync(process.execPath, ['--expose-gc', file, ...args], { stdio: 'inherit' }).status;
}

const wellDone = RUNS.filter((command) => run(command) === 0);
const caught = MUST_FAIL.filter((command) => run(command) === 1);
const passed = wellDone.length + caught.length;
const failed = RUNS.length + MUST_FAIL.length - passed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
