// What is read out of one table: who the parties are, where the tasks are, and each row with its marks.
import type { Mark } from './marks.ts';

/**
 * marks: tasks × parties, a mark in each cell. transposed: the same, parties are the rows. roles: a column for each
 * role, names in the cells. aspects: rows × columns make the tasks, names in the cells. long: a row for each mark.
 * list: names of tasks and nothing else.
 */
export const ORIENTATIONS = ['marks', 'transposed', 'roles', 'aspects', 'long', 'list'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** `group` is what a second header row says above the name; both as written. */
export type PartyColumn = { name: string; group: string };

/** `party` is a place in the reading's parties; `raw` is the cell as written. */
export type CellRead = {
  party: number;
  raw: string;
  mark: Mark;
  /** Who of the party it is, or in which role, where the cell says so beside the party's name. */
  person?: string;
  role?: string;
};

/** `where` names the row (or column) for people: `row 12`. */
export type RowRead = {
  where: string;
  area: string;
  task: string;
  note: string;
  /** As the sheet of ours writes it: `yes`, `no`, who covers; empty where nothing is said. */
  nights: string;
  cells: CellRead[];
};

/** What of the file is no part of the matrix, and why. */
export type LeftOut = { where: string; says: string };

export type Reading = {
  orientation: Orientation;
  /** Places in the workbook's tables; several of one shape are read as one. */
  tables: number[];
  sheet: string;
  title: string;
  why: string;
  parties: PartyColumn[];
  rows: RowRead[];
  /** Headings of areas between the rows: `sure` when they are merged across or repeat the header. */
  bareRows: { sure: number; unsure: number; areHeadings: boolean };
  left: LeftOut[];
  /** How many cells say something, weighed by how much it looks like a matrix. */
  score: number;
};
