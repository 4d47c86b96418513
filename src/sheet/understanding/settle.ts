// The parties of a table as they are to be: columns left out, names made one where a person said so, each on a side.
import type { Matrix } from '../../matrix/matrix.ts';
import { nameKey, sameName } from '../../matrix/party.ts';
import { createNaming, slug } from '../slug.ts';
import { type Asking, askColumn, askName, askSame, askSide, askSides } from './questions.ts';
import type { CellRead, RowRead } from './reading.ts';
import { lookalikes } from './same-party.ts';
import { guessSides } from './sides.ts';
import type { Candidate } from './tables.ts';
import type { UnderstoodParty } from './understanding.ts';

/** Parties whose columns can be left out by a word; lists of people are longer, and are no columns. */
const MOST_ASKED = 30;

type Settled = { parties: UnderstoodParty[]; rows: RowRead[] };

/** Columns left out, names made one where a person said so, and each party on a side. */
export function settle(chosen: Candidate, asking: Asking, current: Matrix | null): Settled {
  const known = current?.parties ?? [];
  const naming = createNaming(() => false);
  const named = chosen.parties.map((party) => ({
    ...party,
    key: naming(slug(party.name, 'party')),
  }));
  const inColumns = chosen.orientation === 'marks' || chosen.orientation === 'transposed';
  const asked = named.length <= MOST_ASKED;
  const kept = named.flatMap((party) => {
    const leaves = inColumns && asked && named.length > 1;
    if (leaves && askColumn(asking, party.key, party.name) !== 'party') return [];
    return asked ? [{ ...party, name: askName(asking, party.key, party.name) }] : [party];
  });
  const names = kept.map(({ name }) => name);
  const pairs = lookalikes(
    names,
    known.map(({ name }) => name),
    inColumns,
  );
  const into = new Map<string, string>();
  for (const [stays, goes] of pairs) {
    const id = `${slug(stays, 'party')}=${slug(goes, 'party')}`;
    if (askSame(asking, id, [stays, goes]) === 'same') into.set(nameKey(goes), stays);
  }
  const finalName = (name: string) => into.get(nameKey(name)) ?? name;
  const finals = kept.filter(
    ({ name }, at) =>
      !into.has(nameKey(name)) && kept.findIndex((each) => sameName(each.name, name)) === at,
  );
  for (const { name, group } of kept) {
    const target = finalName(name);
    if (!finals.some((each) => sameName(each.name, target))) {
      finals.push({ name: target, group, key: naming(slug(target, 'party')) });
    }
  }
  const place = new Map(finals.map(({ name }, index) => [nameKey(name), index]));
  const places = named.map(({ key }) => {
    const name = kept.find((each) => each.key === key)?.name;
    return name === undefined ? null : (place.get(nameKey(finalName(name))) ?? null);
  });
  const rows = chosen.rows.map((row) => ({ ...row, cells: moved(row.cells, places) }));
  const guesses = guessSides(finals, known, sameName);
  const unclear = finals.filter((_, index) => guesses[index]?.sure === false);
  const together =
    unclear.length > 1
      ? askSides(
          asking,
          unclear.map(({ name }) => name),
        )
      : null;
  const parties = finals.map(({ key, name, group }, index) => {
    const guess = guesses[index] ?? { side: 'internal' as const, sure: false, why: '' };
    const party = known.find((each) => sameName(each.name, name));
    const all = guess.sure ? null : together;
    const side = askSide(asking, key, name, all ?? guess.side, guess.sure || together !== null);
    const marks = rows.reduce((sum, row) => sum + marksOf(row.cells, index), 0);
    return { key, name, group, side, sideWhy: guess.why, known: party?.id ?? null, marks };
  });
  return { parties, rows };
}

function moved(cells: readonly CellRead[], places: readonly (number | null)[]): CellRead[] {
  return cells.flatMap((cell) => {
    if (cell.party < 0) return [cell];
    const party = places[cell.party] ?? null;
    return party === null ? [] : [{ ...cell, party }];
  });
}

function marksOf(cells: readonly CellRead[], party: number): number {
  return cells.filter((cell) => cell.party === party && cell.mark.code !== '').length;
}
