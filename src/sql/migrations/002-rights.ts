// Roles that admins granted, as a record that only grows, and which matrix a conversation is about.
import { type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const grants = db.schema
    .createTable('role')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('matrix', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('given', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('role_key', ['tenant', 'matrix', 'seq'])
    .addForeignKeyConstraint('role_in_matrix', ['tenant', 'matrix'], 'matrix', [
      'tenant',
      'matrix',
    ]);
  const bindings = db.schema
    .createTable('binding')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('matrix', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('binding_key', ['tenant', 'conversation'])
    .addForeignKeyConstraint('binding_to_matrix', ['tenant', 'matrix'], 'matrix', [
      'tenant',
      'matrix',
    ]);
  for (const table of [grants, bindings]) {
    await (engine === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute();
  }
  await db.schema
    .createIndex('line_by')
    .on('line')
    .columns(['tenant', 'matrix', 'by_id', 'seq'])
    .execute();
  await db.schema
    .createIndex('line_batch')
    .on('line')
    .columns(['tenant', 'matrix', 'batch', 'seq'])
    .execute();
}
