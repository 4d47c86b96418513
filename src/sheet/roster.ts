// The parties and people that rows name: those of the matrix found again by name, new ones made once.
import { nameKey, newParty, type Party, type Person, SIDES, type Side } from '../matrix/party.ts';
import { splitList } from './cell.ts';
import type { Problem } from './columns.ts';
import type { Row } from './row.ts';
import { createNaming, slug } from './slug.ts';
import { listed, oneOf, readBackup } from './words.ts';

export type Roster = {
  parties: Party[];
  people: Person[];
  /** Null for a name that no row and no matrix has made a party. */
  partyNamed(name: string): Party | null;
  isParty(name: string): boolean;
  /** The person's name as it is already spelled in that party; a new person is added. */
  person(party: string, name: string): string;
};

type Known = { parties: readonly Party[]; people: readonly Person[] };

/** The side of a party, said elsewhere than in the rows. */
export type NamedSide = { name: string; side: Side };

/** Reads every row's parties before any task, so that the order of rows does not matter. */
export function createRoster(
  rows: readonly Row[],
  known: Known | null,
  sides: readonly NamedSide[] = [],
): { roster: Roster; problems: Problem[]; notices: Problem[] } {
  const parties = [...(known?.parties ?? [])];
  const people = [...(known?.people ?? [])];
  const byName = new Map(parties.map((party) => [nameKey(party.name), party]));
  const byPerson = new Map(people.map((each) => [personKey(each.party, each.name), each]));
  const ids = new Set(parties.map((party) => party.id));
  const nameId = createNaming((id) => ids.has(id));

  function add(name: string, side: Side): void {
    const party = newParty(nameId(slug(name, 'party')), name, side);
    ids.add(party.id);
    parties.push(party);
    byName.set(nameKey(name), party);
  }

  function replace(party: Party, by: Party): void {
    parties.splice(parties.indexOf(party), 1, by);
    byName.set(nameKey(by.name), by);
  }

  const roster: Roster = {
    parties,
    people,
    partyNamed: (name) => byName.get(nameKey(name)) ?? null,
    isParty: (name) => byName.has(nameKey(name)),
    person(party, name) {
      const key = personKey(party, name);
      const found = byPerson.get(key);
      if (found) return found.name;
      const person: Person = { name, party, entraId: '', mail: '', leftOn: null };
      byPerson.set(key, person);
      people.push(person);
      return name;
    },
  };

  const { owners, problems, notices } = ownersOf(rows);
  for (const { name, row, side } of owners) {
    const stored = roster.partyNamed(name);
    if (stored && side !== null && side !== stored.side) {
      replace(stored, { ...stored, side });
      const says = `"${stored.name}" was ${stored.side} and becomes ${side}.`;
      notices.push({ row, column: 'side', says });
    } else if (!stored && side !== null) {
      add(name, side);
    } else if (!stored) {
      const says = `"${name}" is new: write its side (${listed(SIDES)}).`;
      problems.push({ row, column: 'side', says });
    }
  }
  const sideOf = new Map(sides.map(({ name, side }) => [nameKey(name), side]));
  for (const { row, column, name } of mentions(rows, roster)) {
    if (roster.isParty(name)) continue;
    const side = sideOf.get(nameKey(name));
    add(name, side ?? 'vendor');
    if (side) continue;
    const says = `"${name}" owns nothing here, so it is taken as a vendor.`;
    notices.push({ row, column, says });
  }
  return { roster, problems, notices };
}

function personKey(party: string, name: string): string {
  return `${party}\n${nameKey(name)}`;
}

type Owner = { name: string; row: number; side: Side | null };

/** Who owns a task in any row, with the side that its rows agree on. */
function ownersOf(rows: readonly Row[]) {
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const owners = new Map<string, Owner>();
  for (const row of rows) {
    const name = row.cell('owner').trim();
    const at = { row: row.number, column: 'side' };
    const word = row.given('side') ? row.cell('side').trim() : '';
    const side = word === '' ? null : oneOf(SIDES, word);
    if (word !== '' && side === null) {
      problems.push({ ...at, says: `"${word}" is no side. Write ${listed(SIDES)}.` });
    }
    if (name === '') {
      if (word !== '') notices.push({ ...at, says: 'A side without an owner is not kept.' });
      continue;
    }
    const owner = owners.get(nameKey(name)) ?? { name, row: row.number, side: null };
    owners.set(nameKey(name), owner);
    if (side === null || side === owner.side) continue;
    if (owner.side === null) {
      owner.side = side;
      owner.row = row.number;
      continue;
    }
    const says = `"${name}" is ${owner.side} in row ${owner.row} and ${side} here. Write one side, or leave it blank.`;
    problems.push({ ...at, says });
  }
  return { owners: [...owners.values()], problems, notices };
}

/** Parties named beside an owner; all shared ones first, since a backup may name one of them. */
function* mentions(rows: readonly Row[], roster: Roster) {
  for (const row of rows) {
    for (const name of splitList(row.cell('shared with'))) {
      yield { row: row.number, column: 'shared with', name };
    }
  }
  for (const row of rows) {
    const name = readBackup(row.cell('backup'), roster.isParty)?.party ?? '';
    if (name !== '') yield { row: row.number, column: 'backup', name };
  }
}
