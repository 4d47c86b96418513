// The inside of the sheet worker: takes one job, reads, understands, and answers. The program that starts it adds the matcher.
import { parentPort } from 'node:worker_threads';
import { bring } from '../bring.ts';
import { readTables } from '../reading/read-tables.ts';
import type { Matcher } from '../understanding/understand.ts';
import { type Channel, type Job, type Result, receiveInPieces, sendInPieces } from './jobs.ts';

/** Call it in the file that `createSheetWorker` is given as its entry. The matcher is made only for a job that asks for it. */
export function serveSheets(createMatcher: () => Matcher): void {
  if (!parentPort) throw new Error('serveSheets runs in a worker thread only');
  const channel: Channel = parentPort;
  receiveInPieces<Job>(channel, async (job) => {
    channel.postMessage({ kind: 'begun' });
    const book = await readTables(job.file.bytes, job.file.name);
    channel.postMessage({ kind: 'read' });
    const result: Result =
      job.kind === 'read'
        ? { kind: 'read', book }
        : { kind: 'bring', brought: bring(book, job.context, createMatcher()) };
    await sendInPieces(channel, result);
  });
}
