// Statements about what people taught by picking, and about forgetting what they asked.
import { sql } from 'kysely';
import type { Scope } from '../matrix/matrix.ts';
import { query } from './query.ts';
import type { Database, LessonRow } from './tables.ts';

type Taught = Scope & { phrase: string; task: string };

export function lessonQueries(db: Database) {
  return {
    /** The same person teaches the same thing once. */
    teach: query((row: LessonRow) =>
      db
        .insertInto('lesson')
        .values({
          ...{ tenant: row.tenant, matrix: row.matrix, phrase: row.phrase },
          ...{ task: row.task, who: row.who, day: row.day },
        })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'matrix', 'phrase', 'task', 'who'])
            .doUpdateSet((eb) => ({ day: eb.ref('excluded.day') })),
        ),
    ),
    taught: query((of: Taught & { but: string }) =>
      db
        .selectFrom('lesson')
        .select(sql<number>`cast(count(*) as integer)`.as('others'))
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('phrase', '=', of.phrase)
        .where('task', '=', of.task)
        .where('who', '<>', of.but),
    ),
    sweepLessons: query((of: { before: string }) =>
      db.deleteFrom('lesson').where('day', '<', of.before),
    ),
    /** Days that are over are final: a day that was counted before comes in again only after a clock went back. */
    countDemand: query((of: { before: string }) =>
      db
        .insertInto('demand_count')
        .columns(['tenant', 'matrix', 'task', 'day', 'kind', 'times', 'askers'])
        .expression((eb) =>
          eb
            .selectFrom('demand')
            .select([
              ...(['tenant', 'matrix', 'task', 'day', 'kind'] as const),
              sql<number>`cast(count(*) as integer)`.as('times'),
              sql<number>`cast(count(distinct asker) as integer)`.as('askers'),
            ])
            .where('day', '<', of.before)
            .groupBy(['tenant', 'matrix', 'task', 'day', 'kind']),
        )
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'matrix', 'task', 'day', 'kind']).doUpdateSet((eb) => ({
            times: eb('demand_count.times', '+', eb.ref('excluded.times')),
            askers: eb('demand_count.askers', '+', eb.ref('excluded.askers')),
          })),
        ),
    ),
    forgetDemand: query((of: { before: string }) =>
      db.deleteFrom('demand').where('day', '<', of.before),
    ),
  };
}
