// The quiz: sessions under way, and what its runs came to.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

const SCOPE = ['tenant', 'matrix'] as const;

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const table = (name: string, texts: readonly string[]) => {
    const empty: CreateTableBuilder<string, string> = db.schema.createTable(name);
    const created = [...SCOPE, ...texts].reduce(
      (made, column) => made.addColumn(column, 'text', (text) => text.notNull()),
      empty,
    );
    // Without it SQLite stores any type in any column.
    return engine === 'sqlite' ? created.modifyEnd(sql`strict`) : created;
  };

  await table('quiz_session', ['conversation', 'state'])
    .addColumn('version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('quiz_session_key', [...SCOPE, 'conversation'])
    .execute();

  await table('quiz_result', ['run', 'at', 'body'])
    .addPrimaryKeyConstraint('quiz_result_key', [...SCOPE, 'run'])
    .addForeignKeyConstraint('quiz_result_in_matrix', [...SCOPE], 'matrix', [...SCOPE])
    .execute();
  await db.schema
    .createIndex('quiz_result_at')
    .on('quiz_result')
    .columns([...SCOPE, 'at'])
    .execute();
}
