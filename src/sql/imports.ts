// Imports under way in the database: what was handed over and answered, one a person, gone after a day.
import { z } from 'zod';
import type { Scope } from '../matrix/matrix.ts';
import type { ImportDraft } from '../store.ts';
import type { Plan } from './engine.ts';
import { changes, query } from './query.ts';
import type { Database, ImportDraftRow } from './tables.ts';

type Of = Scope & { id: string };

const Answers = z.record(z.string(), z.string());

export function importQueries(db: Database) {
  return {
    importDraft: query((of: Of & { now: string }) =>
      db
        .selectFrom('import_draft')
        .select(['id', 'person', 'name', 'answers', 'expires', 'version', 'bytes'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('id', '=', of.id)
        .where('expires', '>', of.now),
    ),
    insertImport: query((row: ImportDraftRow) =>
      db
        .insertInto('import_draft')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          id: row.id,
          person: row.person,
          name: row.name,
          answers: row.answers,
          expires: row.expires,
          version: row.version,
          bytes: row.bytes,
        })
        .onConflict((conflict) => conflict.columns(['tenant', 'matrix', 'id']).doNothing()),
    ),
    answerImport: query((to: Of & { answers: string; version: number; expect: number }) =>
      db
        .updateTable('import_draft')
        .set({ answers: to.answers, version: to.version })
        .where('tenant', '=', to.tenant)
        .where('matrix', '=', to.matrix)
        .where('id', '=', to.id)
        .where('version', '=', to.expect),
    ),
    dropImport: query((of: Of) =>
      db
        .deleteFrom('import_draft')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('id', '=', of.id),
    ),
    dropImportsOf: query((of: Scope & { person: string }) =>
      db
        .deleteFrom('import_draft')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('person', '=', of.person),
    ),
    sweepImports: query((of: { now: string }) =>
      db.deleteFrom('import_draft').where('expires', '<=', of.now),
    ),
  };
}

type ImportQueries = ReturnType<typeof importQueries>;

/** A new one takes the place of what the same person had. False where somebody answered meanwhile. */
export function* draftPlan(q: ImportQueries, scope: Scope, draft: ImportDraft): Plan<boolean> {
  const { id, person, name, bytes, version } = draft;
  const answers = JSON.stringify(draft.answers);
  if (version > 1) {
    const to = { ...scope, id, answers, version, expect: version - 1 };
    return (yield* changes(q.answerImport, to)) === 1;
  }
  yield* changes(q.dropImportsOf, { ...scope, person });
  const expires = draft.expires.toISOString();
  const row = { ...scope, id, person, name, bytes, answers, version, expires };
  return (yield* changes(q.insertImport, row)) === 1;
}

/** False where it is gone already, so that of two who press at once one is told. */
export function* dropDraftPlan(q: ImportQueries, scope: Scope, id: string): Plan<boolean> {
  return (yield* changes(q.dropImport, { ...scope, id })) === 1;
}

export function importDraftOf(row: Omit<ImportDraftRow, 'tenant' | 'matrix'>): ImportDraft {
  const { id, person, name, version } = row;
  const answers = Answers.parse(JSON.parse(row.answers));
  const bytes = new Uint8Array(row.bytes);
  return { id, person, name, version, answers, bytes, expires: new Date(row.expires) };
}
