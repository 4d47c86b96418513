// With which revision of the matrix a row last changed, so that a copy in memory reads only what is newer.
import { type Kysely, sql } from 'kysely';

const TABLES = ['task', 'party', 'person', 'role'] as const;

/** What is there already is older than any copy that could be in memory. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) {
    await db.schema
      .alterTable(table)
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  // Partial, because PostgreSQL takes a whole one for the index of the ids while it knows nothing about a new table,
  // and then checks each history line against the whole matrix.
  await db.schema
    .createIndex('task_revision')
    .on('task')
    .columns(['tenant', 'matrix', 'revision', 'position'])
    .where(sql.ref('revision'), '>', sql.lit(1))
    .execute();
}
