// Matrix → canonical CSV, readable by spreadsheets and, without loss, by readSheet.
import { stringify } from 'csv-stringify/sync';
import { nameKey, type Party } from '../matrix/party.ts';
import type { Task } from '../matrix/task.ts';
import { harmless, joinList } from './cell.ts';
import { type Cells, COLUMNS } from './columns.ts';
import { writeBackup, writeInterval, writeNights } from './words.ts';

/** A matrix, or a draft of one, as far as a sheet shows it. */
export type Shown = { parties: readonly Party[]; tasks: readonly Task[] };

/** A byte order mark leads, because Excel takes a CSV without one for an old code page; lines end in CRLF (RFC 4180). */
export function writeSheet(matrix: Shown): string {
  const cellsOf = createCells(matrix);
  const rows = matrix.tasks.map((task) => {
    const cells = cellsOf(task);
    return COLUMNS.map((column) => harmless(cells[column]));
  });
  return stringify([[...COLUMNS], ...rows], {
    bom: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n\t;]/,
  });
}

/** The parties that a sheet shows as parties, whatever is known elsewhere. */
function partiesIn({ ownership }: Task): string[] {
  if (ownership.kind === 'owned') return [ownership.lead.party, ...ownership.sharedWith];
  return ownership.kind === 'nobody' ? ownership.sharedWith : [];
}

/** What a task looks like as a row, before formulas are made harmless. */
export function createCells({ parties, tasks }: Shown): (task: Task) => Cells {
  const byId = new Map(parties.map((party) => [party.id, party]));
  const nameOf = (id: string) => byId.get(id)?.name ?? id;
  const known = new Set(parties.map((party) => nameKey(party.name)));
  const shown = new Set(tasks.flatMap(partiesIn).map((id) => nameKey(nameOf(id))));
  const names = {
    surely: (name: string) => shown.has(nameKey(name)),
    maybe: (name: string) => known.has(nameKey(name)),
  };

  function ownershipCells(task: Task): Partial<Cells> {
    const { ownership } = task;
    switch (ownership.kind) {
      case 'owned':
        return {
          owner: nameOf(ownership.lead.party),
          side: byId.get(ownership.lead.party)?.side ?? '',
          role: ownership.lead.role,
          person: ownership.lead.person,
          'shared with': joinList(ownership.sharedWith.map(nameOf)),
          split: ownership.split,
          'accepted on': ownership.acceptedOn ?? '',
        };
      case 'nobody':
        return {
          status: 'nobody',
          'shared with': joinList(ownership.sharedWith.map(nameOf)),
          split: ownership.split,
        };
      case 'accepted gap':
        return { status: 'accepted gap', until: ownership.until };
      case 'not applicable':
        return { status: 'not applicable' };
      case 'unknown':
        return {};
    }
  }

  return (task) => ({
    ...UNOWNED,
    ...ownershipCells(task),
    id: task.id,
    name: task.name,
    area: task.area,
    kind: task.kind,
    description: task.description,
    aliases: joinList(task.aliases),
    backup: writeBackup(task.backup, nameOf(task.backup?.party ?? ''), names),
    nights: writeNights(task.nights),
    health: task.health,
    importance: task.importance,
    'review every': writeInterval(task.review),
    'reviewed on': task.reviewedOn ?? '',
    reason: task.reason,
  });
}

const UNOWNED = {
  owner: '',
  side: '',
  role: '',
  person: '',
  'shared with': '',
  split: '',
  'accepted on': '',
  status: '',
  until: '',
};
