// Reads a matrix, or what changed in it: in portions, as it stood at one revision.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Changed, withChanged } from '../matrix/changed.ts';
import type { Scope, StoredTask } from '../matrix/matrix.ts';
import type { Party, Person } from '../matrix/party.ts';
import { personKey } from '../matrix/used.ts';
import type { Engine, Plan } from './engine.ts';
import type { Queries } from './queries.ts';
import { query, rows } from './query.ts';
import { grantsOf, partyOf, personOf, taskOf } from './records.ts';
import { type Database, TAKEN_OUT, THERE } from './tables.ts';
import { FIRST_REVISION } from './write.ts';

/** Checking a task as it is read takes about 15 µs, so other work waits some four milliseconds for a portion. */
const TASKS_A_PORTION = 250;

/** Everything is newer: rows from before revisions were noted carry 0. */
export const FROM_THE_START = -1;

type Since = Scope & { since: number };
/** When a task last changed, and where it stands. */
type Mark = { revision: number; position: number };
/** Where a row stands, and whether it is there. */
type Stands<Value> = { value: Value; position: number; gone: number };
type Placed = Mark & Stands<StoredTask>;
/** `changed` without its tasks, parties and people, which are here by their ids. */
type Gathered = {
  changed: Changed;
  placed: ReadonlyMap<string, Placed>;
  parties: ReadonlyMap<string, Stands<Party>>;
  people: ReadonlyMap<string, Stands<Person>>;
};

export function readQueries(db: Database) {
  return {
    matrix: query((of: Scope) =>
      db
        .selectFrom('matrix')
        .select(['name', 'decider_name', 'decider_reach', 'revision'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix),
    ),
    parties: query((of: Since) =>
      db
        .selectFrom('party')
        .selectAll()
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('revision', '>', of.since)
        .orderBy('position')
        .orderBy('id'),
    ),
    people: query((of: Since) =>
      db
        .selectFrom('person')
        .selectAll()
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('revision', '>', of.since)
        .orderBy('position')
        .orderBy('party')
        .orderBy('name_key'),
    ),
    /** Oldest first: whoever reads them keeps the last of each person. */
    roles: query((of: Since) =>
      db
        .selectFrom('role')
        .select('given')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('revision', '>', of.since)
        .orderBy('seq'),
    ),
    tasks: query((of: Scope & { after: string; limit: number }) =>
      db
        .selectFrom('task')
        .selectAll()
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('id', '>', of.after)
        .orderBy('id')
        .limit(of.limit),
    ),
    /** `revision` is at least the first: the literal is what lets both engines take the index of what changed. */
    tasksSince: query((of: Scope & { revision: number; position: number; limit: number }) =>
      db
        .selectFrom('task')
        .selectAll()
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('revision', '>', sql.lit(FIRST_REVISION))
        .where((eb) =>
          eb(eb.refTuple('revision', 'position'), '>', eb.tuple(of.revision, of.position)),
        )
        .orderBy('revision')
        .orderBy('position')
        .limit(of.limit),
    ),
  };
}

/**
 * Everything that changed after the revision `since`; null where there is no such matrix, or where something was taken
 * out or came back to its place since: then only a whole read tells the order.
 */
export async function readChanged(
  engine: Engine,
  q: Queries,
  scope: Scope,
  since: number,
): Promise<Changed | null> {
  const gathered = await gather(engine, q, scope, since);
  if (!gathered) return null;
  const { changed, placed, parties, people } = gathered;
  const all = [placed, parties, people].flatMap((some) => [...some.values()]);
  if (since >= FIRST_REVISION && all.some(({ gone }) => gone !== THERE)) return null;
  return {
    ...changed,
    parties: inOrder(parties),
    people: inOrder(people),
    tasks: inOrder(placed),
  };
}

/**
 * No lock and no long transaction: what changes while the portions are read is read after them, until one read sees
 * all that is left. Places are kept to the end, for a portion can hold a new task and lack one that came before it.
 */
async function gather(
  engine: Engine,
  q: Queries,
  scope: Scope,
  since: number,
): Promise<Gathered | null> {
  const first = await engine.snapshot(firstPlan(q, scope, since));
  if (!first) return null;
  const { changed, portion, parties, people } = first;
  const placed = new Map(portion.map((one) => [one.value.id, one]));
  let last = lastOf(portion);
  if (!last) return { changed, placed, parties, people };
  while (last) {
    await nextTurn();
    const next: Placed[] = await engine.look(portionPlan(q, scope, since, last));
    for (const one of next) placed.set(one.value.id, one);
    last = lastOf(next);
  }
  const rest = await gather(engine, q, scope, changed.revision);
  return (
    rest && {
      changed: withChanged(changed, rest.changed),
      placed: new Map([...placed, ...rest.placed]),
      parties: new Map([...parties, ...rest.parties]),
      people: new Map([...people, ...rest.people]),
    }
  );
}

function* firstPlan(
  q: Queries,
  scope: Scope,
  since: number,
): Plan<(Omit<Gathered, 'placed'> & { portion: Placed[] }) | null> {
  const [found] = yield* rows(q.matrix, scope);
  if (!found) return null;
  const of = { ...scope, since };
  const changed: Changed = {
    scope: { tenant: scope.tenant, matrix: scope.matrix },
    name: found.name,
    decider: { name: found.decider_name, reach: found.decider_reach },
    parties: [],
    people: [],
    tasks: [],
    grants: grantsOf(yield* rows(q.roles, of)),
    revision: found.revision,
  };
  const parties = (yield* rows(q.parties, of)).map((row) => standing(row, partyOf(row)));
  const people = (yield* rows(q.people, of)).map((row) => standing(row, personOf(row)));
  return {
    changed,
    parties: new Map(parties.map((one) => [one.value.id, one])),
    people: new Map(people.map((one) => [personKey(one.value.party, one.value.name), one])),
    portion: yield* portionPlan(q, scope, since, null),
  };
}

/** A whole matrix comes in the order of its ids, what changed in the order in which it did: each has its index. */
function* portionPlan(
  q: Queries,
  scope: Scope,
  since: number,
  last: Placed | null,
): Plan<Placed[]> {
  const limit = TASKS_A_PORTION;
  const found =
    since < FIRST_REVISION
      ? yield* rows(q.tasks, { ...scope, after: last?.value.id ?? '', limit })
      : yield* rows(q.tasksSince, { ...scope, ...(last ?? endOf(since)), limit });
  return found.map((row) => ({ revision: row.revision, ...standing(row, taskOf(row)) }));
}

/** Positions begin with 1. */
function endOf(revision: number): Mark {
  return { revision: revision + 1, position: 0 };
}

/** Where to go on after a full portion. */
function lastOf(portion: readonly Placed[]): Placed | null {
  return portion.length < TASKS_A_PORTION ? null : (portion.at(-1) ?? null);
}

function standing<Value>(
  { position, gone }: { position: number; gone: number },
  value: Value,
): Stands<Value> {
  return { value, position, gone };
}

function inOrder<Value>(placed: ReadonlyMap<string, Stands<Value>>): Value[] {
  const there = [...placed.values()].filter(({ gone }) => gone !== TAKEN_OUT);
  const sorted = there.sort((a, b) => a.position - b.position);
  return sorted.map(({ value }) => value);
}
