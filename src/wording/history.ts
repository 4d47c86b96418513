// One line of history in words: what changed, from whom to whom, and why.
import { changedFields, type Line, type TaskField } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Task } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import { ownerLine, subjectOf } from './block.ts';
import { standInText } from './holder.ts';

export function whatChanged(line: Line, matrix: Matrix, say: Say): string {
  const what = change(line, matrix, say);
  return line.why === '' ? what : say('history.why', { what, why: line.why });
}

function change(line: Line, matrix: Matrix, say: Say): string {
  const after = ownerIn(line.after, line, matrix, say);
  if (line.gone) return say('history.gone', { owner: after });
  if (line.before === null) return say('history.created', { owner: after });
  const before = ownerIn(line.before, line, matrix, say);
  const moved = before === after ? '' : say('history.owner', { before, after });
  const fields = changedFields(line.before, line.after).filter((field) => field !== 'reason');
  const told = fields.map((field) => fieldText(field, line, matrix, say));
  const parts = [moved, ...told].filter((part) => part !== '');
  return parts.length === 0
    ? say('history.field', { fields: say('field.reason') })
    : parts.join(' · ');
}

/** What one field became; empty where the owner's own sentence says it. */
function fieldText(field: TaskField, { before, after }: Line, matrix: Matrix, say: Say): string {
  switch (field) {
    case 'ownership':
      return ownershipText(before, after, say);
    case 'backup':
      return say('history.to', {
        field: say('row.backup'),
        value: after.backup ? standInText(after.backup, matrix, say) : say('edit.noBackup'),
      });
    case 'health':
      return say('history.to', { field: say('row.health'), value: say(`health.${after.health}`) });
    case 'reviewedOn':
      return after.reviewedOn === null ? '' : say('history.checked');
    default:
      return say('history.field', { fields: say(`field.${field}`) });
  }
}

function ownershipText(before: Task | null, { ownership }: Task, say: Say): string {
  const was = before?.ownership;
  if (ownership.kind !== 'owned' || was?.kind !== 'owned') return '';
  if (ownership.acceptedOn !== null && ownership.acceptedOn !== was.acceptedOn) {
    return say('history.accepted');
  }
  return ownership.split === was.split ? '' : say('history.field', { fields: say('row.split') });
}

/** The owner as it stood in that line, on that day. */
function ownerIn(task: Task, line: Line, matrix: Matrix, say: Say): string {
  const none = { times: 0, askers: 0 };
  const then = { ...task, version: line.version };
  return ownerLine(subjectOf(then, matrix, dayOf(line.at), none, say));
}
