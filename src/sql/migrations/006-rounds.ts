// Views rounds: each a value of its own, because what one side says is not to be seen in the matrix before the other has spoken.
import { type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

const SCOPE = ['tenant', 'matrix'] as const;

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const table = db.schema
    .createTable('round')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('matrix', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('started', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('round_key', [...SCOPE, 'id'])
    .addForeignKeyConstraint('round_in_matrix', [...SCOPE], 'matrix', [...SCOPE]);
  // Without it SQLite stores any type in any column.
  await (engine === 'sqlite' ? table.modifyEnd(sql`strict`) : table).execute();
}
