// Any matrix that could be stored: the arbitraries behind the promise that export and import lose nothing.
import fc from 'fast-check';
import { addDays, type Day } from '../../src/matrix/day.ts';
import type { Matrix, StoredTask } from '../../src/matrix/matrix.ts';
import type { Holder, Ownership, View } from '../../src/matrix/ownership.ts';
import { nameKey, type Party, type Person, SIDES } from '../../src/matrix/party.ts';
import { HEALTHS, IMPORTANCES, type Interval, KINDS, type Nights } from '../../src/matrix/task.ts';
import { slug } from '../../src/sheet/slug.ts';

/** Letters that have broken CSV files, formulas, lists, brackets and scripts before. */
const AWKWARD = `=+-@\t\r\n'"\`;,\\()[]{}$ ＝＋－＠。メール配送éß\u00a0😀\u200fab1yesno`;
const letter = fc.constantFrom(...AWKWARD);
const anyText = fc.oneof(
  fc.string({ unit: letter, maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('yes', 'No', '\\no', 'A (B)', "'=1+1", "''", '=HYPERLINK("x")', 'nobody'),
);
const text = anyText.map((any) => any.replaceAll('\0', ''));
/** Names are stored without blanks around them. */
const nameOrNone = text.map((any) => any.trim());
const name = nameOrNone.filter((any) => any !== '');

const day = fc.integer({ min: -900, max: 900 }).map((n) => addDays('2026-05-01', n));
const id = fc.string({
  unit: fc.constantFrom(...'abcABC0189.-_éメ字'),
  minLength: 1,
  maxLength: 12,
});

const months = fc.integer({ min: 1, max: 60 }).map((every): Interval => ({ every, unit: 'month' }));
const days = fc.integer({ min: 1, max: 400 }).map((every): Interval => ({ every, unit: 'day' }));
const nights: fc.Arbitrary<Nights> = fc.oneof(
  fc.constant<Nights>({ matter: false }),
  nameOrNone.map((cover): Nights => ({ matter: true, cover })),
);

const parties: fc.Arbitrary<Party[]> = fc
  .uniqueArray(fc.record({ name, side: fc.constantFrom(...SIDES), contact: text }), {
    selector: (party) => `${nameKey(party.name)}\n${slug(party.name, 'party')}`,
    comparator: (a, b) => a.split('\n').some((part, i) => part === b.split('\n')[i]),
    minLength: 1,
    maxLength: 4,
  })
  .map((drawn) =>
    drawn.map(({ name, side, contact }) => ({
      id: slug(name, 'party'),
      name,
      side,
      mail: contact,
      phone: '',
      portal: contact,
      channel: '',
      hours: '',
      nights: '',
    })),
  );

function peopleOf(ids: string[]): fc.Arbitrary<Person[]> {
  const person = fc.record({
    name,
    party: fc.constantFrom(...ids),
    entraId: text,
    mail: text,
    leftOn: fc.option(day),
  });
  return fc.uniqueArray(person, {
    selector: (p) => `${p.party}\n${nameKey(p.name)}`,
    maxLength: 4,
  });
}

function taskOf(parties: Party[], people: Person[]): fc.Arbitrary<StoredTask> {
  const party = fc.constantFrom(...parties.map(({ id }) => id));
  const unnamed = fc.record({ party, role: nameOrNone, person: fc.constant('') });
  const named = people.map(({ name, party }) =>
    nameOrNone.map((role): Holder => ({ party, role, person: name })),
  );
  const holder: fc.Arbitrary<Holder> = fc.oneof(unnamed, ...named);
  const stranger: fc.Arbitrary<Holder> = fc
    .record({ party: fc.constant(''), role: nameOrNone, person: nameOrNone })
    .filter(({ role, person }) => role !== '' || person !== '');
  const sharedWith = fc.uniqueArray(party, { maxLength: 3 });
  const ownership: fc.Arbitrary<Ownership> = fc.oneof(
    fc.record({
      kind: fc.constant('owned' as const),
      lead: holder,
      sharedWith,
      split: text,
      since: day,
      acceptedOn: fc.option(day),
    }),
    fc.record({ kind: fc.constant('nobody' as const), sharedWith, split: text, since: day }),
    fc.constant<Ownership>({ kind: 'unknown' }),
    fc.record({ kind: fc.constant('accepted gap' as const), until: day, by: name }),
    fc.constant<Ownership>({ kind: 'not applicable' }),
  );
  const view: fc.Arbitrary<View> = fc.record({
    party,
    says: fc.constantFrom('ours', 'theirs', 'nobody', 'unsure'),
    names: fc.option(party),
    on: day,
  });
  return fc.record({
    id,
    name,
    area: name,
    kind: fc.constantFrom(...KINDS),
    description: text,
    aliases: fc.array(name, { maxLength: 4 }),
    importance: fc.constantFrom(...IMPORTANCES),
    health: fc.constantFrom(...HEALTHS),
    nights,
    review: fc.option(fc.oneof(months, days)),
    reviewedOn: fc.option(day),
    ownership,
    backup: fc.option(fc.oneof(holder, stranger)),
    reason: text,
    views: fc.array(view, { maxLength: 2 }),
    version: fc.integer({ min: 1, max: 99 }),
  });
}

export const TODAY: Day = '2026-11-23';

/** Any matrix with parties, people and tasks that hold together. */
export const anyMatrix: fc.Arbitrary<Matrix> = parties.chain((parties) =>
  peopleOf(parties.map(({ id }) => id)).chain((people) =>
    fc
      .uniqueArray(taskOf(parties, people), { selector: (task) => task.id, maxLength: 5 })
      .map((tasks) => ({
        scope: { tenant: 't', matrix: 'm' },
        name: 'Any',
        decider: { name: '', reach: '' },
        parties,
        people,
        grants: [],
        tasks,
        revision: 1,
      })),
  ),
);
