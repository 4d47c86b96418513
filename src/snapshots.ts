// The matrices in use, kept in memory with their index; one cheap query a turn tells whether a copy is old.

import { createHash } from 'node:crypto';
import type { Finder } from './match/finder.ts';
import { stillThere } from './match/found.ts';
import type { Author } from './matrix/change.ts';
import { withChanged } from './matrix/changed.ts';
import type { Draft, Matrix, Scope } from './matrix/matrix.ts';
import type { Store } from './store.ts';

export type Snapshot = { matrix: Matrix; finder: Finder };

export type Snapshots = {
  /** `revision` is what the store says now; null where the matrix is not there yet and is begun. */
  of(scope: Scope, revision: number | null, now: Date): Promise<Snapshot>;
  /** The matrix as it is now, without an index and without being kept for it; null where there is none. */
  matrix(scope: Scope): Promise<Matrix | null>;
};

/** A provider runs hundreds of tenants; 200 matrices of 160 tasks are about 100 MB with their indexes. */
const MOST_KEPT = 200;

/** Who the first lines of a new matrix are by. */
const REMIT: Author = { id: 'remit', name: 'Remit' };

/**
 * A larger matrix whose names changed is answered from its older index until the new one has grown, up to a few
 * seconds at 5,000 tasks; a smaller one is waited for, so that a new name is found by the next question.
 */
const MOST_AWAITED = 500;

/** `draft` is what a tenant without a matrix starts with; `grow` builds an index without holding up other questions. */
export function createSnapshots(options: {
  store: Store;
  draft: (now: Date) => Draft;
  grow: (matrix: Matrix) => Promise<Finder>;
}): Snapshots {
  const { store, draft, grow } = options;
  const kept = new Map<string, Snapshot>();
  const finders = new Map<string, Finder>();
  const loading = new Map<string, Promise<Snapshot>>();
  const growths = new Map<string, Promise<Finder>>();
  const regrowing = new Set<string>();

  function loaded(key: string, scope: Scope, now: Date): Promise<Snapshot> {
    const underway = loading.get(key);
    if (underway) return underway;
    const begun = load(key, scope, now).finally(() => loading.delete(key));
    loading.set(key, begun);
    return begun;
  }

  async function load(key: string, scope: Scope, now: Date): Promise<Snapshot> {
    const matrix = (await latest(key, scope)) ?? (await begin(scope, now));
    // Only now: its own index may have grown while the matrix was read.
    const before = kept.get(key);
    if (before && sameNames(before.matrix, matrix)) {
      return keep(key, { matrix, finder: before.finder });
    }
    if (before && matrix.tasks.length > MOST_AWAITED) {
      const meanwhile = keep(key, { matrix, finder: amongTasksOf(matrix, before.finder) });
      void regrow(key);
      return meanwhile;
    }
    return keep(key, { matrix, finder: await finderOf(matrix) });
  }

  /** Of a matrix that is kept, only what changed is read. */
  async function latest(key: string, scope: Scope): Promise<Matrix | null> {
    const before = kept.get(key)?.matrix;
    const changed = before && (await store.readSince(scope, before.revision));
    // A database that was put back from a backup is older than what is kept.
    if (!changed || changed.revision < before.revision) return store.read(scope);
    return changed.revision === before.revision ? before : withChanged(before, changed);
  }

  /** Tenants that start with the same names wait for the same index. */
  async function finderOf(matrix: Matrix): Promise<Finder> {
    if (matrix.tasks.length > MOST_AWAITED) return grow(matrix);
    const names = digestOf(matrix);
    const ready = finders.get(names);
    if (ready) return ready;
    const underway = growths.get(names) ?? grow(matrix);
    growths.set(names, underway);
    try {
      const finder = await underway;
      keepLatest(finders, names, finder);
      return finder;
    } finally {
      growths.delete(names);
    }
  }

  function keep(key: string, snapshot: Snapshot): Snapshot {
    keepLatest(kept, key, snapshot);
    const used = new Set([...kept.values()].map(({ finder }) => finder));
    for (const [names, finder] of finders) if (!used.has(finder)) finders.delete(names);
    return snapshot;
  }

  /** One at a time for each matrix; edits meanwhile make one more round, however many they are. */
  async function regrow(key: string): Promise<void> {
    if (regrowing.has(key)) return;
    regrowing.add(key);
    try {
      for (let matrix = kept.get(key)?.matrix; matrix; ) {
        const finder = await grow(matrix);
        const latest = kept.get(key)?.matrix;
        if (latest && sameNames(latest, matrix)) {
          keep(key, { matrix: latest, finder });
          return;
        }
        matrix = latest;
      }
    } catch {
      // The next question reads the matrix again and waits for its index.
      kept.delete(key);
    } finally {
      regrowing.delete(key);
    }
  }

  async function begin(scope: Scope, now: Date): Promise<Matrix> {
    await store.create(scope, draft(now), REMIT, now);
    const made = await store.read(scope);
    if (!made) throw new Error('a matrix that was just created cannot be read');
    return made;
  }

  return {
    async of(scope, revision, now) {
      const key = keyOf(scope);
      for (;;) {
        const known = kept.get(key);
        if (known && known.matrix.revision === revision) {
          keepLatest(kept, key, known);
          return known;
        }
        const mine = !loading.has(key);
        const fresh = await loaded(key, scope, now);
        // One that was under way may have been read before that revision was there.
        if (mine || fresh.matrix.revision >= (revision ?? 0)) return fresh;
      }
    },
    matrix: (scope) => latest(keyOf(scope), scope),
  };
}

/** An edit of an owner changes no name, and leaves every other task the very same value. */
function sameNames({ tasks: before }: Matrix, { tasks: after }: Matrix): boolean {
  return (
    before.length === after.length &&
    after.every((task, i) => {
      const old = before[i];
      if (old === task) return true;
      return (
        old !== undefined &&
        old.id === task.id &&
        old.name === task.name &&
        old.area === task.area &&
        old.description === task.description &&
        old.aliases.length === task.aliases.length &&
        old.aliases.every((alias, at) => alias === task.aliases[at])
      );
    })
  );
}

/** Many tenants keep the starter's names: they find an index that is there. A large matrix is nobody else's. */
function digestOf({ tasks }: Matrix): string {
  const names = tasks.map((t) => [t.id, t.name, t.aliases, t.description, t.area]);
  return createHash('sha256').update(JSON.stringify(names)).digest('base64');
}

function amongTasksOf({ tasks }: Matrix, finder: Finder): Finder {
  const there = new Set(tasks.map(({ id }) => id));
  return {
    find: (question) => stillThere(finder.find(question), (task) => there.has(task)),
    subjects: finder.subjects,
  };
}

function keyOf({ tenant, matrix }: Scope): string {
  return JSON.stringify([tenant, matrix]);
}

function keepLatest<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
