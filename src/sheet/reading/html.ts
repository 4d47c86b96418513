// The tables of a web page, of a wiki's export or of what was pasted → tables of text, with the headings above them.
import { Parser } from 'htmlparser2';
import { MAX_COLUMNS, MAX_ROWS } from '../columns.ts';
import { createCollector, type Refusal, refuse, type Workbook } from './workbook.ts';

/** Pages lie some thirty deep; looking for an open tag costs its depth. */
const MAX_DEPTH = 500;
/** A page is taken in pieces, so that a refusal stops it at once. */
const PIECE = 65_536;

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'select']);
const BREAKS = new Set(['br', 'p', 'li', 'div']);

type Cell = { row: number; column: number; text: string };
/** `taken` says how many more rows a cell of an earlier row holds a column. */
type Open = { index: number; row: number; column: number; taken: number[]; cell: Cell | null };
type Flat = { headings: string[]; cells: Cell[]; spans: [number, number, number, number][] };

export function readHtml(page: string): Workbook | Refusal {
  const flat: Flat[] = [];
  const open: Open[] = [];
  const headings: string[] = [];
  let heading: { level: number; text: string } | null = null;
  let silent = 0;
  let depth = 0;
  let rows = 0;
  let stopped: Refusal | null = null;
  let ended = false;

  function write(text: string): void {
    if (silent > 0) return;
    const cell = open.at(-1)?.cell;
    if (cell) cell.text += text;
    else if (heading) heading.text += text;
  }

  function startRow(table: Open): void {
    rows += 1;
    if (rows > MAX_ROWS) {
      const says = `More than ${MAX_ROWS} rows. Import the page in parts.`;
      stopped ??= refuse('too large', says, { row: table.row + 1 });
    }
    table.row += 1;
    table.column = 0;
    table.taken = table.taken.map((rows) => Math.max(0, rows - 1));
  }

  function startCell(table: Open, attributes: Record<string, string>): void {
    if (table.row === 0) startRow(table);
    while ((table.taken[table.column] ?? 0) > 0) table.column += 1;
    const rows = extent(attributes['rowspan'], MAX_ROWS);
    const columns = extent(attributes['colspan'], MAX_COLUMNS + 1);
    const { index, row, column } = table;
    if (column + columns > MAX_COLUMNS) {
      const says = `More than ${MAX_COLUMNS} columns in a table.`;
      stopped ??= refuse('too large', says, { row });
      return;
    }
    table.cell = { row, column, text: '' };
    flat[index]?.cells.push(table.cell);
    if (rows > 1 || columns > 1) flat[index]?.spans.push([row, column, rows, columns]);
    while (table.taken.length < column + columns) table.taken.push(0);
    table.taken.fill(rows, column, column + columns);
    table.column = column + columns;
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > MAX_DEPTH) stopped ??= refuse('damaged', 'The page is nested too deep.');
      if (SILENT.has(name)) silent += 1;
      const table = open.at(-1);
      if (BREAKS.has(name)) write('\n');
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level && !table) heading = { level: Number(level), text: '' };
      if (name === 'table') {
        open.push({ index: flat.length, row: 0, column: 0, taken: [], cell: null });
        flat.push({ headings: [...headings].filter(Boolean), cells: [], spans: [] });
      }
      if (!table) return;
      if (name === 'tr') startRow(table);
      if (name === 'td' || name === 'th') startCell(table, attributes);
    },
    ontext: write,
    onclosetag(name) {
      depth -= 1;
      if (SILENT.has(name)) silent -= 1;
      const table = open.at(-1);
      if (table && (name === 'td' || name === 'th')) table.cell = null;
      if (name === 'table') {
        open.pop();
        if (ended) {
          const says = 'The page was cut short: its last table never ends. Save it again.';
          stopped ??= refuse('damaged', says);
        }
      }
      if (heading && /^h[1-6]$/.test(name)) {
        headings.length = heading.level - 1;
        headings[heading.level - 1] = tidy(heading.text);
        heading = null;
      }
    },
  });
  for (let at = 0; at < page.length && !stopped; at += PIECE) {
    parser.write(page.slice(at, at + PIECE));
  }
  ended = true;
  if (!stopped) parser.end();
  return stopped ?? collected(flat);
}

function collected(flat: readonly Flat[]): Workbook | Refusal {
  const collector = createCollector();
  let stopped: Refusal | null = null;
  for (const { headings, cells, spans } of flat) {
    stopped ??= collector.table('', headings);
    for (const { row, column, text } of cells) {
      stopped ??= collector.cell(row, column, tidy(text));
    }
    for (const [row, column, rows, columns] of spans) {
      stopped ??= collector.span({ row, column, rows, columns });
    }
    if (stopped) return stopped;
  }
  return { kind: 'workbook', format: 'html', tables: collector.tables(), notices: [] };
}

function extent(value: string | undefined, most: number): number {
  const count = Number(value ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? Math.min(count, most) : 1;
}

/** Blanks run together as a browser shows them; line breaks that were meant stay. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
