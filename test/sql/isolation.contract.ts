// Two tenants and two matrices with the same ids inside: nothing done in one shows in another.
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
  MEMORY,
  NOW,
  newScope,
  PRIYA,
  remember,
  SAM,
} from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const TALK = '19:it@thread';

export function isolationContract(engine: TestEngine): void {
  describe.each([
    ['tenant', (one: Scope): Scope => ({ ...one, tenant: newScope().tenant })],
    ['matrix of the same tenant', (one: Scope): Scope => ({ ...one, matrix: 'other' })],
  ])('another %s', (_, otherThan) => {
    let store: Store;
    const one = newScope();
    const other = otherThan(one);

    beforeAll(async () => {
      store = await engine.open();
      await store.create(one, DRAFT, PRIYA, NOW);
      await store.create(other, DRAFT, PRIYA, NOW);
      const demand = {
        kind: 'asked',
        task: BACKUPS.id,
        text: '',
        day: '2026-03-02',
        asker: 'h',
      } as const;
      const done = await store.commit(
        commit(
          one,
          [
            edit({ ...BACKUPS, name: 'Changed' }, 1),
            change({ kind: 'party', to: { ...INTERNAL, name: 'Changed' } }),
            change({ kind: 'person', to: { ...SAM, leftOn: null } }),
            change({ kind: 'settings', name: 'Changed', decider: { name: '', reach: '' } }),
            { kind: 'demand', demand },
            remember(MEMORY),
          ],
          { ...key('k'), reply: 'of one' },
        ),
      );
      expect(done).toEqual({ kind: 'done' });
      return () => store.close();
    });

    test('keeps its matrix and revision', async () => {
      expect(await store.read(other)).toEqual({
        ...DRAFT,
        scope: other,
        tasks: DRAFT.tasks.map((task) => ({ ...task, version: 1 })),
        revision: 1,
      });
      expect([await store.revision(one), await store.revision(other)]).toEqual([2, 1]);
    });

    test('keeps its history, numbered by itself', async () => {
      expect(await store.lines(one, { task: BACKUPS.id }, 9)).toHaveLength(2);
      expect(await store.lines(other, { task: BACKUPS.id }, 9)).toMatchObject([
        { seq: 2, version: 1 },
      ]);
    });

    test('counts its own demand', async () => {
      expect((await store.demandFor(one, BACKUPS.id, '2026-01-01')).times).toBe(1);
      expect((await store.demandFor(other, BACKUPS.id, '2026-01-01')).times).toBe(0);
    });

    test('remembers only what was said in it', async () => {
      expect(await store.memory(one, TALK, 'priya', NOW)).toEqual(MEMORY);
      expect(await store.memory(other, TALK, 'priya', NOW)).toBeNull();
    });

    test('is made apart', async () => {
      const third = { ...otherThan(one), matrix: 'third' };
      expect(await store.create(third, DRAFT, PRIYA, NOW)).toBe('created');
    });

    test('expects its own versions, and forgets only its own conversations', async () => {
      const stale = commit(other, [edit(BACKUPS, 2)], key('other'));
      expect(await store.commit(stale)).toEqual({ kind: 'stale', task: BACKUPS.id });
      const own = commit(other, [edit(BACKUPS, 1), remember(MEMORY)], key('other'));
      expect(await store.commit(own)).toEqual({ kind: 'done' });
      await store.commit(commit(other, [{ kind: 'left' }], key('left', 'elsewhere')));
      expect(await store.memory(one, TALK, 'priya', NOW)).toEqual(MEMORY);
    });

    test('of one tenant shares the keys of a conversation, of another none', async () => {
      const again = { kind: 'again', reply: 'of one' };
      expect(await store.commit(commit(one, [], key('k')))).toEqual(again);
      const same = other.tenant === one.tenant;
      const there = await store.commit(commit(other, [edit(BACKUPS, 2)], key('k')));
      expect(there).toEqual(same ? again : { kind: 'done' });
    });

    test('of one tenant is forgotten with the conversation, of another not', async () => {
      const talk = { ...key('left', TALK) };
      await store.commit(commit(other, [{ kind: 'left' }], talk));
      const kept = other.tenant === one.tenant ? null : MEMORY;
      expect(await store.memory(one, TALK, 'priya', NOW)).toEqual(kept);
      expect(await store.memory(other, TALK, 'priya', NOW)).toBeNull();
      await store.commit(commit(one, [remember(MEMORY)], key('after')));
    });

    test('is swept by its own times', async () => {
      // A sweep is the one thing that goes over all tenants: it takes what is over, wherever it is.
      expect(await store.sweep(NOW)).toBe(0);
      expect(await store.memory(one, TALK, 'priya', NOW)).toEqual(MEMORY);
    });
  });
}
