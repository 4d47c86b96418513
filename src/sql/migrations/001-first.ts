// The first schema: every key starts with tenant and matrix, and the history refuses to be changed.
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { EngineName } from './engine-name.ts';

const SCOPE = ['tenant', 'matrix'] as const;

export async function up(db: Kysely<unknown>, engine: EngineName): Promise<void> {
  const table = (name: string) => {
    const created = db.schema
      .createTable(name)
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('matrix', 'text', (column) => column.notNull());
    // Without it SQLite stores any type in any column.
    return engine === 'sqlite' ? created.modifyEnd(sql`strict`) : created;
  };

  await columns(
    table('matrix'),
    ['name', 'decider_name', 'decider_reach'],
    ['revision', 'last_seq'],
  )
    .addPrimaryKeyConstraint('matrix_key', [...SCOPE])
    .execute();

  await inMatrix(
    columns(
      table('party'),
      ['id', 'name', 'side', 'mail', 'phone', 'portal', 'channel', 'hours', 'nights'],
      ['position'],
    ),
  )
    .addPrimaryKeyConstraint('party_key', [...SCOPE, 'id'])
    .execute();

  await inMatrix(
    columns(table('person'), ['party', 'name_key', 'name', 'entra_id', 'mail'], ['position']),
  )
    .addColumn('left_on', 'text')
    .addPrimaryKeyConstraint('person_key', [...SCOPE, 'party', 'name_key'])
    .execute();

  await inMatrix(
    columns(
      table('task'),
      [
        ...['id', 'name', 'area', 'kind', 'description', 'aliases', 'importance', 'health'],
        ...['nights', 'ownership', 'reason', 'views'],
      ],
      ['position', 'version'],
    ),
  )
    .addColumn('review', 'text')
    .addColumn('reviewed_on', 'text')
    .addColumn('backup', 'text')
    .addPrimaryKeyConstraint('task_key', [...SCOPE, 'id'])
    .execute();

  await columns(
    table('line'),
    ['task', 'at', 'by_id', 'by_name', 'why', 'batch', 'after'],
    ['seq', 'version'],
  )
    .addColumn('before', 'text')
    .addPrimaryKeyConstraint('line_key', [...SCOPE, 'seq'])
    // One line a version: the last guard against two writers who both believe they made it.
    .addUniqueConstraint('line_of_task', [...SCOPE, 'task', 'version'])
    .addForeignKeyConstraint('line_task', [...SCOPE, 'task'], 'task', [...SCOPE, 'id'])
    .execute();

  await inMatrix(columns(table('demand'), ['task', 'day', 'id', 'kind', 'text', 'asker'], []))
    .addPrimaryKeyConstraint('demand_key', [...SCOPE, 'task', 'day', 'id'])
    .execute();

  // No foreign key here: a conversation can be welcomed before its matrix exists.
  await columns(table('memory'), ['conversation', 'person', 'said', 'expires'], [])
    .addPrimaryKeyConstraint('memory_key', [...SCOPE, 'conversation', 'person'])
    .execute();
  await columns(table('once'), ['conversation', 'key', 'person', 'reply', 'at'], [])
    .addPrimaryKeyConstraint('once_key', [...SCOPE, 'conversation', 'key'])
    .execute();
  await db.schema.createIndex('once_at').on('once').column('at').execute();

  for (const statement of engine === 'sqlite' ? KEEP_IN_SQLITE : KEEP_IN_POSTGRES) {
    await statement.execute(db);
  }
}

type Table = CreateTableBuilder<string, string>;

function columns(table: Table, texts: readonly string[], integers: readonly string[]): Table {
  const withTexts = texts.reduce(
    (made, name) => made.addColumn(name, 'text', (column) => column.notNull()),
    table,
  );
  return integers.reduce(
    (made, name) => made.addColumn(name, 'integer', (column) => column.notNull()),
    withTexts,
  );
}

function inMatrix(table: Table): Table {
  return table.addForeignKeyConstraint('in_matrix', [...SCOPE], 'matrix', [...SCOPE]);
}

const KEEP_IN_SQLITE = [
  sql`create trigger line_keeps_update before update on line
      begin select raise(abort, 'history is append-only'); end`,
  sql`create trigger line_keeps_delete before delete on line
      begin select raise(abort, 'history is append-only'); end`,
  // "insert or replace" deletes what is in its way, and fires no trigger for that.
  sql`create trigger line_keeps_replace before insert on line
      when exists (select 1 from line where tenant = new.tenant and matrix = new.matrix
        and (seq = new.seq or (task = new.task and version = new.version)))
      begin select raise(abort, 'history is append-only'); end`,
];

const KEEP_IN_POSTGRES = [
  sql`create function line_keeps() returns trigger language plpgsql as
      $$ begin raise exception 'history is append-only'; end $$`,
  sql`create trigger line_keeps before update or delete on line
      for each row execute function line_keeps()`,
  sql`create trigger line_keeps_truncate before truncate on line
      for each statement execute function line_keeps()`,
];
