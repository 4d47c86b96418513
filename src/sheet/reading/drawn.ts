// Tables drawn in plain text, in boxes of dashes and bars or in columns kept apart by blanks → rows of cells.
import { MAX_COLUMNS } from '../columns.ts';
import type { TextRow } from './workbook.ts';

/** Longer lines are prose, and looking at each costs its length. */
const LONGEST_LINE = 1_000;
/** Fewer lines in columns may be an accident. */
const FEWEST = 3;
/** More columns fit on no page. */
const WIDEST = 30;
/** Enough lines to see whether they stand in columns. */
const LOOKED_AT = 50;
/** The recitals of a contract go before its table. */
const HIGHEST = 100;
const RULE = /^\s*[+|├┌└╔╚╠┏┗┣]?[-=─━═+|┬┴┼╦╩╬┳┻╋:\s]{3,}[+|┤┐┘╗╝╣┓┛┫]?\s*$/;
const BAR = /[|│┃║]/;

/** `| Task | MSP |` between lines of dashes. Null for lines that are no such box. */
export function boxedRows(lines: readonly string[]): TextRow[] | null {
  const isRule = (line: string) =>
    line.length <= LONGEST_LINE && /[-─━═]/.test(line) && RULE.test(line);
  const rows = lines.flatMap((line, index): TextRow[] => {
    if (line.length > LONGEST_LINE || isRule(line) || !BAR.test(line)) return [];
    const inner = line.trim().replace(/^[|│┃║]|[|│┃║]$/g, '');
    return [{ number: index + 1, cells: inner.split(BAR).map((cell) => cell.trim()) }];
  });
  const filled = lines.filter((line) => line.trim() !== '' && !isRule(line)).length;
  const drawn = lines.some((line) => isRule(line));
  if (rows.some(({ cells }) => cells.length > MAX_COLUMNS)) return null;
  return drawn && rows.length >= FEWEST - 1 && rows.length * 2 >= filled ? rows : null;
}

type Word = { text: string; start: number; end: number };

/** A header of three names or more, and lines below with words under them. Null where no line is such a header. */
export function alignedRows(lines: readonly string[]): TextRow[] | null {
  const all = lines.map(wordsOf);
  for (const [at, header] of all.slice(0, HIGHEST).entries()) {
    if (header.length < FEWEST || header.length > WIDEST) continue;
    const below = all.slice(at + 1);
    const under = below
      .slice(0, LOOKED_AT)
      .filter(
        (words) =>
          words.length > 1 && words.length <= WIDEST && words.every((word) => fits(word, header)),
      );
    if (under.length < FEWEST) continue;
    return [header, ...below].flatMap((words, index): TextRow[] => {
      if (words.length === 0) return [];
      return [{ number: at + index + 1, cells: placed(words, header) }];
    });
  }
  return null;
}

/** Two blanks part columns, one parts words. */
function wordsOf(line: string): Word[] {
  if (line.length > LONGEST_LINE) return [];
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => {
    return { text, start: index, end: index + text.length };
  });
}

const overlaps = (word: Word, head: Word) => word.start < head.end && head.start < word.end;

/** Names of the first columns are longer than their headers, marks stand somewhere below theirs. */
function columnOf(word: Word, header: readonly Word[]): number {
  const under = header.findIndex((head) => overlaps(word, head));
  return under === -1 ? header.findLastIndex(({ start }) => start <= word.start) : under;
}

function fits(word: Word, header: readonly Word[]): boolean {
  return header.filter(({ start }) => word.start < start && start < word.end).length === 0;
}

function placed(words: readonly Word[], header: readonly Word[]): string[] {
  const cells = header.map(() => '');
  for (const word of words) {
    const column = Math.max(0, columnOf(word, header));
    cells[column] = [cells[column], word.text].filter(Boolean).join(' ');
  }
  return cells;
}
