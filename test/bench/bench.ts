// npm run bench: Remit beside a bare echo bot on the same SDK, in turn; cold start and memory; retrieval and the page by size.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '../../src/matrix/day.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';
import type { Task } from '../../src/matrix/task.ts';
import { MAIN_MATRIX } from '../../src/scope.ts';
import { openStore } from '../../src/sql/open.ts';
import { createLoad, type Times } from './load.ts';
import { benchPage } from './page.ts';
import { benchRetrieval, grown } from './retrieval.ts';
import { memoryOf, onOneCore, startServer, stopServer } from './server.ts';

const ROUNDS = 5;
const TURNS = 4_000;
const PEOPLE = 16;
const STEADY = { perSecond: 50, seconds: 30, tasks: 5_000 };
const STARTS = 5;

const ECHO = [join(import.meta.dirname, 'echo-bot.ts')];
const REMIT = [join(import.meta.dirname, '../../src/commands/try.ts'), '--headless'];
const questions = starterTasks.map(({ name }) => `who owns ${name}?`);

const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
try {
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, the bot ${onOneCore() ? 'on one core' : 'on any core'}`,
  );
  await benchTurns();
  await benchSteady();
  await benchStarts();
  benchRetrieval();
  await benchPage();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function env(data: string): Record<string, string> {
  return { PORT: '0', REMIT_DATA: join(folder, data), DATABASE_URL: '' };
}

/** In turn within one run, because a shared machine's speed drifts. */
async function benchTurns(): Promise<void> {
  const load = await createLoad();
  const echo = await startServer(ECHO);
  const remit = await startServer(REMIT, env('turns'));
  await load.saturate(echo.address, questions, TURNS, PEOPLE);
  await load.saturate(remit.address, questions, TURNS, PEOPLE);
  const shares: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const bare = await load.saturate(echo.address, questions, TURNS, PEOPLE);
    const ours = await load.saturate(remit.address, questions, TURNS, PEOPLE);
    shares.push(ours.turnsPerSecond / bare.turnsPerSecond);
    console.log(
      `round ${round}: echo ${shown(bare)}; Remit ${shown(ours)}; share ${percent(shares.at(-1) ?? 0)}`,
    );
  }
  const median = shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
  console.log(`turns a second, Remit of echo: ${percent(median)} (median; asked: at least 80 %)`);
  await Promise.all([stopServer(echo), stopServer(remit), load.close()]);
}

async function benchSteady(): Promise<void> {
  const data = join(folder, 'steady');
  await fill(data, grown(STEADY.tasks));
  const load = await createLoad();
  const remit = await startServer(REMIT, env('steady'));
  await load.saturate(remit.address, questions, 200, 1);
  const times = await load.steady(remit.address, questions, STEADY.perSecond, STEADY.seconds);
  console.log(
    `${STEADY.perSecond} questions a second on ${STEADY.tasks} tasks: ${shown(times)} (asked: p99 at most 50 ms)`,
  );
  await Promise.all([stopServer(remit), load.close()]);
}

async function fill(data: string, tasks: readonly Task[]): Promise<void> {
  const now = new Date();
  const store = await openStore({ dataFolder: data });
  const sample = sampleDraft(dayOf(now));
  const known = new Map(sample.tasks.map((task) => [task.id, task]));
  const draft = { ...sample, tasks: tasks.map((task) => known.get(task.id) ?? task) };
  await store.create(
    { tenant: 'local', matrix: MAIN_MATRIX },
    draft,
    { id: 'bench', name: 'Bench' },
    now,
  );
  await store.close();
}

async function benchStarts(): Promise<void> {
  for (const [name, args] of [
    ['echo', ECHO],
    ['Remit', REMIT],
  ] as const) {
    const starts: number[] = [];
    const sizes: number[] = [];
    for (let i = 0; i < STARTS; i += 1) {
      const server = await startServer(args, env('starts'));
      starts.push(server.startedInMs);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      sizes.push(memoryOf(server) ?? Number.NaN);
      await stopServer(server);
    }
    console.log(
      `${name}: start to listening ${middle(starts).toFixed(0)} ms, idle memory ${middle(sizes).toFixed(0)} MB (medians of ${STARTS})`,
    );
  }
}

function middle(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function shown({ turnsPerSecond, p50, p99, errors }: Times): string {
  return `${turnsPerSecond.toFixed(0)}/s p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms${errors > 0 ? ` ${errors} ERRORS` : ''}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
