// The plan of a claim: which posts of a tenant may go now, and when each has its turn. The database decides races.
import { z } from 'zod';
import type { Reply } from '../cards.ts';
import type { Claim, Claimed, Pace } from '../posts.ts';
import { recipientOf } from './addresses.ts';
import type { Outcome, Plan } from './engine.ts';
import type { Queries } from './queries.ts';
import { changes, changesOnce, rows } from './query.ts';

/** A transaction with more posts would keep other writers waiting; it is several seconds of Teams' own limit. */
const MOST_CLAIMED = 200;

/** More than there are turns for, because some recipients have to wait for their gap. */
const SPARE = 2;

/** Nobody takes turns further ahead than this, so such a time was written before the clock was set back. */
const CLOCK_SET_BACK_MS = 60_000;

/** Replies are stored as this program wrote them; the kind tells a row that somebody else touched. */
const StoredReply = z.custom<Reply>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
);

export type ClaimAsk = { tenant: string; pace: Pace; most: number; now: Date; until: Date };

export function* claimPlan(q: Queries, ask: ClaimAsk): Plan<Outcome<Claim>> {
  const { tenant, pace, most, now, until } = ask;
  const at = now.getTime();
  yield* changes(q.addPace, { tenant, next: '', hold: '' });
  const [known] = yield* rows(q.lockPace, { tenant });
  if (known && known.hold > now.toISOString()) return none(new Date(known.hold));

  const interval = 1_000 / pace.perSecond;
  const first = Math.max(keptTime(known?.next ?? '', at), at - pace.slackMs);
  const free = interval === 0 ? MOST_CLAIMED : Math.floor((at + pace.aheadMs - first) / interval);
  const turns = Math.min(free, most, MOST_CLAIMED);
  if (turns <= 0) return none(new Date(first + interval - pace.aheadMs / 2));

  const taken = yield* takePlan(q, ask, turns, first, interval);
  if (taken.length > 0) {
    const last = new Date(first + taken.length * interval);
    yield* changesOnce(
      q.claimPosts(
        tenant,
        taken.map(({ scope, post }) => ({ matrix: scope.matrix, key: post.key })),
        { claimed: last.toISOString(), not_before: until.toISOString() },
      ),
    );
    yield* changes(q.movePace, { tenant, next: last.toISOString() });
    if (taken.length === turns) {
      // Half of what is ahead is used up by then, so turns never run out between two claims.
      const next = new Date(Math.max(at, last.getTime() - pace.aheadMs / 2));
      return { keep: true, value: { claimed: taken, next } };
    }
  }
  const [due] = yield* rows(q.nextDue, { tenant });
  return { keep: true, value: { claimed: taken, next: due?.at ? new Date(due.at) : null } };
}

/** A kept time in ms; none where it cannot be. */
function keptTime(kept: string, now: number): number {
  const time = kept === '' ? 0 : Date.parse(kept);
  return time > now + CLOCK_SET_BACK_MS ? 0 : time;
}

function none(next: Date): Outcome<Claim> {
  return { keep: false, value: { claimed: [], next } };
}

function* takePlan(
  q: Queries,
  { tenant, pace, now }: ClaimAsk,
  turns: number,
  first: number,
  interval: number,
): Plan<Claimed[]> {
  const at = now.toISOString();
  const since = new Date(now.getTime() - pace.gapMs).toISOString();
  const last = new Map<string, number>();
  for (const { address, claimed } of yield* rows(q.claimedSince, { tenant, since })) {
    last.set(address, Math.max(last.get(address) ?? 0, keptTime(claimed, now.getTime())));
  }
  const taken: Claimed[] = [];
  const found = yield* rows(q.candidates, { tenant, now: at, limit: turns * SPARE });
  for (const row of found) {
    if (taken.length === turns) break;
    const scope = { tenant, matrix: row.matrix };
    if (row.parked !== null) {
      yield* changes(q.refuse, { ...scope, key: row.key, why: row.parked, at });
      continue;
    }
    const earliest = (last.get(row.address) ?? Number.NEGATIVE_INFINITY) + pace.gapMs;
    if (earliest > now.getTime()) {
      last.set(row.address, earliest);
      const not_before = new Date(earliest).toISOString();
      yield* changes(q.putOff, { ...scope, key: row.key, not_before });
      continue;
    }
    last.set(row.address, now.getTime());
    const reply = StoredReply.parse(JSON.parse(row.reply));
    taken.push({
      scope,
      post: {
        ...{ key: row.key, to: recipientOf(row.address), reply, memo: row.memo },
        due: new Date(row.due),
      },
      fence: row.fence + 1,
      attempts: row.attempts,
      since: new Date(row.since),
      turn: new Date(Math.max(now.getTime(), first + taken.length * interval)),
    });
  }
  return taken;
}
