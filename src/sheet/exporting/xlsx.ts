// A matrix as an Excel workbook: its tasks as they are imported again, its parties, its gaps and its history.
import { changedFields, type Line } from '../../matrix/change.ts';
import type { Day } from '../../matrix/day.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { Task } from '../../matrix/task.ts';
import { harmless } from '../cell.ts';
import { COLUMNS, type Column } from '../columns.ts';
import { createCells } from '../write.ts';
import { overviewOf } from './overview.ts';
import { type TextSheet, writeWorkbook } from './workbook.ts';

const WIDE: Partial<Record<Column, number>> = {
  id: 28,
  name: 40,
  area: 18,
  description: 50,
  aliases: 30,
  owner: 24,
  'shared with': 24,
  split: 36,
  reason: 30,
};

/** `history` as the store gives it, newest first; empty where nobody asked for it. */
export function writeXlsx(matrix: Matrix, history: readonly Line[], today: Day): Uint8Array {
  return writeWorkbook([
    tasksSheet(matrix),
    partiesSheet(matrix),
    gapsSheet(matrix, today),
    historySheet(matrix, history),
  ]);
}

/** Made harmless like the CSV, because this sheet is the one that is edited, saved as CSV and read again. */
function tasksSheet(matrix: Matrix): TextSheet {
  const cellsOf = createCells(matrix);
  return {
    name: 'Tasks',
    header: COLUMNS,
    rows: matrix.tasks.map((task) => {
      const cells = cellsOf(task);
      return COLUMNS.map((column) => harmless(cells[column]));
    }),
    widths: COLUMNS.map((column) => WIDE[column] ?? 14),
    frozen: 2,
  };
}

function partiesSheet({ parties }: Matrix): TextSheet {
  return {
    name: 'Parties',
    header: ['party', 'which side', 'mail', 'phone', 'portal', 'channel', 'hours', 'at night'],
    rows: parties.map((party) => [
      party.name,
      party.side,
      party.mail,
      party.phone,
      party.portal,
      party.channel,
      party.hours,
      party.nights,
    ]),
    widths: [28, 12, 30, 20, 30, 30, 24, 24],
    frozen: 1,
  };
}

function gapsSheet(matrix: Matrix, today: Day): TextSheet {
  const { gaps } = overviewOf(matrix, today);
  return {
    name: 'Gaps',
    header: ['area of the gap', 'task', 'why it is a gap', 'also involved', 'hours', 'remark'],
    rows: gaps.map((row) => [
      row.area,
      row.task,
      row.status,
      row.sharedWith,
      row.hours,
      row.reason,
    ]),
    widths: [18, 40, 16, 28, 24, 40],
    frozen: 2,
  };
}

function historySheet(matrix: Matrix, history: readonly Line[]): TextSheet {
  const names = new Map(matrix.parties.map(({ id, name }) => [id, name]));
  return {
    name: 'History',
    header: ['when (UTC)', 'task', 'what changed', 'owner before', 'owner after', 'who', 'why'],
    rows: history.map(({ at, before, after, gone, by, why }) => [
      at.toISOString().slice(0, 16).replace('T', ' '),
      after.name,
      gone ? 'taken out' : before === null ? 'new' : changedFields(before, after).join(', '),
      before === null ? '' : ownerOf(before, names),
      gone ? '' : ownerOf(after, names),
      by.name,
      why,
    ]),
    widths: [17, 40, 24, 24, 24, 20, 40],
    frozen: 1,
  };
}

function ownerOf({ ownership }: Task, names: ReadonlyMap<string, string>): string {
  if (ownership.kind !== 'owned') return ownership.kind;
  const { party, role, person } = ownership.lead;
  return [names.get(party) ?? party, role, person].filter(Boolean).join(', ');
}
