// The PostStore over an engine: what is due, who has it, and what came of it.
import type { Scope } from '../matrix/matrix.ts';
import type { Came, Claimed, Post, Posted, PostStore } from '../posts.ts';
import { POST_STATES } from '../posts.ts';
import { addressOf, recipientOf } from './addresses.ts';
import { claimPlan } from './claim.ts';
import type { Engine, Outcome, Plan } from './engine.ts';
import type { Queries } from './queries.ts';
import { changes, changesOnce, rows } from './query.ts';
import type { PostRow } from './tables.ts';

/** A transaction of 250 cards takes some ten milliseconds; other writers come in between. */
const ROWS_AT_ONCE = 250;

const NO_WORD = 'no word in time';

export function createPosts(engine: Engine, q: Queries): PostStore {
  return {
    async add(scope, posts, at) {
      let added = 0;
      for (let from = 0; from < posts.length; from += ROWS_AT_ONCE) {
        const some = posts.slice(from, from + ROWS_AT_ONCE);
        added += await engine.write(kept(addPlan(q, scope, some, at)));
      }
      return added;
    },

    async waiting(now) {
      const found = await engine.look(rows(q.waitingTenants, { now: now.toISOString() }));
      return found.map(({ tenant }) => tenant);
    },

    claim: (tenant, pace, most, now, until) =>
      engine.write(claimPlan(q, { tenant, pace, most, now, until })),
    begin: (claimed, now, until) => engine.write(kept(beginPlan(q, claimed, now, until))),
    finish: (claimed, came, now) => engine.write(kept(finishPlan(q, claimed, came, now))),

    expire: (now) =>
      engine.write(kept(changes(q.expirePosts, { why: NO_WORD, at: now.toISOString() }))),

    async posted(scope, keyStart, limit) {
      const found = await engine.look(rows(q.postsStarting, { ...scope, start: keyStart, limit }));
      return found.map(postedOf);
    },
  };
}

/** Also part of a turn's own commit: posted where the turn was, or not at all. */
export function* addPlan(q: Queries, scope: Scope, posts: readonly Post[], at: Date): Plan<number> {
  if (posts.length === 0) return 0;
  return yield* changesOnce(q.addPosts(posts.map((post) => postRow(scope, post, at))));
}

/** Whoever presses that wants to know: a parked recipient is tried, too. */
export function* sendAgainPlan(q: Queries, scope: Scope, key: string, at: Date): Plan<void> {
  const [found] = yield* rows(q.sendAgain, { ...keyOf(scope), key, at: at.toISOString() });
  if (found) yield* changes(q.unpark, { tenant: scope.tenant, address: found.address });
}

function* beginPlan(q: Queries, claimed: Claimed, now: Date, until: Date): Plan<boolean> {
  const at = now.toISOString();
  const [pace] = yield* rows(q.hold, { tenant: claimed.scope.tenant });
  if (pace && pace.hold > at) {
    yield* changes(q.putOffClaimed, { ...heldOf(claimed), not_before: pace.hold });
    return false;
  }
  const begun = { ...heldOf(claimed), at, until: until.toISOString() };
  return (yield* changes(q.beginPost, begun)) === 1;
}

function* finishPlan(q: Queries, claimed: Claimed, came: Came, now: Date): Plan<boolean> {
  const held = heldOf(claimed);
  const at = now.toISOString();
  if (came.kind === 'sent') {
    return (yield* changes(q.postSent, { ...held, activity: came.id, at })) === 1;
  }
  const again = came.kind === 'not sent' ? came.again : null;
  const state = again ? 'due' : came.kind;
  const not_before = (again ?? now).toISOString();
  const { why } = came;
  if ((yield* changes(q.postCameTo, { ...held, state, why, not_before, at })) === 0) return false;
  const { tenant } = claimed.scope;
  if (came.kind === 'refused') {
    for (const to of came.park) yield* changes(q.park, { tenant, address: addressOf(to), why, at });
  }
  if (came.kind === 'not sent' && came.hold) {
    yield* changes(q.holdTenant, { tenant, next: '', hold: came.hold.toISOString() });
  }
  return true;
}

function heldOf({ scope, post, fence }: Claimed): Scope & { key: string; fence: number } {
  return { ...keyOf(scope), key: post.key, fence };
}

function keyOf({ tenant, matrix }: Scope): Scope {
  return { tenant, matrix };
}

function postRow(scope: Scope, { key, to, reply, memo, due }: Post, at: Date): PostRow {
  const planned = due.toISOString();
  const made = at.toISOString();
  return {
    ...{ ...keyOf(scope), key, memo, address: addressOf(to), due: planned, not_before: planned },
    reply: reply === null ? '' : JSON.stringify(reply),
    state: reply === null ? 'silent' : 'due',
    since: planned > made ? planned : made,
    ...{ fence: 0, attempts: 0, claimed: '', lease_until: '', why: '', activity: '', at: made },
  };
}

function postedOf(row: Pick<PostRow, 'key' | 'address' | 'state' | 'memo' | 'why' | 'at'>): Posted {
  const state = POST_STATES.find((known) => known === row.state);
  if (!state) throw new Error(`A post in a state that this version does not know: ${row.state}`);
  const { key, memo, why } = row;
  return { key, to: recipientOf(row.address), state, memo, why, at: new Date(row.at) };
}

function* kept<T>(plan: Plan<T>): Plan<Outcome<T>> {
  return { keep: true, value: yield* plan };
}
