// Where in a grid the marks are: the header row above them, the columns that are parties, the last row.

import type { Grid } from './grid.ts';
import { namesHours, namesOther, namesRemark, partyName } from './header-words.ts';
import type { PartyColumn } from './reading.ts';

export type Block = {
  header: number;
  /** The row of groups above the header; null where there is none. */
  groups: number | null;
  last: number;
  columns: number[];
  parties: PartyColumn[];
  /** Cells that hold a mark. */
  marks: number;
};

/** A matrix starts near the top; introductions above it are shorter than this. */
const HIGHEST = 120;
/** So many of a column's filled cells hold marks before it counts as a party's. */
const MOSTLY = 0.7;
/** A header may explain the party below its name. */
const LONGEST_HEADER = 2_000;
/** Words in place of a name; a column of these alone is no party's. */
const INSTEAD = new Set(['', 'NOBODY', 'NA']);
/** A letter by itself is no name, whatever it stands for. */
const LETTER = /^(?:[A-Z]|RA)$/;

const holds = (grid: Grid, row: number, column: number) => {
  const code = grid.mark(row, column)?.code;
  return code !== undefined && code !== '';
};

export function findBlock(grid: Grid): Block | null {
  const last = lastRow(grid);
  if (last === null) return null;
  let best: Head | null = null;
  for (let header = 0; header < Math.min(last, HIGHEST); header += 1) {
    const head = headAt(grid, header, last);
    if (best === null || isBetter(head, best)) best = head;
  }
  if (best === null || best.score === 0) return null;
  const { header, columns, score } = best;
  const end = extended(grid, last, columns);
  const all = withEmptyColumns(grid, header, end, columns);
  const groups = groupRow(grid, header, all);
  const parties = all.map((column) => ({
    name: partyName(grid.text(header, column)),
    group: groups === null ? '' : groupOver(grid, groups, column),
  }));
  return { header, groups, last: end, columns: all, parties: composed(parties), marks: score };
}

type Head = { header: number; columns: number[]; score: number; distinct: number; filled: number };

function headAt(grid: Grid, header: number, last: number): Head {
  const { columns, score } = partyColumns(grid, header, last);
  const texts = Array.from({ length: grid.width }, (_, column) => grid.text(header, column));
  const distinct = new Set(columns.map((column) => texts[column])).size;
  return { header, columns, score, distinct, filled: texts.filter((text) => text !== '').length };
}

/** Of rows over equally many marks, the one that names more: a title above has one cell, a section repeats one text. */
function isBetter(head: Head, best: Head): boolean {
  if (head.score !== best.score) return head.score > best.score;
  if (head.distinct !== best.distinct) return head.distinct > best.distinct;
  return head.filled > best.filled;
}

/** The last row that looks like one of marks; a legend below has one at most. */
function lastRow(grid: Grid): number | null {
  const counts = Array.from({ length: grid.height }, (_, row) => {
    let marks = 0;
    for (let column = 0; column < grid.width; column += 1) if (holds(grid, row, column)) marks += 1;
    return marks;
  });
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return null;
  return counts.findLastIndex((marks) => marks >= Math.min(most, 2));
}

function partyColumns(grid: Grid, header: number, last: number) {
  const columns: number[] = [];
  let score = 0;
  if (grid.uniform(header)) return { columns, score };
  for (let column = 0; column < grid.width; column += 1) {
    const name = grid.text(header, column);
    if (name === '' || name.length > LONGEST_HEADER || namesHours(name)) continue;
    const asMark = grid.mark(header, column);
    if (asMark && (asMark.code === '' || LETTER.test(asMark.code))) continue;
    let marks = 0;
    let others = 0;
    let told = false;
    for (let row = header + 1; row <= last; row += 1) {
      if (grid.text(row, column) === '' || (grid.uniform(row) && !holds(grid, row, column)))
        continue;
      const mark = grid.mark(row, column);
      if (mark === null) others += grid.text(row, column) === name ? 0 : 1;
      else if (mark.code !== '') marks += 1;
      if (mark !== null && !INSTEAD.has(mark.code)) told = true;
    }
    if (!told || marks / (marks + others) < MOSTLY) continue;
    columns.push(column);
    score += marks;
  }
  return { columns, score };
}

/** A note below a table, or one mark's meaning in a legend. */
const BELOW =
  /^(?:[*†‡¹²³]|\(?\d{1,2}\)\s|[RACISV]\s*[=:–-]|[^=]{1,3}\s?[=＝]|note|legend|key|source|hinweis|legende|quelle)/iu;
const LONGEST_TASK = 300;

/**
 * Rows below the last full one belong to it as well: those with a mark and no other text under the parties, and tasks
 * nobody has marked that follow without a gap. Legends and notes stand apart, or look like it.
 */
function extended(grid: Grid, last: number, columns: readonly number[]): number {
  let end = last;
  const step = Math.max(1, grid.number(last) - grid.number(last - 1));
  for (let row = last + 1; row < grid.height; row += 1) {
    const texts = columns.filter((column) => grid.text(row, column) !== '');
    const heads = grid.uniform(row);
    if (!heads && texts.some((column) => grid.mark(row, column) === null)) break;
    const follows = row === end + 1 && grid.number(row) - grid.number(end) <= step;
    if (heads) continue;
    if (texts.length > 0 || (follows && isUnmarked(grid, row))) end = row;
    if (row - end > 3) break;
  }
  return end;
}

function isUnmarked(grid: Grid, row: number): boolean {
  const texts = Array.from({ length: grid.width }, (_, column) => grid.text(row, column)).filter(
    (text) => text !== '',
  );
  return (
    texts.length > 0 && texts.every((text) => text.length <= LONGEST_TASK && !BELOW.test(text))
  );
}

/** A party nobody has marked yet has a header among the others and nothing below. */
function withEmptyColumns(grid: Grid, header: number, last: number, columns: readonly number[]) {
  const all = [...columns];
  const [first = 0, final = 0] = [columns[0], columns.at(-1)];
  for (let column = first; column < grid.width; column += 1) {
    const name = grid.text(header, column);
    if (columns.includes(column)) continue;
    if (name === '' || namesOther(name) || namesRemark(name) || namesHours(name)) {
      if (column > final) break;
      continue;
    }
    let blank = true;
    for (let row = header + 1; row <= last && blank; row += 1) {
      blank = (grid.mark(row, column)?.code ?? 'text') === '';
    }
    if (blank) all.push(column);
    else if (column > final) break;
  }
  return all.sort((a, b) => a - b);
}

/** The row above, if it heads some of the columns but is no title over everything. */
function groupRow(grid: Grid, header: number, columns: readonly number[]): number | null {
  const above = header - 1;
  if (above < 0) return null;
  const heads = columns.filter((column) => grid.text(above, column) !== '');
  if (heads.length === 0) return null;
  const covers = heads.reduce((sum, column) => sum + grid.across(above, column), 0);
  const isTitle = heads.length === 1 && covers <= 1;
  return isTitle ? null : above;
}

function groupOver(grid: Grid, row: number, column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    if (grid.text(row, at) === '') continue;
    const reach = grid.across(row, at);
    return reach === 1 || at + reach > column ? grid.text(row, at) : '';
  }
  return '';
}

/** `IT` under Customer and `IT` under Provider are two parties. */
function composed(parties: readonly PartyColumn[]): PartyColumn[] {
  return parties.map((party) => {
    const namesakes = parties.filter(({ name }) => name === party.name);
    const groups = new Set(namesakes.map(({ group }) => group));
    const tell = namesakes.length > 1 && groups.size === namesakes.length && party.group !== '';
    return tell ? { ...party, name: `${party.group} ${party.name}` } : party;
  });
}
