// What every reader makes of a file: tables of text cells, or one refusal that says what to do.
import { MAX_BYTES, MAX_COLUMNS, MAX_ROWS } from '../columns.ts';

const FORMATS = ['xlsx', 'csv', 'html', 'markdown', 'asciidoc'] as const;
export type Format = (typeof FORMATS)[number];

/** `number` is what people see beside the row: a spreadsheet's row, a text file's line, the place in an HTML table. */
export type TextRow = { number: number; cells: string[] };

/** Merged cells; the text is in the first. `row` is a row's number, `column` counts from 0. */
export type Span = { row: number; column: number; rows: number; columns: number };

/** `headings` are those above the table, outermost first. Rows without any text are left out. */
export type TextTable = {
  sheet: string;
  headings: string[];
  rows: TextRow[];
  spans: Span[];
};

/** Where in a file something is; empty and 0 mean the whole of it. `column` is as a spreadsheet names it. */
export type Place = { sheet: string; row: number; column: string };

export type Notice = Place & { says: string };

export type Workbook = {
  kind: 'workbook';
  format: Format;
  tables: TextTable[];
  notices: Notice[];
};

export const REFUSALS = [
  'too large',
  'bomb',
  'damaged',
  'macros',
  'old format',
  'other format',
  'not text',
  'no table',
  'too slow',
  'busy',
] as const;

export type Refusal = Place & { kind: 'refused'; why: (typeof REFUSALS)[number]; says: string };

/** Real workbooks inflate to a few MB; a bomb of 9 MB held 190 MB. One part at a time is inflated, as a stream. */
export const MAX_INFLATED = 50_000_000;
/** All text of all tables, in characters: one shared string may stand in every cell. */
export const MAX_TEXT = 10_000_000;
/** A page of a wiki has a dozen; each is looked at as a possible matrix. */
const MAX_TABLES = 200;
/** What Excel itself lets a cell hold. */
const MAX_TEXT_CELL = 32_767;
/** A page of text with its tables; prose between them has lines as well. */
const MAX_LINES = 100_000;
/** A merged cell is a range, and a file may name millions. */
const MAX_SPANS = 20_000;

const NOWHERE: Place = { sheet: '', row: 0, column: '' };

export function refuse(why: Refusal['why'], says: string, place: Partial<Place> = {}): Refusal {
  return { kind: 'refused', why, says, ...NOWHERE, ...place };
}

export function isRefusal(value: object | null): value is Refusal {
  return value !== null && 'kind' in value && value.kind === 'refused';
}

export function tooManyBytes(bytes: number): Refusal | null {
  if (bytes <= MAX_BYTES) return null;
  const says = `The file is larger than ${MAX_BYTES / 1_000_000} MB. Save only the sheet with the matrix, without pictures.`;
  return refuse('too large', says);
}

/** The lines of a page, however they end. A page with more is taken for none, before a million strings are made of it. */
export function linesOf(page: string): string[] | Refusal {
  const lines = page.split(/\r\n|\n|\r/, MAX_LINES + 1);
  if (lines.length <= MAX_LINES) return lines;
  return refuse('too large', `More than ${MAX_LINES} lines. Import the page in parts.`);
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Takes cells one by one, whatever the format, and says as soon as there are too many. */
export type Collector = {
  /** Starts a table; `headings` as in TextTable. */
  table(sheet: string, headings: readonly string[]): Refusal | null;
  /** Empty text is no cell. */
  cell(row: number, column: number, text: string): Refusal | null;
  span(span: Span): Refusal | null;
  tables(): TextTable[];
};

export function createCollector(): Collector {
  const tables: TextTable[] = [];
  let text = 0;
  let rows = 0;
  let spans = 0;

  function rowOf(table: TextTable, number: number): TextRow | Refusal {
    const last = table.rows.at(-1);
    if (last?.number === number) return last;
    rows += 1;
    if (rows > MAX_ROWS) {
      const says = `More than ${MAX_ROWS} rows. Import the file in parts.`;
      return refuse('too large', says, { sheet: table.sheet, row: number });
    }
    const row = { number, cells: [] };
    table.rows.push(row);
    return row;
  }

  return {
    table(sheet, headings) {
      if (tables.length >= MAX_TABLES) {
        return refuse('too large', `More than ${MAX_TABLES} tables. Import them in parts.`, {
          sheet,
        });
      }
      tables.push({ sheet, headings: [...headings], rows: [], spans: [] });
      return null;
    },
    cell(number, column, content) {
      const table = tables.at(-1);
      if (!table || content === '') return null;
      const place = { sheet: table.sheet, row: number, column: columnName(column) };
      if (column >= MAX_COLUMNS) {
        const says = `More than ${MAX_COLUMNS} columns. Remove those that do not belong to the matrix.`;
        return refuse('too large', says, place);
      }
      if (content.length > MAX_TEXT_CELL) {
        return refuse('too large', `A cell has more than ${MAX_TEXT_CELL} characters.`, place);
      }
      text += content.length;
      if (text > MAX_TEXT) {
        const says = `More than ${MAX_TEXT / 1_000_000} million characters. Import the file in parts.`;
        return refuse('too large', says, place);
      }
      const row = rowOf(table, number);
      if (isRefusal(row)) return row;
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = content;
      return null;
    },
    span(span) {
      spans += 1;
      const table = tables.at(-1);
      if (spans > MAX_SPANS) {
        return refuse('too large', `More than ${MAX_SPANS} merged cells.`, {
          sheet: table?.sheet ?? '',
        });
      }
      table?.spans.push(span);
      return null;
    },
    tables: () => tables.filter((table) => table.rows.length > 0),
  };
}
