// The Store over an engine: every method is one plan.

import { addDays, type Day, dayOf } from '../matrix/day.ts';
import type { Scope } from '../matrix/matrix.ts';
import type { Commit, Store, Which } from '../store.ts';
import { commitPlan } from './commit.ts';
import type { Engine, Outcome, Plan } from './engine.ts';
import { importDraftOf } from './imports.ts';
import { createPlaces } from './places.ts';
import { createPosts } from './posts.ts';
import type { Queries } from './queries.ts';
import { changes, rows } from './query.ts';
import { FROM_THE_START, readChanged } from './read.ts';
import { lineOf, memoryOf, partyOf } from './records.ts';
import { roundOf } from './rounds.ts';
import { madePlan } from './sides.ts';
import { snoozeOf, subscriptionOf } from './subscriptions.ts';
import type { LineRow } from './tables.ts';
import { createPlan } from './write.ts';

/** Teams repeats an activity within minutes; two days also cover an outage over night. */
const KEEP_ONCE_MS = 48 * 3_600_000;

/** Above every `seq`, which PostgreSQL keeps in 32 bits. */
const NEWEST = 2_147_483_647;
/** Longer than anybody asks what became of a post, and than any cause is brought again. */
const KEEP_POSTS_MS = 180 * 24 * 3_600_000;

/** Long enough for a second person to meet the same words, and for a question without an owner to be taken up. */
const KEEP_LESSONS_DAYS = 30;
const KEEP_QUESTIONS_DAYS = 90;

/** A round takes two weeks; who looks further back reads the history. */
const NEWEST_ROUNDS = 20;

/** Twice the starter, which a new matrix begins with: written in 25 ms. */
const MOST_AT_ONCE = 320;

/** A sweep pauses between portions, so that no turn waits for it long. */
const SWEEP_ROWS = 250;

export function createStore(engine: Engine, q: Queries): Store {
  return {
    posts: createPosts(engine, q),
    places: createPlaces(engine, q),
    create(scope, draft, by, at) {
      const plan = createPlan(q, scope, draft, by, at);
      return draft.tasks.length > MOST_AT_ONCE ? engine.writeMuch(plan) : engine.write(plan);
    },

    commit(commit) {
      const plan = commitPlan(q, commit);
      return rowsOf(commit) > MOST_AT_ONCE ? engine.writeMuch(plan) : engine.write(plan);
    },

    read: (scope) => readChanged(engine, q, scope, FROM_THE_START),
    readSince: (scope, revision) => readChanged(engine, q, scope, revision),

    async known(tenant, conversation) {
      const found = await engine.look(rows(q.known, { tenant, conversation }));
      return found.map(({ matrix, name, revision, bound }) => ({
        ...{ matrix, name, revision },
        bound: bound !== null,
      }));
    },

    async revision(scope) {
      const [found] = await engine.look(rows(q.revision, scope));
      return found?.revision ?? null;
    },

    async scopes() {
      const found = await engine.look(rows(q.scopes, {}));
      return found.map(({ tenant, matrix, revision }) => ({ scope: { tenant, matrix }, revision }));
    },

    async memory(scope, conversation, person, now) {
      const of = { ...scope, conversation, person, now: now.toISOString() };
      const [found] = await engine.look(rows(q.memory, of));
      return found ? memoryOf(found.said) : null;
    },

    async importDraft(scope, id, now) {
      const of = { ...scope, id, now: now.toISOString() };
      const [found] = await engine.look(rows(q.importDraft, of));
      return found ? importDraftOf(found) : null;
    },

    async quizSession(scope, conversation) {
      const [found] = await engine.look(rows(q.quizSession, { ...scope, conversation }));
      return found ? { conversation, version: found.version, state: found.state } : null;
    },

    async quizResults(scope, limit) {
      const found = await engine.look(rows(q.quizResults, { ...scope, limit }));
      return found.map(({ run, at, body }) => ({ run, at: new Date(at), body }));
    },

    async lines(scope, which, limit, before = NEWEST) {
      const found = await engine.look(linesPlan(q, scope, which, { limit, before }));
      return found.map(lineOf);
    },

    async stateAt(scope, day) {
      const of = { ...scope, until: addDays(day, 1) };
      const found = await engine.look(rows(q.linesAt, of));
      const lines = found.map(lineOf).filter(({ gone }) => !gone);
      return lines.map(({ after }) => after);
    },

    async everyParty(scope) {
      const found = await engine.look(rows(q.parties, { ...scope, since: FROM_THE_START }));
      return found.map(partyOf);
    },

    made: (scope, batch) => engine.snapshot(madePlan(q, scope, batch)),

    async rounds(scope) {
      const found = await engine.look(rows(q.rounds, { ...scope, limit: NEWEST_ROUNDS }));
      return found.map(roundOf);
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

    async taught(scope, { phrase, task, who }) {
      const of = { ...scope, phrase, task, but: who };
      const [found] = await engine.look(rows(q.taught, of));
      return found?.others ?? 0;
    },

    async subscriptions(scope) {
      const found = await engine.look(rows(q.subscriptions, scope));
      return found.map(subscriptionOf);
    },

    async snoozes(scope) {
      const found = await engine.look(rows(q.snoozes, scope));
      return found.map(snoozeOf);
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
      const old = new Date(now.getTime() - KEEP_POSTS_MS).toISOString();
      const posts = await inPortions((limit) =>
        engine.write(kept(changes(q.sweepPosts, { before: old, limit }))),
      );
      const forgotten = await engine.write(kept(forgetPlan(q, dayOf(now))));
      const imports = await engine.write(kept(changes(q.sweepImports, { now: at })));
      return keys + memories + posts + forgotten + imports;
    },

    close: () => engine.close(),
  };
}

function rowsOf({ effects }: Commit): number {
  const made = effects.map((effect) => (effect.kind === 'create' ? effect.draft.tasks.length : 1));
  return made.reduce((sum, rows) => sum + rows, 0);
}

/** Questions become counts in the transaction that forgets them, so that none is counted twice or lost. */
function* forgetPlan(q: Queries, today: Day): Plan<number> {
  const lessons = yield* changes(q.sweepLessons, { before: addDays(today, -KEEP_LESSONS_DAYS) });
  const before = addDays(today, -KEEP_QUESTIONS_DAYS);
  yield* changes(q.countDemand, { before });
  return lessons + (yield* changes(q.forgetDemand, { before }));
}

function linesPlan(
  q: Queries,
  scope: Scope,
  which: Which,
  portion: { limit: number; before: number },
): Plan<LineRow[]> {
  const of = { ...scope, ...portion };
  if ('task' in which) return rows(q.linesOfTask, { ...of, task: which.task });
  if ('batch' in which) return rows(q.linesOfBatch, { ...of, batch: which.batch });
  if ('by' in which) return rows(q.linesBy, { ...of, by: which.by });
  return rows(q.allLines, of);
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
