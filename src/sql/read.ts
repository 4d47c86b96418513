// Reads a matrix, or what changed in it: in portions, as it stood at one revision.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Changed, withChanged } from '../matrix/changed.ts';
import type { Scope, StoredTask } from '../matrix/matrix.ts';
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
type Placed = Mark & { task: StoredTask; gone: number };
/** `changed` without its tasks, which are in `placed` by their ids. */
type Gathered = { changed: Changed; placed: Map<string, Placed> };

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
        .select(['id', 'name', 'side', 'mail', 'phone', 'portal', 'channel', 'hours', 'nights'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('revision', '>', of.since)
        .orderBy('position')
        .orderBy('id'),
    ),
    people: query((of: Since) =>
      db
        .selectFrom('person')
        .select(['name', 'party', 'mail', 'entra_id', 'left_on'])
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
 * Everything that changed after the revision `since`; null where there is no such matrix, or where tasks were taken out
 * or came back to their places since: then only a whole read tells the order.
 */
export async function readChanged(
  engine: Engine,
  q: Queries,
  scope: Scope,
  since: number,
): Promise<Changed | null> {
  const gathered = await gather(engine, q, scope, since);
  if (!gathered) return null;
  const placed = [...gathered.placed.values()];
  if (since >= FIRST_REVISION && placed.some(({ gone }) => gone !== THERE)) return null;
  return { ...gathered.changed, tasks: inOrder(placed) };
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
  const { changed, portion } = first;
  const placed = new Map(portion.map((one) => [one.task.id, one]));
  let last = lastOf(portion);
  if (!last) return { changed, placed };
  while (last) {
    await nextTurn();
    const next: Placed[] = await engine.look(portionPlan(q, scope, since, last));
    for (const one of next) placed.set(one.task.id, one);
    last = lastOf(next);
  }
  const rest = await gather(engine, q, scope, changed.revision);
  return (
    rest && {
      changed: withChanged(changed, rest.changed),
      placed: new Map([...placed, ...rest.placed]),
    }
  );
}

function* firstPlan(
  q: Queries,
  scope: Scope,
  since: number,
): Plan<{ changed: Changed; portion: Placed[] } | null> {
  const [found] = yield* rows(q.matrix, scope);
  if (!found) return null;
  const of = { ...scope, since };
  const changed: Changed = {
    scope: { tenant: scope.tenant, matrix: scope.matrix },
    name: found.name,
    decider: { name: found.decider_name, reach: found.decider_reach },
    parties: (yield* rows(q.parties, of)).map(partyOf),
    people: (yield* rows(q.people, of)).map(personOf),
    tasks: [],
    grants: grantsOf(yield* rows(q.roles, of)),
    revision: found.revision,
  };
  return { changed, portion: yield* portionPlan(q, scope, since, null) };
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
      ? yield* rows(q.tasks, { ...scope, after: last?.task.id ?? '', limit })
      : yield* rows(q.tasksSince, { ...scope, ...(last ?? endOf(since)), limit });
  return found.map((row) => ({
    ...{ revision: row.revision, position: row.position, gone: row.gone },
    task: taskOf(row),
  }));
}

/** Positions begin with 1. */
function endOf(revision: number): Mark {
  return { revision: revision + 1, position: 0 };
}

/** Where to go on after a full portion. */
function lastOf(portion: readonly Placed[]): Placed | null {
  return portion.length < TASKS_A_PORTION ? null : (portion.at(-1) ?? null);
}

function inOrder(placed: readonly Placed[]): StoredTask[] {
  const there = placed.filter(({ gone }) => gone !== TAKEN_OUT);
  const sorted = there.sort((a, b) => a.position - b.position);
  return sorted.map(({ task }) => task);
}
