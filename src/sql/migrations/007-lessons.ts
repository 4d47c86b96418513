// What people taught by picking, and the counts that stay when questions are forgotten.
import { type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('matrix', 'text', (column) => column.notNull());
  const lessons = table('lesson')
    .addColumn('phrase', 'text', (column) => column.notNull())
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lesson_key', ['tenant', 'matrix', 'phrase', 'task', 'who']);
  const counts = table('demand_count')
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('askers', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('demand_count_key', ['tenant', 'matrix', 'task', 'day', 'kind']);
  for (const made of [lessons, counts]) {
    await (engine === 'sqlite' ? made.modifyEnd(sql`strict`) : made).execute();
  }
  await db.schema.createIndex('lesson_day').on('lesson').column('day').execute();
  await db.schema.createIndex('demand_day').on('demand').column('day').execute();
}
