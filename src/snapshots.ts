// The matrices in use, kept in memory with their index; one cheap query a turn tells whether a copy is old.

import { createHash } from 'node:crypto';
import type { Finder } from './match/finder.ts';
import { stillThere } from './match/found.ts';
import type { Author } from './matrix/change.ts';
import type { Draft, Matrix, Scope } from './matrix/matrix.ts';
import type { Store } from './store.ts';

export type Snapshot = { matrix: Matrix; finder: Finder };

export type Snapshots = {
  /** `revision` is what the store says now; null where the matrix is not there yet and is begun. */
  of(scope: Scope, revision: number | null, now: Date): Promise<Snapshot>;
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

  async function load(key: string, scope: Scope, now: Date): Promise<Snapshot> {
    const matrix = (await store.read(scope)) ?? (await begin(scope, now));
    const before = kept.get(key);
    if (before && sameNames(before.matrix, matrix)) return { matrix, finder: before.finder };
    const names = digestOf(matrix);
    const ready = finders.get(names);
    if (ready) {
      keepLatest(finders, names, ready);
      return { matrix, finder: ready };
    }
    if (before && matrix.tasks.length > MOST_AWAITED) {
      const snapshot = { matrix, finder: amongTasksOf(matrix, before.finder) };
      keepLatest(kept, key, snapshot);
      void regrow(key);
      return snapshot;
    }
    return { matrix, finder: await grown(matrix, names) };
  }

  /** Tenants that start with the same names wait for the same index. */
  async function grown(matrix: Matrix, names: string): Promise<Finder> {
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

  function keep(key: string, snapshot: Snapshot): void {
    keepLatest(kept, key, snapshot);
    const used = new Set([...kept.values()].map(({ finder }) => finder));
    for (const [names, finder] of finders) if (!used.has(finder)) finders.delete(names);
  }

  /** One at a time for each matrix; edits meanwhile make one more round, however many they are. */
  async function regrow(key: string): Promise<void> {
    if (regrowing.has(key)) return;
    regrowing.add(key);
    try {
      for (let matrix = kept.get(key)?.matrix; matrix; ) {
        const names = digestOf(matrix);
        const finder = finders.get(names) ?? (await grown(matrix, names));
        const latest = kept.get(key)?.matrix;
        if (latest && digestOf(latest) === names) {
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
      const key = JSON.stringify([scope.tenant, scope.matrix]);
      const known = kept.get(key);
      if (known && known.matrix.revision === revision) {
        keepLatest(kept, key, known);
        return known;
      }
      const underway = loading.get(key) ?? load(key, scope, now);
      loading.set(key, underway);
      try {
        const fresh = await underway;
        const latest = kept.get(key);
        // Its own index may have grown since.
        if (latest?.matrix === fresh.matrix) return latest;
        keep(key, fresh);
        return fresh;
      } finally {
        loading.delete(key);
      }
    },
  };
}

/** An edit of an owner changes no name; comparing is a few times quicker than a digest. */
function sameNames({ tasks: before }: Matrix, { tasks: after }: Matrix): boolean {
  return (
    before.length === after.length &&
    after.every((task, i) => {
      const old = before[i];
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

/** Many tenants keep the starter's names: they find an index that is there. */
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

function keepLatest<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
