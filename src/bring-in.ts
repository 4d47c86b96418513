// A sheet → the store: read against what is there, planned, and written as one commit with one history entry.
import { randomUUID } from 'node:crypto';
import { type Author, importBatch } from './matrix/change.ts';
import { dayOf } from './matrix/day.ts';
import type { Decider, Draft, Matrix, Scope } from './matrix/matrix.ts';
import type { Party, Person } from './matrix/party.ts';
import type { Brought, GivenFile } from './sheet/bring.ts';
import type { Problem } from './sheet/columns.ts';
import { plainName } from './sheet/file-name.ts';
import { type ImportPlan, planImport } from './sheet/plan.ts';
import { readSheet } from './sheet/read.ts';
import type { Answers } from './sheet/understanding/questions.ts';
import type { SheetWorker } from './sheet/worker/sheet-worker.ts';
import type { Store } from './store.ts';

export type BroughtIn =
  | { kind: 'done'; plan: ImportPlan; notices: string[] }
  | { kind: 'problems'; says: string[] };

/** Who the history names for what a command did. */
export const BY_COMMAND: Author = { id: 'import', name: 'Import' };

/** Edits that land between reading and writing make the plan old; people do not edit this fast twice. */
const MOST_TRIES = 3;

const NOBODY: Decider = { name: '', reach: '' };

/** A canonical sheet's text, all of it or nothing. `name` is the file's, for the history; a scope without a matrix gets one that holds only the sheet. */
export async function importSheet(options: {
  store: Store;
  scope: Scope;
  text: string;
  name: string;
  now: Date;
}): Promise<BroughtIn> {
  const { store, scope, text, name, now } = options;
  const how = { by: BY_COMMAND, why: `import of ${name}`, batch: importBatch(randomUUID()) };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const current = await store.read(scope);
    const read = readSheet(text, current, dayOf(now));
    if (read.kind === 'problems') return { kind: 'problems', says: read.problems.map(problemText) };
    const ready = { ...read, plan: planImport(current, read, how) };
    if ((await applyImport({ store, scope, current, ready, by: BY_COMMAND, now })) === 'done') {
      return { kind: 'done', plan: ready.plan, notices: read.notices.map(problemText) };
    }
  }
  return {
    kind: 'problems',
    says: ['The matrix kept changing during the import. Nothing was changed; run it again.'],
  };
}

/** What any file says and would change; nothing is changed yet. `current` is the matrix that the plan stands on. */
export async function prepareImport(options: {
  store: Store;
  scope: Scope;
  sheets: SheetWorker;
  file: GivenFile;
  answers: Answers;
  by: Author;
  now: Date;
}): Promise<{ current: Matrix | null; brought: Brought }> {
  const { store, scope, sheets, file, answers, by, now } = options;
  const current = await store.read(scope);
  const how = { by, why: `import of ${plainName(file.name)}`, batch: importBatch(randomUUID()) };
  const brought = await sheets.bring(file, { current, answers, today: dayOf(now), how });
  return { current, brought };
}

/** Stale when somebody changed the matrix since the plan was made; then nothing was written. */
export async function applyImport(options: {
  store: Store;
  scope: Scope;
  current: Matrix | null;
  ready: { plan: ImportPlan; parties: Party[]; people: Person[] };
  /** What a matrix that is new is called. */
  called?: string | undefined;
  by: Author;
  now: Date;
}): Promise<'done' | 'stale'> {
  const { store, scope, current, ready, by, now } = options;
  const { steps } = ready.plan;
  if (steps.length === 0) return 'done';
  if (!current) {
    const draft: Draft = {
      name: options.called ?? 'Responsibility matrix',
      decider: NOBODY,
      tasks: steps.flatMap((step) => (step.kind === 'task' ? [step.to] : [])),
      parties: ready.parties,
      people: ready.people,
      grants: [],
    };
    const created = await store.create(scope, draft, by, now);
    return created === 'created' ? 'done' : 'stale';
  }
  const effects = steps.map((step) => ({ kind: 'change' as const, step }));
  const commit = { scope, once: null, by, at: now, effects, reply: '' };
  const committed = await store.commit(commit);
  return committed.kind === 'stale' ? 'stale' : 'done';
}

export function problemText({ row, column, says }: Problem): string {
  const place = [row > 0 && `row ${row}`, column].filter(Boolean).join(', ');
  return place === '' ? says : `${place}: ${says}`;
}
