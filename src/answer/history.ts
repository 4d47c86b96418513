// The history of one task, as people read it: who changed what, and why.
import type { Outcome, Turn, World } from '../chat.ts';
import { changedFields, type Line } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import type { Task } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import { ownerLine, subjectOf } from '../wording/block.ts';
import { demanded, sayFor } from './outcomes.ts';

/** The card shows the latest; the whole of it is in the export. */
const MOST_LINES = 10;

export async function historyOutcome(task: StoredTask, turn: Turn, world: World): Promise<Outcome> {
  const say = sayFor(turn);
  const lines = await world.history(task.id);
  const count = lines.length;
  const key = count === 0 ? 'history.none' : count === 1 ? 'history.one' : 'history.line';
  return {
    reply: {
      kind: 'card',
      card: 'history',
      data: {
        line: say(key, { task: task.name, count }),
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
  if (before !== after) return say('history.owner', { before, after });
  const fields = changedFields(line.before, line.after);
  return say('history.field', { fields: fields.join(', ') });
}

/** The owner as it stood in that line, on that day. */
function ownerIn(task: Task, line: Line, matrix: Matrix, say: Say): string {
  const none = { times: 0, askers: 0 };
  const then = { ...task, version: line.version };
  return ownerLine(subjectOf(then, matrix, dayOf(line.at), none, say));
}
