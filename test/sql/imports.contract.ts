// What every engine must do with imports under way, and with tasks that are taken out again.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '../../src/matrix/change.ts';
import type { Scope } from '../../src/matrix/matrix.ts';
import { newParty, type Person } from '../../src/matrix/party.ts';
import type { Task } from '../../src/matrix/task.ts';
import type { ImportDraft, Store } from '../../src/store.ts';
import { BACKUPS, commit, DRAFT, edit, MAIL_FLOW, NOW, newScope, PRIYA } from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const LATER = new Date(NOW.getTime() + 24 * 3_600_000);
const FILE: ImportDraft = {
  ...{ id: 'd1', person: PRIYA.id, name: '../\u202ematrix.xlsx', version: 1, expires: LATER },
  bytes: Uint8Array.from([0, 255, 39, 0, 10, 128]),
  answers: { 'side:client': 'internal', 'name:a "b"': '日本' },
};
const put = (draft: ImportDraft) => ({ kind: 'import', draft }) as const;
const over = (id: string) => ({ kind: 'import over', id }) as const;
const out = (task: string, version: number): Step => ({
  ...{ kind: 'gone', expect: version, task, why: 'undone', batch: 'b' },
});
const QUAY = newParty('quay', 'Quay MSP', 'msp');
const CLIFF = newParty('cliff', 'Cliff Print', 'vendor');
const LEE: Person = { name: 'Lee Quay', party: 'quay', entraId: '', mail: '', leftOn: null };
const QUAYS: Task = {
  ...BACKUPS,
  ownership: {
    ...{ kind: 'owned', lead: { party: 'quay', role: '', person: 'lee  quay' }, sharedWith: [] },
    ...{ split: '', since: '2026-01-01', acceptedOn: null },
  },
};
const batch = 'import-b';
const withLee: Step = { kind: 'person', to: LEE, batch };
const brought: Step[] = [
  { kind: 'party', to: QUAY, batch },
  withLee,
  { kind: 'party', to: CLIFF, batch },
];
const takenOut = (seen: number, made = batch): Step => ({
  ...{ kind: 'out', made, seen, batch: 'import-undo-b' },
  ...{ parties: ['quay', 'cliff', 'northwind'], people: [{ party: 'quay', name: 'LEE QUAY' }] },
});
const backAgain: Step = { kind: 'back', taken: 'import-undo-b', batch: 'import-again-b' };
const STALE = { kind: 'stale', task: '' };

export function importsContract(engine: TestEngine): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    return () => store.close();
  });

  async function begun() {
    const scope = newScope();
    await store.create(scope, DRAFT, PRIYA, NOW);
    return scope;
  }

  describe('an import under way', () => {
    test('comes back byte for byte, in its matrix alone', async () => {
      const scope = await begun();
      await store.commit(commit(scope, [put(FILE)]));
      expect(await store.importDraft(scope, 'd1', NOW)).toEqual(FILE);
      expect(await store.importDraft({ ...scope, matrix: 'other' }, 'd1', NOW)).toBeNull();
      expect(await store.importDraft({ ...scope, tenant: 'other' }, 'd1', NOW)).toBeNull();
    });

    test('takes one of two answers given at once', async () => {
      const scope = await begun();
      await store.commit(commit(scope, [put(FILE)]));
      const answered = (value: string) => put({ ...FILE, version: 2, answers: { two: value } });
      const outcomes = await Promise.all(
        ['first', 'shared'].map((value) => store.commit(commit(scope, [answered(value)]))),
      );
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'stale']);
      const kept = await store.importDraft(scope, 'd1', NOW);
      expect(kept).toMatchObject({ version: 2, bytes: FILE.bytes });
    });

    test('gives way to the next file of the same person, and to no other', async () => {
      const scope = await begun();
      await store.commit(commit(scope, [put({ ...FILE, id: 'theirs', person: 'sam' })]));
      await store.commit(commit(scope, [put(FILE)]));
      await store.commit(commit(scope, [put({ ...FILE, id: 'd2' })]));
      expect(await store.importDraft(scope, 'd1', NOW)).toBeNull();
      expect(await store.importDraft(scope, 'd2', NOW)).not.toBeNull();
      expect(await store.importDraft(scope, 'theirs', NOW)).not.toBeNull();
    });

    test('is over once, and with what is applied or not at all', async () => {
      const scope = await begun();
      await store.commit(commit(scope, [put(FILE)]));
      const wrong = [over('d1'), edit({ ...MAIL_FLOW, name: 'x' }, 9)];
      expect(await store.commit(commit(scope, wrong))).toMatchObject({ kind: 'stale' });
      expect(await store.importDraft(scope, 'd1', NOW)).not.toBeNull();
      expect(await store.commit(commit(scope, [over('d1')]))).toEqual({ kind: 'done' });
      const again = [over('d1'), edit({ ...MAIL_FLOW, name: 'x' }, 1)];
      expect(await store.commit(commit(scope, again))).toEqual(STALE);
      expect((await store.read(scope))?.tasks.map(({ version }) => version)).toEqual([1, 1]);
    });

    test('is gone after its time, and then swept', async () => {
      const scope = await begun();
      await store.commit(commit(scope, [put(FILE)]));
      expect(await store.importDraft(scope, 'd1', LATER)).toBeNull();
      expect(await store.sweep(LATER)).toBeGreaterThan(0);
      expect(await store.importDraft(scope, 'd1', NOW)).toBeNull();
    });
  });

  describe('a task that is taken out', () => {
    test('is no more in the matrix, nor at the end of that day, and its history stays', async () => {
      const scope = await begun();
      expect(
        await store.commit(commit(scope, [{ kind: 'change', step: out(BACKUPS.id, 1) }])),
      ).toEqual({ kind: 'done' });
      expect((await store.read(scope))?.tasks.map(({ id }) => id)).toEqual([MAIL_FLOW.id]);
      expect((await store.stateAt(scope, '2026-03-02')).map(({ id }) => id)).toEqual([
        MAIL_FLOW.id,
      ]);
      const [line] = await store.lines(scope, { task: BACKUPS.id }, 1);
      expect(line).toMatchObject({ version: 2, gone: true, before: BACKUPS, after: BACKUPS });
    });

    test('comes again as a new one, whose versions go on', async () => {
      const scope = await begun();
      await store.commit(commit(scope, [{ kind: 'change', step: out(BACKUPS.id, 1) }]));
      const late = commit(scope, [edit({ ...BACKUPS, name: 'x' }, 2)]);
      expect(await store.commit(late)).toMatchObject({ kind: 'stale' });
      expect(await store.commit(commit(scope, [edit(BACKUPS, 0)]))).toEqual({ kind: 'done' });
      const tasks = (await store.read(scope))?.tasks;
      expect(tasks?.find(({ id }) => id === BACKUPS.id)).toEqual({ ...BACKUPS, version: 3 });
      const [line] = await store.lines(scope, { task: BACKUPS.id }, 1);
      expect(line).toMatchObject({ version: 3, gone: false, before: null });
    });

    test('is refused where it changed meanwhile, or is not there', async () => {
      const scope = await begun();
      for (const step of [out(BACKUPS.id, 7), out('no.such', 0)]) {
        const refused = await store.commit(commit(scope, [{ kind: 'change', step }]));
        expect(refused).toMatchObject({ kind: 'stale' });
      }
    });
  });

  describe('what an import brought in', () => {
    const steps = (scope: Scope, ...all: Step[]) =>
      store.commit(
        commit(
          scope,
          all.map((step) => ({ kind: 'change', step }) as const),
        ),
      );
    async function names(scope: Scope, among = store) {
      const read = await among.read(scope);
      return [...(read?.parties ?? []), ...(read?.people ?? [])].map(({ name }) => name);
    }
    const THERE = [...DRAFT.parties, QUAY, CLIFF, ...DRAFT.people, LEE].map(({ name }) => name);
    const BEFORE = [...DRAFT.parties, ...DRAFT.people].map(({ name }) => name);

    async function broughtIn() {
      const scope = await begun();
      await steps(scope, ...brought);
      expect(await names(scope)).toEqual(THERE);
      return scope;
    }

    test('is known by its batch, in its matrix alone', async () => {
      const scope = await broughtIn();
      const made = { parties: ['quay', 'cliff'], people: [{ party: 'quay', name: LEE.name }] };
      expect(await store.made(scope, batch)).toEqual(made);
      const none = { parties: [], people: [] };
      expect(await store.made(scope, '')).toMatchObject({ parties: ['northwind', 'internal'] });
      expect(await store.made({ ...scope, matrix: 'other' }, batch)).toEqual(none);
      expect(await store.made({ ...scope, tenant: 'other' }, batch)).toEqual(none);
    });

    test('goes with it and nothing else, here and for whoever reads only what changed', async () => {
      const [scope, other] = [await broughtIn(), await broughtIn()];
      const elsewhere = await engine.open();
      const before = await elsewhere.read(scope);
      await steps(scope, takenOut(2));
      expect(await names(scope)).toEqual(BEFORE);
      expect(await elsewhere.readSince(scope, before?.revision ?? 0)).toBeNull();
      expect(await names(scope, elsewhere)).toEqual(BEFORE);
      expect(await names(other)).toEqual(THERE);
      expect((await store.everyParty(scope)).map(({ id }) => id)).toContain('quay');
      await elsewhere.close();
    });

    test('comes back to its place when the undoing is undone, and goes once more', async () => {
      const scope = await broughtIn();
      await steps(scope, takenOut(2));
      await steps(scope, backAgain);
      expect(await names(scope)).toEqual(THERE);
      expect(await store.made(scope, 'import-again-b')).toMatchObject({
        parties: ['quay', 'cliff'],
      });
      await steps(scope, takenOut(4, 'import-again-b'));
      expect(await names(scope)).toEqual(BEFORE);
    });

    test('comes back as new with another import', async () => {
      const scope = await broughtIn();
      await steps(scope, takenOut(2));
      await steps(scope, { kind: 'party', to: { ...QUAY, name: 'Quay' }, batch: 'import-c' });
      expect(await names(scope)).toEqual([...BEFORE.slice(0, 2), 'Quay', ...BEFORE.slice(2)]);
      expect((await store.made(scope, 'import-c')).parties).toEqual(['quay']);
    });

    test('stays where somebody changed it since', async () => {
      const scope = await broughtIn();
      await steps(scope, { kind: 'party', to: { ...QUAY, phone: '1' } }, withLee);
      await steps(scope, takenOut(3));
      expect(await names(scope)).toEqual(
        THERE.filter((name) => name !== CLIFF.name && name !== LEE.name),
      );
    });

    test('stays where the matrix moved on between the look and the commit', async () => {
      const scope = await broughtIn();
      await steps(scope, { kind: 'task', expect: 1, to: QUAYS, why: '', batch: '' });
      await steps(scope, takenOut(2));
      expect(await names(scope)).toEqual(THERE);
    });

    test('is there again for whoever names it having looked before it went', async () => {
      const scope = await broughtIn();
      await steps(scope, takenOut(2));
      await steps(scope, { kind: 'task', expect: 1, to: QUAYS, why: '', batch: '' });
      expect(await names(scope)).toEqual(THERE.filter((name) => name !== CLIFF.name));
      // It is theirs from now on, and no longer the import's.
      await steps(scope, backAgain);
      expect((await store.made(scope, 'import-again-b')).parties).toEqual(['cliff']);
    });
  });
}
