// A grid of marks → rows: sections in their four shapes, repeated headers and footers told from tasks.
import type { Block } from './block.ts';
import { type Beside, headerText } from './columns-of.ts';
import { type Grid, nightsIn } from './grid.ts';
import { namesTask } from './header-words.ts';
import { BLANK } from './marks.ts';
import { taskName } from './names.ts';
import type { LeftOut, RowRead } from './reading.ts';

export type MarkedRows = {
  rows: RowRead[];
  left: LeftOut[];
  bareRows: { sure: number; unsure: number; areHeadings: boolean };
};

export type Kind = 'task' | 'bare' | 'heading' | 'header' | 'footer';
type Line = { row: number; kind: Kind; heading: string };

/** `areas: 'tasks'` takes bare rows for tasks that nobody has marked, `'headings'` for areas; null decides by their look. */
export function readMarked(
  grid: Grid,
  block: Block,
  beside: Beside,
  where: (row: number) => string,
  bare: 'headings' | 'tasks' | null,
): MarkedRows {
  const label = headerText(grid, block.header, beside.task);
  const lines: Line[] = [];
  for (let row = block.header + 1; row <= block.last; row += 1) {
    lines.push({ row, ...kindOf(grid, block, beside, row, label) });
  }
  const sure = lines.filter(({ kind }) => kind === 'heading').length;
  const unsure = lines.filter(({ kind }) => kind === 'bare').length;
  const areHeadings =
    bare === null
      ? looksLikeHeadings(
          lines.map(({ kind }) => kind),
          beside.area !== null,
        )
      : bare === 'headings';
  const left: LeftOut[] = [];
  const rows: RowRead[] = [];
  let section = namesTask(label) || label.length > 60 ? '' : sectionOfLabel(label, lines);
  let areaCell = '';
  for (const { row, kind, heading } of lines) {
    if (kind === 'footer') {
      left.push({ where: where(row), says: 'It holds text where the others hold marks.' });
      continue;
    }
    const isHeading = kind === 'heading' || (kind === 'bare' && areHeadings);
    if (isHeading || kind === 'header') {
      section = heading === '' ? section : heading;
      areaCell = '';
      continue;
    }
    if (beside.area !== null && grid.text(row, beside.area) !== '') {
      areaCell = grid.text(row, beside.area);
    }
    const task = taskName(grid.text(row, beside.task));
    if (task === '') {
      left.push({ where: where(row), says: 'It names no task.' });
      continue;
    }
    rows.push({
      where: where(row),
      area: areaCell === '' ? section : areaCell,
      task,
      note: beside.note === null ? '' : grid.text(row, beside.note),
      nights: nightsIn(grid, row, beside.nights),
      cells: block.columns.map((column, party) => ({
        party,
        raw: grid.text(row, column),
        mark: grid.mark(row, column) ?? BLANK,
      })),
    });
  }
  return { rows, left, bareRows: { sure, unsure, areHeadings } };
}

function kindOf(
  grid: Grid,
  block: Block,
  beside: Beside,
  row: number,
  label: string,
): { kind: Kind; heading: string } {
  const texts = new Set<string>();
  let first = '';
  let spans = 1;
  for (let column = 0; column < grid.width; column += 1) {
    const text = grid.text(row, column);
    if (text === '' || (COUNTED.test(text) && !block.columns.includes(column))) continue;
    if (first === '') first = text;
    texts.add(text);
    spans = Math.max(spans, grid.across(row, column));
  }
  if (texts.size === 0) return { kind: 'header', heading: '' };
  const inParties = block.columns.filter((column) => grid.text(row, column) !== '');
  const repeats = inParties.filter(
    (column) => grid.text(row, column) === grid.text(block.header, column),
  );
  if (repeats.length > 0 && repeats.length >= inParties.length / 2) {
    const own = grid.text(row, beside.task);
    return { kind: 'header', heading: own === label || namesTask(own) ? '' : own };
  }
  const odd = inParties.filter((column) => grid.mark(row, column) === null);
  if (texts.size === 1 && first.length <= 200) {
    const across = spans > grid.width / 2 || odd.length > block.columns.length / 2;
    if (across) return { kind: 'heading', heading: first };
    const alone = inParties.length === 0 && grid.text(row, beside.area ?? -1) === '';
    if (alone) return { kind: 'bare', heading: first };
  }
  if (odd.length > 0 && odd.length >= inParties.length / 2) return { kind: 'footer', heading: '' };
  return { kind: 'task', heading: '' };
}

/** The number of a row or section, in a column of its own. */
const COUNTED = /^(?:\d{1,3}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})+|[ivx]{1,5}|[A-Z])[.)]?$/iu;

/** Headings stand alone before rows with marks, the first one on top, and there are fewer of them; an area column needs none. */
export function looksLikeHeadings(kinds: readonly Kind[], hasArea: boolean): boolean {
  const bare = kinds.filter((kind) => kind === 'bare').length;
  const tasks = kinds.filter((kind) => kind === 'task').length;
  if (bare === 0 || hasArea || bare > tasks / 2) return false;
  if (kinds.find((kind) => kind !== 'header') !== 'bare') return false;
  if (kinds.includes('heading')) return false;
  const leading = kinds.filter((kind, index) => kind === 'bare' && kinds[index + 1] === 'task');
  return leading.length >= bare * 0.7;
}

/** Where each section repeats the header with its name in the corner, the first one does too. */
function sectionOfLabel(label: string, lines: readonly Line[]): string {
  return lines.some(({ kind, heading }) => kind === 'header' && heading !== '') ? label : '';
}
