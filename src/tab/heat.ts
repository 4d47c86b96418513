// The heat map: how many tasks of each area lie with each party, and how many of them somebody answers for.
import type { Page, PageRow } from '../api.ts';
import { NO_PARTY } from './rows.ts';

/** `owned` of `count`; what does not apply here is not counted. */
export type Cell = { count: number; owned: number };

export type HeatRow = { area: string; name: string; cells: Cell[]; all: Cell };

export type Heat = {
  /** Parties with a task, the most tasks first; last, where there are any, those of nobody. */
  columns: { party: string; name: string }[];
  rows: HeatRow[];
  totals: HeatRow;
};

/** The same statuses that name an owner in chat. */
const ANSWERED: ReadonlySet<PageRow['status']> = new Set(['confirmed', 'assigned', 'overdue']);

export function heatOf({ rows, areas, parties }: Page, nobody: string): Heat {
  const counted = rows.filter(({ status }) => status !== 'not applicable');
  const byParty = Map.groupBy(counted, ({ party }) => party || NO_PARTY);
  const columns = [
    ...parties
      .filter(({ party }) => byParty.has(party))
      .toSorted((a, b) => sizeOf(byParty, b.party) - sizeOf(byParty, a.party))
      .map(({ party, name }) => ({ party, name })),
    ...(byParty.has(NO_PARTY) ? [{ party: NO_PARTY, name: nobody }] : []),
  ];
  const line = (area: string, name: string, inside: readonly PageRow[]): HeatRow => {
    const split = Map.groupBy(inside, ({ party }) => party || NO_PARTY);
    const cells = columns.map(({ party }) => cellOf(split.get(party) ?? []));
    return { area, name, cells, all: cellOf(inside) };
  };
  const byArea = Map.groupBy(counted, ({ area }) => area);
  return {
    columns,
    rows: areas
      .filter(({ area }) => byArea.has(area))
      .map(({ area, name }) => line(area, name, byArea.get(area) ?? [])),
    totals: line('', '', counted),
  };
}

function sizeOf(groups: ReadonlyMap<string, readonly PageRow[]>, key: string): number {
  return groups.get(key)?.length ?? 0;
}

function cellOf(rows: readonly PageRow[]): Cell {
  return { count: rows.length, owned: rows.filter(({ status }) => ANSWERED.has(status)).length };
}

/** Rounded down, as in the digest, so that 100 means all of it. */
export function percent({ count, owned }: Cell): number {
  return count === 0 ? 100 : Math.floor((100 * owned) / count);
}

/** 0 for none, then 1 to 4 by the share of the area. */
export function warmth(cell: Cell, all: Cell): 0 | 1 | 2 | 3 | 4 {
  if (cell.count === 0) return 0;
  const share = cell.count / all.count;
  if (share < 0.15) return 1;
  if (share < 0.35) return 2;
  return share < 0.6 ? 3 : 4;
}
