// EDGE: reads files of strangers in a thread of its own, with limits on memory and time, so that answers go on meanwhile.
import { Worker } from 'node:worker_threads';
import type { Line } from '../../matrix/change.ts';
import type { Day } from '../../matrix/day.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { BringContext, Brought, GivenFile } from '../bring.ts';
import type { Export } from '../exporting/write.ts';
import { type Refusal, refuse, tooManyBytes, type Workbook } from '../reading/workbook.ts';
import { type Job, type Result, receiveInPieces, sendInPieces } from './jobs.ts';
import { createLine } from './line.ts';

export type SheetWorker = {
  /** The tables of a file, and nothing else. */
  read(file: GivenFile): Promise<Workbook | Refusal>;
  /** What a file says, and what importing it would change. Nothing is changed. */
  bring(file: GivenFile, context: BringContext): Promise<Brought>;
  /** A file of the whole matrix: thousands of rows take longer than a turn of the event loop may. */
  write(
    form: Export,
    matrix: Matrix,
    lines: readonly Line[],
    today: Day,
  ): Promise<Uint8Array | 'busy'>;
};

/**
 * What a thread may hold: 20,000 rows need half of it. Inflated bytes come in pieces beside it.
 * https://nodejs.org/api/worker_threads.html#new-workerfilename-options
 */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/**
 * The thread's own work from the first byte to the last cell; a busy machine does not count. What is too large is
 * refused within a second by the limits of the readers, and 20,000 rows of a workbook take three on a busy machine: this
 * is for what nobody foresaw.
 */
const READING_MS = 5_000;
const LOOK_EVERY_MS = 100;
/** Everything, by the clock: a thread that never starts or never ends. */
const WHOLE_MS = 60_000;

/**
 * A usual matrix is read or written in 0.3 to 0.7 s: the last of so many is answered within the fifteen seconds after
 * which Teams delivers a turn again. Each file that waits to be read holds up to ten megabytes.
 */
const MOST_WAITING = 16;
/** A few people of one organisation at once; nobody's script keeps the others out. */
const MOST_OF_TENANT = 3;
/** Of a command, which has the thread for itself. */
const NO_TENANT = '';

const BUSY = refuse('busy', 'Other files are being read. Try again in a minute.');
const SLOW = refuse(
  'too slow',
  'The file takes too long to read. Save only the sheet with the matrix, as .xlsx or .csv.',
);
const TOO_LARGE = refuse(
  'too large',
  'The file needs too much memory. Save only the sheet with the matrix, as .xlsx or .csv.',
);

/** `entry` is the file that calls `serveSheets`. One file is read at a time; others wait their turn, or are told. */
export function createSheetWorker({ entry }: { entry: URL }): SheetWorker {
  const line = createLine({ most: MOST_WAITING, mostOfOne: MOST_OF_TENANT });

  async function inTurn(job: Job, tenant = NO_TENANT): Promise<Result | Refusal> {
    const refused = 'file' in job ? tooManyBytes(job.file.bytes.length) : null;
    return refused ?? (await line(tenant, () => run(entry, job))) ?? BUSY;
  }

  return {
    async read(file) {
      const result = await inTurn({ kind: 'read', file: copied(file) });
      return result.kind === 'read' ? result.book : onlyRefusal(result);
    },
    async bring(file, context) {
      const job = { kind: 'bring', file: copied(file), context } as const;
      const result = await inTurn(job, context.current?.scope.tenant);
      return result.kind === 'bring' ? result.brought : onlyRefusal(result);
    },
    async write(form, matrix, lines, today) {
      const job = { kind: 'write', form, matrix, lines, today } as const;
      const result = await inTurn(job, matrix.scope.tenant);
      if (result.kind === 'write') return result.bytes;
      if (result === BUSY) return 'busy';
      throw new Error(`The sheet worker could not write ${form}: ${onlyRefusal(result).why}`);
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
    const whole = setTimeout(() => end(SLOW), WHOLE_MS);
    let watch: NodeJS.Timeout | null = null;
    let ended = false;

    function end(result: Result | Refusal | Error): void {
      if (ended) return;
      ended = true;
      clearTimeout(whole);
      if (watch) clearInterval(watch);
      // The next file waits until this one's memory is given back.
      const settle = () => (result instanceof Error ? reject(result) : resolve(result));
      worker.terminate().then(settle, reject);
    }

    worker.on('message', (message: { kind: string }) => {
      if (message.kind === 'begun') watch = watched(worker, () => end(SLOW));
      if (message.kind === 'read' && watch) clearInterval(watch);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : error);
    });
    worker.on('exit', (code) => end(new Error(`The sheet worker stopped with code ${code}`)));
    receiveInPieces<Result>(worker, end);
    sendInPieces(worker, job).catch(end);
  });
}

/** Calls `late` once the thread has worked longer than reading may take. */
function watched(worker: Worker, late: () => void): NodeJS.Timeout {
  // A thread that ends meanwhile has no usage to tell; its end is heard elsewhere.
  const told = (since?: NodeJS.CpuUsage) => worker.cpuUsage(since).catch(() => null);
  const start = told();
  return setInterval(async () => {
    const since = await start;
    const used = since && (await told(since));
    if (used && (used.user + used.system) / 1_000 > READING_MS) late();
  }, LOOK_EVERY_MS);
}
