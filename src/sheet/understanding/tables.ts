// The readings of all tables → the matrices in a file: tables of one shape are one, and the likeliest comes first.
import { nameKey } from '../../matrix/party.ts';
import { namesMatrix, undecorated } from './header-words.ts';
import type { CellRead, Orientation, Reading, RowRead } from './reading.ts';

/** `id` stays the same while the file does: `table-3` is its third table. */
export type Candidate = Reading & { id: string; name: string; orientations: Orientation[] };

/** So many parties in common make two tables parts of one matrix. */
const SAME_PARTIES = 0.5;
/** So many tasks in common make two tables versions of one matrix, which are not added up. */
const SAME_TASKS = 0.5;

/** `orientation` is a person's word where tables allow it. Likeliest first. */
export function candidatesIn(
  readings: readonly (readonly Reading[])[],
  orientation: Orientation | null,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const ways of readings) {
    const reading = ways.find((way) => way.orientation === orientation) ?? ways[0];
    if (!reading) continue;
    const part = located(reading);
    const whole = candidates.find((candidate) => belongsTo(candidate, part));
    if (whole) merge(whole, part);
    else {
      const orientations = ways.filter(({ score }) => score > 0).map((way) => way.orientation);
      const [place = 0] = part.tables;
      const name = part.sheet || part.title;
      candidates.push({ ...part, id: `table-${place + 1}`, name, orientations });
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** Sheets nobody has named say nothing about an area. */
export const UNNAMED = /^(?:sheet|tabelle|feuil|hoja|blad|foglio|シート|sheet ?)\s*\d*$/i;

/** A row belongs to the section in the table, else to the heading above it, else to its sheet. */
function located(reading: Reading): Reading {
  const sheet = UNNAMED.test(reading.sheet) ? '' : reading.sheet;
  const fallback =
    [undecorated(reading.title), sheet].find((name) => name !== '' && !namesMatrix(name)) ?? '';
  return {
    ...reading,
    parties: [...reading.parties],
    rows: withoutCount(reading.rows).map((row) => ({
      ...row,
      area: areaName(row.area || fallback),
    })),
  };
}

/** `1 End user services`, `2 Clinical systems`: counted one after the other, a bare number is none of the name. */
function withoutCount(rows: readonly RowRead[]): readonly RowRead[] {
  const areas = [...new Set(rows.map(({ area }) => area))];
  const counted = areas.every((area, at) => Number(COUNT.exec(area)?.[1]) === at + 1);
  if (areas.length < 2 || !counted) return rows;
  return rows.map((row) => ({ ...row, area: row.area.replace(COUNT, '') }));
}

const COUNT = /^(\d{1,2})\s+(?=\p{L})/u;

/** `1. Service desk` and `2.3 Backups` without their numbers. */
function areaName(area: string): string {
  return undecorated(area)
    .replace(/^(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\p{L})/u, '')
    .trim();
}

function belongsTo(whole: Candidate, part: Reading): boolean {
  if (whole.orientation !== part.orientation) return false;
  const ours = new Set(whole.parties.map(({ name }) => squeezed(name)));
  const theirs = new Set(part.parties.map(({ name }) => squeezed(name)));
  const both = [...theirs].filter((name) => ours.has(name)).length;
  if (both === 0 || both / (ours.size + theirs.size - both) < SAME_PARTIES) return false;
  const tasks = new Set(whole.rows.map(({ task }) => nameKey(task)));
  const again = part.rows.filter(({ task }) => tasks.has(nameKey(task))).length;
  return again < Math.min(tasks.size, part.rows.length) * SAME_TASKS;
}

/** `BrightLine` and `Bright Line` head parts of one matrix, whether or not they are one party. */
function squeezed(name: string): string {
  return nameKey(name).replace(/[^\p{L}\p{N}]+/gu, '') || nameKey(name);
}

function merge(whole: Candidate, part: Reading): void {
  const places = part.parties.map((party) => {
    const found = whole.parties.findIndex(({ name }) => nameKey(name) === nameKey(party.name));
    return found === -1 ? whole.parties.push(party) - 1 : found;
  });
  const moved = (cell: CellRead) => ({ ...cell, party: places[cell.party] ?? cell.party });
  whole.rows.push(...part.rows.map((row) => ({ ...row, cells: row.cells.map(moved) })));
  whole.left.push(...part.left);
  whole.tables.push(...part.tables);
  whole.score += part.score;
  whole.bareRows.sure += part.bareRows.sure;
  whole.bareRows.unsure += part.bareRows.unsure;
}
