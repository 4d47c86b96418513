// Takes SQLite's write lock without stopping the event loop while another process holds it.
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/** SQLite's own waiting blocks the event loop, so a try is short and the loop is free between tries. */
export const BLOCK_MS = 50;
const TRY_EVERY_MS = 10;

/** https://www.sqlite.org/rescode.html#busy; extended codes carry it in their low byte. */
const SQLITE_BUSY = 5;

export type Lock = {
  /** Begins a write transaction; throws what SQLite says when the lock is not free within `patience` ms. */
  begin(patience: number): Promise<void>;
};

export function writeLock(database: DatabaseSync): Lock {
  const begin = database.prepare('begin immediate');
  return {
    async begin(patience) {
      const until = performance.now() + patience;
      for (;;) {
        try {
          begin.run();
          return;
        } catch (error) {
          if (!isBusy(error) || performance.now() > until) throw error;
        }
        await pause(TRY_EVERY_MS);
      }
    },
  };
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_BUSY
  );
}
