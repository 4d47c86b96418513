// Every statement of the store, compiled once where its text stays the same.
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Scope } from '../matrix/matrix.ts';
import { importQueries } from './imports.ts';
import { lessonQueries } from './lessons.ts';
import { lineQueries } from './lines.ts';
import { placeQueries } from './place-queries.ts';
import { postQueries } from './post-queries.ts';
import { putQueries } from './puts.ts';
import { query } from './query.ts';
import { quizQueries } from './quiz.ts';
import { readQueries } from './read.ts';
import { rightsQueries } from './rights.ts';
import { roundQueries } from './rounds.ts';
import { sideQueries } from './sides.ts';
import { subscriptionQueries } from './subscriptions.ts';
import type { Database, DemandRow, MatrixRow, MemoryRow, OnceRow, Tables } from './tables.ts';

export type Queries = ReturnType<typeof queries>;

type Settings = Pick<MatrixRow, 'name' | 'decider_name' | 'decider_reach'>;
type Talk = Scope & { conversation: string };

/** Welcomes are kept until the app leaves, however long that takes; their keys start with this. */
const WELCOME = 'welcome';

const SCOPE = ['tenant', 'matrix'] as const;

/** What is new comes last. */
const NEXT_POSITION = sql`coalesce(max(position) + 1, 0)`;

export function queries(db: Database) {
  return {
    ...{ ...matrixQueries(db), ...talkQueries(db), ...putQueries(db) },
    ...{ ...readQueries(db), ...lineQueries(db), ...rightsQueries(db), ...lessonQueries(db) },
    ...{ ...postQueries(db), ...placeQueries(db), ...roundQueries(db) },
    ...{ ...subscriptionQueries(db), ...quizQueries(db), ...importQueries(db) },
    ...sideQueries(db),
  };
}

function matrixQueries(db: Database) {
  const within = (at: Scope) => {
    const key = { tenant: at.tenant, matrix: at.matrix };
    return (eb: ExpressionBuilder<Tables, keyof Tables>) => eb.and(key);
  };
  return {
    insertMatrix: query((row: MatrixRow) =>
      db
        .insertInto('matrix')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          name: row.name,
          decider_name: row.decider_name,
          decider_reach: row.decider_reach,
          revision: row.revision,
          last_seq: row.last_seq,
        })
        .onConflict((conflict) => conflict.columns(SCOPE).doNothing()),
    ),
    revision: query((at: Scope) => db.selectFrom('matrix').select('revision').where(within(at))),
    scopes: query(() => db.selectFrom('matrix').select(['tenant', 'matrix', 'revision'])),
    /** Also locks the matrix until the end of the transaction, so that its writers take turns. */
    nextRevision: query((at: Scope & { lines: number }) =>
      db
        .updateTable('matrix')
        .set((eb) => ({
          revision: eb('revision', '+', 1),
          last_seq: eb('last_seq', '+', at.lines),
        }))
        .where(within(at))
        .returning(['last_seq', 'revision']),
    ),
    settings: query((to: Scope & Settings) =>
      db
        .updateTable('matrix')
        .set({ name: to.name, decider_name: to.decider_name, decider_reach: to.decider_reach })
        .where(within(to)),
    ),
    nextParty: query((at: Scope) =>
      db.selectFrom('party').select(integer(NEXT_POSITION).as('position')).where(within(at)),
    ),
    nextPerson: query((at: Scope) =>
      db.selectFrom('person').select(integer(NEXT_POSITION).as('position')).where(within(at)),
    ),
    insertDemand: query((row: DemandRow) =>
      db.insertInto('demand').values({
        tenant: row.tenant,
        matrix: row.matrix,
        task: row.task,
        day: row.day,
        id: row.id,
        kind: row.kind,
        text: row.text,
        asker: row.asker,
      }),
    ),
    demandFor: query((of: Scope & { task: string; since: string }) =>
      db
        .selectFrom('demand')
        .select([
          integer(sql`count(*)`).as('times'),
          // The hash of a person changes every day, so this adds up people a day.
          integer(sql`count(distinct day || ' ' || asker)`).as('askers'),
        ])
        .where(within(of))
        .where('task', '=', of.task)
        .where('day', '>=', of.since),
    ),
  };
}

function talkQueries(db: Database) {
  return {
    insertOnce: query((row: OnceRow) =>
      db
        .insertInto('once')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          conversation: row.conversation,
          key: row.key,
          person: row.person,
          reply: row.reply,
          at: row.at,
        })
        .onConflict((conflict) => conflict.columns([...SCOPE, 'conversation', 'key']).doNothing()),
    ),
    reply: query((of: Talk & { key: string }) =>
      db
        .selectFrom('once')
        .select('reply')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('conversation', '=', of.conversation)
        .where('key', '=', of.key),
    ),
    remember: query((row: MemoryRow) =>
      db
        .insertInto('memory')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          conversation: row.conversation,
          person: row.person,
          said: row.said,
          expires: row.expires,
        })
        .onConflict((conflict) =>
          conflict.columns([...SCOPE, 'conversation', 'person']).doUpdateSet((eb) => ({
            said: eb.ref('excluded.said'),
            expires: eb.ref('excluded.expires'),
          })),
        ),
    ),
    memory: query((of: Talk & { person: string; now: string }) =>
      db
        .selectFrom('memory')
        .select('said')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('conversation', '=', of.conversation)
        .where('person', '=', of.person)
        .where('expires', '>', of.now),
    ),
    /** Whatever the conversation was about. */
    forget: query((of: Omit<Talk, 'matrix'>) =>
      db
        .deleteFrom('memory')
        .where('tenant', '=', of.tenant)
        .where('conversation', '=', of.conversation),
    ),
    /** All keys of the conversation but one. */
    forgetOnce: query((of: Talk & { but: string }) =>
      db
        .deleteFrom('once')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('conversation', '=', of.conversation)
        .where('key', '<>', of.but),
    ),
    sweepOnce: query((of: { before: string; limit: number }) =>
      db.deleteFrom('once').where((eb) =>
        eb(
          eb.refTuple('tenant', 'matrix', 'conversation', 'key'),
          'in',
          eb
            .selectFrom('once as old')
            .select(['old.tenant', 'old.matrix', 'old.conversation', 'old.key'])
            .where('old.at', '<', of.before)
            .where(sql`substr(old.key, 1, ${sql.lit(WELCOME.length)})`, '<>', sql.lit(WELCOME))
            .limit(of.limit)
            .$asTuple('tenant', 'matrix', 'conversation', 'key'),
        ),
      ),
    ),
    sweepMemory: query((of: { now: string; limit: number }) =>
      db
        .deleteFrom('memory')
        .where((eb) =>
          eb(
            eb.refTuple('tenant', 'matrix', 'conversation', 'person'),
            'in',
            eb
              .selectFrom('memory as old')
              .select(['old.tenant', 'old.matrix', 'old.conversation', 'old.person'])
              .where('old.expires', '<=', of.now)
              .limit(of.limit)
              .$asTuple('tenant', 'matrix', 'conversation', 'person'),
          ),
        ),
    ),
  };
}

/** PostgreSQL counts in 64 bits and hands those over as text. */
function integer(counted: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`cast(${counted} as integer)`;
}
