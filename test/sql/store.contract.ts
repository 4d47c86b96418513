// What every engine must do with a matrix and its history: one suite, run on each of them.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/matrix/matrix.ts';
import type { Store } from '../../src/store.ts';
import {
  BACKUPS,
  change,
  commit,
  DRAFT,
  edit,
  INTERNAL,
  key,
  later,
  MAIL_FLOW,
  NORTHWIND,
  NOW,
  newScope,
  PRIYA,
  SAM,
} from './samples.ts';

export type TestEngine = {
  /** Another store on the same data, as another process would open it. */
  open(): Promise<Store>;
  /** A statement past the store, as someone with the database's own tools would run it. */
  raw(sql: string): Promise<void>;
  /** Further statements of this engine that would lose or replace lines of history. */
  overwrites: readonly string[];
};

export function storeContract(engine: TestEngine): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    return () => store.close();
  });

  async function created(): Promise<Scope> {
    const scope = newScope();
    expect(await store.create(scope, DRAFT, PRIYA, NOW)).toBe('created');
    return scope;
  }

  async function lines(scope: Scope, task: string) {
    return store.lines(scope, { task }, 100);
  }

  describe('a matrix', () => {
    test('is read back exactly as it was made, in its order', async () => {
      const scope = await created();
      expect(await store.read(scope)).toEqual({
        ...DRAFT,
        scope,
        tasks: DRAFT.tasks.map((task) => ({ ...task, version: 1 })),
        revision: 1,
      });
      expect(await store.revision(scope)).toBe(1);
    });

    test('begins with one history line for each task', async () => {
      const scope = await created();
      const line = {
        version: 1,
        at: NOW,
        by: PRIYA,
        why: '',
        batch: '',
        before: null,
        gone: false,
      };
      expect(await lines(scope, MAIL_FLOW.id)).toEqual([
        { ...line, seq: 1, task: MAIL_FLOW.id, after: MAIL_FLOW },
      ]);
      expect(await lines(scope, BACKUPS.id)).toEqual([
        { ...line, seq: 2, task: BACKUPS.id, after: BACKUPS },
      ]);
    });

    test('is not made a second time', async () => {
      const scope = await created();
      const other = { ...DRAFT, name: 'Other', tasks: [] };
      expect(await store.create(scope, other, PRIYA, NOW)).toBe('exists');
      expect((await store.read(scope))?.name).toBe('Contoso');
    });

    test('that nobody made is null, and refuses changes', async () => {
      const scope = newScope();
      expect(await store.read(scope)).toBeNull();
      expect(await store.revision(scope)).toBeNull();
      await expect(store.commit(commit(scope, [edit(BACKUPS, 0)]))).rejects.toThrow(
        'there is none',
      );
    });

    test('of more rows than one statement carries comes back whole', async () => {
      const scope = newScope();
      const tasks = Array.from({ length: 1_203 }, (_, i) => ({ ...BACKUPS, id: `a.${i}` }));
      await store.create(scope, { ...DRAFT, tasks }, PRIYA, NOW);
      const all = tasks.map((task) => edit({ ...task, reason: 'new' }, 1));
      expect(await store.commit(commit(scope, all))).toEqual({ kind: 'done' });
      const read = await store.read(scope);
      expect(read?.tasks.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
      expect(read?.tasks.every(({ version, reason }) => version === 2 && reason === 'new')).toBe(
        true,
      );
    });
  });

  describe('a change', () => {
    test('of a task raises its version and leaves a line, newest first', async () => {
      const scope = await created();
      const moved = { ...MAIL_FLOW, ownership: BACKUPS.ownership, name: 'Mail' };
      const done = await store.commit(
        commit(scope, [edit(moved, 1, 'moved', 'b1')], { at: later(5) }),
      );
      expect(done).toEqual({ kind: 'done' });
      const read = await store.read(scope);
      expect(read?.tasks[0]).toEqual({ ...moved, version: 2 });
      expect(read?.revision).toBe(2);
      const [newest, first] = await lines(scope, MAIL_FLOW.id);
      expect(newest).toEqual({
        gone: false,
        ...{ seq: 3, task: MAIL_FLOW.id, version: 2, at: later(5), by: PRIYA },
        ...{ why: 'moved', batch: 'b1', before: MAIL_FLOW, after: moved },
      });
      expect(first?.seq).toBe(1);
      expect(await store.lines(scope, { task: MAIL_FLOW.id }, 1)).toEqual([newest]);
    });

    test('tells which tasks changed since a day; the first record is no change', async () => {
      const scope = await created();
      expect(await store.changedSince(scope, '2000-01-01')).toEqual([]);
      await store.commit(commit(scope, [edit({ ...MAIL_FLOW, reason: 'asked' }, 1)]));
      await store.commit(commit(scope, [edit({ ...MAIL_FLOW, reason: 'again' }, 2)]));
      expect(await store.changedSince(scope, '2000-01-01')).toEqual([MAIL_FLOW.id]);
      expect(await store.changedSince(scope, '2999-01-01')).toEqual([]);
    });

    test('adds tasks behind the others, and may touch one task twice', async () => {
      const scope = await created();
      const added = { ...BACKUPS, id: 'a.new' };
      const twice = { ...added, reason: 'better' };
      await store.commit(commit(scope, [edit(added, 0), edit(twice, 1)]));
      expect((await store.read(scope))?.tasks[2]).toEqual({ ...twice, version: 2 });
      const [second, first] = await lines(scope, 'a.new');
      expect(second).toMatchObject({ seq: 4, before: added, after: twice });
      expect(first).toMatchObject({ seq: 3, before: null, after: added });
    });

    test('of parties, people and settings counts as one revision', async () => {
      const scope = await created();
      const vendor = { ...INTERNAL, id: 'v', side: 'vendor' as const };
      const renamed = { ...NORTHWIND, name: 'Northwind' };
      const returned = { ...SAM, name: 'sam Ødegård', leftOn: null, entraId: 'e1' };
      await store.commit(
        commit(scope, [
          change({ kind: 'party', to: vendor }),
          change({ kind: 'party', to: renamed }),
          change({ kind: 'person', to: returned }),
          change({ kind: 'settings', name: 'New', decider: { name: 'Bo', reach: '' } }),
        ]),
      );
      expect(await store.read(scope)).toMatchObject({
        ...{ name: 'New', decider: { name: 'Bo', reach: '' }, revision: 2 },
        ...{ parties: [renamed, INTERNAL, vendor], people: [returned] },
      });
    });

    test.each([
      ['an old version', edit(BACKUPS, 2), BACKUPS.id],
      ['a task that is there already', edit(BACKUPS, 0), BACKUPS.id],
      ['a task that is not there', edit({ ...BACKUPS, id: 'a.none' }, 1), 'a.none'],
    ])('on %s is stale, and nothing of its commit happens', async (_, wrong, task) => {
      const scope = await created();
      const before = await store.read(scope);
      const turn = commit(
        scope,
        [
          change({ kind: 'party', to: { ...INTERNAL, id: 'v' } }),
          edit({ ...MAIL_FLOW, name: 'Mail' }, 1),
          { kind: 'demand', demand: { ...DEMAND, task } },
          wrong,
        ],
        key('k'),
      );
      expect(await store.commit(turn)).toEqual({ kind: 'stale', task });
      expect(await store.read(scope)).toEqual(before);
      expect(await lines(scope, MAIL_FLOW.id)).toHaveLength(1);
      expect(await store.demandFor(scope, task, '2026-01-01')).toEqual({ times: 0, askers: 0 });
      expect(await store.commit({ ...turn, effects: [] })).toEqual({ kind: 'done' });
    });
  });

  describe('the history', () => {
    test.each([
      "update line set why = 'other'",
      "update line set why = 'other' where seq = 1",
      'delete from line',
      'delete from line where seq = 1',
      'delete from task',
      'delete from matrix',
      ...engine.overwrites,
    ])('refuses: %s', async (sql) => {
      const scope = await created();
      await expect(engine.raw(sql)).rejects.toThrow(/append-only|foreign key/i);
      expect(await lines(scope, MAIL_FLOW.id)).toHaveLength(1);
    });
  });

  describe('races', () => {
    test('four writers on one task: what was acknowledged is what is there', async () => {
      const scope = await created();
      const stores = await Promise.all([1, 2, 3, 4].map(() => engine.open()));
      const tries = 25;
      const acknowledged = await Promise.all(
        stores.map(async (writer, who) => {
          let done = 0;
          for (let i = 0; i < tries; i++) {
            const matrix = await writer.read(scope);
            const version = matrix?.tasks.find(({ id }) => id === BACKUPS.id)?.version ?? 0;
            const next = edit({ ...BACKUPS, reason: `${who} ${i}` }, version);
            const result = await writer.commit(commit(scope, [next]));
            if (result.kind === 'done') done += 1;
          }
          return done;
        }),
      );
      await Promise.all(stores.map((writer) => writer.close()));
      const total = acknowledged.reduce((sum, done) => sum + done, 0);
      const history = await lines(scope, BACKUPS.id);
      expect(total).toBeGreaterThanOrEqual(tries);
      expect(history.map(({ version }) => version)).toEqual(
        Array.from({ length: total + 1 }, (_, i) => total + 1 - i),
      );
    });

    test('one key brought twice at once happens once', async () => {
      const scope = await created();
      const turn = (reply: string) => commit(scope, [edit(BACKUPS, 1)], { ...key('k'), reply });
      const both = await Promise.all([store.commit(turn('same')), store.commit(turn('same'))]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['again', 'done']);
      expect(both).toContainEqual({ kind: 'again', reply: 'same' });
    });

    test('writes that arrive together do not share their failures', async () => {
      const scope = await created();
      const add = (id: string, expect = 0) =>
        store.commit(commit(scope, [edit({ ...BACKUPS, id }, expect)], key(id)));
      const missing = { ...scope, matrix: 'none' };
      await add('a.0');
      const results = await Promise.allSettled([
        add('a.1'),
        add('a.2', 7),
        store.commit(commit(missing, [edit(BACKUPS, 0)])),
        add('a.3'),
        add('a.0'),
      ]);
      expect(results).toMatchObject([
        { value: { kind: 'done' } },
        { value: { kind: 'stale', task: 'a.2' } },
        { status: 'rejected' },
        { value: { kind: 'done' } },
        { value: { kind: 'again' } },
      ]);
      expect((await store.read(scope))?.tasks.map(({ id }) => id).sort()).toEqual([
        ...['a.0', 'a.1', 'a.3', MAIL_FLOW.id, BACKUPS.id],
      ]);
    });
  });
}

const DEMAND = { kind: 'asked', task: '', text: '', day: '2026-03-02', asker: 'h1' } as const;
