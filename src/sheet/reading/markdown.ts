// The pipe tables of a Markdown page → tables of text, with the headings above them.
import { plainMarkdown } from './inline.ts';
import { createCollector, isRefusal, linesOf, type Refusal, type Workbook } from './workbook.ts';

const RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?\|?\s*$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.{1,500}?)\s*#*\s*$/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** A line under a table's head: nothing but dashes, colons and pipes. */
export function isRule(line: string): boolean {
  return line.includes('|') && line.length < 5_000 && RULE.test(line);
}

export function readMarkdown(page: string): Workbook | Refusal {
  const collector = createCollector();
  const headings: string[] = [];
  const lines = linesOf(page);
  if (isRefusal(lines)) return lines;
  let stopped: Refusal | null = null;
  let inTable = false;
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced) continue;
    const [, signs = '', title = ''] = HEADING.exec(line) ?? [];
    if (signs !== '') {
      headings.length = signs.length - 1;
      headings[signs.length - 1] = plainMarkdown(title);
    }
    const starts = line.includes('|') && isRule(lines[index + 1] ?? '') && !isRule(line);
    if (starts) {
      inTable = true;
      stopped ??= collector.table('', headings.filter(Boolean));
    }
    if (!line.includes('|')) inTable = false;
    if (!inTable || (isRule(line) && !starts)) continue;
    for (const [column, cell] of cellsOf(line).entries()) {
      stopped ??= collector.cell(index + 1, column, plainMarkdown(cell));
    }
    if (stopped) return stopped;
  }
  return { kind: 'workbook', format: 'markdown', tables: collector.tables(), notices: [] };
}

/** A pipe inside code or behind a backslash belongs to the cell. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells = [''];
  let code = false;
  for (let at = 0; at < inner.length; at += 1) {
    const sign = inner[at] ?? '';
    if (sign === '\\' && inner[at + 1] === '|') {
      cells[cells.length - 1] += '|';
      at += 1;
    } else if (sign === '|' && !code) cells.push('');
    else {
      if (sign === '`') code = !code && inner.includes('`', at + 1);
      cells[cells.length - 1] += sign;
    }
  }
  return cells;
}
