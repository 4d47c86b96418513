// Why a task is on the digest: what is open about it today, and since when.
import { addDays, type Day } from '../matrix/day.ts';
import { type Matrix, personNamed } from '../matrix/matrix.ts';
import { disagreement } from '../matrix/ownership.ts';
import { nextCheck, statusOf } from '../matrix/status.ts';
import type { Task } from '../matrix/task.ts';

export const CAUSES = [
  'mutual disclaim',
  'overlap',
  'orphaned',
  'nobody',
  'shared',
  'expired',
  'unknown',
  'ending',
  'assigned',
  'overdue',
] as const;
export type Cause = (typeof CAUSES)[number];

/** `since` is null where nobody wrote it down. */
export type Open = { cause: Cause; since: Day | null };

/** An owner gets two weeks to accept before others hear of it. */
const ACCEPT_DAYS = 14;

/** The end of an accepted gap is told one digest ahead. */
const ENDING_DAYS = 7;

/** Null for a task that asks nothing of anybody today. */
export function openOf(task: Task, matrix: Pick<Matrix, 'people'>, today: Day): Open | null {
  const { ownership } = task;
  switch (statusOf(task, matrix, today)) {
    case 'confirmed':
    case 'not applicable':
      return null;
    case 'accepted gap': {
      const until = ownership.kind === 'accepted gap' ? ownership.until : today;
      return until <= addDays(today, ENDING_DAYS) ? { cause: 'ending', since: until } : null;
    }
    case 'disputed': {
      const dispute = disagreement(task.views);
      const on = dispute?.views.map((view) => view.on).toSorted()[1] ?? null;
      return { cause: dispute?.kind ?? 'overlap', since: on };
    }
    case 'unknown':
      return { cause: 'unknown', since: null };
    case 'nobody':
      if (ownership.kind === 'accepted gap') return { cause: 'expired', since: ownership.until };
      if (ownership.kind !== 'nobody') return { cause: 'nobody', since: null };
      return {
        cause: ownership.sharedWith.length > 0 ? 'shared' : 'nobody',
        since: ownership.since,
      };
    case 'orphaned': {
      const lead = ownership.kind === 'owned' ? ownership.lead : null;
      const person = lead && personNamed(matrix, lead.party, lead.person);
      return { cause: 'orphaned', since: person?.leftOn ?? null };
    }
    case 'assigned': {
      const since = ownership.kind === 'owned' ? ownership.since : today;
      return since <= addDays(today, -ACCEPT_DAYS) ? { cause: 'assigned', since } : null;
    }
    case 'overdue':
      return { cause: 'overdue', since: nextCheck(task) };
  }
}

/** Nobody answers for the task; the rest is late or about to be. */
export function isGap(cause: Cause): boolean {
  return cause !== 'ending' && cause !== 'assigned' && cause !== 'overdue';
}
