// CSV text → numbered records under known columns, with everything wrong about the file as a whole.
import { asMeant } from './cell.ts';
import {
  COLUMNS,
  type Column,
  columnNamed,
  longestIn,
  MAX_BYTES,
  MAX_CELL,
  MAX_ROWS,
  nearestColumn,
  type Problem,
} from './columns.ts';
import { recordsOf } from './csv.ts';

/** A record of the file. `given` holds only the columns that the file has. */
export type Entry = { row: number; given: Partial<Record<Column, string>> };

export type Table =
  | { kind: 'ok'; entries: Entry[]; notices: Problem[] }
  | { kind: 'problems'; problems: Problem[] };

const DELIMITERS = [',', ';', '\t'] as const;

export function readTable(text: string): Table {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    return refused(1, `The file is larger than ${MAX_BYTES / 1_000_000} MB. Import it in parts.`);
  }
  const records = recordsOf(text, delimiterOf(text));
  if ('says' in records) return { kind: 'problems', problems: [records] };
  const [header, ...rows] = records;
  if (!header || header.every((name) => name.trim() === '')) {
    return refused(1, 'The first row has no column names. Start from an export to get them.');
  }
  if (rows.length > MAX_ROWS) {
    return refused(MAX_ROWS + 2, `More than ${MAX_ROWS} rows. Import the file in parts.`);
  }
  return tableOf(
    header,
    rows.map((cells, index) => ({ row: index + 2, cells })),
  );
}

/** The same from records that another reader took out of a file; blank rows do not count. */
export function tableOf(
  header: string[],
  rows: readonly { row: number; cells: string[] }[],
): Table {
  const columns = header.map(columnNamed);
  const problems = headerProblems(columns);
  if (problems.length > 0) return { kind: 'problems', problems };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const faults = filled.flatMap(({ row, cells }) => recordProblems(row, cells, header));
  if (faults.length > 0) return { kind: 'problems', problems: faults };
  const entries = filled.map(({ row, cells }) => ({ row, given: cellsOf(columns, cells) }));
  return { kind: 'ok', entries, notices: headerNotices(header, columns) };
}

function refused(row: number, says: string): Table {
  return { kind: 'problems', problems: [{ row, column: '', says }] };
}

/** The separator under which most headers are ours. */
function delimiterOf(text: string): string {
  const header = /^\uFEFF?([^\r\n]*)/.exec(text)?.[1]?.slice(0, MAX_CELL) ?? '';
  const known = (by: string) =>
    header.split(by).filter((name) => columnNamed(name.replace(/^"|"$/g, ''))).length;
  return DELIMITERS.reduce((best, by) => (known(by) > known(best) ? by : best));
}

function headerProblems(columns: (Column | null)[]): Problem[] {
  const twice = COLUMNS.filter((column) => columns.filter((each) => each === column).length > 1);
  const problems = twice.map((column) => ({
    row: 1,
    column,
    says: 'This column is there twice. Remove one.',
  }));
  if (columns.includes('name') || columns.includes('id')) return problems;
  const says = `There is no column "name". The columns are: ${COLUMNS.join(', ')}.`;
  return [...problems, { row: 1, column: '', says }];
}

function headerNotices(header: string[], columns: (Column | null)[]): Problem[] {
  return header.flatMap((name, index) => {
    if (columns[index] || name.trim() === '') return [];
    const meant = nearestColumn(name);
    const hint = meant && !columns.includes(meant) ? ` Did you mean "${meant}"?` : '';
    return [{ row: 1, column: name.trim(), says: `This column is not used.${hint}` }];
  });
}

function recordProblems(row: number, cells: string[], header: string[]): Problem[] {
  const problems: Problem[] = [];
  const extra = cells.slice(header.length).some((cell) => cell.trim() !== '');
  if (cells.length < header.length || extra) {
    const says = `This row has ${cells.length} cells, the header has ${header.length}. Check its quotes and separators.`;
    problems.push({ row, column: '', says });
  }
  for (const [index, cell] of cells.entries()) {
    const column = header[index]?.trim() ?? '';
    if (cell.includes('\0')) {
      problems.push({ row, column, says: 'A NUL byte. Save the file as CSV (UTF-8) again.' });
    }
    const known = columnNamed(column);
    const longest = known ? longestIn(known) : MAX_CELL;
    if (cell.length > longest) {
      problems.push({ row, column, says: `Longer than ${longest} characters. Shorten it.` });
    }
  }
  return problems;
}

/** Free text keeps its blanks; for all other cells each reader takes them off. */
function cellsOf(columns: (Column | null)[], cells: string[]): Partial<Record<Column, string>> {
  return Object.fromEntries(
    columns.flatMap((column, index) => (column ? [[column, asMeant(cells[index] ?? '')]] : [])),
  );
}
