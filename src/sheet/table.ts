// CSV text → numbered records under known columns, with everything wrong about the file as a whole.
import { CsvError, parse } from 'csv-parse/sync';
import { asMeant } from './cell.ts';
import {
  COLUMNS,
  type Column,
  columnNamed,
  longestIn,
  MAX_BYTES,
  MAX_CELL,
  MAX_COLUMNS,
  MAX_ROWS,
  nearestColumn,
  type Problem,
} from './columns.ts';

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
  const records = recordsOf(text);
  if ('says' in records) return { kind: 'problems', problems: [records] };
  const [header, ...rows] = records;
  if (!header || header.every((name) => name.trim() === '')) {
    return refused(1, 'The first row has no column names. Start from an export to get them.');
  }
  if (rows.length > MAX_ROWS) {
    return refused(MAX_ROWS + 2, `More than ${MAX_ROWS} rows. Import the file in parts.`);
  }
  const columns = header.map(columnNamed);
  const problems = headerProblems(columns);
  if (problems.length > 0) return { kind: 'problems', problems };
  const filled = rows
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const faults = filled.flatMap(({ row, cells }) => recordProblems(row, cells, header));
  if (faults.length > 0) return { kind: 'problems', problems: faults };
  const entries = filled.map(({ row, cells }) => ({ row, given: cellsOf(columns, cells) }));
  return { kind: 'ok', entries, notices: headerNotices(header, columns) };
}

function refused(row: number, says: string): Table {
  return { kind: 'problems', problems: [{ row, column: '', says }] };
}

/** Empty lines stay in as records, because a spreadsheet counts them as rows. */
function recordsOf(text: string): string[][] | Problem {
  let tooWide = 0;
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: MAX_ROWS + 2,
      max_record_size: MAX_COLUMNS * MAX_CELL,
      on_record: (cells: string[], { records }) => {
        if (cells.length <= MAX_COLUMNS) return cells;
        tooWide = records;
        throw new Error('stops the parser at once: millions of cells would cost seconds');
      },
    });
  } catch (error) {
    if (tooWide > 0) {
      return { row: tooWide, column: '', says: `More than ${MAX_COLUMNS} columns.` };
    }
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records'] ?? 0) + 1;
    const says = OPEN_QUOTE.has(error.code)
      ? 'A quote (") opens here and never closes. Close it, or save the file as CSV again.'
      : 'This row cannot be read as CSV. Save the file as CSV (UTF-8) again.';
    return { row, column: '', says };
  }
}

/** A quote left open swallows the rest of the file, or as much as a row may hold. */
const OPEN_QUOTE = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

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
