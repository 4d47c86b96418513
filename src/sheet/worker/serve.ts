// The inside of the sheet worker: takes one job, reads, understands, and answers. The program that starts it adds the matcher.
import { parentPort } from 'node:worker_threads';
import { readTables } from '../reading/read-tables.ts';
import { isRefusal } from '../reading/workbook.ts';
import type { Matcher } from '../understanding/understand.ts';
import { type Channel, type Job, receiveInPieces, sendInPieces } from './jobs.ts';

/** Call it in the file that `createSheetWorker` is given as its entry. The matcher is made only for a job that needs it. */
export function serveSheets(createMatcher: () => Promise<Matcher>): void {
  if (!parentPort) throw new Error('serveSheets runs in a worker thread only');
  const channel: Channel = parentPort;
  receiveInPieces<Job>(channel, async (job) => {
    if (job.kind === 'write') {
      const { writeAs } = await import('../exporting/write.ts');
      const bytes = writeAs(job.form, job.matrix, job.lines, job.today);
      return sendInPieces(channel, { kind: 'write', bytes });
    }
    channel.postMessage({ kind: 'begun' });
    const book = await readTables(job.file.bytes, job.file.name);
    channel.postMessage({ kind: 'read' });
    if (job.kind === 'read') return sendInPieces(channel, { kind: 'read', book });
    // A file that is refused loads nothing of the rest: most of the start is reading source.
    const brought = isRefusal(book)
      ? book
      : (await import('../bring.ts')).bring(book, job.context, await createMatcher());
    await sendInPieces(channel, { kind: 'bring', brought });
  });
}
