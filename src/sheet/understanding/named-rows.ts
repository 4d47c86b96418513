// The rows of a table with names in its cells: tasks, and the headings of areas between them.
import type { Beside } from './columns-of.ts';
import { type Grid, nightsIn } from './grid.ts';
import { type Kind, looksLikeHeadings } from './marked.ts';
import { taskName } from './names.ts';
import type { CellRead, Reading } from './reading.ts';

export type NamedTable = {
  grid: Grid;
  header: number;
  beside: Beside;
  where: (row: number) => string;
  /** What a person said bare rows are; null decides by their look. */
  bare: 'headings' | 'tasks' | null;
};

export function namedRows(
  { grid, header, beside, where, bare }: NamedTable,
  cellsAt: (row: number) => CellRead[],
): Pick<Reading, 'rows' | 'left' | 'bareRows'> {
  const kinds: Kind[] = [];
  for (let row = header + 1; row < grid.height; row += 1) kinds.push(kindOf(grid, beside, row));
  const unsure = kinds.filter((kind) => kind === 'bare').length;
  const sure = kinds.filter((kind) => kind === 'heading').length;
  const areHeadings =
    bare === null ? looksLikeHeadings(kinds, beside.area !== null) : bare === 'headings';
  const read: Pick<Reading, 'rows' | 'left'> = { rows: [], left: [] };
  let section = '';
  let area = '';
  for (const [index, kind] of kinds.entries()) {
    const row = header + 1 + index;
    if (kind === 'header' || kind === 'heading' || (kind === 'bare' && areHeadings)) {
      section = textsOf(grid, row)[0] ?? section;
      area = '';
      continue;
    }
    if (beside.area !== null) area = grid.text(row, beside.area) || area;
    const task = taskName(grid.text(row, beside.task));
    if (task === '') {
      read.left.push({ where: where(row), says: 'It names no task.' });
      continue;
    }
    const note = beside.note === null ? '' : grid.text(row, beside.note);
    const nights = nightsIn(grid, row, beside.nights);
    const cells = cellsAt(row);
    read.rows.push({ where: where(row), area: area || section, task, note, nights, cells });
  }
  return { ...read, bareRows: { sure, unsure, areHeadings } };
}

function kindOf(grid: Grid, beside: Beside, row: number): Kind {
  const texts = textsOf(grid, row);
  if (texts.length === 0) return 'header';
  if (texts.length > 1) return 'task';
  if (grid.width > 2 && isAcross(grid, row)) return 'heading';
  return grid.text(row, beside.task) === '' ? 'task' : 'bare';
}

function textsOf(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.width }, (_, column) => grid.text(row, column)).filter(Boolean);
}

function isAcross(grid: Grid, row: number): boolean {
  for (let column = 0; column < grid.width; column += 1) {
    if (grid.across(row, column) > grid.width / 2) return true;
  }
  return false;
}
