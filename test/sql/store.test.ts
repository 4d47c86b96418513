// Runs the store's suites on both engines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/sql/open.ts';
import { startPostgres } from '../support/postgres.ts';
import { changedContract } from './changed.contract.ts';
import { importsContract } from './imports.contract.ts';
import { isolationContract } from './isolation.contract.ts';
import { modelContract } from './model.contract.ts';
import { type FreshPlace, openContract } from './open.contract.ts';

import { placesContract } from './places.contract.ts';
import { postsContract } from './posts.contract.ts';

import { quizContract } from './quiz.contract.ts';

import { roundsContract } from './rounds.contract.ts';
import { DRAFT, NOW, newScope, PRIYA } from './samples.ts';
import { storeContract } from './store.contract.ts';
import { subscriptionsContract } from './subscriptions.contract.ts';
import { talkContract } from './talk.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-store-'));
const server = await startPostgres();

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.stop();
});

/** Each would put other words into a line that is there. */
const UPSERT = `insert into line select * from line where true
  on conflict (tenant, matrix, seq) do update set why = 'other'`;
const REPLACED =
  "select tenant, matrix, task, at, by_id, by_name, 'other', batch, after, seq, version, before, gone from line";
const MOVED =
  'select tenant, matrix, task, at, by_id, by_name, why, batch, after, seq + 1000000, version, before, gone from line';

describe('SQLite', async () => {
  const overwrites = [
    UPSERT,
    `replace into line ${REPLACED}`,
    `insert or replace into line ${MOVED}`,
    "update or replace line set why = 'other'",
  ];
  suites('REMIT_DATA', await newFolder(), newFolder, overwrites);
});

if (server) {
  describe('PostgreSQL', async () => {
    const newDatabase = async () => databaseAt(await server.freshDatabase());
    const fresh = await newDatabase();
    const overwrites = [UPSERT, 'truncate line', 'truncate line cascade', 'truncate task cascade'];
    suites('DATABASE_URL', fresh, newDatabase, overwrites);

    test('connections that the server ends are replaced', async () => {
      const store = await openStore(fresh.place);
      const scope = newScope();
      await store.create(scope, DRAFT, PRIYA, NOW);
      await fresh.raw(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await store.revision(scope).catch(() => 'the first to notice may fail');
      expect(await store.revision(scope)).toBe(1);
      await store.close();
    });
  });
} else {
  test.skip('PostgreSQL: there is none on this machine, see the notice above', () => {});
}

function suites(
  setting: string,
  engine: FreshPlace,
  fresh: () => Promise<FreshPlace>,
  overwrites: readonly string[],
): void {
  const shared = { open: () => openStore(engine.place), raw: engine.raw, overwrites };
  storeContract(shared);
  talkContract(shared);
  postsContract(shared);
  placesContract(shared);
  subscriptionsContract(shared);
  quizContract(shared);
  roundsContract(shared);
  importsContract(shared);
  isolationContract(shared);
  openContract(setting, fresh);
  modelContract(50, shared.open);
  changedContract(50, shared.open);
}

async function newFolder(): Promise<FreshPlace> {
  const dataFolder = mkdtempSync(join(folder, 'data-'));
  return {
    place: { dataFolder },
    async raw(sql) {
      const database = new DatabaseSync(join(dataFolder, 'remit.db'), { timeout: 1_000 });
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    },
  };
}

function databaseAt(databaseUrl: string): FreshPlace {
  return {
    place: { databaseUrl },
    async raw(sql) {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    },
  };
}
