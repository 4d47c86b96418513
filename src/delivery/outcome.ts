// What a try means for the post: done, parked, in doubt, or when to try again. Pure.
import type { Attempt, Came, Claimed } from '../posts.ts';

/** Past this, news is old; the post stays visible as not sent. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;

/** The clocks of two instances differ by less; nobody may come back early. */
const HOLD_MARGIN_MS = 1_000;

/** `random` in [0, 1): posts that failed together do not come back together. */
export function cameOf(
  attempt: Attempt,
  { attempts, since }: Pick<Claimed, 'attempts' | 'since'>,
  now: Date,
  random: number,
): Came {
  if (attempt.kind !== 'not sent') return attempt;
  const { why, throttled, retryAfterSeconds } = attempt;
  const told = retryAfterSeconds === null ? null : retryAfterSeconds * 1_000 + HOLD_MARGIN_MS;
  const wait = told ?? backoff(attempts, random);
  const next = new Date(now.getTime() + wait);
  const late = now.getTime() - since.getTime() >= GIVE_UP_AFTER_MS;
  return { kind: 'not sent', why, again: late ? null : next, hold: throttled ? next : null };
}

function backoff(attempts: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 20));
  return longest * (0.5 + random / 2);
}
