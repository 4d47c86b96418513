// One wish about one task → the steps it takes, or why not: rights, version and the rule; nothing is shown here.
import type { Step } from '../matrix/change.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { type Caller, isOwner, mayEdit, maySpeakFor } from '../matrix/rights.ts';
import type { Task } from '../matrix/task.ts';
import { type Refusal, type Ruled, ruled, type Wish } from '../matrix/wish.ts';

export type Change = {
  task: StoredTask;
  wish: Wish;
  /** Further fields of the same card: one change, one line of history. */
  more?: readonly Wish[];
  why: string;
  /** People whom the change brings into the matrix. */
  steps: readonly Step[];
  /** The version that was on the card; null for what was typed. */
  seen: number | null;
  /** Where they are not what the caller may do now. */
  rights?: Caller;
};

/** `matrix` and `now` are how both stand once the steps are committed. */
export type Planned =
  | { kind: 'forbidden' }
  | { kind: 'overtaken' }
  | { kind: 'refused'; why: Refusal }
  | { kind: 'unchanged' }
  | { kind: 'changed'; steps: Step[]; now: StoredTask; matrix: Matrix };

/** What the named owner may do without being an admin. */
const OWNERS: ReadonlySet<Wish['kind']> = new Set([
  'accept',
  'decline',
  'still mine',
  'assign',
  'share',
]);

/** Longer reasons belong in the document that they come from. */
export const MOST_WHY = 500;

function mayWish(caller: Caller, task: StoredTask, wish: Wish): boolean {
  if (wish.kind === 'view') return maySpeakFor(caller, wish.view.party) || mayEdit(caller, task);
  return mayEdit(caller, task) || (OWNERS.has(wish.kind) && isOwner(caller, task));
}

/** `batch` names what is done in one press, so that it can be undone in one. */
export function planned(
  change: Change,
  batch: string,
  today: Day,
  caller: Caller,
  matrix: Matrix,
): Planned {
  const { task, seen, steps } = change;
  const wishes = [change.wish, ...(change.more ?? [])];
  const { rights = caller } = change;
  if (!wishes.every((wish) => mayWish(rights, task, wish))) return { kind: 'forbidden' };
  if (seen !== null && seen !== task.version) return { kind: 'overtaken' };
  const why = change.why.trim().slice(0, MOST_WHY);
  const result = ruledAll(task, wishes, why, today);
  if (result.kind !== 'changed') return result;
  const { to } = result;
  return {
    kind: 'changed',
    steps: [...steps, { kind: 'task', expect: task.version, to, why, batch }],
    now: { ...to, version: task.version + 1 },
    matrix: withChange(matrix, to, task.version, steps),
  };
}

/** All wishes or none; unchanged where none of them changes anything. */
export function ruledAll(
  stored: StoredTask,
  wishes: readonly Wish[],
  why: string,
  today: Day,
): Ruled {
  const { version: _, ...task } = stored;
  let result: Ruled = { kind: 'unchanged' };
  for (const wish of wishes) {
    const next = ruled(result.kind === 'changed' ? result.to : task, wish, why, today);
    if (next.kind === 'refused') return next;
    if (next.kind === 'changed') result = next;
  }
  return result;
}

/** The matrix as it is once the change is committed. */
function withChange(matrix: Matrix, to: Task, version: number, steps: readonly Step[]): Matrix {
  const people = steps.flatMap((step) => (step.kind === 'person' ? [step.to] : []));
  const stays = matrix.people.filter(
    (one) => !people.some((made) => made.party === one.party && made.name === one.name),
  );
  const task = { ...to, version: version + 1 };
  return {
    ...matrix,
    people: [...stays, ...people],
    tasks: matrix.tasks.map((one) => (one.id === to.id ? task : one)),
  };
}
