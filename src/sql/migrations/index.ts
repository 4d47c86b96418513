// All migrations in order. To add one: a numbered file and a line here; a released one never changes.
import type { Migration } from 'kysely/migration';
import * as first from './001-first.ts';
import * as rights from './002-rights.ts';
import * as posts from './003-posts.ts';
import * as quiz from './004-quiz.ts';
import * as subscriptions from './005-subscriptions.ts';
import * as rounds from './006-rounds.ts';
import * as lessons from './007-lessons.ts';
import * as revisions from './008-revisions.ts';
import * as imports from './009-imports.ts';
import * as sides from './010-sides.ts';
import type { EngineName } from './engine-name.ts';

export function migrations(engine: EngineName): Record<string, Migration> {
  return {
    '001-first': { up: (db) => first.up(db, engine) },
    '002-rights': { up: (db) => rights.up(db, engine) },
    '003-posts': { up: (db) => posts.up(db, engine) },
    '004-quiz': { up: (db) => quiz.up(db, engine) },
    '005-subscriptions': { up: (db) => subscriptions.up(db, engine) },
    '006-rounds': { up: (db) => rounds.up(db, engine) },
    '007-lessons': { up: (db) => lessons.up(db, engine) },
    '008-revisions': { up: (db) => revisions.up(db) },
    '009-imports': { up: (db) => imports.up(db, engine) },
    '010-sides': { up: (db) => sides.up(db) },
  };
}
