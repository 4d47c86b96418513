// The Store over an engine: every method is one plan.
import type { Matrix, Scope } from '../matrix/matrix.ts';
import type { Store } from '../store.ts';
import { commitPlan } from './commit.ts';
import type { Engine, Outcome, Plan } from './engine.ts';
import type { Queries } from './queries.ts';
import { changes, rows } from './query.ts';
import { lineOf, memoryOf, partyOf, personOf, taskOf } from './records.ts';
import { createPlan } from './write.ts';

/** Teams repeats an activity within minutes; two days also cover an outage over night. */
const KEEP_ONCE_MS = 48 * 3_600_000;

/** A sweep pauses between portions, so that no turn waits for it long. */
const SWEEP_ROWS = 250;

export function createStore(engine: Engine, q: Queries): Store {
  return {
    create: (scope, draft, by, at) => engine.write(createPlan(q, scope, draft, by, at)),
    commit: (commit) => engine.write(commitPlan(q, commit)),
    read: (scope) => engine.snapshot(readPlan(q, scope)),

    async revision(scope) {
      const [found] = await engine.look(rows(q.revision, scope));
      return found?.revision ?? null;
    },

    async memory(scope, conversation, person, now) {
      const of = { ...scope, conversation, person, now: now.toISOString() };
      const [found] = await engine.look(rows(q.memory, of));
      return found ? memoryOf(found.said) : null;
    },

    async quizSession(scope, conversation) {
      const [found] = await engine.look(rows(q.quizSession, { ...scope, conversation }));
      return found ? { conversation, version: found.version, state: found.state } : null;
    },

    async quizResults(scope, limit) {
      const found = await engine.look(rows(q.quizResults, { ...scope, limit }));
      return found.map(({ run, at, body }) => ({ run, at: new Date(at), body }));
    },

    async history(scope, task, limit) {
      const found = await engine.look(rows(q.history, { ...scope, task, limit }));
      return found.map(lineOf);
    },

    async changedSince(scope, since) {
      // Times are kept as text, and a day is the start of every time on it.
      const found = await engine.look(rows(q.changedSince, { ...scope, since }));
      return found.map(({ task }) => task);
    },

    async demandFor(scope, task, since) {
      const [found] = await engine.look(rows(q.demandFor, { ...scope, task, since }));
      return { times: found?.times ?? 0, askers: found?.askers ?? 0 };
    },

    async sweep(now) {
      const before = new Date(now.getTime() - KEEP_ONCE_MS).toISOString();
      const at = now.toISOString();
      const keys = await inPortions((limit) =>
        engine.write(kept(changes(q.sweepOnce, { before, limit }))),
      );
      const memories = await inPortions((limit) =>
        engine.write(kept(changes(q.sweepMemory, { now: at, limit }))),
      );
      return keys + memories;
    },

    close: () => engine.close(),
  };
}

function* readPlan(q: Queries, scope: Scope): Plan<Matrix | null> {
  const [found] = yield* rows(q.matrix, scope);
  if (!found) return null;
  return {
    scope: { tenant: scope.tenant, matrix: scope.matrix },
    name: found.name,
    decider: { name: found.decider_name, reach: found.decider_reach },
    parties: (yield* rows(q.parties, scope)).map(partyOf),
    people: (yield* rows(q.people, scope)).map(personOf),
    tasks: (yield* rows(q.tasks, scope)).map(taskOf),
    revision: found.revision,
  };
}

function* kept<T>(plan: Plan<T>): Plan<Outcome<T>> {
  return { keep: true, value: yield* plan };
}

async function inPortions(remove: (limit: number) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await remove(SWEEP_ROWS);
    total += removed;
    if (removed < SWEEP_ROWS) return total;
  }
}
