// One row of the sheet beside the task it speaks of: where the file has no column, the task's own value counts.
import type { StoredTask } from '../matrix/matrix.ts';
import { nameKey, type Party, sameName } from '../matrix/party.ts';
import { type Cells, COLUMNS, type Column, type Problem } from './columns.ts';
import { createNaming, isId, MAX_ID, taskSlug } from './slug.ts';
import type { Entry } from './table.ts';
import { createCells } from './write.ts';

export type Row = {
  number: number;
  id: string;
  before: StoredTask | null;
  /** True when the file has the column: then even an empty cell means something. */
  given(column: Column): boolean;
  cell(column: Column): string;
};

type Known = { parties: readonly Party[]; tasks: readonly StoredTask[] };

/** Where a task without an area is kept. */
export const NO_AREA = 'general';

/** What belongs to one owner and does not pass to the next. */
const OWNERS_OWN: ReadonlySet<Column> = new Set([
  'role',
  'person',
  'accepted on',
  'status',
  'until',
]);

export function createRows(
  entries: readonly Entry[],
  known: Known | null,
): { rows: Row[]; problems: Problem[] } {
  const tasks = new Map(known?.tasks.map((task) => [task.id, task]));
  const cellsOf = createCells(known ?? { parties: [], tasks: [] });
  const { ids, problems } = idsOf(entries, [...tasks.values()]);
  const rows = entries.map(({ row, given }, index): Row => {
    const id = ids[index] ?? '';
    const before = tasks.get(id) ?? null;
    const stored = before && Object.keys(given).length < COLUMNS.length ? cellsOf(before) : null;
    return {
      number: row,
      id,
      before,
      given: (column) => given[column] !== undefined,
      cell: (column) => given[column] ?? storedCell(stored, given, column),
    };
  });
  return { rows, problems };
}

function storedCell(stored: Cells | null, given: Entry['given'], column: Column): string {
  if (stored === null) return '';
  const moves = given.owner !== undefined && nameKey(given.owner) !== nameKey(stored.owner);
  return moves && OWNERS_OWN.has(column) ? '' : stored[column];
}

/** Ids as written; a blank one is that of the stored task with the same name and area, else made from both. */
function idsOf(
  entries: readonly Entry[],
  tasks: readonly StoredTask[],
): { ids: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, given } of entries) {
    const id = given.id?.trim() ?? '';
    if (id === '') continue;
    const first = rowOf.get(id);
    const says =
      first !== undefined
        ? `"${id}" is already in row ${first}. Give each task its own id.`
        : isId(id)
          ? ''
          : `Not an id. Use letters, digits, ".", "-" and "_", at most ${MAX_ID}, or leave it blank.`;
    if (says !== '') problems.push({ row, column: 'id', says });
    else rowOf.set(id, row);
  }
  const stored = new Set(tasks.map((task) => task.id));
  const made = createNaming((id) => stored.has(id) || rowOf.has(id));
  const namesakes = namesakesOf(tasks);
  const ids = entries.map(({ row, given }) => {
    const id = given.id?.trim() ?? '';
    const name = given.name?.trim() ?? '';
    if (id !== '' || name === '') return id;
    const area = given.area === undefined ? null : given.area.trim() || NO_AREA;
    const own =
      namesakes(name).find(
        (task) => !rowOf.has(task.id) && (area === null || sameName(task.area, area)),
      )?.id ?? made(taskSlug(area ?? NO_AREA, name));
    rowOf.set(own, row);
    return own;
  });
  return { ids, problems };
}

const COUNTING = new Intl.Collator('en', { numeric: true });

/** Tasks by name, `mail-2` before `mail-10`: rows without ids meet the same tasks again in the same order. */
function namesakesOf(tasks: readonly StoredTask[]): (name: string) => readonly StoredTask[] {
  const byName = new Map<string, StoredTask[]>();
  for (const task of tasks) {
    const key = nameKey(task.name);
    const same = byName.get(key);
    if (same) same.push(task);
    else byName.set(key, [task]);
  }
  for (const same of byName.values()) same.sort((a, b) => COUNTING.compare(a.id, b.id));
  return (name) => byName.get(nameKey(name)) ?? [];
}
