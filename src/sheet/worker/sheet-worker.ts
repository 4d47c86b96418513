// EDGE: reads files of strangers in a thread of its own, with limits on memory and time, so that answers go on meanwhile.
import { Worker } from 'node:worker_threads';
import type { BringContext, Brought, GivenFile } from '../bring.ts';
import { type Refusal, refuse, tooManyBytes, type Workbook } from '../reading/workbook.ts';
import { type Job, type Result, receiveInPieces, sendInPieces } from './jobs.ts';

export type SheetWorker = {
  /** The tables of a file, and nothing else. */
  read(file: GivenFile): Promise<Workbook | Refusal>;
  /** What a file says, and what importing it would change. Nothing is changed. */
  bring(file: GivenFile, context: BringContext): Promise<Brought>;
};

/**
 * What a thread may hold: 20,000 rows need half of it. Inflated bytes come in pieces beside it.
 * https://nodejs.org/api/worker_threads.html#new-workerfilename-options
 */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/** From the first byte to the last cell; a workbook of 5,000 rows takes a fifth of it. */
const READING_MS = 1_000;
/** Everything: starting the thread, crossing over and understanding. Only what no limit foresaw takes so long. */
const WHOLE_MS = 20_000;

const SLOW = refuse(
  'too slow',
  'The file takes too long to read. Save only the sheet with the matrix, as .xlsx or .csv.',
);
const TOO_LARGE = refuse(
  'too large',
  'The file needs too much memory. Save only the sheet with the matrix, as .xlsx or .csv.',
);

/** `entry` is the file that calls `serveSheets`. One file is read at a time; others wait their turn. */
export function createSheetWorker({ entry }: { entry: URL }): SheetWorker {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(job: Job): Promise<Result | Refusal> {
    const refused = tooManyBytes(job.file.bytes.length);
    if (refused) return Promise.resolve(refused);
    const turn = last.then(() => run(entry, job));
    last = turn.catch(() => {});
    return turn;
  }

  return {
    async read(file) {
      const result = await inTurn({ kind: 'read', file: copied(file) });
      return result.kind === 'read' ? result.book : onlyRefusal(result);
    },
    async bring(file, context) {
      const result = await inTurn({ kind: 'bring', file: copied(file), context });
      return result.kind === 'bring' ? result.brought : onlyRefusal(result);
    },
  };
}

/** A small buffer is a window on memory that others use; only its own bytes go over. */
function copied({ bytes, name }: GivenFile): GivenFile {
  return { bytes: new Uint8Array(bytes), name };
}

function onlyRefusal(result: Result | Refusal): Refusal {
  if (result.kind === 'refused') return result;
  throw new Error(`The sheet worker answered ${result.kind} to another job`);
}

function run(entry: URL, job: Job): Promise<Result | Refusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { resourceLimits: LIMITS });
    let timer = setTimeout(() => end(SLOW), WHOLE_MS);
    let ended = false;

    function end(result: Result | Refusal | Error): void {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      // The next file waits until this one's memory is given back.
      const settle = () => (result instanceof Error ? reject(result) : resolve(result));
      worker.terminate().then(settle, reject);
    }

    worker.on('message', (message: { kind: string }) => {
      if (message.kind !== 'begun' && message.kind !== 'read') return;
      clearTimeout(timer);
      timer = setTimeout(() => end(SLOW), message.kind === 'begun' ? READING_MS : WHOLE_MS);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : error);
    });
    worker.on('exit', (code) => end(new Error(`The sheet worker stopped with code ${code}`)));
    receiveInPieces<Result>(worker, end);
    sendInPieces(worker, job).catch(end);
  });
}
