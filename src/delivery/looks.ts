// Asks every feature what has to be said by now, and writes it down; the store keeps each cause once.
import type { Feature, Look } from '../chat.ts';
import type { Log } from '../log.ts';
import type { Scope } from '../matrix/matrix.ts';
import type { PostStore } from '../posts.ts';
import { LOOK_EVERY_MS } from './limits.ts';
import type { Step } from './step.ts';

export type LooksOptions = {
  features: readonly Feature[];
  /** Null where there is no such matrix any more. */
  look(scope: Scope, now: Date): Promise<Look | null>;
  posts: PostStore;
  clock: () => Date;
  log: Log;
  step: (label: Step) => void;
};

export type Looks = {
  /** Looks where something changed since the last time, or where the quarter is over; one after the other. */
  round(
    all: readonly { scope: Scope; revision: number }[],
    between: () => Promise<void>,
  ): Promise<void>;
  once(scope: Scope): Promise<void>;
};

export function createLooks({ features, look, posts, clock, log, step }: LooksOptions): Looks {
  const seen = new Map<string, string>();

  /** True where every feature could say what it had to. */
  async function ask(scope: Scope): Promise<boolean> {
    const now = clock();
    const view = await look(scope, now);
    if (!view) return true;
    let fine = true;
    for (const { due } of features) {
      if (!due) continue;
      try {
        const found = await due(view);
        step('asked');
        if (found.length === 0) continue;
        const added = await posts.add(scope, found, now);
        step('added');
        if (added > 0) log('posts added', { added });
      } catch (error) {
        fine = false;
        log('look failed', { error: error instanceof Error ? error.name : 'unknown' });
      }
    }
    return fine;
  }

  return {
    async round(all, between) {
      const quarter = Math.floor(clock().getTime() / LOOK_EVERY_MS);
      const known = new Set<string>();
      for (const { scope, revision } of all) {
        const key = JSON.stringify([scope.tenant, scope.matrix]);
        const state = `${revision} ${quarter}`;
        known.add(key);
        if (seen.get(key) === state) continue;
        await between();
        if (await ask(scope)) seen.set(key, state);
      }
      for (const key of seen.keys()) if (!known.has(key)) seen.delete(key);
    },
    async once(scope) {
      await ask(scope);
    },
  };
}
