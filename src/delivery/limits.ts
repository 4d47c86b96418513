// How fast, how long and how often; each number with its reason.
import type { Pace } from '../posts.ts';

/** A function to call after a while; what comes back calls it off. The real one is setTimeout. */
export type Timer = (ms: number, run: () => void) => () => void;

export type Limits = {
  pace: Pace;
  /** Claimed or under way in this process at once. */
  atOnce: number;
  /** A claim ends by itself after this, so that a killed process holds nothing up for long. */
  claimMs: number;
  /** A post that was begun is given up as uncertain after this. */
  sendMs: number;
  tickMs: number;
};

export const LIMITS: Limits = {
  pace: {
    // Teams takes 50 a second from one app in one tenant; the rest is for answers.
    // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
    perSecond: 40,
    // Eight posts: makes up for a claim on a busy machine, and stays under 50 in any second.
    slackMs: 200,
    // A second process finds turns again within a second, and a stop leaves few behind.
    aheadMs: 1_000,
    // Fits all four limits of one conversation at once: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour.
    gapMs: 2_000,
  },
  // Three seconds of posts that nobody answers; fewer than the sockets of teams/exchange.ts.
  atOnce: 120,
  claimMs: 30_000,
  // Token and POST take at most 10 s each, and a 1:1 chat may have to be opened first.
  sendMs: 60_000,
  tickMs: 60_000,
};

/** A matrix that did not change is looked at on the quarter: nothing is planned more finely, and it costs a read. */
export const LOOK_EVERY_MS = 15 * 60_000;

/** After a failure of the store. Fast, because nothing is posted meanwhile. */
export const RETRY_MS = 5_000;
