// What the quiz adds to the conversation: one word to type, and the buttons on its cards.
import { z } from 'zod';
import { action, type Feature, type Outcome, type Turn, type World } from '../chat.ts';
import {
  acceptArea,
  acceptOne,
  again,
  asMarkdown,
  compared,
  exported,
  latest,
  owners,
} from './after.ts';
import { begin, goOn, press, takeSide } from './run.ts';
import { Perspective, WAYS } from './session.ts';

const Token = z.string().max(100);
const Run = z.string().min(1).max(100);
const OfRun = z.object({ run: Run });
/** Choices come under the names of their inputs, beside these two. */
const OfStep = z.looseObject({ at: Token, go: z.enum(WAYS) });
const OfSide = z.object({ at: Token, side: Perspective.exclude(['everyone']) });
const OfPlace = z.object({
  run: Run,
  model: z.enum(['co-managed', 'full MSP']),
  area: z.string().max(500),
});
const OfProposal = OfPlace.extend({
  task: z.string().min(1).max(200),
  version: z.coerce.number().int().positive(),
});

const WORDS =
  /^quiz(?:\s+(?:(restart|result|export|compare)|(?:as\s+)?(lead|leadership|provider)))?[?!.\s]*$/i;

export const quizFeature: Feature = {
  commands: [
    {
      title: 'quiz',
      description: 'Co-managed IT or a full MSP? Counted from your matrix',
      words: WORDS,
      handle: command,
    },
  ],
  actions: [
    action('quiz-step', OfStep, press),
    action('quiz-side', OfSide, takeSide),
    action('quiz-result', OfRun, ({ run }, turn, world) => again(run, turn, world)),
    action('quiz-markdown', OfRun, ({ run }, turn, world) => asMarkdown(run, turn, world)),
    action('quiz-compare', OfRun, (_run, turn, world) => compared(turn, world)),
    action('quiz-owners', OfPlace, (place, turn, world) => owners(place, turn, world)),
    action('quiz-accept-area', OfPlace, acceptArea),
    action('quiz-accept', OfProposal, ({ task, version, ...place }, turn, world) =>
      acceptOne(place, { task, version }, turn, world),
    ),
  ],
};

async function command(turn: Turn, world: World): Promise<Outcome> {
  const said = turn.said.kind === 'text' ? turn.said.text.trim() : '';
  const [, what = '', side = ''] = WORDS.exec(said) ?? [];
  const perspective = Perspective.safeParse(side.toLowerCase());
  if (perspective.success) return begin(perspective.data, turn, world);
  switch (what.toLowerCase()) {
    case 'restart':
      return begin('everyone', turn, world);
    case 'result':
      return latest(turn, world);
    case 'export':
      return exported(turn, world);
    case 'compare':
      return compared(turn, world);
    default:
      return goOn(turn, world);
  }
}
