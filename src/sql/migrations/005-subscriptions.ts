// The digest's own tables: who gets it and when, and what was put off.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

type Table = CreateTableBuilder<string, string>;

const SCOPE = ['tenant', 'matrix'] as const;

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const table = (name: string, texts: readonly string[], integers: readonly string[]) => {
    const texted = [...SCOPE, ...texts].reduce<Table>(
      (made, column) => made.addColumn(column, 'text', (of) => of.notNull()),
      db.schema.createTable(name),
    );
    const made = integers.reduce(
      (so, column) => so.addColumn(column, 'integer', (of) => of.notNull()),
      texted,
    );
    const inMatrix = made.addForeignKeyConstraint(`${name}_matrix`, [...SCOPE], 'matrix', [
      ...SCOPE,
    ]);
    return engine === 'sqlite' ? inMatrix.modifyEnd(sql`strict`) : inMatrix;
  };

  await table(
    'subscription',
    [
      ...['id', 'conversation', 'place', 'locale', 'by_id', 'by_name', 'since', 'zone'],
      ...['areas', 'decider_id', 'decider_name', 'holidays'],
    ],
    ['day', 'hour', 'minute', 'leadership'],
  )
    .addColumn('paused_until', 'text')
    .addPrimaryKeyConstraint('subscription_key', [...SCOPE, 'id'])
    .execute();

  await table('snooze', ['task', 'until', 'reason', 'by_id', 'by_name', 'at'], [])
    .addPrimaryKeyConstraint('snooze_key', [...SCOPE, 'task'])
    .addForeignKeyConstraint('snooze_task', [...SCOPE, 'task'], 'task', [...SCOPE, 'id'])
    .execute();
}
