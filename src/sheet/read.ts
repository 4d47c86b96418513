// Canonical CSV → tasks, parties and people, or every problem with its row and column.
import { sinceWhen } from '../matrix/change.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Holder } from '../matrix/ownership.ts';
import type { Party, Person } from '../matrix/party.ts';
import { HEALTHS, IMPORTANCES, KINDS, type Task } from '../matrix/task.ts';
import { splitList } from './cell.ts';
import type { Column, Problem } from './columns.ts';
import { type Report, readDay, readOwnership } from './ownership.ts';
import { createRoster, type NamedSide, type Roster } from './roster.ts';
import { createRows, NO_AREA, type Row } from './row.ts';
import { readTable, type Table } from './table.ts';
import { listed, oneOf, readBackup, readInterval, readNights } from './words.ts';

/** `parties` and `people` are all of them, known and new; `tasks` only those of the file. */
export type SheetRead =
  | { kind: 'ok'; tasks: Task[]; parties: Party[]; people: Person[]; notices: Problem[] }
  | { kind: 'problems'; problems: Problem[] };

/**
 * All or nothing: one problem and no task is read. What a sheet has no column for (contact details, what the sides
 * said, since when) stays as `current` has it, and so does the field of every column that the file leaves out.
 */
export function readSheet(text: string, current: Matrix | null, today: Day): SheetRead {
  return readEntries(readTable(text), [], current, today);
}

/** The same for rows that another reader made; `sides` are those of parties that no row's owner tells. */
export function readEntries(
  table: Table,
  sides: readonly NamedSide[],
  current: Matrix | null,
  today: Day,
): SheetRead {
  if (table.kind === 'problems') return table;
  const { rows, problems } = createRows(table.entries, current);
  const { roster, ...named } = createRoster(rows, current, sides);
  problems.push(...named.problems);
  const tasks = rows.map((row) => {
    const report: Report = (column, says) => problems.push({ row: row.number, column, says });
    return readTask(row, roster, today, report);
  });
  if (problems.length > 0) {
    return { kind: 'problems', problems: problems.sort((a, b) => a.row - b.row) };
  }
  const notices = [...table.notices, ...named.notices];
  return { kind: 'ok', tasks, parties: roster.parties, people: roster.people, notices };
}

function readTask(row: Row, roster: Roster, today: Day, report: Report): Task {
  const word = <Word extends string>(column: Column, words: readonly Word[], blank: Word): Word => {
    const text = row.cell(column).trim();
    const found = text === '' ? blank : oneOf(words, SYNONYMS.get(text.toLowerCase()) ?? text);
    if (found === null) report(column, `"${text}" is not known. Write ${listed(words)}.`);
    return found ?? blank;
  };
  const name = row.cell('name').trim();
  if (name === '') report('name', 'The task has no name.');
  const review = readInterval(row.cell('review every'));
  if (review === 'unreadable') {
    const says = `"${row.cell('review every').trim()}" is no interval. Write monthly, quarterly, semiannual, annual, per event, or a count such as 45 days.`;
    report('review every', says);
  }
  const task: Task = {
    id: row.id,
    name,
    area: row.cell('area').trim() || NO_AREA,
    kind: word('kind', KINDS, 'operation'),
    description: row.cell('description'),
    aliases: splitList(row.cell('aliases')),
    importance: word('importance', IMPORTANCES, 'medium'),
    health: word('health', HEALTHS, 'unknown'),
    nights: readNights(row.cell('nights')),
    review: review === 'unreadable' ? null : review,
    reviewedOn: readDay(row, 'reviewed on', report),
    ownership: readOwnership(row, roster, today, report),
    backup: backupOf(row, roster),
    reason: row.cell('reason'),
    views: row.before?.views ?? [],
  };
  return settled(sinceWhen(row.before, task, today), row);
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['operational', 'operation'],
  ['med', 'medium'],
]);

/** A task that is new here was its owner's at least since the owner accepted it. */
function settled(task: Task, row: Row): Task {
  const { ownership } = task;
  if (row.before !== null || ownership.kind !== 'owned') return task;
  const { since, acceptedOn } = ownership;
  if (acceptedOn === null || acceptedOn >= since) return task;
  return { ...task, ownership: { ...ownership, since: acceptedOn } };
}

function backupOf(row: Row, roster: Roster): Holder | null {
  const named = readBackup(row.cell('backup'), roster.isParty);
  if (named === null) return null;
  const party = named.party === '' ? '' : (roster.partyNamed(named.party)?.id ?? '');
  const known = party !== '' && named.person !== '';
  return {
    party,
    role: named.role,
    person: known ? roster.person(party, named.person) : named.person,
  };
}
