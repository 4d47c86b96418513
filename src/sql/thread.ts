// EDGE: a write of thousands of rows to SQLite, in a thread of its own, so that questions are answered meanwhile.
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answer, Ask, Outcome, Plan } from './engine.ts';
import { unavailable } from './unavailable.ts';

const ENTRY = new URL('./thread-work.ts', import.meta.url);

const BEGIN: Ask = { sql: 'begin immediate', values: [], reads: false, hot: false };
const COMMIT: Ask = { ...BEGIN, sql: 'commit' };

/** One transaction; a thread that ends before its commit leaves nothing behind. Throws StoreUnavailable. */
export async function writeInThread<T>(file: string, plan: Plan<Outcome<T>>): Promise<T> {
  const worker = new Worker(ENTRY, { workerData: file });
  const answers = on(worker, 'message', { close: ['exit'] });

  async function answer(ask: Ask): Promise<Answer> {
    worker.postMessage(ask);
    const { done, value } = await answers.next().catch((cause: unknown) => {
      throw unavailable('REMIT_DATA', cause);
    });
    if (done) throw unavailable('REMIT_DATA', new Error('the thread ended before its commit'));
    return value[0];
  }

  try {
    await answer(BEGIN);
    let step = plan.next();
    while (!step.done) step = plan.next(await answer(step.value));
    const { keep, value } = step.value;
    if (keep) await answer(COMMIT);
    return value;
  } finally {
    await worker.terminate();
  }
}
