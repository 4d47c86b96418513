// What a file would change, as the page shows it before anybody agrees.
import type { ImportPreview } from '../api.ts';
import { problemText } from '../bring-in.ts';
import { ownerText } from '../matrix/holder.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Task } from '../matrix/task.ts';
import type { Brought } from '../sheet/bring.ts';

/** Enough to see what it is about; the rest is counted. */
const MOST_SHOWN = 200;

export type Ready = Extract<Brought, { kind: 'ready' }>;

export function previewOf({
  understood,
  notices,
  diff,
  plan,
  mark,
  parties,
}: Ready): ImportPreview {
  const read = understood.kind === 'understood' ? understood : null;
  const applicable = plan.steps.length > 0 && (read?.rejected ?? []).length === 0;
  const { created, changed, unchanged, gone } = diff;
  return {
    kind: 'preview',
    mark: applicable ? mark : '',
    notes: [
      ...(read ? [read.why, ...read.rejected] : []),
      ...understood.notices.map(({ says }) => says),
      ...notices.map(problemText),
    ].slice(0, MOST_SHOWN),
    questions: (read?.questions ?? []).map(({ id, says, answer, must, choices }) => ({
      ...{ id, says, answer, must, choices },
    })),
    counts: {
      ...{ created: created.length, changed: changed.length },
      ...{ unchanged, gone: gone.length },
    },
    created: created.slice(0, MOST_SHOWN).map(({ id, name, area, ownership }) => ({
      ...{ task: id, name, area, owner: ownerIn(ownership, { parties }) },
    })),
    changed: changed.slice(0, MOST_SHOWN).map(({ after, fields }) => ({
      ...{ task: after.id, name: after.name, fields },
    })),
    gone: gone.slice(0, MOST_SHOWN).map(({ id, name, area }) => ({ task: id, name, area })),
  };
}

function ownerIn(ownership: Task['ownership'], matrix: Pick<Matrix, 'parties'>): string {
  return ownership.kind === 'owned' ? ownerText(ownership.lead, matrix) : '';
}
