// All migrations in order. To add one: a numbered file and a line here; a released one never changes.
import type { Migration } from 'kysely/migration';
import * as first from './001-first.ts';
import * as posts from './003-posts.ts';
import * as subscriptions from './005-subscriptions.ts';

export type EngineName = 'sqlite' | 'postgres';

export function migrations(engine: EngineName): Record<string, Migration> {
  return {
    '001-first': { up: (db) => first.up(db, engine) },
    '003-posts': { up: (db) => posts.up(db, engine) },
    '005-subscriptions': { up: (db) => subscriptions.up(db, engine) },
  };
}
