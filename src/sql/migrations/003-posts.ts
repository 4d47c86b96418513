// What is said unasked: posts and what became of them, places to post to, who is parked, and each tenant's pace.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const table = (name: string, columns: readonly string[]) => {
    const bare: CreateTableBuilder<string, string> = db.schema.createTable(name);
    return columns.reduce(
      (made, column) => made.addColumn(column, 'text', (text) => text.notNull()),
      engine === 'sqlite' ? bare.modifyEnd(sql`strict`) : bare,
    );
  };
  // Keys are looked up by how they start, which an index answers only where it compares byte by byte.
  const bytes = engine === 'sqlite' ? sql`text` : sql`text collate "C"`;

  await table('post', [
    ...['tenant', 'matrix', 'address', 'reply', 'memo', 'due', 'state', 'not_before', 'since'],
    ...['claimed', 'lease_until', 'why', 'activity', 'at'],
  ])
    .addColumn('key', bytes, (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('post_key', ['tenant', 'matrix', 'key'])
    .addForeignKeyConstraint('post_in_matrix', ['tenant', 'matrix'], 'matrix', ['tenant', 'matrix'])
    .execute();
  await db.schema
    .createIndex('post_state')
    .on('post')
    .columns(['state', 'tenant', 'due'])
    .execute();
  await db.schema.createIndex('post_claimed').on('post').columns(['tenant', 'claimed']).execute();
  await db.schema.createIndex('post_due').on('post').column('due').execute();

  await table('place', [
    ...['tenant', 'conversation', 'kind', 'service_url', 'person', 'locale', 'at'],
  ])
    .addPrimaryKeyConstraint('place_key', ['tenant', 'conversation'])
    .execute();
  await db.schema.createIndex('place_person').on('place').columns(['tenant', 'person']).execute();

  await table('parked', ['tenant', 'address', 'why', 'at'])
    .addPrimaryKeyConstraint('parked_key', ['tenant', 'address'])
    .execute();

  await table('pace', ['tenant', 'next', 'hold'])
    .addPrimaryKeyConstraint('pace_key', ['tenant'])
    .execute();
}
