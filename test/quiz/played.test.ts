// The worked examples end to end: the sheet imported, the quiz taken by pressing its cards, the verdict compared.
import { afterAll, describe, expect, test } from 'vitest';
import { type Answers, QUESTION_IDS } from '../../src/quiz/book.ts';
import { plainShareOf } from '../../src/quiz/verdict.ts';
import { answerText, questionText } from '../../src/quiz/words.ts';
import { openStore } from '../../src/sql/open.ts';
import { sayIn } from '../../src/strings/strings.ts';
import { startEngines } from './engines.ts';
import { draftOf, EXAMPLES } from './examples.ts';
import { buttons, labels, openPlayer, type Player, SCOPE, type Seen } from './player.ts';

const { engines, stop } = await startEngines();
afterAll(stop);

const say = sayIn('en');

const LINES = {
  'co-managed': 'Co-managed IT fits',
  'full MSP': 'A full MSP fits',
  'no change': 'No change of model',
  inconclusive: 'Fix the matrix first: no clear answer yet',
};

/** By label and title; only what this card asks. */
function choices(seen: Seen, said: Answers): Record<string, string> {
  return Object.fromEntries(
    QUESTION_IDS.flatMap((id) => {
      const answer = said[id];
      const label = questionText(say, id);
      const isAsked = labels(seen).includes(label);
      return answer && isAsked ? [[label, answerText(say, id, answer)]] : [];
    }),
  );
}

async function through(player: Player, said: Answers): Promise<Seen> {
  let seen = await player.say('quiz');
  while (!buttons(seen).includes('As Markdown')) {
    const [way = ''] = buttons(seen);
    seen = await player.press(seen, way, choices(seen, said));
  }
  return seen;
}

describe.each(engines)('%s', (_engine, place) => {
  test.each(EXAMPLES)('$name comes out as written', async (example) => {
    const at = await place();
    const player = await openPlayer(() => openStore(at), draftOf(example));
    const seen = await through(player, example.said);
    const { outcome, points, gate, confidence } = example.verdict;
    expect(seen.text.split('\n')[0]).toBe(LINES[outcome]);
    if (points) {
      const share = Math.round(100 * (plainShareOf({ ...points, inOrder: 0 }) ?? 0));
      expect(seen.text).toContain(`Co-managed ${points.co} : full MSP ${points.full} = ${share} %`);
    }
    expect(seen.text.includes('Write down the five owners before signing anything')).toBe(gate);
    expect(seen.text.includes('high confidence')).toBe(confidence === 'high');
    expect(seen.text).toContain('160 of 160 tasks assessed');
    expect(player.presses()).toBeLessThanOrEqual(4);
    expect(await player.store().quizResults(SCOPE, 9)).toHaveLength(1);
    await player.close();
  });
});
