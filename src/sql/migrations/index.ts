// All migrations in order. To add one: a numbered file and a line here; a released one never changes.
import type { Migration } from 'kysely/migration';
import * as first from './001-first.ts';
import * as quiz from './004-quiz.ts';

export type EngineName = 'sqlite' | 'postgres';

export function migrations(engine: EngineName): Record<string, Migration> {
  return {
    '001-first': { up: (db) => first.up(db, engine) },
    '004-quiz': { up: (db) => quiz.up(db, engine) },
  };
}
