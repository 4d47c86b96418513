// Every card of the quiz in every language: no word is missing, no place is left open, and names stay names.
import { describe, expect, test } from 'vitest';
import type { CardReply } from '../../src/cards.ts';
import { QUESTIONS } from '../../src/quiz/book.ts';
import { compareCard } from '../../src/quiz/compare.ts';
import { markdownOf } from '../../src/quiz/markdown.ts';
import { propose } from '../../src/quiz/owners.ts';
import { ownersCard } from '../../src/quiz/owners-card.ts';
import { conclude, type Result, readResult, writeResult } from '../../src/quiz/result.ts';
import { beginSession, PERSPECTIVES, type Perspective } from '../../src/quiz/session.ts';
import { stepCard } from '../../src/quiz/step-card.ts';
import { verdictCard } from '../../src/quiz/verdict-card.ts';
import { answerText, questionText, topicText } from '../../src/quiz/words.ts';
import { commonTasks } from '../../src/quiz/workload.ts';
import { LANGUAGES, sayIn } from '../../src/strings/strings.ts';
import { draftOf, EXAMPLES, matrixOf, TODAY } from './examples.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const EARLIER = new Date('2026-08-23T09:00:00Z');
const ADA = { id: 'ada', name: 'Ada' };

function sessionOf(perspective: Perspective, plan: string[] = []) {
  return beginSession({
    conversation: 'c',
    version: 1,
    run: perspective,
    now: NOW,
    perspective,
    plan,
  });
}

const RUNS = EXAMPLES.map((example) => {
  const matrix = matrixOf(draftOf(example));
  // The last option of each question differs from the matrix somewhere in every example.
  const said = Object.fromEntries(
    QUESTIONS.map(({ id, options }) => [id, options.at(-1)?.id ?? '']),
  );
  const common = commonTasks(matrix, TODAY);
  const runOf = (perspective: Perspective, at: Date): Result =>
    conclude(
      {
        ...sessionOf(perspective),
        by: [ADA],
        said: perspective === 'lead' ? example.said : said,
        saw: Object.fromEntries(
          common.map((id) => [id, perspective === 'lead' ? 'well' : 'outside failing']),
        ),
      },
      matrix,
      TODAY,
      at,
    );
  return { name: example.name, matrix, runOf };
});

describe.each(Object.keys(LANGUAGES))('%s', (language) => {
  const say = sayIn(language);
  const complete = (shown: CardReply | string) =>
    expect(JSON.stringify(shown)).not.toMatch(/\{\w+\}/);

  test('asks every question with every answer', () => {
    for (const { id, options } of QUESTIONS) {
      expect(questionText(say, id)).not.toBe('');
      expect(topicText(say, id)).not.toBe('');
      const titles = options.map((option) => answerText(say, id, option.id));
      expect(new Set(titles).size).toBe(options.length);
    }
  });

  test.each(RUNS)('$name: result, steps, comparison and owners', ({ matrix, runOf }) => {
    const before = { ...runOf('lead', EARLIER), run: 'before' };
    const [lead, leadership] = [runOf('lead', NOW), runOf('leadership', NOW)];
    const at = { at: 'r:1', compares: true };
    complete(verdictCard(lead, [before], say, at));
    complete(verdictCard(leadership, [], say, at));
    complete(compareCard([lead, leadership], matrix, say));
    complete(markdownOf(leadership, [], say));
    for (const perspective of PERSPECTIVES) {
      const session = sessionOf(perspective, commonTasks(matrix, TODAY));
      const around = { matrix, today: TODAY, say, alone: true, warn: '' } as const;
      for (const kind of ['tasks', 'ask', 'check'] as const) {
        complete(stepCard(session, { kind, page: 0 }, around));
      }
    }
    const names = { internal: 'I', msp: 'P' };
    for (const model of ['co-managed', 'full MSP'] as const) {
      const proposals = propose(matrix, model, TODAY, names);
      for (const area of ['', 'security']) {
        complete(ownersCard(proposals, { run: 'r', model, area, warn: '' }, say));
      }
    }
  });
});

test.each(RUNS)('$name is kept and read again as it was', ({ runOf }) => {
  const result = runOf('leadership', NOW);
  expect(readResult(writeResult(result))).toEqual(result);
});

test.each(['{}', '{"perspective":"everyone"}'])('a result kept as %s is left out', (body) => {
  expect(readResult({ run: 'r', at: NOW, body })).toBeNull();
});

test('a name cannot become a table, a link or a heading in Markdown', () => {
  const [first] = RUNS;
  const result = first?.runOf('everyone', NOW);
  if (!result) throw new Error('the examples are gone');
  const by = [{ id: 'x', name: '[click](https://evil.example) | # `rm` <b>\n## New' }];
  const shown = markdownOf({ ...result, by }, [], sayIn('en'));
  expect(shown).toContain('\\[click\\](https://evil.example) \\| \\# \\`rm\\` \\<b\\> \\#\\# New');
});
