// Which of the other columns names the task, which the area, which holds remarks.
import type { Grid } from './grid.ts';
import {
  looksLikeTask,
  namesArea,
  namesNights,
  namesOther,
  namesRemark,
  namesTask,
} from './header-words.ts';

export type Beside = {
  task: number;
  area: number | null;
  note: number | null;
  nights: number | null;
  unused: number[];
};

type Facts = {
  column: number;
  header: string;
  filled: number;
  distinct: number;
  average: number;
  doing: number;
};

/** Longer header cells hold a legend or an instruction, and their words mean nothing about the column. */
const HEADER = 60;
/** Text that nobody would call a name. */
const PROSE = 160;

/** Null where no column could name tasks. `rows` are the rows below the header, `taken` the columns of parties. */
export function columnsBeside(
  grid: Grid,
  header: number,
  last: number,
  taken: readonly number[],
): Beside | null {
  const facts = Array.from({ length: grid.width }, (_, column) => column)
    .filter((column) => !taken.includes(column))
    .map((column) => factsOf(grid, header, last, column))
    .filter(({ filled }) => filled > 0);
  const rows = facts.reduce((most, { filled }) => Math.max(most, filled), 0);
  const first = taken[0] ?? 0;
  const ranked = facts
    .filter(({ filled }) => filled >= rows * 0.4)
    .map((fact) => ({ fact, score: taskScore(fact, rows, first) }))
    .sort((a, b) => b.score - a.score);
  const task = ranked[0]?.fact;
  if (!task) return null;
  const others = facts.filter((fact) => fact !== task);
  const area = others.find((fact) => isArea(fact, rows, task.column));
  const nights = others.find((fact) => fact !== area && namesNights(fact.header));
  const note = others.find((fact) => fact !== area && fact !== nights && isNote(fact));
  const used = new Set([task, area, note, nights]);
  return {
    task: task.column,
    area: area?.column ?? null,
    note: note?.column ?? null,
    nights: nights?.column ?? null,
    unused: others.filter((fact) => !used.has(fact)).map(({ column }) => column),
  };
}

export function headerText(grid: Grid, header: number, column: number): string {
  const own = grid.text(header, column);
  return own === '' && header > 0 ? grid.text(header - 1, column) : own;
}

function factsOf(grid: Grid, header: number, last: number, column: number): Facts {
  const seen = new Set<string>();
  let filled = 0;
  let length = 0;
  let doing = 0;
  for (let row = header + 1; row <= last; row += 1) {
    const text = grid.text(row, column);
    if (text === '') continue;
    filled += 1;
    length += text.length;
    if (!seen.has(text)) doing += looksLikeTask(text);
    seen.add(text);
  }
  const name = headerText(grid, header, column);
  return {
    column,
    header: name.length > HEADER ? '' : name,
    filled,
    distinct: seen.size,
    average: filled === 0 ? 0 : length / filled,
    doing: seen.size === 0 ? 0 : doing / seen.size,
  };
}

function taskScore(fact: Facts, rows: number, firstParty: number): number {
  const { header, distinct, average, doing, column, filled } = fact;
  let score = distinct / rows + filled / rows + doing;
  // Tasks are told apart; what comes again and again is what they belong to.
  if (namesTask(header)) score += distinct > filled / 2 ? 1 : 0.3;
  if (namesArea(header)) score -= 0.8;
  if (namesOther(header)) score -= 0.4;
  if (namesRemark(header)) score -= 1;
  if (average > PROSE) score -= 1.5;
  if (average < 5) score -= 0.6;
  if (column < firstParty) score += 0.5;
  return score;
}

function isArea({ header, distinct, filled, average, column }: Facts, rows: number, task: number) {
  if (namesRemark(header) || average > 80) return false;
  const few = distinct <= Math.max(2, rows * 0.4);
  if (namesArea(header)) return distinct < rows || rows < 4;
  return few && column < task && !namesOther(header) && (filled > distinct || filled < rows * 0.5);
}

function isNote({ header, average }: Facts): boolean {
  return namesRemark(header) || (average > 40 && !namesOther(header));
}
