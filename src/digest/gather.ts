// Reads what one digest is made from.
import type { Look } from '../chat.ts';
import type { Line } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import type { Posted } from '../posts.ts';
import type { Subscription } from '../subscriptions.ts';
import { openOf } from './cause.ts';
import { type Facts, inAreas } from './contents.ts';
import { type Memo, readMemo } from './memo.ts';
import type { Demand } from './order.ts';
import { localAt } from './zone.ts';

/** A look and a turn's world both can. */
export type Sight = Pick<Look, 'matrix' | 'demandFor' | 'history' | 'changedSince' | 'snoozes'>;

type Wanted = Pick<Subscription, 'areas' | 'zone'>;

export async function gather(
  sight: Sight,
  wanted: Wanted,
  newest: Posted | undefined,
  now: Date,
): Promise<Facts> {
  const { matrix } = sight;
  const { areas } = wanted;
  const today = localAt(now, wanted.zone).day;
  const last = lastOf(newest, areas);
  const open = inAreas(matrix.tasks, areas).filter((task) => openOf(task, matrix, today));
  const demand = await Promise.all(
    open.map(async ({ id }): Promise<[string, Demand]> => [id, await sight.demandFor(id)]),
  );
  return {
    matrix,
    areas,
    now,
    today,
    last,
    demand: new Map(demand),
    snoozes: await sight.snoozes(),
    changed: last ? await changedLines(sight, last) : new Map(),
  };
}

/** Other areas have other figures: what was noted for those is no start for these. */
function lastOf(newest: Posted | undefined, areas: readonly string[]): Memo | null {
  const memo = newest ? readMemo(newest.memo) : null;
  return memo && memo.areas.join('\n') === areas.join('\n') ? memo : null;
}

async function changedLines(sight: Sight, last: Memo): Promise<Map<string, Line>> {
  const since = new Date(last.at);
  const held = new Set([...last.listed, ...Object.keys(last.open)]);
  const changed = (await sight.changedSince(dayOf(since))).filter((id) => held.has(id));
  const newest = await Promise.all(
    changed.map(async (id): Promise<[string, Line][]> => {
      const [line] = await sight.history(id);
      return line && line.at >= since ? [[id, line]] : [];
    }),
  );
  return new Map(newest.flat());
}
