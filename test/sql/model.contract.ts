// Any sequence of commits, on a store and on the few lines that say what a store is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Committed, Store } from '../../src/store.ts';
import { BACKUPS, commit, DRAFT, edit, key, NOW, newScope, PRIYA } from './samples.ts';

const step = fc.record({
  task: fc.constantFrom('a.1', 'a.2'),
  expect: fc.nat(2),
  reason: fc.string(),
});
const turn = fc.record({
  key: fc.option(fc.constantFrom('k1', 'k2', 'k3')),
  steps: fc.array(step, { maxLength: 3 }),
  reply: fc.string(),
});
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

/** What a store must do, without one. */
function model() {
  let reasons = new Map<string, string[]>();
  const replies = new Map<string, string>();
  return {
    history: () => Object.fromEntries(reasons),
    commit({ key: name, steps, reply }: Turn): Committed {
      const earlier = name === null ? undefined : replies.get(name);
      if (earlier !== undefined) return { kind: 'again', reply: earlier };
      const next = new Map(reasons);
      for (const { task, expect: version, reason } of steps) {
        const before = next.get(task) ?? [];
        if (before.length !== version) return { kind: 'stale', task };
        next.set(task, [...before, reason]);
      }
      reasons = next;
      if (name !== null) replies.set(name, reply);
      return { kind: 'done' };
    },
  };
}

export function modelContract(runs: number, open: () => Promise<Store>): void {
  test('any sequence of commits does what the model does', async () => {
    const store = await open();
    const property = fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns) => {
      const scope = newScope();
      await store.create(scope, { ...DRAFT, tasks: [] }, PRIYA, NOW);
      const expected = model();
      for (const one of turns) {
        const effects = one.steps.map((s) =>
          edit({ ...BACKUPS, id: s.task, reason: s.reason }, s.expect),
        );
        const more = { ...(one.key === null ? {} : key(one.key)), reply: one.reply };
        expect(await store.commit(commit(scope, effects, more))).toEqual(expected.commit(one));
      }
      for (const [task, reasons] of Object.entries(expected.history())) {
        const lines = await store.lines(scope, { task }, 100);
        expect(lines.map(({ after }) => after.reason).reverse()).toEqual(reasons);
        const read = (await store.read(scope))?.tasks.find(({ id }) => id === task);
        expect(read).toMatchObject({ version: reasons.length, reason: reasons.at(-1) });
      }
    });
    await fc.assert(property, { numRuns: runs });
    await store.close();
  });
}
