// CSV, TSV and text pasted from a sheet → one table with its cells exactly as written.
import { nameKey } from '../../matrix/party.ts';
import { columnNamed, MAX_ROWS } from '../columns.ts';
import { recordsOf } from '../csv.ts';
import { isBareList, withoutBullet } from './bare-list.ts';
import { alignedRows, boxedRows } from './drawn.ts';
import { type Refusal, refuse, type TextTable, type Workbook } from './workbook.ts';

const DELIMITERS = ['\t', ',', ';', '|'] as const;
/** Enough lines to see how many cells a row has. */
const LOOKED_AT = 30;
const LONGEST_LINE = 20_000;
/** A table drawn in text is one that somebody drew, or the page of a contract. */
const MOST_DRAWN = 3_000;

/** `- Mail flow: Northwind IT`, `Mail flow → Northwind IT`: a list as people type it. */
const PAIR =
  /^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)?(\S.{0,200}?)\s*(?:→|->|=>|:|\s[–—-])\s+(\S.{0,100})$/;

/** `typed` text may also be a list of tasks with their owners; files of other kinds have lines like that as well. */
export function readDelimited(text: string, typed: boolean): Workbook | Refusal {
  const lines = text.slice(0, LOOKED_AT * LONGEST_LINE).split(/\r\n|\n|\r/, MOST_DRAWN);
  const boxed = isOurs(lines) ? null : boxedRows(lines);
  if (boxed) return workbook({ sheet: '', headings: [], rows: boxed, spans: [] });
  const delimiter = delimiterOf(lines);
  if (delimiter === null) {
    const aligned = alignedRows(lines);
    if (aligned) return workbook({ sheet: '', headings: [], rows: aligned, spans: [] });
    return (typed ? listed(text) : null) ?? bare(text) ?? NO_TABLE;
  }
  const records = recordsOf(text, delimiter);
  if ('says' in records) {
    return refuse('damaged', records.says, { row: records.row, column: records.column });
  }
  if (records.length > MAX_ROWS + 1) {
    const says = `More than ${MAX_ROWS} rows. Import the file in parts.`;
    return refuse('too large', says, { row: MAX_ROWS + 2 });
  }
  const rows = records
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return workbook({ sheet: '', headings: [], rows, spans: [] });
}

const NO_TABLE = refuse(
  'no table',
  'No table was found. Send a sheet (.xlsx, .csv), or paste the cells with their header.',
);

function workbook(table: TextTable): Workbook {
  return { kind: 'workbook', format: 'csv', tables: [table], notices: [] };
}

/** A sheet of ours may hold drawings in its cells. */
function isOurs([header = '']: readonly string[]): boolean {
  const names = header.replace(/^\uFEFF/, '').split(/[\t,;|]/);
  return names.filter((name) => columnNamed(name.replace(/^"|"$/g, ''))).length > 1;
}

/**
 * The sign that cuts most lines into equally many cells, headers of ours counting double; null where none does. Titles
 * and legends have fewer cells, so that half the lines decide unless the first one is a header already.
 */
function delimiterOf(all: readonly string[]): string | null {
  const lines = all
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
    .map((line) => line.slice(0, LONGEST_LINE).replace(/"(?:[^"]|"")*"/g, '""'));
  const ranked = DELIMITERS.map((by) => {
    const cells = lines.map((line) => line.split(by));
    const widths = Map.groupBy(cells, ({ length }) => length);
    widths.delete(1);
    const most = [...widths].reduce((a, b) => (b[1].length > a[1].length ? b : a), [1, []]);
    const first = cells[0]?.length ?? 1;
    const decides = most[1].length * 2 >= lines.length && most[1].length > 1;
    const width = decides ? most[0] : first;
    const even = widths.get(width)?.length ?? 0;
    const ours = (cells[0] ?? []).filter((name) => columnNamed(nameKey(name))).length;
    return { by, width, score: ours * LOOKED_AT + even + Math.min(width, 50) / 100 };
  });
  const best = ranked.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 1 && best.width > 1 ? best.by : aloneOf(lines);
}

/** A sheet of one known column has no delimiter at all. */
function aloneOf(lines: readonly string[]): string | null {
  return columnNamed((lines[0] ?? '').replace(/^\uFEFF/, '')) ? ',' : null;
}

/** A name a line, and nothing about owners. */
function bare(text: string): Workbook | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, MAX_ROWS);
  const rows = lines.flatMap((line, index) => {
    const name = withoutBullet(line);
    return name === '' ? [] : [{ number: index + 1, cells: [name] }];
  });
  if (!isBareList(rows.flatMap(({ cells }) => cells))) return null;
  return workbook({ sheet: '', headings: [], rows, spans: [] });
}

function listed(text: string): Workbook | null {
  const lines = text.split(/\r\n|\n|\r/, MAX_ROWS);
  const rows = lines.flatMap((line, index) => {
    const [, task = '', owner = ''] = PAIR.exec(line.slice(0, 400)) ?? [];
    return task === '' ? [] : [{ number: index + 1, cells: [task, owner.trim()] }];
  });
  const filled = lines.filter((line) => line.trim() !== '').length;
  if (rows.length < 2 || rows.length < filled * 0.8) return null;
  const header = { number: 0, cells: ['Task', 'Owner'] };
  return workbook({ sheet: '', headings: [], rows: [header, ...rows], spans: [] });
}
