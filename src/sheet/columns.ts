// The columns of the canonical sheet, its limits, and what a problem in it looks like.
import { nameKey } from '../matrix/party.ts';
import { edits } from './edits.ts';

export const COLUMNS = [
  'id',
  'name',
  'area',
  'kind',
  'description',
  'aliases',
  'owner',
  'side',
  'role',
  'person',
  'shared with',
  'split',
  'backup',
  'nights',
  'accepted on',
  'health',
  'importance',
  'review every',
  'reviewed on',
  'status',
  'until',
  'reason',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One task as text, cell by cell, before formulas are made harmless. */
export type Cells = Record<Column, string>;

/** Twice the largest matrix the answers are measured with. */
export const MAX_ROWS = 20_000;
/** 20,000 rows of 500 bytes; the whole file and its cells are held in memory while it is read. */
export const MAX_BYTES = 10_000_000;
/** A spreadsheet cell holds 32,767; nobody reads a card that long. */
export const MAX_CELL = 10_000;
/** Names stand on cards, many on one; Teams refuses a card near 100 KB and shows nothing. */
const MAX_NAME = 500;
const NAMES: ReadonlySet<Column> = new Set(['name', 'area', 'owner', 'role', 'person', 'backup']);

export function longestIn(column: Column): number {
  return NAMES.has(column) ? MAX_NAME : MAX_CELL;
}
/** Room for a customer's own columns; more is no list of tasks, and would cost seconds to read. */
export const MAX_COLUMNS = 100;

/** `row` is the number a spreadsheet shows beside it (the header is 1); `column` is empty where the whole row or file is meant. */
export type Problem = { row: number; column: string; says: string };

const BY_KEY = new Map<string, Column>(COLUMNS.map((column) => [column, column]));

/** A header's column, however it is cased and spaced; null for one that is not ours. */
export function columnNamed(header: string): Column | null {
  return BY_KEY.get(nameKey(header)) ?? null;
}

/** Typing slips change a letter or two of a header; beyond that it is another word. */
const NEAR = 2;

/** The column that an unknown header was probably meant to be. */
export function nearestColumn(header: string): Column | null {
  const typed = nameKey(header).replace(/[_-]/g, ' ');
  const ranked = COLUMNS.map((column) => ({ column, far: edits(typed, column, NEAR) }));
  const share = (one: (typeof ranked)[number]) => one.far / one.column.length;
  const best = ranked.reduce((a, b) => (share(b) < share(a) ? b : a));
  return best.far <= NEAR && share(best) < 1 / 2 ? best.column : null;
}
