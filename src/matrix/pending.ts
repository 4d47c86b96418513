// What waits for somebody's word: tasks they were named for and have not accepted, and regular checks that have come.
import type { Day } from './day.ts';
import type { Matrix, StoredTask } from './matrix.ts';
import { type Caller, callerOf, isOwner } from './rights.ts';
import { nextCheck, type Status, statusOf } from './status.ts';
import { IMPORTANCES } from './task.ts';

export type Pending = { asked: StoredTask[]; checks: StoredTask[] };

/** What waits for anybody's word; what matters most comes first. */
export function allPending(matrix: Matrix, today: Day): Pending {
  // The status looks for the owner among all people, so most tasks are passed over before.
  const open = matrix.tasks.filter((task) => isOpen(task, today));
  const ranked = open.toSorted((a, b) => rank(a) - rank(b));
  const found = ranked.map((task) => ({ task, status: statusOf(task, matrix, today) }));
  const those = (...statuses: Status[]) =>
    found.filter(({ status }) => statuses.includes(status)).map(({ task }) => task);
  return { asked: those('assigned'), checks: those('confirmed', 'overdue') };
}

export function pendingFor(caller: Caller, matrix: Matrix, today: Day): Pending {
  return only(allPending(matrix, today), (task) => isOwner(caller, task));
}

/** Not accepted, or its check has come. */
function isOpen(task: StoredTask, today: Day): boolean {
  const { ownership } = task;
  if (ownership.kind !== 'owned') return false;
  const check = nextCheck(task);
  return ownership.acceptedOn === null || (check !== null && check <= today);
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
