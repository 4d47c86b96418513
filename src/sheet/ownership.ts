// The cells of one row that say who owns the task → its Ownership, or what contradicts itself in them.
import { type Day, parseDay } from '../matrix/day.ts';
import type { Holder, Ownership } from '../matrix/ownership.ts';
import { sameName } from '../matrix/party.ts';
import { splitList } from './cell.ts';
import type { Column } from './columns.ts';
import type { Roster } from './roster.ts';
import type { Row } from './row.ts';
import { listed, oneOf } from './words.ts';

export type Report = (column: Column, says: string) => void;

const UNOWNED = ['nobody', 'accepted gap', 'not applicable'] as const;

/** A day, null for an empty cell; anything else is reported and counts as empty. */
export function readDay(row: Row, column: Column, report: Report): Day | null {
  const text = row.cell(column).trim();
  const day = parseDay(text) ?? parseDay(respelled(text));
  if (text !== '' && day === null) report(column, `"${text}" is no date. Write it as 2026-05-31.`);
  return day;
}

/**
 * Spreadsheet programs rewrite dates when they save: 31.05.2026, 5/31/2026, 31/05/2026. Only what can be read in one
 * way is read: 05/06/2026 is May or June, so it stays as it is and is reported.
 */
function respelled(text: string): string {
  const [, first = '', mark = '', second = '', year = ''] =
    /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  const [a, b] = [Number(first), Number(second)];
  if (mark === '' || (mark === '/' && a <= 12 && b <= 12 && a !== b)) return text;
  const monthFirst = mark === '/' && b > 12;
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** An owner whose side nobody gave is reported elsewhere and reads as unknown. `since` is today; whoever compares with the stored task sets it right. A new gap has no `by`. */
export function readOwnership(row: Row, roster: Roster, today: Day, report: Report): Ownership {
  const lead = leadOf(row, roster, report);
  const status = statusOf(row, report);
  const until = readDay(row, 'until', report);
  const accepted = readDay(row, 'accepted on', report);
  const split = row.cell('split');
  const shared = splitList(row.cell('shared with'));
  const sharedWith = [...new Set(shared.flatMap((name) => roster.partyNamed(name)?.id ?? []))];
  const misplaced = (column: Column, says: string) => {
    if (row.given(column) && row.cell(column).trim() !== '') report(column, says);
  };

  if (status !== 'accepted gap') {
    misplaced('until', 'Only an accepted gap has an end. Write the status "accepted gap".');
  }
  if (lead !== null) {
    if (status !== null) {
      const owner = row.cell('owner').trim();
      report('status', `"${owner}" owns the task: empty the owner or the status.`);
    }
    const acceptedOn = row.given('accepted on') || isStored(row, lead) ? accepted : null;
    return { kind: 'owned', lead, sharedWith, split, since: today, acceptedOn };
  }
  if (row.cell('owner').trim() !== '') return { kind: 'unknown' };
  for (const column of ['role', 'person', 'accepted on'] as const) {
    misplaced(column, 'This needs an owner: name the party in the owner column.');
  }
  if (status === 'nobody' || (status === null && sharedWith.length > 0)) {
    return { kind: 'nobody', sharedWith, split, since: today };
  }
  for (const column of ['shared with', 'split'] as const) {
    misplaced(column, `This needs an owner, or the status "nobody". Empty it or name one.`);
  }
  if (status === 'not applicable') return { kind: 'not applicable' };
  if (status === null) return { kind: 'unknown' };
  if (until === null) {
    report('until', 'An accepted gap needs the date it ends, as 2026-05-31.');
    return { kind: 'unknown' };
  }
  const stored = row.before?.ownership;
  return { kind: 'accepted gap', until, by: stored?.kind === 'accepted gap' ? stored.by : '' };
}

function statusOf(row: Row, report: Report): (typeof UNOWNED)[number] | null {
  const word = row.cell('status').trim();
  const status = oneOf(UNOWNED, word);
  if (word !== '' && status === null) {
    report('status', `"${word}" is no status. Write ${listed(UNOWNED)}, or leave it blank.`);
  }
  return status;
}

function leadOf(row: Row, roster: Roster, report: Report): Holder | null {
  const party = roster.partyNamed(row.cell('owner').trim());
  if (row.cell('owner').trim() === '' || party === null) return null;
  const name = row.cell('person').trim();
  const person = name === '' ? '' : roster.person(party.id, name);
  const lead = { party: party.id, role: row.cell('role').trim(), person };
  if (isPredecessors(row, lead)) {
    report(
      'accepted on',
      'The owner changed, but this is still the day the one before accepted. Empty it, or write the new day.',
    );
  }
  return lead;
}

function isStored(row: Row, lead: Holder): boolean {
  const stored = row.before?.ownership;
  if (stored?.kind !== 'owned') return false;
  const { party, role, person } = stored.lead;
  return lead.party === party && lead.role === role && lead.person === person;
}

/** An acceptance that was only left standing must not pass to somebody who never gave it. */
function isPredecessors(row: Row, lead: Holder): boolean {
  const stored = row.before?.ownership;
  if (stored?.kind !== 'owned' || stored.acceptedOn === null) return false;
  if (!row.given('accepted on') || parseDay(row.cell('accepted on')) !== stored.acceptedOn) {
    return false;
  }
  const { party, person } = stored.lead;
  const otherPerson = person !== '' && lead.person !== '' && !sameName(person, lead.person);
  return lead.party !== party || otherPerson;
}
