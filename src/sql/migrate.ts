// Brings the schema up to this program's version, and notices one that is newer.
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { EngineName } from './migrations/engine-name.ts';
import { migrations } from './migrations/index.ts';

export type Migrated = { kind: 'ok' } | { kind: 'newer' } | { kind: 'failed'; cause: unknown };

/** Names of our own, because the database may be shared with another program that uses Kysely. */
const MIGRATION_TABLE = 'remit_migration';
const LOCK_TABLE = 'remit_migration_lock';

/** The caller sees to it that only one process is in here: PostgreSQL's lock is in Kysely, SQLite has none there. */
export async function migrate<T>(db: Kysely<T>, engine: EngineName): Promise<Migrated> {
  const known = migrations(engine);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: LOCK_TABLE,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return { kind: 'ok' };
  return (await ranUnknown(db, known)) ? { kind: 'newer' } : { kind: 'failed', cause: error };
}

async function ranUnknown<T>(db: Kysely<T>, known: object): Promise<boolean> {
  try {
    const names = sql<{ name: string }>`select name from ${sql.table(MIGRATION_TABLE)}`;
    const ran = await names.execute(db);
    return ran.rows.some(({ name }) => !(name in known));
  } catch {
    return false;
  }
}
