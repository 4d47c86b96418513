// Tasks as a list to press: what a press on several of them came to.
import type { CardReply } from '../cards.ts';
import type { Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { sayIn } from '../strings/strings.ts';
import { ownerLine, subjectOf, TONES } from '../wording/block.ts';

/** More is no longer read on a phone. */
const MOST_LISTED = 15;

export function taskList(
  tasks: readonly StoredTask[],
  line: string,
  note: string,
  turn: Turn,
  { matrix }: Pick<World, 'matrix'>,
): CardReply {
  const say = sayIn(turn.locale);
  const today = dayOf(turn.now);
  const items = tasks.slice(0, MOST_LISTED).map((task) => {
    const subject = subjectOf(task, matrix, today, { times: 0, askers: 0 }, say);
    const { status } = subject;
    const owner = ownerLine(subject);
    return {
      ...{ task: task.id, name: task.name, owner },
      ...{ status: say(`status.${status}`), tone: TONES[status] },
    };
  });
  const left = tasks.length - items.length;
  const more = left > 0 ? say('list.left', { count: left }) : '';
  return { kind: 'card', card: 'list', data: { line, note, items, more } };
}
