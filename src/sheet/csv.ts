// Delimited text → records of cells, as far as a sheet may be long and wide.
import { CsvError, parse } from 'csv-parse/sync';
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS, type Problem } from './columns.ts';

/** Empty lines stay in as records, because a spreadsheet counts them as rows. */
export function recordsOf(text: string, delimiter: string): string[][] | Problem {
  let tooWide = 0;
  try {
    return parse(text, {
      bom: true,
      delimiter,
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
