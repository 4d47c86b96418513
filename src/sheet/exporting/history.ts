// The history as a CSV sheet: a row a change, newest first, harmless in a spreadsheet.
import { stringify } from 'csv-stringify/sync';
import { changedFields, type Line } from '../../matrix/change.ts';
import { harmless } from '../cell.ts';

const COLUMNS = ['seq', 'at', 'by', 'by id', 'task', 'version', 'changed', 'why', 'batch', 'state'];

/** `state` is the whole task after the change, as JSON: from it any state can be rebuilt. */
export function writeHistory(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    String(line.seq),
    line.at.toISOString(),
    line.by.name,
    line.by.id,
    line.task,
    String(line.version),
    changeOf(line),
    line.why,
    line.batch,
    JSON.stringify(line.after),
  ]);
  return stringify([COLUMNS, ...rows.map((row) => row.map(harmless))], {
    record_delimiter: '\r\n',
  });
}

function changeOf({ before, after, gone }: Line): string {
  if (gone) return 'taken out';
  return before === null ? 'recorded' : changedFields(before, after).join(', ');
}
