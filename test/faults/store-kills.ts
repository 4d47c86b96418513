// Kills a writing process again and again: node test/faults/store-kills.ts --kills 200 --engine sqlite|postgres
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Place } from '../../src/sql/open.ts';
import { startPostgres } from '../support/postgres.ts';
import { check } from './store-check.ts';
import { live } from './store-life.ts';

/** A new database now and then: checking a file that only grows would take most of the time. */
const LIVES_A_DATABASE = 20;

/** Each with its own database; most of a life is the start of its process, so two keep two cores busy. */
const AT_ONCE = 2;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    /** Acknowledges before committing: the run must report losses, or it proves nothing. */
    unsafe: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'remit-kills-'));
// Writers start faster when their compiled code is kept.
process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
const server = values.engine === 'postgres' ? await startPostgres({ durable: true }) : null;
if (values.engine === 'postgres' && !server) process.exit(1);

const started = performance.now();
const total = { kills: 0, acked: 0, lost: 0, faults: 0 };
let nextLife = 0;
try {
  await Promise.all(Array.from({ length: AT_ONCE }, killAgainAndAgain));
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 100) / 10;
const { engine, unsafe } = values;
process.stdout.write(`${JSON.stringify({ engine, unsafe, ...total, seconds })}\n`);
if (total.lost > 0 || total.faults > 0 || total.acked === 0) process.exitCode = 1;

async function killAgainAndAgain(): Promise<void> {
  let place = await newPlace();
  for (let kills = 1; nextLife < Number(values.kills); kills++) {
    const life = nextLife++;
    const tenant = `life-${life}`;
    const seed = Number(values.seed) * 1_000_003 + life;
    const acknowledged = await live({ place, tenant, seed, unsafe: values.unsafe });
    const { lost, faults } = await check(place, tenant, acknowledged);
    total.kills += 1;
    total.acked += acknowledged.length;
    total.lost += lost;
    total.faults += faults.length;
    for (const fault of faults) process.stderr.write(`${tenant} (seed ${seed}): ${fault}\n`);
    if (kills % LIVES_A_DATABASE === 0) place = await newPlace();
  }
}

async function newPlace(): Promise<Place> {
  return server
    ? { databaseUrl: await server.freshDatabase() }
    : { dataFolder: mkdtempSync(join(folder, 'data-')) };
}
