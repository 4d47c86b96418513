// The embedded engine: node:sqlite on one file, which answers before its caller can do anything else.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Answer, Ask, Engine, Outcome, Plan } from './engine.ts';
import { createGroup } from './group.ts';
import { BLOCK_MS, writeLock } from './lock.ts';
import { migrate } from './migrate.ts';
import { CONNECTION } from './pragmas.ts';
import type { Database, Tables } from './tables.ts';
import { writeInThread } from './thread.ts';
import { codeOf, StoreUnavailable, unavailable } from './unavailable.ts';

/** Instead of a folder: nothing is kept. For tests. */
const IN_MEMORY = ':memory:';
const FILE = 'remit.db';

/** While opening there is nobody to answer yet, so another process that migrates may take its time. */
const OPENING_MS = 5_000;
const MIGRATING_MS = 30_000;

const BEGIN: Ask = { sql: 'begin', values: [], reads: false, hot: true };
const COMMIT: Ask = { sql: 'commit', values: [], reads: false, hot: true };

export type Opened = { engine: Engine; db: Database };

/** Throws StoreUnavailable, which names REMIT_DATA and says what to do. */
export async function openSqlite(dataFolder: string): Promise<Opened> {
  const database = openFile(dataFolder);
  try {
    const db = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: forKysely(database) }),
    });
    // Two processes may start on one new file: the second waits here, then finds the schema made.
    await writeLock(database).begin(MIGRATING_MS);
    const migrated = await migrate(db, 'sqlite');
    if (migrated.kind === 'newer') throw new StoreUnavailable(newer(dataFolder));
    if (migrated.kind === 'failed') throw unavailable('REMIT_DATA', migrated.cause);
    database.exec('commit');
    return { engine: sqliteEngine(database, fileIn(dataFolder)), db };
  } catch (error) {
    database.close();
    throw unavailable('REMIT_DATA', error);
  }
}

function openFile(dataFolder: string): DatabaseSync {
  try {
    if (dataFolder !== IN_MEMORY) mkdirSync(dataFolder, { recursive: true });
    // The time-out must be there before WAL is: set after it, processes that start together fail.
    const database = new DatabaseSync(fileIn(dataFolder), { timeout: OPENING_MS });
    database.exec(`${CONNECTION}; pragma busy_timeout = ${BLOCK_MS}`);
    return database;
  } catch (cause) {
    const says = `REMIT_DATA: cannot keep data in ${dataFolder} (${codeOf(cause)}). Give a folder that Remit may write to`;
    throw new StoreUnavailable(says, { cause });
  }
}

function fileIn(dataFolder: string): string {
  return dataFolder === IN_MEMORY ? IN_MEMORY : join(dataFolder, FILE);
}

function newer(dataFolder: string): string {
  return `REMIT_DATA: the data in ${dataFolder} was written by a newer Remit. Start that version, or give another folder`;
}

function sqliteEngine(database: DatabaseSync, file: string): Engine {
  const prepared = new Map<string, StatementSync>();
  const group = createGroup(database);

  function answer({ sql, values, reads, hot }: Ask): Answer {
    try {
      let statement = prepared.get(sql);
      if (!statement) {
        statement = database.prepare(sql);
        if (hot) prepared.set(sql, statement);
      }
      return reads ? statement.all(...values) : Number(statement.run(...values).changes);
    } catch (cause) {
      throw unavailable('REMIT_DATA', cause);
    }
  }

  function finish<T>(plan: Plan<T>): T {
    let step = plan.next();
    while (!step.done) step = plan.next(answer(step.value));
    return step.value;
  }

  function write<T>(plan: Plan<Outcome<T>>): Promise<T> {
    return group.add(() => finish(plan));
  }

  return {
    write,

    // What is kept in memory has one connection only.
    writeMuch: (plan) =>
      file === IN_MEMORY ? write(plan) : group.elsewhere(() => writeInThread(file, plan)),

    look: async (plan) => finish(plan),

    async snapshot(plan) {
      answer(BEGIN);
      try {
        return finish(plan);
      } finally {
        answer(COMMIT);
      }
    },

    async close() {
      await group.idle();
      database.close();
    },
  };
}

/** Kysely speaks to better-sqlite3; this is the part of it that migrations need. */
function forKysely(database: DatabaseSync) {
  return {
    close: () => database.close(),
    prepare(sql: string) {
      const statement = database.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters.map(bindable);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
      };
    },
  };
}

function bindable(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  throw new TypeError(`Not a value for SQLite: ${typeof value}`);
}
