// Parties and people as rows: put in their places, taken out with the import that brought them, and back again.
import type { Step } from '../matrix/change.ts';
import type { Scope } from '../matrix/matrix.ts';
import { nameKey, type Party, type Person } from '../matrix/party.ts';
import { type Made, personKey, usedBy } from '../matrix/used.ts';
import type { Plan } from './engine.ts';
import { chunks } from './puts.ts';
import type { Queries } from './queries.ts';
import { changes, changesOnce, query, rows } from './query.ts';
import { type Into, partyRow, personRow } from './records.ts';
import { CAME_BACK, type Database, TAKEN_OUT } from './tables.ts';

/** Rows that the batch `made`, which from now on are of another. */
type Handing = Into & { made: string; batch: string };
type PersonPlace = { party: string; name_key: string };

/** Both tables of what can own. */
export function sideQueries(db: Database) {
  return {
    partiesMade: query((of: Scope & { batch: string }) =>
      db
        .selectFrom('party')
        .select('id')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('batch', '=', of.batch)
        .where('gone', '<>', TAKEN_OUT)
        .orderBy('position'),
    ),
    peopleMade: query((of: Scope & { batch: string }) =>
      db
        .selectFrom('person')
        .select(['party', 'name'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('batch', '=', of.batch)
        .where('gone', '<>', TAKEN_OUT)
        .orderBy('position'),
    ),
    /** The literal is what lets both engines take the index. */
    partiesOut: query((of: Scope) =>
      db
        .selectFrom('party')
        .select('id')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('gone', '=', (eb) => eb.lit(TAKEN_OUT)),
    ),
    peopleOut: query((of: Scope) =>
      db
        .selectFrom('person')
        .select(['party', 'name', 'name_key'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('gone', '=', (eb) => eb.lit(TAKEN_OUT)),
    ),
    returnParties: query((of: Handing) =>
      db
        .updateTable('party')
        .set({ gone: CAME_BACK, batch: of.batch, revision: of.revision })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('batch', '=', of.made)
        .where('gone', '=', TAKEN_OUT),
    ),
    returnPeople: query((of: Handing) =>
      db
        .updateTable('person')
        .set({ gone: CAME_BACK, batch: of.batch, revision: of.revision })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('batch', '=', of.made)
        .where('gone', '=', TAKEN_OUT),
    ),
    takeParties: (of: Handing, ids: readonly string[]) =>
      db
        .updateTable('party')
        .set({ gone: TAKEN_OUT, batch: of.batch, revision: of.revision })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('batch', '=', of.made)
        .where('gone', '<>', TAKEN_OUT)
        .where('id', 'in', ids),
    takePeople: (of: Handing, places: readonly PersonPlace[]) =>
      db
        .updateTable('person')
        .set({ gone: TAKEN_OUT, batch: of.batch, revision: of.revision })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('batch', '=', of.made)
        .where('gone', '<>', TAKEN_OUT)
        .where((eb) =>
          eb(
            eb.refTuple('party', 'name_key'),
            'in',
            places.map(({ party, name_key }) => eb.tuple(party, name_key)),
          ),
        ),
    useParty: query((of: Into & { id: string }) =>
      db
        .updateTable('party')
        .set({ gone: CAME_BACK, batch: '', revision: of.revision })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('id', '=', of.id),
    ),
    usePerson: query((of: Into & PersonPlace) =>
      db
        .updateTable('person')
        .set({ gone: CAME_BACK, batch: '', revision: of.revision })
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('party', '=', of.party)
        .where('name_key', '=', of.name_key),
    ),
  };
}

export type Put<Side> = { to: Side; batch?: string };

/** What steps do to parties and people, in the transaction that holds the matrix. */
export function* sidesPlan(q: Queries, into: Into, steps: readonly Step[]): Plan<void> {
  for (const step of steps) {
    if (step.kind !== 'back') continue;
    const of = { ...into, made: step.taken, batch: step.batch };
    yield* changes(q.returnParties, of);
    yield* changes(q.returnPeople, of);
  }
  yield* putParties(
    q,
    into,
    steps.flatMap((step) => (step.kind === 'party' ? [step] : [])),
  );
  yield* putPeople(
    q,
    into,
    steps.flatMap((step) => (step.kind === 'person' ? [step] : [])),
  );
  for (const step of steps) {
    // What was unused at another revision may be somebody's by now: then it stays.
    if (step.kind !== 'out' || step.seen !== into.revision - 1) continue;
    const of = { ...into, made: step.made, batch: step.batch };
    for (const ids of chunks(step.parties)) yield* changesOnce(q.takeParties(of, ids));
    const places = step.people.map(({ party, name }) => ({ party, name_key: nameKey(name) }));
    for (const some of chunks(places)) yield* changesOnce(q.takePeople(of, some));
  }
  yield* usePlan(q, into, steps);
}

/** Whoever named a party that was taken out meanwhile needs it: it is there again, and theirs. */
function* usePlan(q: Queries, into: Into, steps: readonly Step[]): Plan<void> {
  const used = usedBy(steps);
  if (used.parties.size === 0) return;
  for (const { id } of yield* rows(q.partiesOut, into)) {
    if (used.parties.has(id)) yield* changes(q.useParty, { ...into, id });
  }
  if (used.people.size === 0) return;
  for (const { party, name, name_key } of yield* rows(q.peopleOut, into)) {
    if (used.people.has(personKey(party, name))) {
      yield* changes(q.usePerson, { ...into, party, name_key });
    }
  }
}

export function* madePlan(q: Queries, scope: Scope, batch: string): Plan<Made> {
  const parties = yield* rows(q.partiesMade, { ...scope, batch });
  const people = yield* rows(q.peopleMade, { ...scope, batch });
  return {
    parties: parties.map(({ id }) => id),
    people: people.map(({ party, name }) => ({ party, name })),
  };
}

export function* putParties(q: Queries, into: Into, puts: readonly Put<Party>[]): Plan<void> {
  if (puts.length === 0) return;
  const next = (yield* rows(q.nextParty, into))[0]?.position ?? 0;
  const all = lastOfEach(puts, ({ to }) => to.id).map(({ to, batch = '' }, index) =>
    partyRow(into, to, next + index, batch),
  );
  for (const chunk of chunks(all)) yield* changesOnce(q.putParties(chunk));
}

export function* putPeople(q: Queries, into: Into, puts: readonly Put<Person>[]): Plan<void> {
  if (puts.length === 0) return;
  const next = (yield* rows(q.nextPerson, into))[0]?.position ?? 0;
  const all = lastOfEach(puts, ({ to }) => personKey(to.party, to.name)).map(
    ({ to, batch = '' }, index) => personRow(into, to, next + index, batch),
  );
  for (const chunk of chunks(all)) yield* changesOnce(q.putPeople(chunk));
}

/** PostgreSQL refuses a statement that would touch one row twice. */
function lastOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
