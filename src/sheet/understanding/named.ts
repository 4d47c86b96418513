// Grids with names in their cells → rows: a column for each role, aspects as columns, or a row for each mark.
import { nameKey } from '../../matrix/party.ts';
import type { Alphabet } from './alphabet.ts';
import { columnsBeside } from './columns-of.ts';
import type { Grid } from './grid.ts';
import { looksLikeParty, namesArea, namesOther, namesRemark, roleColumn } from './header-words.ts';
import { type Duty, LETTERS } from './mark-words.ts';
import { BLANK, type Mark, parseMark } from './marks.ts';
import { namedRows } from './named-rows.ts';
import { createNames, mayBeNames, type Names } from './names.ts';
import type { CellRead, PartyColumn, Reading, RowRead } from './reading.ts';

export type NamedRead = Pick<Reading, 'parties' | 'rows' | 'left' | 'bareRows'> & {
  /** Cells that name somebody. */
  named: number;
  /** How much the names look like parties, 0 to 1. */
  partyness: number;
};

export type Hints = {
  /** What the file itself says its marks stand for. */
  legend: Alphabet;
  /** Names of parties that the matrix has already. */
  known: readonly string[];
  /** What a person said bare rows are; null where nobody was asked. */
  bare: 'headings' | 'tasks' | null;
};

const HIGHEST = 60;
const CODES = new Map<Duty, string>([
  ...Object.entries(LETTERS).map(([letter, duty]): [Duty, string] => [duty, letter]),
  ['owner', 'OWN'],
  ['part', 'SHARED'],
  ['backup', 'BACKUP'],
]);

const ownMark = (duty: Duty): Mark => ({ code: CODES.get(duty) ?? 'OWN', duties: [duty] });

const NOBODY: Mark = { code: 'NOBODY', duties: ['nobody'] };

type NameColumn = { column: number; duty: Duty };

/** (c) Columns are Owner, or R, A, C and I, and their cells hold names. Null where no column is one. */
export function readRoles(
  grid: Grid,
  hints: Hints,
  where: (row: number) => string,
): NamedRead | null {
  let best: NamedRead | null = null;
  for (let header = 0; header < Math.min(grid.height - 1, HIGHEST); header += 1) {
    const read = rolesUnder(grid, header, hints, where);
    if (read && read.named > (best?.named ?? 0)) best = read;
  }
  return best;
}

function rolesUnder(
  grid: Grid,
  header: number,
  { known, bare }: Hints,
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
  const read = namedRows({ grid, header, beside, where, bare }, (row) =>
    columns.flatMap(({ column, duty }) => roster.cells(grid.text(row, column), duty)),
  );
  return { ...read, ...roster.summary() };
}

/** (b) Several columns whose cells come from one small set of names: each row and column is a task. */
export function readAspects(
  grid: Grid,
  { known, bare }: Hints,
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
  const read = namedRows({ grid, header, beside, where, bare }, () => []);
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
  return { rows, left: read.left, bareRows: read.bareRows, ...summary };
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
      const instead = word ? [{ party: -1, raw, mark: insteadOf(word, duty) }] : [];
      if (found.length > 0) named += 1;
      const cells = found.map(({ name, ...beside }) => {
        return { party: placeOf(name), raw, mark: ownMark(duty), ...beside };
      });
      return [...cells, ...instead];
    },
    summary() {
      const sum = parties.reduce((total, { name }) => total + looksLikeParty(name), 0);
      return { parties, named, partyness: parties.length === 0 ? 0 : sum / parties.length };
    },
  };
}

/** `none` where an owner is asked for is nobody; that there is no backup, or nobody to inform, says nothing of the owner. */
function insteadOf(word: Mark, duty: Duty): Mark {
  const owns = duty === 'owner' || duty === 'accountable';
  if (owns) return word.code === 'NO' ? NOBODY : word;
  return duty === 'responsible' && word.code !== 'NO' ? word : BLANK;
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
    if (mark?.code === '') continue;
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
