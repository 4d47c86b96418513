// How long the message extension takes on thousands of tasks, by way of the web server, one keystroke after the other.
import { dayOf } from '../../src/matrix/day.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { openDesk } from '../composing/desk.ts';
import { grown } from './retrieval.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

/** Typed letter by letter, which is what clients send. */
const TYPED = [
  'who owns mail flow?',
  'who looks after backups of the payroll database server',
  'frewall ruls for the new site',
  'my laptop was stolen on the train, what do I do',
  'what does nobody own?',
  'everything that is mine',
  'wer betreut das VPN nachts?',
  'qui est responsable de la messagerie ?',
  'a b c d e f',
];
const WARM_UP = 60;

/** Milliseconds: as the caller waits, and of the processor, which the neighbours on a shared machine do not change. */
export type Composing = {
  queries: number;
  p50: number;
  p99: number;
  most: number;
  p99Processor: number;
};

export async function measureComposing(size: number): Promise<Composing> {
  const sample = sampleDraft(dayOf(NOW));
  const known = new Map(sample.tasks.map((task) => [task.id, task]));
  const tasks = grown(size).map((task) => known.get(task.id) ?? task);
  const desk = await openDesk({ draft: () => ({ ...sample, tasks }) });
  const queries = TYPED.flatMap((text) =>
    Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1)),
  );
  for (const query of queries.slice(0, WARM_UP)) await desk.search(query);
  const waited: number[] = [];
  const worked: number[] = [];
  for (const query of ['', ...queries]) {
    const [from, begun] = [performance.now(), processorMs()];
    await desk.search(query);
    waited.push(performance.now() - from);
    worked.push(processorMs() - begun);
  }
  await desk.close();
  return {
    queries: waited.length,
    p50: quantile(waited, 0.5),
    p99: quantile(waited, 0.99),
    most: quantile(waited, 0.9999),
    p99Processor: quantile(worked, 0.99),
  };
}

function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

if (import.meta.main) {
  const { queries, p50, p99, most, p99Processor } = await measureComposing(5_000);
  console.log(
    `${queries} searches while composing on 5,000 tasks: p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} most ${most.toFixed(1)} ms, p99 of the processor ${p99Processor.toFixed(1)} ms (asked: p99 at most 100 ms)`,
  );
}
