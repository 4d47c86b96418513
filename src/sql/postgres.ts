// The server engine: PostgreSQL through a small pool; one connection for each transaction.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Answer, Ask, Engine, Outcome, Plan } from './engine.ts';
import { migrate } from './migrate.ts';
import type { Database, Tables } from './tables.ts';
import { codeOf, StoreUnavailable, unavailable } from './unavailable.ts';

/** The smallest hosted servers allow about 35 connections in all; two instances and a command must fit. */
const POOL_SIZE = 10;

/** Together under five seconds, the time within which people are owed an answer. */
const CONNECT_MS = 2_000;
const ANSWER_MS = 2_500;

const BEGIN = control('begin');
const SNAPSHOT = control('begin isolation level repeatable read read only');
const COMMIT = control('commit');
const ROLLBACK = control('rollback');

export type Server = {
  databaseUrl: string;
  /** Asked for every new connection, where the password is a token that expires. */
  password?: () => Promise<string>;
};

/** Throws StoreUnavailable, which names DATABASE_URL and says what to do. */
export async function openPostgres(server: Server): Promise<{ engine: Engine; db: Database }> {
  await migrateServer(server);
  const pool = poolOf(server, {
    max: POOL_SIZE,
    statement_timeout: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { engine: postgresEngine(pool), db };
}

async function migrateServer(server: Server): Promise<void> {
  // No limit on answers here: another instance may hold Kysely's migration lock for a while.
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(server, {}) }) });
  try {
    const migrated = await migrate(db, 'postgres');
    if (migrated.kind === 'newer') throw new StoreUnavailable(NEWER);
    if (migrated.kind === 'failed') throw unusable(server, migrated.cause);
  } finally {
    await db.destroy();
  }
}

const NEWER =
  'DATABASE_URL: this database was written by a newer Remit. Start that version, or give another database';

function unusable({ databaseUrl }: Server, cause: unknown): StoreUnavailable {
  const url = URL.parse(databaseUrl);
  const where = url ? `${url.host}${url.pathname}` : 'the server';
  const says = `DATABASE_URL: cannot use PostgreSQL at ${where} (${codeOf(cause)}). Check that it runs, the name and password, and the right to create tables`;
  return new StoreUnavailable(says, { cause });
}

function poolOf({ databaseUrl, password }: Server, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    ...(password ? { password } : {}),
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...options,
  });
  // A server that restarts ends idle connections; unheard, that event would end the process.
  pool.on('error', () => {});
  return pool;
}

function postgresEngine(pool: pg.Pool): Engine {
  const names = new Map<string, string>();

  async function answer(client: pg.PoolClient, { sql, values, reads, hot }: Ask): Promise<Answer> {
    try {
      const named = hot ? { name: nameOf(sql) } : {};
      const result = await client.query({ text: sql, values: [...values], ...named });
      return reads ? result.rows : (result.rowCount ?? 0);
    } catch (cause) {
      throw unavailable('DATABASE_URL', cause);
    }
  }

  /** A named statement is parsed once a connection. */
  function nameOf(sql: string): string {
    const name = names.get(sql) ?? `remit_${names.size}`;
    names.set(sql, name);
    return name;
  }

  async function finish<T>(client: pg.PoolClient, plan: Plan<T>): Promise<T> {
    let step = plan.next();
    while (!step.done) step = plan.next(await answer(client, step.value));
    return step.value;
  }

  /** A connection on which anything failed is closed, which also undoes its transaction. */
  async function connected<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((cause: unknown) => {
      throw unavailable('DATABASE_URL', cause);
    });
    try {
      const value = await work(client);
      client.release();
      return value;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  function write<T>(plan: Plan<Outcome<T>>): Promise<T> {
    return connected(async (client) => {
      await answer(client, BEGIN);
      const { keep, value } = await finish(client, plan);
      await answer(client, keep ? COMMIT : ROLLBACK);
      return value;
    });
  }

  return {
    write,
    writeMuch: write,

    look: (plan) => connected((client) => finish(client, plan)),

    snapshot: (plan) =>
      connected(async (client) => {
        await answer(client, SNAPSHOT);
        const found = await finish(client, plan);
        await answer(client, COMMIT);
        return found;
      }),

    close: () => pool.end(),
  };
}

function control(sql: string): Ask {
  return { sql, values: [], reads: false, hot: false };
}
