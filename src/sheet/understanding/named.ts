// Grids with names in their cells → rows: a column for each role, aspects as columns, or a row for each mark.
import { nameKey } from '../../matrix/party.ts';
import { columnsBeside } from './columns-of.ts';
import type { Grid } from './grid.ts';
import { looksLikeParty, namesArea, namesOther, namesRemark, roleColumn } from './header-words.ts';
import { type Duty, LETTERS } from './mark-words.ts';
import { BLANK, type Mark, parseMark } from './marks.ts';
import { createNames, mayBeNames, type Names, taskName } from './names.ts';
import type { CellRead, LeftOut, PartyColumn, RowRead } from './reading.ts';

export type NamedRead = {
  parties: PartyColumn[];
  rows: RowRead[];
  left: LeftOut[];
  /** Cells that name somebody. */
  named: number;
  /** How much the names look like parties, 0 to 1. */
  partyness: number;
};

const HIGHEST = 60;
const CODES = new Map<Duty, string>([
  ...Object.entries(LETTERS).map(([letter, duty]): [Duty, string] => [duty, letter]),
  ['owner', 'OWN'],
  ['part', 'SHARED'],
  ['backup', 'BACKUP'],
]);

const ownMark = (duty: Duty): Mark => ({ code: CODES.get(duty) ?? 'OWN', duties: [duty] });

type NameColumn = { column: number; duty: Duty };

/** (c) Columns are Owner, or R, A, C and I, and their cells hold names. Null where no column is one. */
export function readRoles(
  grid: Grid,
  known: readonly string[],
  where: (row: number) => string,
): NamedRead | null {
  let best: NamedRead | null = null;
  for (let header = 0; header < Math.min(grid.height - 1, HIGHEST); header += 1) {
    const read = rolesUnder(grid, header, known, where);
    if (read && read.named > (best?.named ?? 0)) best = read;
  }
  return best;
}

function rolesUnder(
  grid: Grid,
  header: number,
  known: readonly string[],
  where: (row: number) => string,
): NamedRead | null {
  const columns: NameColumn[] = [];
  for (let column = 0; column < grid.width; column += 1) {
    const text = grid.text(header, column);
    const duty = text === '' ? null : roleColumn(text, parseMark);
    if (duty && holdsNames(grid, header, column)) columns.push({ column, duty });
  }
  const owns = columns.some(({ duty }) => duty !== 'backup' && duty !== 'part');
  if (columns.length === 0 || !owns) return null;
  const taken = columns.map(({ column }) => column);
  const beside = columnsBeside(grid, header, grid.height - 1, taken);
  if (beside === null) return null;
  const roster = createRosterOfNames(createNames(textsIn(grid, header, taken), known));
  const read = rowsOf(grid, header, beside, where, (row) =>
    columns.flatMap(({ column, duty }) => roster.cells(grid.text(row, column), duty)),
  );
  return { ...read, ...roster.summary() };
}

/** (b) Several columns whose cells come from one small set of names: each row and column is a task. */
export function readAspects(
  grid: Grid,
  known: readonly string[],
  where: (row: number) => string,
): NamedRead | null {
  const header = firstFullRow(grid);
  if (header === null) return null;
  const columns = Array.from({ length: grid.width }, (_, column) => column).filter(
    (column) =>
      grid.text(header, column) !== '' &&
      !namesRemark(grid.text(header, column)) &&
      !namesArea(grid.text(header, column)) &&
      roleColumn(grid.text(header, column), parseMark) === null &&
      repeatsNames(grid, header, column),
  );
  if (columns.length < 2) return null;
  const beside = columnsBeside(grid, header, grid.height - 1, columns);
  if (beside === null) return null;
  const roster = createRosterOfNames(createNames(textsIn(grid, header, columns), known));
  const read = rowsOf(grid, header, beside, where, () => []);
  const byWhere = new Map(read.rows.map((row) => [row.where, row]));
  const rows: RowRead[] = [];
  for (let row = header + 1; row < grid.height; row += 1) {
    const base = byWhere.get(where(row));
    if (!base) continue;
    for (const column of columns) {
      const cells = roster.cells(grid.text(row, column), 'owner');
      const task = `${base.task} - ${grid.text(header, column)}`;
      rows.push({ ...base, task, cells });
    }
  }
  const summary = roster.summary();
  // Names come back again and again; what is different in each cell is text about something else.
  if (summary.parties.length * 2 > summary.named) return null;
  return { rows, left: read.left, ...summary };
}

function createRosterOfNames(names: Names) {
  const parties: PartyColumn[] = [];
  const places = new Map<string, number>();
  let named = 0;

  function placeOf(name: string): number {
    const found = places.get(nameKey(name));
    if (found !== undefined) return found;
    places.set(nameKey(name), parties.length);
    parties.push({ name, group: '' });
    return parties.length - 1;
  }

  return {
    /** A word in place of a name belongs to nobody: place -1. */
    cells(raw: string, duty: Duty): CellRead[] {
      if (raw === '') return [];
      const { names: found, word } = names.read(raw);
      if (word)
        return [{ party: -1, raw, mark: duty === 'owner' || word.code !== 'NO' ? word : BLANK }];
      named += 1;
      return found.map((name) => ({ party: placeOf(name), raw, mark: ownMark(duty) }));
    },
    summary() {
      const sum = parties.reduce((total, { name }) => total + looksLikeParty(name), 0);
      return { parties, named, partyness: parties.length === 0 ? 0 : sum / parties.length };
    },
  };
}

function rowsOf(
  grid: Grid,
  header: number,
  beside: NonNullable<ReturnType<typeof columnsBeside>>,
  where: (row: number) => string,
  cellsAt: (row: number) => CellRead[],
): { rows: RowRead[]; left: LeftOut[] } {
  const rows: RowRead[] = [];
  const left: LeftOut[] = [];
  let section = '';
  let area = '';
  for (let row = header + 1; row < grid.height; row += 1) {
    const texts = Array.from({ length: grid.width }, (_, column) => grid.text(row, column)).filter(
      Boolean,
    );
    const across = texts.length === 1 && grid.width > 2 && acrossRow(grid, row);
    if (across || new Set(texts).size === 0) {
      section = texts[0] ?? section;
      area = '';
      continue;
    }
    if (beside.area !== null) area = grid.text(row, beside.area) || area;
    const task = taskName(grid.text(row, beside.task));
    if (task === '') {
      left.push({ where: where(row), says: 'It names no task.' });
      continue;
    }
    const note = beside.note === null ? '' : grid.text(row, beside.note);
    rows.push({ where: where(row), area: area || section, task, note, cells: cellsAt(row) });
  }
  return { rows, left };
}

function acrossRow(grid: Grid, row: number): boolean {
  for (let column = 0; column < grid.width; column += 1) {
    if (grid.across(row, column) > grid.width / 2) return true;
  }
  return false;
}

function textsIn(grid: Grid, header: number, columns: readonly number[]): string[] {
  const texts = new Set<string>();
  for (let row = header + 1; row < grid.height; row += 1) {
    for (const column of columns) texts.add(grid.text(row, column));
  }
  texts.delete('');
  return [...texts];
}

function holdsNames(grid: Grid, header: number, column: number): boolean {
  let names = 0;
  let others = 0;
  for (let row = header + 1; row < grid.height; row += 1) {
    const text = grid.text(row, column);
    if (text === '') continue;
    const mark = grid.mark(row, column);
    const isSign = mark !== null && ['X', 'YES', 'R', 'A', 'C', 'I', 'RA'].includes(mark.code);
    if (mayBeNames(text) && !isSign) names += 1;
    else others += 1;
  }
  return names > 0 && names >= others * 4;
}

/** Few different texts, each again and again, and short. */
function repeatsNames(grid: Grid, header: number, column: number): boolean {
  const seen = new Map<string, number>();
  let filled = 0;
  for (let row = header + 1; row < grid.height; row += 1) {
    const text = grid.text(row, column);
    if (text === '') continue;
    const mark = grid.mark(row, column);
    if (!mayBeNames(text) || (mark !== null && mark.code.length < 4 && mark.code !== ''))
      return false;
    filled += 1;
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return (
    filled >= 2 && seen.size <= Math.max(2, filled * 0.6) && !namesOther(grid.text(header, column))
  );
}

/** The first row with as many texts as the widest rows have: titles above have one. */
function firstFullRow(grid: Grid): number | null {
  for (let row = 0; row < Math.min(grid.height - 1, HIGHEST); row += 1) {
    let filled = 0;
    for (let column = 0; column < grid.width; column += 1) {
      if (grid.text(row, column) !== '') filled += 1;
    }
    if (filled >= 3 && filled >= grid.width * 0.6) return row;
  }
  return null;
}
