// Help and the welcome: what to ask, with examples to press.
import type { Outcome, Turn, World } from '../chat.ts';
import type { Say } from '../strings/strings.ts';
import { sayFor } from './outcomes.ts';

export function helpOutcome(turn: Turn): Outcome {
  const say = sayFor(turn);
  return {
    reply: {
      kind: 'card',
      card: 'help',
      data: {
        line: say('help.line'),
        intro: say('help.intro'),
        examples: examples(say),
        note: say('help.note'),
      },
    },
    effects: [],
    about: { kind: 'help', tasks: [] },
  };
}

/** Says what the app is for, once, where it was installed. */
export function welcomeOutcome(turn: Turn, world: World): Outcome {
  const say = sayFor(turn);
  const count = world.matrix.tasks.length;
  return {
    reply: {
      kind: 'card',
      card: 'help',
      data: {
        line: say('welcome.line'),
        intro: say('welcome.intro'),
        examples: examples(say),
        note: say('welcome.note', { count, matrix: world.matrix.name }),
      },
    },
    effects: [],
    about: { kind: 'help', tasks: [] },
  };
}

function examples(say: Say): string[] {
  return [say('example.1'), say('example.2'), say('example.3'), say('example.4')];
}
