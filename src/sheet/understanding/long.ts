// A table with a row for each mark (task, party, mark) → a row for each task.
import { nameKey } from '../../matrix/party.ts';
import type { Grid } from './grid.ts';
import { namesArea, namesParty, namesTask } from './header-words.ts';
import type { PartyColumn, Reading, RowRead } from './reading.ts';

/** Titles above a table are shorter than this. */
const HIGHEST = 12;
/** Nothing else has a column of tasks that come again, one of parties and one of marks: it goes before any other reading. */
const SURE = 8;

/** Null unless the header names a task and a party, and one column beside them holds marks and nothing else. */
export function readLong(
  grid: Grid,
  where: (row: number) => string,
): Pick<Reading, 'parties' | 'rows' | 'left' | 'bareRows' | 'score'> | null {
  const header = headerRow(grid);
  if (header === null) return null;
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const find = (is: (header: string) => boolean) =>
    columns.find((column) => is(grid.text(header, column)));
  const party = find(namesParty);
  const task = columns.find((column) => column !== party && namesTask(grid.text(header, column)));
  const area = columns.find(
    (column) => column !== party && column !== task && namesArea(grid.text(header, column)),
  );
  const mark = columns
    .filter((column) => column !== party && column !== task && column !== area)
    .find((column) => holdsMarks(grid, header, column));
  if (party === undefined || task === undefined || mark === undefined) return null;
  const parties: PartyColumn[] = [];
  const places = new Map<string, number>();
  const rows = new Map<string, RowRead>();
  let score = 0;
  for (let row = header + 1; row < grid.height; row += 1) {
    const [name, who] = [grid.text(row, task), grid.text(row, party)];
    const read = grid.mark(row, mark);
    if (name === '' || who === '' || read === null) continue;
    if (!places.has(nameKey(who)))
      places.set(nameKey(who), parties.push({ name: who, group: '' }) - 1);
    const section = area === undefined ? '' : grid.text(row, area);
    const key = `${section}\n${name}`;
    const found = rows.get(key) ?? emptyRow(where(row), section, name);
    rows.set(key, found);
    const place = places.get(nameKey(who)) ?? 0;
    found.cells.push({ party: place, raw: grid.text(row, mark), mark: read });
    if (read.code !== '') score += 1;
  }
  // Each task comes again for each of its parties; in a matrix of another shape it does not.
  if (rows.size === 0 || rows.size === grid.height - 1 - header) return null;
  const bareRows = { sure: 0, unsure: 0, areHeadings: false };
  return { parties, rows: [...rows.values()], left: [], bareRows, score: score * SURE };
}

function headerRow(grid: Grid): number | null {
  for (let row = 0; row < Math.min(grid.height - 1, HIGHEST); row += 1) {
    const texts = Array.from({ length: grid.width }, (_, column) => grid.text(row, column));
    if (texts.some(namesParty) && texts.some((text) => namesTask(text) && !namesParty(text)))
      return row;
  }
  return null;
}

function emptyRow(where: string, area: string, task: string): RowRead {
  return { where, area, task, note: '', nights: '', cells: [] };
}

function holdsMarks(grid: Grid, header: number, column: number): boolean {
  let marks = 0;
  for (let row = header + 1; row < grid.height; row += 1) {
    const mark = grid.mark(row, column);
    if (mark === null) return false;
    if (mark.code !== '') marks += 1;
  }
  return marks > 0;
}
