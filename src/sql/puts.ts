// Statements that carry many rows of a matrix at once; their text depends on how many.
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../matrix/matrix.ts';
import {
  CAME_BACK,
  type Database,
  type LineRow,
  type PartyRow,
  type PersonRow,
  TAKEN_OUT,
  type TaskRow,
  THERE,
} from './tables.ts';

/**
 * Writing out a statement of 100 rows takes 3 ms, and others are answered before the next. Their 2,000 values are well
 * under SQLite's 32,766 and PostgreSQL's 65,535.
 */
export const ROWS_A_STATEMENT = 100;

const SCOPE = ['tenant', 'matrix'] as const;

export function chunks<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / ROWS_A_STATEMENT);
  return Array.from({ length: count }, (_, index) =>
    all.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT),
  );
}

/** What two batches put, or somebody put again, is no longer one import's own; what was out is back in its place. */
function whenPut(table: 'party' | 'person') {
  const is = (column: string) => sql.ref(`${table}.${column}`);
  const batch: RawBuilder<string> = sql`case when ${is('gone')} = ${sql.lit(TAKEN_OUT)}
    or ${is('batch')} = excluded.batch then excluded.batch else '' end`;
  const gone: RawBuilder<number> = sql`case when ${is('gone')} = ${sql.lit(THERE)}
    then ${sql.lit(THERE)} else ${sql.lit(CAME_BACK)} end`;
  return { batch, gone };
}

/** What is there already changes, and keeps its position. */
export function putQueries(db: Database) {
  return {
    tasksById: ({ tenant, matrix }: Scope, ids: readonly string[]) =>
      db
        .selectFrom('task')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('matrix', '=', matrix)
        .where('id', 'in', ids),

    putTasks: (rows: readonly TaskRow[]) =>
      db
        .insertInto('task')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns([...SCOPE, 'id']).doUpdateSet((eb) => ({
            revision: eb.ref('excluded.revision'),
            version: eb.ref('excluded.version'),
            name: eb.ref('excluded.name'),
            area: eb.ref('excluded.area'),
            kind: eb.ref('excluded.kind'),
            description: eb.ref('excluded.description'),
            aliases: eb.ref('excluded.aliases'),
            importance: eb.ref('excluded.importance'),
            health: eb.ref('excluded.health'),
            nights: eb.ref('excluded.nights'),
            review: eb.ref('excluded.review'),
            reviewed_on: eb.ref('excluded.reviewed_on'),
            ownership: eb.ref('excluded.ownership'),
            backup: eb.ref('excluded.backup'),
            reason: eb.ref('excluded.reason'),
            views: eb.ref('excluded.views'),
            gone: eb.ref('excluded.gone'),
          })),
        ),

    /** The only statement that touches the history. */
    addLines: (rows: readonly LineRow[]) => db.insertInto('line').values(rows),

    putParties: (rows: readonly PartyRow[]) =>
      db
        .insertInto('party')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns([...SCOPE, 'id']).doUpdateSet((eb) => ({
            revision: eb.ref('excluded.revision'),
            name: eb.ref('excluded.name'),
            side: eb.ref('excluded.side'),
            mail: eb.ref('excluded.mail'),
            phone: eb.ref('excluded.phone'),
            portal: eb.ref('excluded.portal'),
            channel: eb.ref('excluded.channel'),
            hours: eb.ref('excluded.hours'),
            nights: eb.ref('excluded.nights'),
            ...whenPut('party'),
          })),
        ),

    putPeople: (rows: readonly PersonRow[]) =>
      db
        .insertInto('person')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns([...SCOPE, 'party', 'name_key']).doUpdateSet((eb) => ({
            revision: eb.ref('excluded.revision'),
            name: eb.ref('excluded.name'),
            entra_id: eb.ref('excluded.entra_id'),
            mail: eb.ref('excluded.mail'),
            left_on: eb.ref('excluded.left_on'),
            ...whenPut('person'),
          })),
        ),
  };
}
