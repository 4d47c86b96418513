// Imports that somebody is looking at, and tasks that an undone import took out again.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

const SCOPE = ['tenant', 'matrix'] as const;

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const texts = ['id', 'person', 'name', 'answers', 'expires'];
  const empty: CreateTableBuilder<string, string> = db.schema.createTable('import_draft');
  const drafts = [...SCOPE, ...texts]
    .reduce((made, column) => made.addColumn(column, 'text', (of) => of.notNull()), empty)
    .addColumn('version', 'integer', (of) => of.notNull())
    .addColumn('bytes', engine === 'sqlite' ? 'blob' : 'bytea', (of) => of.notNull())
    .addPrimaryKeyConstraint('import_draft_key', [...SCOPE, 'id']);
  await (engine === 'sqlite' ? drafts.modifyEnd(sql`strict`) : drafts).execute();
  await db.schema
    .createIndex('import_draft_expires')
    .on('import_draft')
    .column('expires')
    .execute();

  // The row of a task that was taken out stays, for its history and for its next version.
  for (const table of ['task', 'line']) {
    await db.schema
      .alterTable(table)
      .addColumn('gone', 'integer', (of) => of.notNull().defaultTo(0))
      .execute();
  }
}
