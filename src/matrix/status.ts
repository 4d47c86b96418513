// The status of a task: derived from the matrix and a day, never stored.
import { addDays, addMonths, type Day } from './day.ts';
import { type Matrix, personNamed } from './matrix.ts';
import { disagreement, type Holder } from './ownership.ts';
import type { Task } from './task.ts';

export const STATUSES = [
  'confirmed',
  'assigned',
  'disputed',
  'overdue',
  'orphaned',
  'nobody',
  'unknown',
  'accepted gap',
  'not applicable',
] as const;
export type Status = (typeof STATUSES)[number];

/** A decision ends what the sides say; a dispute outweighs the listed owner; a person who left outweighs what they accepted. */
export function statusOf(task: Task, matrix: Pick<Matrix, 'people'>, today: Day): Status {
  const { ownership } = task;
  if (ownership.kind === 'not applicable') return 'not applicable';
  if (ownership.kind === 'accepted gap' && ownership.until >= today) return 'accepted gap';
  if (disagreement(task.views)) return 'disputed';
  if (ownership.kind === 'unknown') return 'unknown';
  if (ownership.kind !== 'owned') return 'nobody';
  if (hasLeft(ownership.lead, matrix, today)) return 'orphaned';
  if (ownership.acceptedOn === null) return 'assigned';
  return isOverdue(task, today) ? 'overdue' : 'confirmed';
}

/** Somebody answers for the task today: only then may anything name an owner. */
export function isAnswering(status: Status): status is 'confirmed' | 'assigned' | 'overdue' {
  return status === 'confirmed' || status === 'assigned' || status === 'overdue';
}

function hasLeft(holder: Holder, matrix: Pick<Matrix, 'people'>, today: Day): boolean {
  const person = holder.person === '' ? null : personNamed(matrix, holder.party, holder.person);
  return person?.leftOn != null && person.leftOn <= today;
}

/** The day the owner is next asked to confirm; null without an owner or an interval. */
export function nextCheck(task: Task): Day | null {
  if (task.ownership.kind !== 'owned' || task.review === null) return null;
  const from = task.reviewedOn ?? task.ownership.acceptedOn ?? task.ownership.since;
  const { every, unit } = task.review;
  return unit === 'month' ? addMonths(from, every) : addDays(from, every);
}

export function isOverdue(task: Task, today: Day): boolean {
  const due = nextCheck(task);
  return due !== null && due < today;
}
