// What every engine must do with the quiz: one step at a time in a conversation, and results that stay.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/matrix/matrix.ts';
import type { Effect, Store } from '../../src/store.ts';
import { commit, DRAFT, edit, key, later, MAIL_FLOW, NOW, newScope, PRIYA } from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const TALK = '19:it@thread';

const step = (version: number, state = `{"at":${version}}`, conversation = TALK): Effect => ({
  kind: 'quiz',
  session: { conversation, version, state },
});

const result = (run: string, minutes: number, body = '{}'): Effect => ({
  kind: 'quiz result',
  result: { run, at: later(minutes), body },
});

export function quizContract(engine: TestEngine): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    return () => store.close();
  });

  async function created(): Promise<Scope> {
    const scope = newScope();
    await store.create(scope, DRAFT, PRIYA, NOW);
    return scope;
  }

  describe('a quiz session', () => {
    test('is one of its conversation, matrix and tenant, and comes back as it was', async () => {
      const scope = await created();
      expect(await store.quizSession(scope, TALK)).toBeNull();
      const state = '{"said":"“ja”, 日本\\n"}';
      expect(await store.commit(commit(scope, [step(1, state)]))).toEqual({ kind: 'done' });
      const stored = { conversation: TALK, version: 1, state };
      expect(await store.quizSession(scope, TALK)).toEqual(stored);
      expect(await store.quizSession(scope, 'other')).toBeNull();
      expect(await store.quizSession({ ...scope, matrix: 'other' }, TALK)).toBeNull();
      expect(await store.quizSession({ ...scope, tenant: 'other' }, TALK)).toBeNull();
    });

    test.each([
      ['again from the start', 1],
      ['the step that was taken', 2],
      ['a step too far', 4],
    ])('refuses %s, and nothing else of that turn happens', async (_what, version) => {
      const scope = await created();
      await store.commit(commit(scope, [step(1)]));
      await store.commit(commit(scope, [step(2)]));
      const turn = commit(
        scope,
        [edit({ ...MAIL_FLOW, name: 'x' }, 1), result('r', 1), step(version)],
        key('k'),
      );
      expect(await store.commit(turn)).toEqual({ kind: 'stale', task: '' });
      expect((await store.quizSession(scope, TALK))?.version).toBe(2);
      expect((await store.read(scope))?.revision).toBe(1);
      expect(await store.quizResults(scope, 9)).toEqual([]);
      expect(await store.commit({ ...turn, effects: [step(3)] })).toEqual({ kind: 'done' });
    });

    test('that was never begun cannot go on', async () => {
      const scope = await created();
      expect(await store.commit(commit(scope, [step(2)]))).toMatchObject({ kind: 'stale' });
    });

    test('stays where it was when the matrix moved meanwhile', async () => {
      const scope = await created();
      const turn = commit(scope, [step(1), edit({ ...MAIL_FLOW, name: 'x' }, 7)]);
      expect(await store.commit(turn)).toEqual({ kind: 'stale', task: MAIL_FLOW.id });
      expect(await store.quizSession(scope, TALK)).toBeNull();
    });

    test('of people who press at once takes one step, not two', async () => {
      const scope = await created();
      const stores = await Promise.all([1, 2, 3, 4].map(() => engine.open()));
      for (const version of [1, 2, 3]) {
        const all = await Promise.all(
          stores.map((one, who) => one.commit(commit(scope, [step(version, `"${who}"`)]))),
        );
        const taken = all.flatMap(({ kind }, who) => (kind === 'done' ? [who] : []));
        expect(taken).toHaveLength(1);
        const session = await store.quizSession(scope, TALK);
        expect(session).toMatchObject({ version, state: `"${taken[0]}"` });
      }
      await Promise.all(stores.map((one) => one.close()));
    });

    test('is forgotten when the app leaves that conversation', async () => {
      const scope = await created();
      await store.commit(commit(scope, [step(1), step(1, '{}', 'other')]));
      await store.commit(commit(scope, [{ kind: 'left' }], key('left')));
      expect(await store.quizSession(scope, TALK)).toBeNull();
      expect(await store.quizSession(scope, 'other')).not.toBeNull();
    });
  });

  describe('quiz results', () => {
    test('are kept, newest first, and one run has one', async () => {
      const scope = await created();
      for (const [run, minutes] of [
        ['a', 1],
        ['c', 3],
        ['b', 2],
      ] as const) {
        await store.commit(commit(scope, [result(run, minutes, `"${run}"`)]));
      }
      const runs = async (limit: number) =>
        (await store.quizResults(scope, limit)).map(({ run }) => run);
      expect(await runs(9)).toEqual(['c', 'b', 'a']);
      expect(await runs(2)).toEqual(['c', 'b']);
      await store.commit(commit(scope, [result('a', 5, '"again"')]));
      expect(await runs(9)).toEqual(['a', 'c', 'b']);
      const [latest] = await store.quizResults(scope, 1);
      expect(latest).toEqual({ run: 'a', at: later(5), body: '"again"' });
    });

    test('belong to one matrix of one tenant', async () => {
      const [one, other] = [await created(), await created()];
      await store.commit(commit(one, [result('a', 1)]));
      expect(await store.quizResults(other, 9)).toEqual([]);
      expect(await store.quizResults({ ...one, matrix: 'other' }, 9)).toEqual([]);
    });
  });
}
