// The matrices in use, kept in memory with their index; one cheap query a turn tells whether a copy is old.

import { createHash } from 'node:crypto';
import type { Finder } from './match/finder.ts';
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

/** `draft` is what a tenant without a matrix starts with. */
export function createSnapshots(options: {
  store: Store;
  draft: (now: Date) => Draft;
  index: (matrix: Matrix) => Finder;
}): Snapshots {
  const { store, draft, index } = options;
  const kept = new Map<string, Snapshot>();
  const finders = new Map<string, Finder>();
  const loading = new Map<string, Promise<Snapshot>>();

  async function load(scope: Scope, now: Date): Promise<Snapshot> {
    const stored = (await store.read(scope)) ?? (await begin(scope, now));
    return { matrix: stored, finder: finderOf(stored) };
  }

  /** An edit of an owner changes no name, and many tenants keep the starter's: both find an index that is there. */
  function finderOf(matrix: Matrix): Finder {
    const names = matrix.tasks.map((t) => [t.id, t.name, t.aliases, t.description, t.area]);
    const key = createHash('sha256').update(JSON.stringify(names)).digest('base64');
    const finder = finders.get(key) ?? index(matrix);
    keepLatest(finders, key, finder);
    return finder;
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
      const underway = loading.get(key) ?? load(scope, now);
      loading.set(key, underway);
      try {
        const fresh = await underway;
        keepLatest(kept, key, fresh);
        return fresh;
      } finally {
        loading.delete(key);
      }
    },
  };
}

function keepLatest<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
