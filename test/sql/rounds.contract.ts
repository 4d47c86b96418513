// What every engine must do with views rounds: one writer at a time, together with the changes they lead to, each in its matrix.
import { beforeAll, describe, expect, test } from 'vitest';
import { newRound, type Round, withSaid } from '../../src/matrix/round.ts';
import type { Effect, Store } from '../../src/store.ts';
import { BACKUPS, commit, DRAFT, edit, MAIL_FLOW, NOW, newScope, PRIYA } from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const ROUND = newRound(
  { id: 'r1', area: 'cloud', by: 'Priya N.', sides: ['internal', 'northwind'], tasks: ['a', 'b'] },
  '2026-03-02',
);
const write = (expect: number, to: Round): Effect => ({ kind: 'round', expect, to });

function said(round: Round, party: string, task: string): Round {
  const view = { party, says: 'theirs' as const, names: null, on: round.startedOn };
  return withSaid(round, [{ task, view, by: 'Ana “C.”' }]);
}

export function roundsContract(engine: TestEngine): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    return () => store.close();
  });

  async function started() {
    const scope = newScope();
    await store.create(scope, DRAFT, PRIYA, NOW);
    expect(await store.commit(commit(scope, [write(0, ROUND)]))).toEqual({ kind: 'done' });
    return scope;
  }

  describe('a views round', () => {
    test('comes back as it was written', async () => {
      const scope = await started();
      const answered = said({ ...ROUND, closedOn: '2026-03-05' }, 'internal', 'a');
      await store.commit(commit(scope, [write(1, answered)]));
      expect(await store.rounds(scope)).toEqual([{ ...answered, version: 2 }]);
    });

    test('is begun once', async () => {
      const scope = await started();
      expect(await store.commit(commit(scope, [write(0, ROUND)]))).toEqual({
        ...{ kind: 'stale', task: '' },
      });
    });

    test('takes one of two answers given at once, and tells the other', async () => {
      const scope = await started();
      const outcomes = await Promise.all(
        ['internal', 'northwind'].map((party) =>
          store.commit(commit(scope, [write(1, said(ROUND, party, 'a'))])),
        ),
      );
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'stale']);
      const [round] = await store.rounds(scope);
      expect(round).toMatchObject({ version: 2, said: [{ task: 'a' }] });
    });

    test('and what follows from it are written together or not at all', async () => {
      const scope = await started();
      const late = [write(7, ROUND), edit({ ...BACKUPS, name: 'x' }, 1)];
      expect(await store.commit(commit(scope, late))).toEqual({ kind: 'stale', task: '' });
      const wrong = [write(1, said(ROUND, 'internal', 'a')), edit({ ...MAIL_FLOW, name: 'x' }, 9)];
      expect(await store.commit(commit(scope, wrong))).toMatchObject({ kind: 'stale' });
      expect(await store.rounds(scope)).toEqual([{ ...ROUND, version: 1 }]);
      expect((await store.read(scope))?.tasks.map(({ version }) => version)).toEqual([1, 1]);
    });

    test('belongs to its matrix', async () => {
      const scope = await started();
      const others = [
        { ...scope, matrix: 'other' },
        { ...scope, tenant: 'other' },
      ];
      for (const other of others) {
        await store.create(other, DRAFT, PRIYA, NOW);
        expect(await store.rounds(other)).toEqual([]);
        expect(await store.commit(commit(other, [write(1, ROUND)]))).toMatchObject({
          kind: 'stale',
        });
      }
      expect(await store.rounds(scope)).toHaveLength(1);
    });

    test('newest first', async () => {
      const scope = await started();
      const next: Round = { ...ROUND, id: 'r0', startedOn: '2026-04-01' };
      await store.commit(commit(scope, [write(0, next)]));
      expect((await store.rounds(scope)).map(({ id }) => id)).toEqual(['r0', 'r1']);
    });
  });
}
