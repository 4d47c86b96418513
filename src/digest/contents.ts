// What a digest has to say, worked out from the matrix, demand, the last digest and the day; nothing is sent or read here.

import type { Line } from '../matrix/change.ts';
import { type Day, dayOf } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import type { Snooze } from '../subscriptions.ts';
import { type Cause, isGap, openOf } from './cause.ts';
import { type Share, shareByArea, shareOf } from './figures.ts';
import type { Memo } from './memo.ts';
import { type Demand, type Item, inOrder } from './order.ts';

/** More asks at once are not answered; the rest is one press away. */
export const MOST_ASKED = 7;

/** The line that shows the digest is still there comes with every fourth quiet week. */
const QUIET_WEEKS = 4;

/** After this many digests without an answer the decider is told. */
const ESCALATE_AFTER = 2;

/** Everything a digest is made from. */
export type Facts = {
  matrix: Matrix;
  /** None means all. */
  areas: readonly string[];
  now: Date;
  today: Day;
  last: Memo | null;
  demand: ReadonlyMap<string, Demand>;
  snoozes: readonly Snooze[];
  /** Of the tasks that the last digest held open: their newest line since then. */
  changed: ReadonlyMap<string, Line>;
};

export type Closed = { task: StoredTask; by: string };

export type Contents = {
  /** The first digest of a subscription; nothing in it is called new. */
  baseline: boolean;
  asked: Item[];
  rest: Item[];
  putOff: { item: Item; snooze: Snooze }[];
  newGaps: number;
  closed: Closed[];
  share: Share;
  areas: { area: string; share: Share; before: Share | null }[];
  before: Share | null;
  /** How long nobody has answered: `warned` says whom it goes to next, `escalated` that it went there. */
  patience: 'asked' | 'warned' | 'escalated';
  /** Whether this is the week in which it goes to the decider. */
  escalates: boolean;
  /** A card, one line, or nothing at all. */
  say: 'card' | 'line' | 'nothing';
  memo: Memo;
};

export function contentsOf(facts: Facts): Contents {
  const { matrix, now, today, last, demand } = facts;
  const tasks = inAreas(matrix.tasks, facts.areas);
  const items = openItems(facts, tasks);
  const off = new Map(facts.snoozes.map((snooze) => [snooze.task, snooze]));
  const putOff = items.flatMap((item) => {
    const snooze = off.get(item.task.id);
    return snooze && snooze.until > today ? [{ item, snooze }] : [];
  });
  const sleeping = new Set(putOff.map(({ item }) => item.task.id));
  const awake = inOrder(
    items.filter(({ task }) => !sleeping.has(task.id)),
    today,
  );
  const share = shareOf(tasks, matrix, today);
  const areas = shareByArea(tasks, matrix, today);
  const newGaps = last
    ? awake.filter(({ news, cause }) => news === 'new' && isGap(cause)).length
    : 0;
  const closed = last ? closedSince(last, items, tasks, facts) : [];

  const unanswered =
    last && last.listed.length > 0 && !answered(last, facts) ? last.unanswered + 1 : 0;
  const escalated = unanswered > 0 && (last?.escalated ?? false);
  const escalates = unanswered >= ESCALATE_AFTER && !escalated && awake.length > 0;
  const news =
    closed.length > 0 || awake.some((item) => item.news !== null) || askedMore(awake, last);
  const asks = awake.length > 0 && (unanswered < ESCALATE_AFTER || escalates);
  const quiet = last?.quiet ?? 0;
  const say =
    last === null || news || asks ? 'card' : quiet + 1 >= QUIET_WEEKS ? 'line' : 'nothing';
  const asked = awake.slice(0, MOST_ASKED);

  return {
    baseline: last === null,
    asked,
    rest: awake.slice(MOST_ASKED),
    putOff,
    newGaps,
    closed,
    share,
    before: last?.share ?? null,
    areas: areas.map((one) => ({ ...one, before: last?.byArea[one.area] ?? null })),
    patience: escalated || escalates ? 'escalated' : unanswered > 0 ? 'warned' : 'asked',
    escalates,
    say,
    memo: {
      at: now.toISOString(),
      areas: [...facts.areas],
      // A quiet week leaves the last asks standing.
      listed: say === 'card' ? asked.map(({ task }) => task.id) : (last?.listed ?? []),
      open: Object.fromEntries(items.map(({ task, cause }) => [task.id, cause])),
      asked: Object.fromEntries(
        awake.map(({ task }) => [task.id, demand.get(task.id)?.times ?? 0]),
      ),
      share,
      byArea: Object.fromEntries(areas.map((one) => [one.area, one.share])),
      unanswered,
      escalated: escalated || escalates,
      quiet: say === 'nothing' ? quiet + 1 : 0,
    },
  };
}

export function inAreas(tasks: readonly StoredTask[], areas: readonly string[]): StoredTask[] {
  return tasks.filter(({ area }) => areas.length === 0 || areas.includes(area));
}

function openItems({ matrix, today, last, demand, snoozes }: Facts, tasks: StoredTask[]): Item[] {
  const woken = new Set(
    snoozes
      .filter(({ until }) => until <= today && last !== null && until > dayOf(new Date(last.at)))
      .map(({ task }) => task),
  );
  return tasks.flatMap((task) => {
    const open = openOf(task, matrix, today);
    if (!open) return [];
    const isNew = last !== null && last.open[task.id] !== open.cause;
    const news = isNew ? 'new' : woken.has(task.id) ? 'back' : null;
    return [{ task, ...open, demand: demand.get(task.id) ?? NOT_ASKED, news }];
  });
}

const NOT_ASKED: Demand = { times: 0, askers: 0 };

/** Gaps of the last digest that are none any more; a task that is late for somebody is no gap. */
function closedSince(
  last: Memo,
  items: readonly Item[],
  tasks: readonly StoredTask[],
  { changed }: Facts,
): Closed[] {
  const gaps = new Set(items.filter(({ cause }) => isGap(cause)).map(({ task }) => task.id));
  const wasGap = (cause: Cause | undefined) => cause !== undefined && isGap(cause);
  return tasks
    .filter(({ id }) => wasGap(last.open[id]) && !gaps.has(id))
    .map((task) => ({ task, by: changed.get(task.id)?.by.name ?? '' }));
}

/** Any edit of a task it held open, or putting one off, is an answer: the rest is one press away from the asks. */
function answered(last: Memo, { changed, snoozes }: Facts): boolean {
  const since = Date.parse(last.at);
  return [...last.listed, ...Object.keys(last.open)].some(
    (id) => changed.has(id) || snoozes.some(({ task, at }) => task === id && at.getTime() >= since),
  );
}

function askedMore(awake: readonly Item[], last: Memo | null): boolean {
  return awake.some(
    ({ task, demand }) => demand.times > 1 && demand.times > (last?.asked[task.id] ?? 0),
  );
}
