// Group commit for SQLite: one transaction, and so one fsync, for all writes of one turn of the event loop.
import type { DatabaseSync } from 'node:sqlite';
import type { Outcome } from './engine.ts';
import { writeLock } from './lock.ts';
import { unavailable } from './unavailable.ts';

/** Another process may hold the file while it writes; people are owed an answer within five seconds. */
const WAIT_FOR_LOCK_MS = 4_000;

export type Group = {
  /** Resolves with the value of the write when it is durable. */
  add<T>(write: () => Outcome<T>): Promise<T>;
  /** A write over another connection to the same file: nothing is begun on this one until it has ended. */
  elsewhere<T>(write: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
};

type Member = {
  /** Does the write; the function it returns tells its caller, once the whole group is durable. */
  run(): () => void;
  fail(error: unknown): void;
};

export function createGroup(database: DatabaseSync): Group {
  const lock = writeLock(database);
  const commit = database.prepare('commit');
  const savepoint = database.prepare('savepoint member');
  const undo = database.prepare('rollback to member');
  const release = database.prepare('release member');

  let waiting: Member[] = [];
  const others: (() => Promise<void>)[] = [];
  let working: Promise<void> | null = null;

  /** What one member does stays or goes without touching the others. */
  function apart<T>(write: () => Outcome<T>): Outcome<T> {
    savepoint.run();
    try {
      const outcome = write();
      if (!outcome.keep) undo.run();
      release.run();
      return outcome;
    } catch (error) {
      // A full disk ends the whole transaction, and the savepoint with it.
      if (database.isTransaction) {
        undo.run();
        release.run();
      }
      throw error;
    }
  }

  function together(members: readonly Member[]): void {
    try {
      const tell = members.map((member) => member.run());
      commit.run();
      for (const one of tell) one();
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      failAll(members, error);
    }
  }

  function failAll(members: readonly Member[], error: unknown): void {
    for (const member of members) member.fail(unavailable('REMIT_DATA', error));
  }

  async function work(): Promise<void> {
    while (waiting.length + others.length > 0) {
      await others.shift()?.();
      if (waiting.length === 0) continue;
      // After all reads of this turn of the event loop, so that the writes they cause share a group.
      await new Promise((turn) => setImmediate(turn));
      const failure = await lock.begin(WAIT_FOR_LOCK_MS).catch((error: unknown) => ({ error }));
      const members = waiting;
      waiting = [];
      if (failure) failAll(members, failure.error);
      else together(members);
    }
    working = null;
  }

  return {
    add: (write) =>
      new Promise((resolve, reject) => {
        waiting.push({
          run() {
            try {
              const { value } = apart(write);
              return () => resolve(value);
            } catch (error) {
              if (!database.isTransaction) throw error;
              return () => reject(error);
            }
          },
          fail: reject,
        });
        working ??= work();
      }),
    elsewhere: (write) =>
      new Promise((resolve, reject) => {
        others.push(() => write().then(resolve, reject));
        working ??= work();
      }),
    async idle() {
      await working;
    },
  };
}
