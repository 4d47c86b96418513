// The question back before an edit: which of these tasks did the sentence mean?
import type { Outcome } from '../chat.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import type { Say } from '../strings/strings.ts';

/** What is quoted on the card is read again on a press, so all of a readable sentence has to fit. */
const MOST_QUOTED = 300;

export function wishesOutcome(tasks: readonly StoredTask[], text: string, say: Say): Outcome {
  const said = text.replace(/\s+/g, ' ').trim().slice(0, MOST_QUOTED);
  return {
    reply: {
      kind: 'card',
      card: 'wishes',
      data: {
        line: say(tasks.length === 1 ? 'wishes.one' : 'wishes.which', {
          task: tasks[0]?.name ?? '',
        }),
        note: say('wishes.note', { text: said }),
        text: said,
        tasks: tasks.map(({ id, version, name }) => ({ task: id, version, title: name })),
      },
    },
    effects: [],
    about: { kind: 'command', tasks: tasks.map(({ id }) => id), facet: 'assign' },
  };
}
