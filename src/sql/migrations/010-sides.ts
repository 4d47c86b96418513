// Which import brought a party or person in, so that its undo can take them out; what is out stays as a row.
import { type Kysely, sql } from 'kysely';

/** What is there already was brought in by nobody knows whom, and stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['party', 'person']) {
    await db.schema
      .alterTable(table)
      .addColumn('batch', 'text', (of) => of.notNull().defaultTo(''))
      .execute();
    await db.schema
      .alterTable(table)
      .addColumn('gone', 'integer', (of) => of.notNull().defaultTo(0))
      .execute();
    // Looked at with every change, and nearly always empty.
    await db.schema
      .createIndex(`${table}_gone`)
      .on(table)
      .columns(['tenant', 'matrix'])
      .where(sql.ref('gone'), '=', sql.lit(1))
      .execute();
  }
}
