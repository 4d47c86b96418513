// What the answering job adds to the conversation: free text, and the buttons on its cards.
import { z } from 'zod';
import { action, type Feature, type Outcome, type Turn, type World } from '../chat.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { answer } from './answer.ts';
import { helpOutcome, welcomeOutcome } from './help.ts';
import { historyOutcome } from './history.ts';
import { learnt } from './learn.ts';
import { messageOutcome } from './message.ts';
import { notedOutcome, ownerOutcome, sayFor, textOutcome } from './outcomes.ts';
import { resultsFor } from './results.ts';
import { taskOf } from './tasks.ts';

/** Task ids reach 120 characters in sheets; anything longer was not made by a card of ours. */
const TaskId = z.string().min(1).max(200);
const OfTask = z.object({ task: TaskId });
const OfQuestion = z.object({ question: z.string().min(1).max(500) });

export const answerFeature: Feature = {
  commands: [
    {
      title: 'help',
      description: 'What you can ask, with examples',
      // What the command menu of Teams writes; other wordings are understood with the rest.
      words: /^help[?!. ]*$/i,
      handle: helpOutcome,
    },
  ],
  actions: [
    action('show', OfTask, ({ task }, turn, world) =>
      withTask(task, turn, world, async (found) => {
        const outcome = await ownerOutcome(found, 'owner', turn, world);
        const lessons = await learnt(found, turn, world);
        return { ...outcome, effects: [...outcome.effects, ...lessons] };
      }),
    ),
    action('history', OfTask, ({ task }, turn, world) =>
      withTask(task, turn, world, (found) => historyOutcome(found, turn, world)),
    ),
    action('ask', OfQuestion, ({ question }, turn, world) =>
      answer({ ...turn, said: { kind: 'text', text: question } }, world),
    ),
    action('none-of-these', OfQuestion, ({ question }, turn, world) =>
      notedOutcome(question, turn, world),
    ),
  ],
  installed: welcomeOutcome,
  text: answer,
  results: resultsFor,
  message: messageOutcome,
};

function withTask(
  id: string,
  turn: Turn,
  world: World,
  handle: (task: StoredTask) => Outcome | Promise<Outcome>,
): Outcome | Promise<Outcome> {
  const task = taskOf(world, id);
  return task
    ? handle(task)
    : textOutcome(sayFor(turn)('refused.task'), { kind: 'none', tasks: [] });
}
