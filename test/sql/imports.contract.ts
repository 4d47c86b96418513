// What every engine must do with imports under way, and with tasks that are taken out again.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '../../src/matrix/change.ts';
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
}
