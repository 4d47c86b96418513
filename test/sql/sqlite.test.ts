// What is SQLite's own: the shared transaction, the lock between processes, the folder.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createGroup } from '../../src/sql/group.ts';
import { openStore } from '../../src/sql/open.ts';
import { StoreUnavailable } from '../../src/sql/unavailable.ts';
import { commit, DRAFT, edit, key, MAIL_FLOW, NOW, newScope, PRIYA } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

function numbers() {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `create table parent (n integer primary key);
     create table number (n integer primary key,
       parent integer references parent deferrable initially deferred)`,
  );
  const add = (n: number, parent: number | null = null) => {
    database.prepare('insert into number values (?, ?)').run(n, parent);
    return { keep: true, value: n };
  };
  const kept = () =>
    database
      .prepare('select n from number order by n')
      .all()
      .map(({ n }) => n);
  return { database, group: createGroup(database), add, kept };
}

test('of a group, each member stands or falls alone', async () => {
  const { group, add, kept } = numbers();
  const results = await Promise.allSettled([
    group.add(() => add(1)),
    group.add(() => ({ ...add(2), keep: false })),
    group.add(() => add(1)),
    group.add(() => add(3)),
  ]);
  expect(results.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  ]);
  expect(kept()).toEqual([1, 3]);
});

test('nobody is told before it is durable: where the commit fails, all of the group hear it', async () => {
  const { group, add, kept } = numbers();
  const failed = await Promise.allSettled([group.add(() => add(1)), group.add(() => add(2, 99))]);
  expect(failed.map((one) => one.status === 'rejected' && one.reason)).toEqual([
    expect.any(StoreUnavailable),
    expect.any(StoreUnavailable),
  ]);
  expect(kept()).toEqual([]);
  expect(await group.add(() => add(3))).toBe(3);
});

test('a transaction that SQLite ended by itself fails the whole group', async () => {
  const { database, group, add, kept } = numbers();
  const fullDisk = () => {
    database.exec('rollback');
    throw new StoreUnavailable('disk is full');
  };
  const failed = await Promise.allSettled([
    group.add(() => add(1)),
    group.add(fullDisk),
    group.add(() => add(2)),
  ]);
  expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await group.add(() => add(3))).toBe(3);
  expect(kept()).toEqual([3]);
});

test('while another process writes, reads go on and commits wait', async () => {
  const dataFolder = join(folder, 'busy');
  const store = await openStore({ dataFolder });
  const scope = newScope();
  await store.create(scope, DRAFT, PRIYA, NOW);
  const other = new DatabaseSync(join(dataFolder, 'remit.db'));
  other.exec('begin immediate');
  let written = false;
  const writing = store.commit(commit(scope, [], key('k'))).finally(() => {
    written = true;
  });
  await new Promise((turn) => setImmediate(turn));
  expect(await store.revision(scope)).toBe(1);
  expect(written).toBe(false);
  other.exec('commit');
  other.close();
  expect(await writing).toEqual({ kind: 'done' });
  await store.close();
});

const MANY = Array.from({ length: 1_000 }, (_, n) => ({ ...MAIL_FLOW, id: `mail.${n}` }));

async function withMany(name: string) {
  const dataFolder = join(folder, name);
  const store = await openStore({ dataFolder });
  const scope = newScope();
  await store.create(scope, { ...DRAFT, tasks: MANY }, PRIYA, NOW);
  const renamed = (expect: number) =>
    MANY.map((task) => edit({ ...task, name: `${task.id} renamed` }, expect));
  return { dataFolder, store, scope, renamed };
}

test('while a large change is written, questions see the matrix as it was, and small edits come after it', async () => {
  const { store, scope, renamed } = await withMany('much');
  const seen: (number | null)[] = [];
  let written = false;
  const writing = store.commit(commit(scope, renamed(1))).finally(() => {
    written = true;
  });
  const [first] = MANY;
  const small = store.commit(commit(scope, [edit({ ...MAIL_FLOW, ...first, name: 'last' }, 2)]));
  while (!written) {
    seen.push(await store.revision(scope));
    await new Promise((turn) => setImmediate(turn));
  }
  expect(seen.filter((revision) => revision === 1).length).toBeGreaterThan(10);
  expect([await writing, await small]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
  const matrix = await store.read(scope);
  expect(matrix?.tasks.map(({ name }) => name).slice(0, 2)).toEqual(['last', 'mail.1 renamed']);
  await store.close();
});

test('of a large change, all of it or nothing is kept', async () => {
  const { store, scope, renamed } = await withMany('all');
  const old = await store.commit(commit(scope, [...renamed(1).slice(1), edit(MAIL_FLOW, 7)]));
  expect(old).toEqual({ kind: 'stale', task: MAIL_FLOW.id });
  expect((await store.read(scope))?.tasks.map(({ id, version }) => [id, version])).toEqual(
    MANY.map(({ id }) => [id, 1]),
  );
  await store.close();
});

test('a large change of a file that somebody else holds for too long is refused by name', async () => {
  const { dataFolder, store, scope, renamed } = await withMany('held');
  const other = new DatabaseSync(join(dataFolder, 'remit.db'));
  other.exec('begin immediate');
  await expect(store.commit(commit(scope, renamed(1)))).rejects.toThrow(
    'REMIT_DATA: the database failed (database is locked)',
  );
  other.exec('rollback');
  other.close();
  expect(await store.commit(commit(scope, renamed(1)))).toEqual({ kind: 'done' });
  await store.close();
});

test('processes that start together on a new folder all succeed', async () => {
  const program = join(import.meta.dirname, 'opener.ts');
  const dataFolder = join(folder, 'together');
  const run = promisify(execFile);
  const scope = newScope();
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => run(process.execPath, [program, dataFolder, scope.tenant])),
  );
  expect(outcomes.map(({ stdout }) => stdout).sort()).toEqual(['created', 'exists', 'exists']);
});

test('a folder that cannot be written to is named, with the setting', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(openStore({ dataFolder: join(file, 'data') })).rejects.toThrow(
    `REMIT_DATA: cannot keep data in ${join(file, 'data')} (ENOTDIR)`,
  );
});

test('a file that is not a database is refused by name', async () => {
  writeFileSync(join(folder, 'remit.db'), 'x'.repeat(4_096));
  await expect(openStore({ dataFolder: folder })).rejects.toThrow(/^REMIT_DATA: .*not a database/);
});

test('in memory, nothing is shared and nothing is left', async () => {
  const scope = newScope();
  const [one, other] = [
    await openStore({ dataFolder: ':memory:' }),
    await openStore({ dataFolder: ':memory:' }),
  ];
  await one.create(scope, DRAFT, PRIYA, NOW);
  expect(await one.revision(scope)).toBe(1);
  expect(await other.revision(scope)).toBeNull();
  await Promise.all([one.close(), other.close()]);
});

test('a server that cannot be reached is named, without its password', async () => {
  const opening = openStore({ databaseUrl: 'postgres://remit:secret@127.0.0.1:1/remit' });
  await expect(opening).rejects.toThrow(
    /^DATABASE_URL: cannot use PostgreSQL at 127\.0\.0\.1:1\/remit \(ECONNREFUSED\)/,
  );
  await expect(opening).rejects.not.toThrow(/secret/);
});
