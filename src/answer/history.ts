// The history of one task, as people read it: who changed what, and why.
import type { Outcome, Turn, World } from '../chat.ts';
import { changedFields, type Line, type TaskField } from '../matrix/change.ts';
import { type Day, dayOf } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import type { Task } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import { ownerLine, subjectOf } from '../wording/block.ts';
import { standInText } from '../wording/holder.ts';
import { demanded, sayFor } from './outcomes.ts';

/** The card shows the latest; the whole of it is in the export. */
const MOST_LINES = 10;

/** `then` puts how it stood on a day first, with what had led there. */
export async function historyOutcome(
  task: StoredTask,
  turn: Turn,
  world: World,
  then?: { line: string; until: Day },
): Promise<Outcome> {
  const say = sayFor(turn);
  const all = await world.history(task.id);
  const lines = then ? all.filter(({ at }) => dayOf(at) <= then.until) : all;
  const count = lines.length;
  const key = count === 0 ? 'history.none' : count === 1 ? 'history.one' : 'history.line';
  return {
    reply: {
      kind: 'card',
      card: 'history',
      data: {
        line: then?.line ?? say(key, { task: task.name, count }),
        task: task.id,
        words: { back: say('card.back') },
        lines: lines.slice(0, MOST_LINES).map((line) => ({
          when: say.day(dayOf(line.at)),
          who: line.by.name,
          what: whatChanged(line, world.matrix, say),
        })),
      },
    },
    effects: [demanded('asked', task.id, '', turn)],
    about: { kind: 'owner', tasks: [task.id], facet: 'history' },
  };
}

function whatChanged(line: Line, matrix: Matrix, say: Say): string {
  const what = change(line, matrix, say);
  return line.why === '' ? what : say('history.why', { what, why: line.why });
}

function change(line: Line, matrix: Matrix, say: Say): string {
  const after = ownerIn(line.after, line, matrix, say);
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
