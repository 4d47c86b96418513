// The tables of an AsciiDoc page → tables of text, with the headings above them.
import { MAX_COLUMNS, MAX_ROWS } from '../columns.ts';
import { plainAsciidoc } from './inline.ts';
import {
  createCollector,
  isRefusal,
  linesOf,
  type Refusal,
  refuse,
  type Workbook,
} from './workbook.ts';

const HEADING = /^(={1,6})\s+(.{1,500}?)\s*$/;
const EDGE = /^\|={3,}\s*$/;
/** What may stand before a cell's bar: repeated (`3*`), merged (`2+`, `.3+`, `2.3+`), aligned and styled (`a`, `^.>s`). */
const SPEC = /(?:(\d{1,3})\*|(\d{1,3})?(?:\.(\d{1,5}))?\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?$/;

type Cell = { line: number; text: string; repeat: number; columns: number; rows: number };

export function hasAsciidocTable(text: string): boolean {
  return /^\|={3,}\s*$/m.test(text);
}

export function readAsciidoc(page: string): Workbook | Refusal {
  const collector = createCollector();
  const headings: string[] = [];
  const lines = linesOf(page);
  if (isRefusal(lines)) return lines;
  let attributes = '';
  let title = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, signs = '', heading = ''] = HEADING.exec(line) ?? [];
    if (signs !== '') {
      headings.length = signs.length - 1;
      headings[signs.length - 1] = plainTitle(heading);
    }
    if (/^\[.*\]\s*$/.test(line)) attributes = line.slice(0, 500);
    else if (/^\.[^.\s]/.test(line)) title = plainAsciidoc(line.slice(1, 500));
    if (!EDGE.test(line)) {
      if (line.trim() === '') [attributes, title] = ['', ''];
      continue;
    }
    const end = lines.findIndex((other, index) => index > at && EDGE.test(other));
    if (end === -1) {
      const says = 'The page was cut short: this table never ends. Save it again.';
      return refuse('damaged', says, { row: at + 1 });
    }
    const above = [...headings, title].filter((part) => part !== undefined && part !== '');
    const stopped =
      collector.table('', above) ?? fill(collector, attributes, lines.slice(at + 1, end), at + 2);
    if (stopped) return stopped;
    [attributes, title] = ['', ''];
    at = end;
  }
  return { kind: 'workbook', format: 'asciidoc', tables: collector.tables(), notices: [] };
}

/** A product's name in braces is filled in elsewhere; the preposition before it then hangs in the air. */
function plainTitle(title: string): string {
  const plain = plainAsciidoc(title);
  return /\{[\w-]+\}\s*$/.test(title) ? plain.replace(/\s+(?:for|of|in|on|with|to)$/i, '') : plain;
}

function fill(
  collector: ReturnType<typeof createCollector>,
  attributes: string,
  lines: readonly string[],
  firstLine: number,
): Refusal | null {
  const cells = cellsOf(lines, firstLine);
  const start = cells[0]?.line ?? 0;
  const width = Math.max(
    1,
    columnsIn(attributes) || cells.filter(({ line }) => line === start).length,
  );
  if (width > MAX_COLUMNS) {
    return refuse('too large', `More than ${MAX_COLUMNS} columns.`, { row: firstLine });
  }
  const taken: number[] = Array.from({ length: width }, () => 0);
  let column = width;
  let row = 0;
  let stopped: Refusal | null = null;
  for (const cell of cells) {
    for (let copy = 0; copy < cell.repeat && !stopped; copy += 1) {
      while (column >= width || (taken[column] ?? 0) > 0) {
        if (column < width) column += 1;
        else {
          // Rows are known by the line they start on, which two rows may share.
          row = Math.max(row + 1, cell.line);
          column = 0;
          for (const [index, rows] of taken.entries()) taken[index] = Math.max(0, rows - 1);
        }
      }
      const columns = Math.min(cell.columns, width - column);
      stopped ??= collector.cell(row, column, plainAsciidoc(cell.text));
      if (columns > 1 || cell.rows > 1) {
        stopped ??= collector.span({ row, column, rows: cell.rows, columns });
      }
      taken.fill(cell.rows, column, column + columns);
      column += columns;
    }
    if (stopped) return stopped;
  }
  return null;
}

/** `[cols="2a,3*,^1"]` has five columns; 0 where nothing is said. */
function columnsIn(attributes: string): number {
  const cols = /cols="?([^"\]]*)/.exec(attributes)?.[1] ?? '';
  if (cols === '') return 0;
  return cols.split(/[,;]/).reduce((sum, part) => {
    return sum + Number(/^\s*(\d{1,3})\*/.exec(part)?.[1] ?? 1);
  }, 0);
}

function cellsOf(lines: readonly string[], firstLine: number): Cell[] {
  const cells: Cell[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('//')) continue;
    const parts = line.split(/(?<!\\)\|/);
    for (const [place, part] of parts.entries()) {
      const last = place === parts.length - 1;
      const spec = last ? null : SPEC.exec(part);
      const before = part.slice(0, spec?.index ?? part.length);
      // The letters before a bar are its style only where a blank or nothing parts them from the text.
      const own = spec !== null && (before === '' || /\s$/.test(before));
      const text = (own ? before : part).replaceAll('\\|', '|');
      const open = cells.at(-1);
      if (place === 0 && open) open.text += `\n${text}`;
      else if (open) open.text += text;
      if (last) continue;
      const [, repeat, columns, rows] = own && spec ? spec : [];
      cells.push({
        line: firstLine + index,
        text: '',
        repeat: Math.min(Number(repeat ?? 1), MAX_COLUMNS),
        columns: Number(columns ?? 1),
        rows: Math.min(Number(rows ?? 1), MAX_ROWS),
      });
    }
  }
  return cells;
}
