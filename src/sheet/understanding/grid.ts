// A table as a grid with the marks in it, ready to be looked at from any side.
import type { TextTable } from '../reading/workbook.ts';
import type { Mark } from './marks.ts';

export type Grid = {
  table: TextTable;
  width: number;
  height: number;
  /** Trimmed; empty beyond the edges. */
  text(row: number, column: number): string;
  /** Null for text that is no mark; blank cells are blank marks. */
  mark(row: number, column: number): Mark | null;
  /** Several cells, and all say the same: the heading of a section, written into each column. */
  uniform(row: number): boolean;
  /** The number people see beside the row. */
  number(row: number): number;
  /** Columns that a merged cell starting here covers; 1 for any other cell. */
  across(row: number, column: number): number;
  /** How far a merged cell that starts here goes down; 1 for any other cell. */
  down(row: number, column: number): number;
};

export function createGrid(table: TextTable, marks: (text: string) => Mark | null): Grid {
  const rows = table.rows.map(({ cells }) => cells.map((cell) => cell.trim()));
  fillDown(table, rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const spans = new Map(table.spans.map((span) => [`${span.row}:${span.column}`, span]));
  const number = (row: number) => table.rows[row]?.number ?? 0;
  const spanAt = (row: number, column: number) => spans.get(`${number(row)}:${column}`);
  const uniform = rows.map((cells) => {
    const texts = cells.filter((cell) => cell !== '');
    return texts.length > 1 && new Set(texts).size === 1;
  });
  const text = (row: number, column: number) => rows[row]?.[column] ?? '';
  return {
    table,
    width,
    height: rows.length,
    text,
    mark: (row, column) => marks(text(row, column)),
    uniform: (row) => uniform[row] ?? false,
    number,
    across: (row, column) => spanAt(row, column)?.columns ?? 1,
    down: (row, column) => spanAt(row, column)?.rows ?? 1,
  };
}

/** What a column of nights says of a task: a tick, a word, or who covers them. */
export function nightsIn(grid: Grid, row: number, column: number | null): string {
  const text = column === null ? '' : grid.text(row, column);
  const code = column === null ? '' : grid.mark(row, column)?.code;
  if (ROUND_THE_CLOCK.test(text) || code === 'X' || code === 'YES' || code === 'OWN') return 'yes';
  if (code === 'NO' || code === 'NA') return 'no';
  return code === undefined && !/^\d/.test(text) && text.length <= LONGEST_COVER ? text : '';
}

const ROUND_THE_CLOCK = /^24\s?[x×/*h]\s?7$/i;
/** A name, not a rule. */
const LONGEST_COVER = 80;

/** Merged cells may overlap without end; real ones fill far less. */
const MOST_FILLED = 200_000;

/** What is said once in a cell merged over several rows is said of each of them. */
function fillDown(table: TextTable, rows: string[][]): void {
  const places = new Map(table.rows.map(({ number }, place) => [number, place]));
  let filled = 0;
  for (const { row, column, rows: down, columns } of table.spans) {
    const first = places.get(row);
    const text = first === undefined ? '' : (rows[first]?.[column] ?? '');
    if (first === undefined || down < 2 || columns > 1 || text === '') continue;
    for (let at = first + 1; at < rows.length; at += 1) {
      if ((table.rows[at]?.number ?? 0) >= row + down || filled >= MOST_FILLED) break;
      const cells = rows[at] ?? [];
      while (cells.length <= column) cells.push('');
      if (cells[column] === '') cells[column] = text;
      filled += 1;
    }
  }
}

/** The same table with rows and columns exchanged: row numbers are then column places, counted from 1. */
export function turned(grid: Grid, marks: (text: string) => Mark | null): Grid {
  const { table } = grid;
  const rows = Array.from({ length: grid.width }, (_, column) => ({
    number: column + 1,
    cells: Array.from({ length: grid.height }, (_, row) => grid.text(row, column)),
  }));
  return createGrid({ ...table, rows, spans: [] }, marks);
}
