// A copy that takes in only what changed is at every moment what a whole read gives.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withChanged } from '../../src/matrix/changed.ts';
import type { Matrix, Scope } from '../../src/matrix/matrix.ts';
import type { Effect, Store } from '../../src/store.ts';
import { BACKUPS, change, commit, DRAFT, edit, INTERNAL, NOW, newScope, PRIYA } from './samples.ts';

/** More than two portions of a read. */
const MANY = 600;
const ROUNDS = 12;

/** The import that everything new comes with, and its undoing. */
const BATCH = 'import-b';
const UNDONE = 'import-undo-b';

const wish = fc.oneof(
  fc.record({ kind: fc.constant('task'), of: fc.nat(9), text: fc.string(), stale: fc.nat(20) }),
  fc.record({ kind: fc.constant('gone'), of: fc.nat(3), text: fc.string(), stale: fc.nat() }),
  fc.record({ kind: fc.constant('back'), of: fc.nat(3), text: fc.string(), stale: fc.nat() }),
  fc.record({ kind: fc.constant('party'), of: fc.nat(4), text: fc.string(), stale: fc.nat() }),
  fc.record({ kind: fc.constant('person'), of: fc.nat(4), text: fc.string(), stale: fc.nat() }),
  fc.record({ kind: fc.constant('out'), of: fc.nat(4), text: fc.string(), stale: fc.nat(1) }),
  fc.record({ kind: fc.constant('sides back'), of: fc.nat(4), text: fc.string(), stale: fc.nat() }),
  fc.record({ kind: fc.constant('grant'), of: fc.nat(4), text: fc.string(), stale: fc.nat() }),
  fc.record({ kind: fc.constant('settings'), of: fc.nat(4), text: fc.string(), stale: fc.nat() }),
);
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;
const turn = fc.record({
  wishes: fc.array(wish, { maxLength: 6 }),
  /** Whether every task changes with it, as by an import. */
  all: fc.nat(8).map((n) => n === 0),
  /** Whether the copy looks now, or has more to take in the next time. */
  looks: fc.boolean(),
});

export function changedContract(runs: number, open: () => Promise<Store>): void {
  describe('a copy that takes in what changed', () => {
    test('equals a whole read, whatever was done in between', async () => {
      const store = await open();
      const property = fc.asyncProperty(fc.array(turn, { maxLength: 8 }), async (turns) => {
        const scope = newScope();
        await store.create(scope, DRAFT, PRIYA, NOW);
        let copy = await whole(store, scope);
        for (const { wishes, all, looks } of turns) {
          const now = await whole(store, scope);
          const effects = all ? everyTask(now) : wishes.map((one) => effectOf(one, now));
          await store.commit(commit(scope, effects));
          if (looks) copy = await caughtUp(store, copy);
        }
        expect(await caughtUp(store, copy)).toEqual(await whole(store, scope));
      });
      await fc.assert(property, { numRuns: runs });
      await store.close();
    });

    test('keeps what did not change as the same value', async () => {
      const store = await open();
      const scope = newScope();
      await store.create(scope, DRAFT, PRIYA, NOW);
      const before = await whole(store, scope);
      await store.commit(commit(scope, [edit({ ...BACKUPS, reason: 'moved' }, 1)]));
      const after = await caughtUp(store, before);
      expect(after.tasks[0]).toBe(before.tasks[0]);
      expect(after.people).toBe(before.people);
      expect(after.tasks[1]?.reason).toBe('moved');
      await store.close();
    });

    test('an import of everything comes in many portions, in the order of the tasks', async () => {
      const store = await open();
      const scope = newScope();
      await store.create(scope, { ...DRAFT, tasks: numbered(MANY) }, PRIYA, NOW);
      const before = await whole(store, scope);
      await store.commit(commit(scope, [...everyTask(before), edit(task(MANY), 0)]));
      const after = await caughtUp(store, before);
      expect(after).toEqual(await whole(store, scope));
      expect(after.tasks.map(({ id }) => id)).toEqual(numbered(MANY + 1).map(({ id }) => id));
      await store.close();
    });

    test.each([
      ['of everything', null],
      ['of what changed', 1],
    ])(
      'a read %s that commits race holds all of the revision it claims, and nothing newer',
      async (_, since) => {
        const store = await open();
        const scope = newScope();
        await store.create(scope, { ...DRAFT, tasks: numbered(MANY) }, PRIYA, NOW);
        const first = await whole(store, scope);
        await store.commit(commit(scope, everyTask(first)));
        let racing = true;
        const edits = (async () => {
          for (let n = 0; racing && n < MANY; n += 1) {
            // From both ends, so that some are ahead of the portion being read and some behind it.
            const at = n % 2 === 0 ? n : MANY - n;
            await store.commit(
              commit(scope, [
                edit({ ...task(at), reason: `edit ${n}` }, 2),
                edit(task(MANY + n), 0),
              ]),
            );
          }
        })();
        for (let round = 0; round < ROUNDS; round += 1) {
          const read =
            since === null ? await store.read(scope) : await store.readSince(scope, since);
          if (!read) throw new Error('no matrix');
          const matrix = since === null ? read : withChanged(first, read);
          const done = matrix.revision - 2;
          expect(matrix.tasks).toHaveLength(MANY + done);
          const edited = matrix.tasks.filter(({ reason }) => reason.startsWith('edit'));
          expect(edited).toHaveLength(done);
          expect(matrix.tasks.slice(MANY).map(({ id }) => id)).toEqual(
            numbered(MANY + done)
              .slice(MANY)
              .map(({ id }) => id),
          );
        }
        racing = false;
        await edits;
        await store.close();
      },
    );
  });
}

async function whole(store: Store, scope: Scope): Promise<Matrix> {
  const matrix = await store.read(scope);
  if (!matrix) throw new Error('no matrix');
  return matrix;
}

async function caughtUp(store: Store, copy: Matrix): Promise<Matrix> {
  const changed = await store.readSince(copy.scope, copy.revision);
  return changed ? withChanged(copy, changed) : whole(store, copy.scope);
}

function everyTask({ tasks }: Matrix): Effect[] {
  return tasks.map(({ version, ...one }) => edit({ ...one, reason: 'imported' }, version));
}

function effectOf({ kind, of, text, stale }: Wish, { tasks, revision }: Matrix): Effect {
  switch (kind) {
    case 'task': {
      const { version, ...known } = tasks[of] ?? { ...task(tasks.length), version: 0 };
      return edit({ ...known, reason: text }, stale === 0 ? version + 1 : version);
    }
    case 'gone': {
      const { version, id } = tasks[of] ?? { version: 1, id: 'nowhere' };
      return change({ kind, expect: version, task: id, why: '', batch: '' });
    }
    case 'back': {
      const missing = DRAFT.tasks.find(({ id }) => !tasks.some((one) => one.id === id));
      return edit({ ...(missing ?? task(tasks.length)), reason: text }, 0);
    }
    case 'party':
      return change({ kind, to: { ...INTERNAL, id: `party ${of}`, name: text }, batch: BATCH });
    case 'out': {
      const parties = [`party ${of}`, 'internal'];
      const people = [{ party: 'internal', name: `sam ${of}` }];
      const seen = revision - stale;
      return change({ kind, made: BATCH, seen, batch: UNDONE, parties, people });
    }
    case 'sides back':
      return change({ kind: 'back', taken: UNDONE, batch: BATCH });
    case 'person': {
      const name = of % 2 === 0 ? `Sam ${of}` : ` sAM  ${of} `;
      const person = { party: 'internal', entraId: '', mail: text, leftOn: null };
      return change({ kind, to: { ...person, name }, batch: BATCH });
    }
    case 'grant': {
      const given = { person: `${of}`, name: text, admin: of % 2 === 0, areas: [], speaksFor: [] };
      return change({ kind, to: given });
    }
    default:
      return change({ kind: 'settings', name: text, decider: { name: text, reach: '' } });
  }
}

function numbered(count: number) {
  return Array.from({ length: count }, (_, n) => task(n));
}

/** Ids do not sort as the tasks stand. */
function task(n: number) {
  return { ...BACKUPS, id: `t.${(n * 7_919) % 10_007}`, name: `Task ${n}` };
}
