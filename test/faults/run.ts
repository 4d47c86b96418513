// npm run test:faults: kills, races, forgeries and failing deliveries in full; --short is what every change must pass.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const { short } = values;

/** The figures asked for: 200 kills on SQLite, 100 on PostgreSQL, 4 × 500 edits of one task, 100,000 forged tokens; 25 kills at each step of a delivery; 20 kills of an import. */
const RUNS: readonly string[][] = [
  ['store-kills.ts', '--engine', 'sqlite', '--kills', short ? '20' : '200'],
  ['store-kills.ts', '--engine', 'postgres', '--kills', short ? '20' : '100'],
  ['store-edits.ts', '--engine', 'sqlite', '--edits', short ? '100' : '500'],
  ['store-edits.ts', '--engine', 'postgres', '--edits', short ? '100' : '500'],
  ['forged-tokens.ts', '--count', short ? '10000' : '100000'],
  ['delivery-kills.ts', '--engine', 'sqlite', '--kills', short ? '1' : '25'],
  short
    ? ['delivery-kills.ts', '--engine', 'postgres', '--kills', '1', '--count', '200']
    : ['delivery-kills.ts', '--engine', 'postgres', '--kills', '5'],
  ['import-kills.ts', '--engine', 'sqlite', '--kills', short ? '1' : '4'],
  ['import-kills.ts', '--engine', 'postgres', '--kills', short ? '1' : '4'],
  ['delivery-lost.ts', '--count', '1000'],
  ['delivery-stops.ts', '--engine', 'sqlite', '--stops', short ? '2' : '100'],
  ['delivery-stops.ts', '--engine', 'postgres', '--stops', short ? '1' : '20'],
  ['delivery-storm.ts', '--count', short ? '1000' : '10000'],
  ['delivery-speed.ts', '--count', short ? '400' : '10000'],
];

/** What they would catch must be caught, or the runs above prove nothing; each names the guard it does without. */
const MUST_FAIL: readonly string[][] = [
  ['store-kills.ts', '--engine', 'sqlite', '--kills', '10', '--unsafe'],
  ['store-edits.ts', '--engine', 'sqlite', '--edits', '100', '--unguarded'],
  ['store-edits.ts', '--engine', 'postgres', '--edits', '50', '--unguarded'],
  ['delivery-lost.ts', '--count', '300', '--without', 'single try'],
  ['delivery-stops.ts', '--stops', '4', '--without', 'fence'],
];

function run([script = '', ...args]: readonly string[]): number | null {
  const file = join(import.meta.dirname, script);
  return spawnSync(process.execPath, ['--expose-gc', file, ...args], { stdio: 'inherit' }).status;
}

const right = [
  ...RUNS.map((command) => run(command) === 0),
  ...MUST_FAIL.map((command) => run(command) === 1),
];
const passed = right.filter(Boolean).length;
const failed = right.length - passed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
