// How long the page waits for its table, a match, a task and a file, and how long others wait for each of them.
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { dayOf } from '../../src/matrix/day.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { PEOPLE } from '../edit/office.ts';
import { OWN, startVisiting } from '../web/visiting.ts';
import type { Errand, Errands } from './page-client.ts';
import { grown, QUESTIONS } from './retrieval.ts';

const SIZES = [160, 5_000];
const WARM_UP = 3;

export async function benchPage(): Promise<void> {
  for (const size of SIZES) await benchSize(size);
}

async function benchSize(size: number): Promise<void> {
  const sample = sampleDraft(dayOf(new Date()));
  const known = new Map(sample.tasks.map((task) => [task.id, task]));
  const tasks = grown(size).map((task) => known.get(task.id) ?? task);
  const draft = { ...sample, tasks };
  const page = await startVisiting({ draft, unhurried: true, phrasebook: true });
  const { id: oid, name } = PEOPLE.operator;
  const token = await page.entra.token({ tid: OWN, oid, name });
  const of = (route: string, query: Record<string, string>) =>
    `/api/${route}?${new URLSearchParams({ matrix: 'main', ...query })}`;

  async function tell(what: string, paths: string[], times: number): Promise<void> {
    await errands({ address: page.address, token, paths, times: WARM_UP });
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const { ms, bytes, faults } = await errands({ address: page.address, token, paths, times });
    delay.disable();
    const sorted = ms.toSorted((a, b) => a - b);
    const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
    console.log(
      `${size} tasks, ${what}: p50 ${at(0.5)} p99 ${at(0.99)} ms, ${bytes} bytes; the event loop was held for at most ${(delay.max / 1e6).toFixed(1)} ms${faults > 0 ? `, ${faults} FAULTS` : ''}`,
    );
  }

  await tell('nothing but who looks', ['/api/me'], 300);
  await tell('the table', [of('matrix', {})], 50);
  await tell(
    'a match',
    QUESTIONS.map((q) => of('find', { q })),
    1_000,
  );
  await tell('a task', [of('task', { task: tasks[7]?.id ?? '' })], 100);
  await tell('the digest', [of('card', { name: 'digest' })], 10);
  await tell('a CSV', [of('export', { format: 'csv' })], 5);
  await tell('a workbook', [of('export', { format: 'xlsx' })], 5);
  await page.close();
}

async function errands(workerData: Errand): Promise<Errands> {
  const worker = new Worker(new URL('./page-client.ts', import.meta.url), { workerData });
  const [[done]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  return done as Errands;
}
