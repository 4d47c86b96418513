// What waits for somebody's word: tasks they were named for and have not accepted, and regular checks that have come.
import type { Day } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { type Caller, callerOf, isOwner } from '../matrix/rights.ts';
import { nextCheck, statusOf } from '../matrix/status.ts';
import { IMPORTANCES } from '../matrix/task.ts';

export type Pending = { asked: StoredTask[]; checks: StoredTask[] };

/** What matters most comes first. */
export function pendingFor(caller: Caller, matrix: Matrix, today: Day): Pending {
  const own = matrix.tasks
    .filter((task) => isOwner(caller, task))
    .toSorted((a, b) => rank(a) - rank(b));
  const asked = own.filter((task) => statusOf(task, matrix, today) === 'assigned');
  return { asked, checks: own.filter((task) => isDue(task, matrix, today)) };
}

function isDue(task: StoredTask, matrix: Matrix, today: Day): boolean {
  const status = statusOf(task, matrix, today);
  const check = nextCheck(task);
  return status === 'overdue' || (status === 'confirmed' && check !== null && check <= today);
}

function rank({ importance }: StoredTask): number {
  return IMPORTANCES.indexOf(importance);
}

/** Everyone who can be asked, with what they may answer for: known by id, and still here. */
export function askable(matrix: Matrix, today: Day): Caller[] {
  const people = matrix.people.filter(({ leftOn }) => leftOn === null || leftOn > today);
  const speakers = matrix.grants.filter(({ speaksFor }) => speaksFor.length > 0);
  const ids = new Set([
    ...people.map(({ entraId }) => entraId),
    ...speakers.map(({ person }) => person),
  ]);
  ids.delete('');
  return [...ids].map((id) => callerOf(matrix, { id, name: '', guest: false }, []));
}

export function countOf({ asked, checks }: Pending): number {
  return asked.length + checks.length;
}

export function only({ asked, checks }: Pending, keep: (task: StoredTask) => boolean): Pending {
  return { asked: asked.filter(keep), checks: checks.filter(keep) };
}
