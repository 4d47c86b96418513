// The thread of a large write: a second connection to the same file, one statement after the other.
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Ask } from './engine.ts';
import { CONNECTION } from './pragmas.ts';

/** Another process may hold the file while it writes. Nobody else's work stands still in this thread meanwhile. */
const WAIT_FOR_LOCK_MS = 4_000;

const database = new DatabaseSync(String(workerData), { timeout: WAIT_FOR_LOCK_MS });
database.exec(CONNECTION);

parentPort?.on('message', ({ sql, values, reads }: Ask) => {
  const statement = database.prepare(sql);
  const answer = reads ? statement.all(...values) : Number(statement.run(...values).changes);
  parentPort?.postMessage(answer);
});
