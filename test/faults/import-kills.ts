// Kills an import from the chat at labelled points: node test/faults/import-kills.ts --kills 4 --engine sqlite|postgres
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Inside } from '../../src/app.ts';
import { openStore, type Place } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import { startPostgres } from '../support/postgres.ts';
import {
  handOver,
  insideOf,
  type Job,
  POINTS,
  type Point,
  press,
  ROWS,
  turnOf,
} from './import-life.ts';
import { seeded } from './store-life.ts';

const { values } = parseArgs({
  options: {
    /** At each point. */
    kills: { type: 'string', default: '4' },
    engine: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
  },
});

/** A write of a thousand rows takes about this long; the kill falls anywhere in it. */
const WRITE_MS = 250;

const random = seeded(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'remit-imports-'));
const server = values.engine === 'postgres' ? await startPostgres({ durable: true }) : null;
if (values.engine === 'postgres' && !server) process.exit(1);
const place: Place = server
  ? { databaseUrl: await server.freshDatabase() }
  : { dataFolder: folder };
const total = { kills: 0, all: 0, nothing: 0, half: 0, asked: 0, unanswered: 0 };
const store = await openStore(place);
const inside = insideOf(store);
const started = performance.now();
try {
  for (const at of POINTS) {
    for (let kill = 0; kill < Number(values.kills); kill += 1) await killAt(at, `${at}-${kill}`);
  }
} finally {
  await inside.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 100) / 10;
process.stdout.write(
  `${JSON.stringify({ run: 'import kills', engine: values.engine, ...total, seconds })}\n`,
);
const wanted = POINTS.length * Number(values.kills);
const proved = total.kills === wanted && total.all > 0 && total.nothing > 0 && total.asked > wanted;
if (!proved || total.half > 0 || total.unanswered > 0) process.exitCode = 1;

async function killAt(at: Point, tenant: string): Promise<void> {
  const scope = { tenant, matrix: 'main' };
  await inside.take(...turnOf(tenant, { kind: 'text', text: 'who owns mail flow?' }));
  const before = (await store.read(scope))?.tasks.length ?? 0;
  const looked =
    at === 'read' || at === 'kept' ? { draft: '', mark: '' } : await look(inside, tenant);
  const job: Job = { place, tenant, at, ...looked };
  const program = join(import.meta.dirname, 'import-instance.ts');
  const importer = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(importer, 'close');
  let alive = true;
  void ended.then(() => {
    alive = false;
  });
  importer.stdout.once('data', async () => {
    await wait(at === 'within' ? random() * WRITE_MS : 0);
    importer.kill('SIGKILL');
  });
  while (alive) {
    await asks(tenant);
    await Promise.race([wait(50), ended]);
  }
  if (importer.signalCode === 'SIGKILL') total.kills += 1;
  else process.stderr.write(`${tenant} was not killed\n`);
  await asks(tenant);
  await judge(store, scope, before, at, tenant);
}

async function look(of: Inside, tenant: string): Promise<{ draft: string; mark: string }> {
  const handed = await of.take(...turnOf(tenant, handOver));
  const { draft } = cardData(handed.answered);
  const shown = await of.take(...turnOf(tenant, press('bring-go', { draft, go: 'diff' })));
  return { draft, mark: cardData(shown.answered).mark };
}

function cardData(answered: unknown): { draft: string; mark: string } {
  const { draft = '', mark = '' } = Object(Object(Object(answered).reply).data);
  return { draft: String(draft), mark: String(mark) };
}

/** The old matrix, or the new one, answers while somebody else imports. */
async function asks(tenant: string): Promise<void> {
  const { about } = await inside.take(
    ...turnOf(tenant, { kind: 'text', text: 'who owns mail flow?' }),
  );
  total.asked += 1;
  if (!about?.tasks.some((task) => task.endsWith('mail-flow'))) total.unanswered += 1;
}

async function judge(
  of: Store,
  scope: { tenant: string; matrix: string },
  before: number,
  at: Point,
  tenant: string,
): Promise<void> {
  const tasks = (await of.read(scope))?.tasks.length ?? 0;
  const lines = await of.lines(scope, { all: true }, before + ROWS + 1);
  const came = tasks - before;
  const whole = lines.length === tasks;
  if (whole && came === ROWS) total.all += 1;
  else if (whole && came === 0) total.nothing += 1;
  else {
    total.half += 1;
    process.stderr.write(`${tenant}: ${came} tasks, ${lines.length} lines after a kill at ${at}\n`);
  }
  if (at === 'planned' && came !== 0) total.half += 1;
  if (at === 'committed' && came !== ROWS) total.half += 1;
}
