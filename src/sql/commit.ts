// The plan of a commit: the key first, then everything the turn leaves behind, or nothing.
import { randomUUID } from 'node:crypto';
import type { Scope } from '../matrix/matrix.ts';
import type { Commit, Committed, Demand, Effect, OnceKey } from '../store.ts';
import type { Outcome, Plan } from './engine.ts';
import { draftPlan, dropDraftPlan } from './imports.ts';
import { addPlan, sendAgainPlan } from './posts.ts';
import type { Queries } from './queries.ts';
import { changes, rows } from './query.ts';
import { sessionPlan } from './quiz.ts';
import { roundPlan } from './rounds.ts';
import { snoozeRow, subscriptionRow } from './subscriptions.ts';
import { createPlan, stepsPlan } from './write.ts';

/** Keys are of a conversation whatever it is about: what comes again must not have an effect in another matrix. */
const ANY_MATRIX = '';

export function* commitPlan(q: Queries, commit: Commit): Plan<Outcome<Committed>> {
  const { scope, once, by, at, effects, reply } = commit;
  if (once) {
    const { tenant } = scope;
    const row = { ...once, tenant, matrix: ANY_MATRIX, reply, at: at.toISOString() };
    // A key that is being written by someone else is waited for, then found.
    const inserted = yield* changes(q.insertOnce, row);
    if (inserted === 0) {
      const [stored] = yield* rows(q.reply, row);
      return { keep: false, value: { kind: 'again', reply: stored?.reply ?? '' } };
    }
  }
  for (const effect of effects) {
    if (effect.kind === 'quiz') {
      const kept = yield* sessionPlan(q, scope, effect.session);
      if (!kept) return { keep: false, value: { kind: 'stale', task: '' } };
    }
    if (effect.kind === 'create') {
      const made = { tenant: scope.tenant, matrix: effect.matrix };
      const { value } = yield* createPlan(q, made, effect.draft, by, at);
      if (value === 'exists') return { keep: false, value: { kind: 'stale', task: '' } };
    }
    if (effect.kind === 'import' || effect.kind === 'import over') {
      const kept =
        effect.kind === 'import'
          ? yield* draftPlan(q, scope, effect.draft)
          : yield* dropDraftPlan(q, scope, effect.id);
      if (!kept) return { keep: false, value: { kind: 'stale', task: '' } };
    }
    if (effect.kind === 'round') {
      const written = yield* roundPlan(q, scope, effect.expect, effect.to);
      if (!written) return { keep: false, value: { kind: 'stale', task: '' } };
    }
  }
  const steps = effects.flatMap((effect) => (effect.kind === 'change' ? [effect.step] : []));
  if (steps.length > 0) {
    const task = yield* stepsPlan(q, scope, steps, by, at);
    if (task !== null) return { keep: false, value: { kind: 'stale', task } };
  }
  for (const effect of effects) yield* effectPlan(q, commit, effect);
  return { keep: true, value: { kind: 'done' } };
}

function* effectPlan(q: Queries, { scope, once, at }: Commit, effect: Effect): Plan<void> {
  switch (effect.kind) {
    case 'change':
    case 'create':
    case 'quiz':
    case 'round':
    case 'import':
    case 'import over':
      return;
    case 'quiz result': {
      const { run, at, body } = effect.result;
      yield* changes(q.putQuizResult, { ...scope, run, at: at.toISOString(), body });
      return;
    }
    case 'demand':
      yield* changes(q.insertDemand, demandRow(scope, effect.demand));
      return;
    case 'remember': {
      const { conversation, person } = talk(once);
      const said = JSON.stringify(effect.memory);
      const expires = effect.until.toISOString();
      yield* changes(q.remember, { ...scope, conversation, person, said, expires });
      return;
    }
    case 'lesson':
      yield* changes(q.teach, { ...scope, ...effect.lesson });
      return;
    case 'bind': {
      const { conversation } = talk(once);
      yield* changes(q.bind, { tenant: scope.tenant, conversation, matrix: effect.matrix });
      return;
    }
    case 'post':
      yield* addPlan(q, scope, [effect.post], at);
      return;
    case 'send again':
      yield* sendAgainPlan(q, scope, effect.key, at);
      return;
    case 'subscribe':
      yield* changes(q.putSubscription, subscriptionRow(scope, effect.subscription));
      return;
    case 'unsubscribe':
      yield* changes(q.dropSubscription, { ...scope, id: effect.id });
      return;
    case 'snooze':
      yield* changes(q.putSnooze, snoozeRow(scope, effect.snooze));
      return;
    case 'left': {
      const { conversation, key } = talk(once);
      const { tenant } = scope;
      yield* changes(q.forget, { tenant, conversation });
      yield* changes(q.forgetQuiz, { ...scope, conversation });
      // Its own key stays: a second delivery of the farewell must not undo a new welcome.
      yield* changes(q.forgetOnce, { tenant, matrix: ANY_MATRIX, conversation, but: key });
    }
  }
}

function demandRow(scope: Scope, { kind, task, text, day, asker }: Demand) {
  return { ...scope, kind, task, text, day, asker, id: randomUUID() };
}

function talk(once: OnceKey | null): OnceKey {
  if (once) return once;
  throw new TypeError('Only a turn can remember or leave: the commit has no key');
}
