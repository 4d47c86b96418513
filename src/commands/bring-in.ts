// A sheet's text → the store: read against what is there, planned, and written as one commit.
import { randomUUID } from 'node:crypto';
import { dayOf } from '../matrix/day.ts';
import type { Decider, Draft, Scope } from '../matrix/matrix.ts';
import type { Problem } from '../sheet/columns.ts';
import { type ImportPlan, planImport } from '../sheet/plan.ts';
import { readSheet } from '../sheet/read.ts';
import type { Store } from '../store.ts';

export type BroughtIn =
  | { kind: 'done'; plan: ImportPlan; notices: string[] }
  | { kind: 'problems'; says: string[] };

/** Who the history names for what a command did. */
const BY = { id: 'import', name: 'Import' };

/** Edits that land between reading and writing make the plan old; people do not edit this fast twice. */
const MOST_TRIES = 3;

const NOBODY: Decider = { name: '', reach: '' };

/** All or nothing. `name` is the file's, for the history; a scope without a matrix gets one that holds only the sheet. */
export async function importSheet(options: {
  store: Store;
  scope: Scope;
  text: string;
  name: string;
  now: Date;
}): Promise<BroughtIn> {
  const { store, scope, text, name, now } = options;
  const batch = randomUUID();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const current = await store.read(scope);
    const read = readSheet(text, current, dayOf(now));
    if (read.kind === 'problems') return { kind: 'problems', says: read.problems.map(problemText) };
    const plan = planImport(current, read, { by: BY, why: `import of ${name}`, batch });
    const notices = read.notices.map(problemText);
    if (plan.steps.length === 0) return { kind: 'done', plan, notices };
    if (!current) {
      const { parties, people } = read;
      const tasks = plan.steps.flatMap((step) => (step.kind === 'task' ? [step.to] : []));
      const draft: Draft = {
        name: 'Responsibility matrix',
        decider: NOBODY,
        tasks,
        parties,
        people,
        grants: [],
      };
      if ((await store.create(scope, draft, BY, now)) === 'created')
        return { kind: 'done', plan, notices };
      continue;
    }
    const effects = plan.steps.map((step) => ({ kind: 'change' as const, step }));
    const committed = await store.commit({
      scope,
      once: null,
      by: BY,
      at: now,
      effects,
      reply: '',
    });
    if (committed.kind === 'done') return { kind: 'done', plan, notices };
  }
  return {
    kind: 'problems',
    says: ['The matrix kept changing during the import. Nothing was changed; run it again.'],
  };
}

function problemText({ row, column, says }: Problem): string {
  return column === '' ? `row ${row}: ${says}` : `row ${row}, ${column}: ${says}`;
}
