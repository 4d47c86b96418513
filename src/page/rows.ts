// A matrix as the page's table shows it to one person on one day.
import type { Page, PageRow } from '../api.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { type Caller, mayAdminister, mayAnswerFor } from '../matrix/rights.ts';
import { nextCheck } from '../matrix/status.ts';
import type { Say } from '../strings/strings.ts';
import { ownerLine, subjectOf } from '../wording/block.ts';
import { standInText } from '../wording/holder.ts';

/** Who looks, when, and in which language. */
export type View = { matrix: Matrix; caller: Caller; today: Day; say: Say };

/** Counting who asked takes a query a task; only a task's own page shows it. */
const NOT_ASKED = { times: 0, askers: 0 };

/** Of 5,000 tasks one portion takes about a millisecond; other requests are answered in between. */
const PORTION = 250;

export async function pageOf(view: View): Promise<Page> {
  const { matrix, caller, today } = view;
  // Of people, a status asks only who left; looking for each owner among all of them took a second at 5,000 tasks.
  const left = matrix.people.filter(({ leftOn }) => leftOn !== null);
  const lighter: View = { ...view, matrix: { ...matrix, people: left } };
  const rows: PageRow[] = [];
  for (const [at, task] of matrix.tasks.entries()) {
    if (at % PORTION === PORTION - 1) await new Promise(setImmediate);
    rows.push(rowOf(task, lighter));
  }
  return {
    ...{ matrix: matrix.scope.matrix, name: matrix.name, revision: matrix.revision, today },
    areas: [...new Set(matrix.tasks.map(({ area }) => area))].map((area) => ({ area, name: area })),
    parties: matrix.parties.map(({ id, name, side }) => ({ party: id, name, side })),
    rows,
    mayAdminister: mayAdminister(caller),
  };
}

export function rowOf(task: StoredTask, { matrix, caller, today, say }: View): PageRow {
  const { id, version, name, area, kind, importance, health, ownership, backup } = task;
  const subject = subjectOf(task, matrix, today, NOT_ASKED, say);
  const due = nextCheck(task);
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  const shared = ownership.kind === 'owned' || ownership.kind === 'nobody';
  return {
    ...{ task: id, version, name, area, kind, importance, health },
    status: subject.status,
    owner: ownerLine(subject),
    party: lead?.party ?? '',
    person: lead?.person ?? '',
    sharedWith: shared ? ownership.sharedWith : [],
    backup: backup ? standInText(backup, matrix, say) : '',
    nextCheck: due,
    nextCheckText: due ? say.day(due) : '',
    mayEdit: mayAnswerFor(caller, task),
  };
}
