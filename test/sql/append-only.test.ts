// No statement of the program changes or removes a line of history: every one is compiled and looked at, and so is the source.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { describe, expect, test } from 'vitest';
import { queries } from '../../src/sql/queries.ts';
import type { Tables } from '../../src/sql/tables.ts';

const ENGINES = {
  SQLite: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  PostgreSQL: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
};

/** What a statement may do that names the table `line`. */
const HARMLESS =
  /^(?:select\b(?!.*\b(?:update|delete|insert)\b)|insert into "line" (?!.*\bon conflict\b))/s;
const NAMES_LINE = /"line"/;

describe.each(Object.entries(ENGINES))('%s', (_, dialect) => {
  const statements = compiled(new Kysely<Tables>({ dialect }));

  test.each(statements)('%s leaves the history as it is', (_name, sql) => {
    expect(!NAMES_LINE.test(sql) || HARMLESS.test(sql), sql).toBe(true);
  });

  test('there is one that writes it, and several that read it', () => {
    const touching = statements.filter(([, sql]) => NAMES_LINE.test(sql));
    expect(touching.filter(([, sql]) => sql.startsWith('insert'))).toHaveLength(1);
    expect(touching.length).toBeGreaterThan(4);
  });
});

test.each([
  'update "line" set "why" = ?',
  'delete from "line"',
  'insert into "line" ("why") values (?) on conflict do update set "why" = ?',
  'with gone as (delete from "line" returning *) select * from gone',
])('such a statement would be noticed: %s', (sql) => {
  expect(HARMLESS.test(sql)).toBe(false);
});

const root = join(import.meta.dirname, '../..');
const sources = globSync('src/**/*.ts', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}));

/** What can change rows in Kysely; each must name its table then and there, so that it can be read here. */
const WRITERS = /\b(updateTable|deleteFrom|mergeInto|replaceInto|insertInto)\(\s*([^)]*)/g;
/** The same in SQL's own words. Only the triggers that forbid it may say so. */
const WORDS =
  /\b(?:update|delete\s+from|truncate(?:\s+table)?|replace\s+into|merge\s+into|alter\s+table|drop\s+table)\s+(?:only\s+)?["'`]?line\b/i;

test('no source asks for such a statement', () => {
  for (const { file, text } of sources) {
    for (const [, writer = '', table = ''] of text.matchAll(WRITERS)) {
      expect(table, `${file}: ${writer} names its table`).toMatch(/^'\w+'/);
      if (writer !== 'insertInto') expect(table, `${file}: ${writer}`).not.toContain("'line'");
    }
    expect(WORDS.test(text), file).toBe(false);
  }
});

/** By name and text; those whose text depends on their rows are compiled with one made-up row. */
function compiled(db: Kysely<Tables>): [string, string][] {
  return Object.entries(queries(db)).map(([name, made]) => {
    if (typeof made !== 'function') return [name, made.sql];
    const row = { tenant: 't', matrix: 'm', id: 'i', key: 'k', seq: 1 };
    const given = made.length === 1 ? [[row]] : [row, ['x']];
    const statement: Compilable = Reflect.apply(made, null, given);
    return [name, statement.compile().sql];
  });
}
