// The history of one task, as people read it: who changed what, and why.
import type { Outcome, Turn, World } from '../chat.ts';
import { type Day, dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { whatChanged } from '../wording/history.ts';
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
