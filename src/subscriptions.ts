// Contract: which conversations get the digest and when, and which tasks were put off.
import type { Author } from './matrix/change.ts';
import type { Day } from './matrix/day.ts';

/** Monday is 1, Sunday 7, as in ISO 8601. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local time in the zone, an IANA name. */
export type Hour = { day: Weekday; hour: number; minute: number; zone: string };

/** One a conversation; `id` follows from it, so that off and on again is the same one. */
export type Subscription = Hour & {
  id: string;
  /** A channel by its own id, without a thread. */
  conversation: string;
  where: 'personal' | 'group' | 'channel';
  locale: string;
  /** Who turned it on or last changed it. */
  by: Author;
  /** When that was: what would have been due earlier is never made up for. */
  since: Date;
  /** None means all. */
  areas: string[];
  /** Whom unanswered asks go to; the id is empty while Teams has not told it. */
  decider: Author;
  /** The first day on which the digest comes again. */
  pausedUntil: Day | null;
  holidays: Day[];
  /** Whether the monthly view for leadership comes along. */
  leadership: boolean;
};

/** One a task; over on the day `until`. */
export type Snooze = { task: string; until: Day; reason: string; by: Author; at: Date };

/** How the keys of its weekly posts begin. The memo of one lists in `tasks` whose owner it asked for their word. */
export function runsOf(subscription: string): string {
  return `digest:${subscription}:`;
}
