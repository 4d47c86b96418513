// Which rows the table shows, and in which order: search, filters and sort, without any drawing.
import type { PageRow } from '../api.ts';
import { once } from './once.ts';

export const FILTERS = ['area', 'party', 'person', 'status', 'health'] as const;
export type FilterName = (typeof FILTERS)[number];
/** Empty text is no filter. */
export type Filter = Readonly<Record<FilterName, string>>;

export const NO_FILTER: Filter = { area: '', party: '', person: '', status: '', health: '' };

/** Stands for tasks that name no party; no party's id begins like that. */
export const NO_PARTY = '=nobody';

export const COLUMNS = ['name', 'owner', 'status', 'health', 'backup', 'nextCheck'] as const;
export type Column = (typeof COLUMNS)[number];
/** Null is the order of the matrix, or the best match first while something is searched. */
export type Sort = { by: Column; down: boolean } | null;

export type Wanted = {
  query: string;
  /** What the bot found for this very query, best first; null while it has not answered. */
  found: readonly string[] | null;
  filter: Filter;
  sort: Sort;
};

/** What needs deciding comes first. */
const URGENCY: Record<PageRow['status'], number> = {
  disputed: 0,
  orphaned: 1,
  nobody: 2,
  unknown: 3,
  overdue: 4,
  assigned: 5,
  'accepted gap': 6,
  confirmed: 7,
  'not applicable': 8,
};
const HEALTH: Record<PageRow['health'], number> = { failing: 0, unknown: 1, well: 2 };

/** Case and accents do not matter while somebody types. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Folded once for each row: 5,000 of them are searched with every key. */
export type Index = ReadonlyMap<string, string>;

export function indexOf(
  rows: readonly PageRow[],
  nameOf: (kind: 'area' | 'party', id: string) => string,
): Index {
  return new Map(
    rows.map((row) => {
      const area = nameOf('area', row.area);
      const party = nameOf('party', row.party);
      return [row.task, fold(`${row.name}\n${row.owner}\n${party}\n${row.backup}\n${area}`)];
    }),
  );
}

export function shownRows(rows: readonly PageRow[], index: Index, wanted: Wanted): PageRow[] {
  const { filter, sort } = wanted;
  const fitting = rows.filter((row) => fits(row, filter));
  const found = wanted.query.trim() === '' ? fitting : searched(fitting, index, wanted);
  return sort ? sorted(found, sort) : found;
}

/** What the bot found leads in its order; what merely contains the typed words follows. */
function searched(rows: PageRow[], index: Index, { query, found }: Wanted): PageRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const rank = new Map((found ?? []).map((task, at) => [task, at]));
  const hits = rows.filter(({ task }) => {
    const text = index.get(task) ?? '';
    return rank.has(task) || words.every((word) => text.includes(word));
  });
  if (rank.size === 0) return hits;
  const place = ({ task }: PageRow) => rank.get(task) ?? rank.size;
  return hits.toSorted((a, b) => place(a) - place(b));
}

function fits(row: PageRow, filter: Filter): boolean {
  return (
    (filter.area === '' || row.area === filter.area) &&
    (filter.party === '' || fitsParty(row, filter.party)) &&
    (filter.person === '' || row.person === filter.person) &&
    (filter.status === '' || row.status === filter.status) &&
    (filter.health === '' || row.health === filter.health)
  );
}

/** What does not apply here is not open either. */
function fitsParty({ party, status }: PageRow, wanted: string): boolean {
  return wanted === NO_PARTY ? party === '' && status !== 'not applicable' : party === wanted;
}

function sorted(rows: PageRow[], { by, down }: { by: Column; down: boolean }): PageRow[] {
  const sign = down ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a, b, by));
}

const collator = once(() => new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }));

function compare(a: PageRow, b: PageRow, by: Column): number {
  switch (by) {
    case 'status':
      return URGENCY[a.status] - URGENCY[b.status];
    case 'health':
      return HEALTH[a.health] - HEALTH[b.health];
    case 'nextCheck':
      // Whatever is never checked comes after all that is.
      return (a.nextCheck ?? '9999') < (b.nextCheck ?? '9999')
        ? -1
        : Number((a.nextCheck ?? '9999') > (b.nextCheck ?? '9999'));
    default:
      return collator().compare(a[by], b[by]);
  }
}
