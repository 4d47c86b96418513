// One table → every way it could be read as a matrix, each with a score and the reason in words.
import { columnName, type TextTable } from '../reading/workbook.ts';

import { type Block, findBlock } from './block.ts';
import { columnsBeside, headerText } from './columns-of.ts';
import { createGrid, type Grid, turned } from './grid.ts';
import { looksLikeParty, looksLikeTask, namesTask, titledMatrix } from './header-words.ts';
import { readLong } from './long.ts';
import { readMarked } from './marked.ts';
import { createMarks } from './marks.ts';
import { type Hints, readAspects, readRoles } from './named.ts';
import type { Orientation, Reading } from './reading.ts';

/** A table turned on its side has its tasks as columns, and nobody reads two hundred. */
const MOST_TURNED = 200;

export function readingsOf(table: TextTable, place: number, hints: Hints): Reading[] {
  const marks = createMarks(
    table.rows.flatMap(({ cells }) => cells),
    hints.legend,
  );
  const grid = createGrid(table, marks);
  const row = (index: number) => `row ${grid.number(index)}`;
  const title = [...table.headings, titleOf(grid)].join(' ');
  const about = { tables: [place], sheet: table.sheet, title: table.headings.at(-1) ?? '' };
  const boost = titledMatrix(`${table.sheet} ${title}`) ? 4 : 1;
  const readings: Reading[] = [];

  function add(reading: Omit<Reading, 'tables' | 'sheet' | 'title'>): void {
    if (reading.rows.length > 0)
      readings.push({ ...about, ...reading, score: reading.score * boost });
  }

  const upright = marked(grid, hints, row);
  const onSide =
    grid.height <= MOST_TURNED
      ? marked(turned(grid, marks), hints, (index) => `column ${columnName(index)}`)
      : null;
  const sides = weighed(upright, onSide, hints);
  for (const { read, orientation, score, why } of sides) add({ orientation, why, ...read, score });

  const long = readLong(grid, row);
  if (long) add({ ...long, orientation: 'long', why: WHY_LONG });

  const named = [
    { orientation: 'roles' as const, read: readRoles(grid, hints, row) },
    { orientation: 'aspects' as const, read: readAspects(grid, hints, row) },
  ];
  for (const { orientation, read } of named) {
    if (read === null || read.named === 0) continue;
    const { parties, rows, left, bareRows, named: cells, partyness } = read;
    const why = orientation === 'roles' ? WHY_ROLES : WHY_ASPECTS;
    const score = cells * (0.3 + partyness) * (orientation === 'roles' ? 1 : 0.9);
    add({ orientation, why, parties, rows, left, bareRows, score });
  }
  return readings.sort((a, b) => b.score - a.score);
}

const WHY_ROLES = 'the columns are roles, and their cells name who has them';
const WHY_LONG = 'each row is a task, a party and its mark';
const WHY_ASPECTS = 'each cell names an owner, so each row and column together is a task';

/** Text over the table: the first rows with nothing but a cell or two. */
function titleOf(grid: Grid): string {
  const texts: string[] = [];
  for (let row = 0; row < Math.min(grid.height, 4); row += 1) {
    const filled = Array.from({ length: grid.width }, (_, column) => grid.text(row, column)).filter(
      Boolean,
    );
    if (filled.length <= 2) texts.push(...filled);
  }
  return texts.join(' ').slice(0, 500);
}

type Marked = {
  block: Block;
  label: string;
  read: Pick<Reading, 'parties' | 'rows' | 'left' | 'bareRows'>;
};

function marked(grid: Grid, hints: Hints, where: (row: number) => string): Marked | null {
  const block = findBlock(grid);
  if (block === null) return null;
  const beside = columnsBeside(grid, block.header, block.last, block.columns);
  if (beside === null || isLegend(grid, block)) return null;
  const { rows, left, bareRows } = readMarked(grid, block, beside, where, hints.bare);
  const label = headerText(grid, block.header, beside.task);
  return { block, label, read: { parties: block.parties, rows, left, bareRows } };
}

/** A legend has each mark once, beside what it means. */
function isLegend(grid: Grid, block: Block): boolean {
  const [column, second] = block.columns;
  if (column === undefined || second !== undefined || block.marks > 8) return false;
  const codes: string[] = [];
  for (let row = block.header + 1; row <= block.last; row += 1) {
    const code = grid.mark(row, column)?.code ?? '';
    if (code !== '') codes.push(code);
  }
  return codes.length >= 3 && new Set(codes).size === codes.length;
}

type Side = { read: Marked['read']; orientation: Orientation; score: number; why: string };

/** Both ways up are weighed against each other: who looks like a party, and where there is one accountable each. */
function weighed(upright: Marked | null, onSide: Marked | null, hints: Hints): Side[] {
  const known = new Set(hints.known);
  const sides: Side[] = [];
  const rows = upright && evidence(upright, known);
  const columns = onSide && evidence(onSide, known);
  if (upright && rows) {
    const total = Math.max(0.1, rows.total - (columns?.total ?? 0) / 2);
    const score = upright.block.marks * total;
    sides.push({ read: upright.read, orientation: 'marks', score, why: WHY_MARKS });
  }
  if (onSide && columns) {
    const total = Math.max(0.1, columns.total - (rows?.total ?? 0) / 2 - 0.5);
    const score = onSide.block.marks * total;
    sides.push({ read: onSide.read, orientation: 'transposed', score, why: WHY_TRANSPOSED });
  }
  return sides;
}

const WHY_MARKS = 'each row is a task, and each column of marks a party';
const WHY_TRANSPOSED = 'each row is a party, and each column a task';

function evidence({ read, label }: Marked, known: ReadonlySet<string>): { total: number } {
  const { parties, rows } = read;
  const asParty =
    parties.reduce((sum, { name }) => sum + (known.has(name) ? 1 : looksLikeParty(name)), 0) /
    parties.length;
  const names = new Set(rows.map(({ task }) => task));
  let doing = 0;
  let partyRows = 0;
  for (const name of names) {
    doing += looksLikeTask(name);
    partyRows += looksLikeParty(name) === 1 ? 1 : 0;
  }
  const share = names.size === 0 ? 0 : (doing - partyRows / 2) / names.size;
  const filled = rows.filter(({ cells }) => cells.some(({ mark }) => mark.code !== ''));
  const one = filled.filter(
    ({ cells }) => cells.filter(({ mark }) => mark.duties.includes('accountable')).length === 1,
  );
  const once = filled.length === 0 ? 0 : one.length / filled.length;
  const corner = label.length <= 60 && namesTask(label) ? 0.5 : 0;
  const size = names.size > parties.length ? 0.3 : 0;
  return { total: 0.3 + asParty + 0.6 * share + 0.7 * once + corner + size };
}
