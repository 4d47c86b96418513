// Which open tasks come first: what both sides disclaim, the five gate tasks, news, what people ask about, gaps, old, risky.
import type { Day } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { GATE_TASKS, IMPORTANCES } from '../matrix/task.ts';
import { type Cause, isGap } from './cause.ts';

export type Demand = { times: number; askers: number };

/** One open task. `news`: it was not open when the last digest was made, or it was put off until now. */
export type Item = {
  task: StoredTask;
  cause: Cause;
  since: Day | null;
  demand: Demand;
  news: 'new' | 'back' | null;
};

/** Gaps of about the same age are told apart by what they risk. */
const AGE_DAYS = 30;

const GATES: ReadonlySet<string> = new Set(GATE_TASKS);

/** Does not change the array. */
export function inOrder(items: readonly Item[], today: Day): Item[] {
  const ranked = items.map((item) => ({ item, rank: rankOf(item, today) }));
  return ranked.toSorted((a, b) => compare(a.rank, b.rank)).map(({ item }) => item);
}

/** Smaller comes first, the first difference decides. */
function rankOf({ task, cause, since, demand, news }: Item, today: Day): (number | string)[] {
  const days = since === null ? 0 : (Date.parse(today) - Date.parse(since)) / 86_400_000;
  return [
    cause === 'mutual disclaim' ? 0 : 1,
    GATES.has(task.id) ? 0 : 1,
    news ? 0 : 1,
    -demand.askers,
    -demand.times,
    isGap(cause) ? 0 : 1,
    -Math.floor(days / AGE_DAYS),
    task.health === 'failing' ? 0 : 1,
    IMPORTANCES.indexOf(task.importance),
    task.id,
  ];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  const [one, other] = [a[at] ?? 0, b[at] ?? 0];
  return one < other ? -1 : one > other ? 1 : 0;
}
