// The worked examples in numbers, the rules one by one, and what would change a verdict.
import { describe, expect, test } from 'vitest';
import { type Answers, QUESTIONS } from '../../src/quiz/book.ts';
import { whatWouldChange } from '../../src/quiz/change.ts';
import { measure } from '../../src/quiz/measure.ts';
import { prefill, settle } from '../../src/quiz/prefill.ts';
import { type Judged, judge, plainShareOf, shareOf } from '../../src/quiz/verdict.ts';
import { draftOf, EXAMPLES, matrixOf, TODAY } from './examples.ts';

describe.each(EXAMPLES)('$name', (example) => {
  const measures = measure(matrixOf(draftOf(example)), TODAY);
  const settled = settle(example.said, measures);
  const answers = Object.fromEntries(settled.map(({ question, counted }) => [question, counted]));
  const verdict = judge(answers, measures);

  test('has the areas that it is told to have', () => {
    const { strongAreas: strong, overloadedAreas: overloaded, unclearAreas: unclear } = measures;
    expect({ strong, overloaded, unclear }).toEqual(example.counts);
    expect(measures.assessedShare).toBe(1);
  });

  test('comes out as written', () => {
    const { points, ...rest } = example.verdict;
    expect(verdict).toMatchObject(rest);
    if (points) expect(verdict.points, JSON.stringify(answers)).toMatchObject(points);
  });
});

test('Ridgeway stands at 56 % before what is in order is weighed in', () => {
  const ridgeway = EXAMPLES.find(({ name }) => name === 'Ridgeway Hotels');
  const points = { co: ridgeway?.verdict.points?.co ?? 0, full: 9, inOrder: 4 };
  expect(Math.round(100 * (plainShareOf(points) ?? 0))).toBe(56);
  expect(shareOf(points)).toBe(0.45);
});

/** A sheet of answers where no rule speaks. */
const CALM: Judged = {
  ...{ assessedShare: 1, internalOwned: 10, strongAreas: 2, unclearShare: 0.2, troubledAreas: 3 },
  gates: { clear: 5, of: 5 },
};
const FIRST = Object.fromEntries(QUESTIONS.map(({ id, options }) => [id, options[0]?.id]));
const without = (answers: Answers, ...ids: (keyof Answers)[]) =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.some((one) => one === id)));

describe('the rules, in their order', () => {
  test.each<[string, Answers, Partial<Judged>, string, string]>([
    ['seven answers are too few', pickFirst(7), {}, 'R3', 'inconclusive'],
    [
      'eight answers on a full matrix will do',
      pickFirst(8),
      { internalOwned: 3 },
      'score',
      'inconclusive',
    ],
    [
      'ten answers on half a matrix are too few',
      pickFirst(10),
      { assessedShare: 0.49 },
      'R3',
      'inconclusive',
    ],
    [
      'eleven are enough',
      pickFirst(11),
      { assessedShare: 0.49, internalOwned: 0 },
      'R1',
      'full MSP',
    ],
    ['nobody inside', FIRST, { internalOwned: 0 }, 'R1', 'full MSP'],
    [
      'nobody inside comes before the one who leaves',
      { ...FIRST, Q11: 'leaves' },
      { internalOwned: 0, strongAreas: 3 },
      'R1',
      'full MSP',
    ],
    [
      'the strength is leaving',
      { ...FIRST, Q11: 'leaves' },
      { strongAreas: 3 },
      'R6',
      'inconclusive',
    ],
    [
      'one partner is wanted where four areas are strong',
      FIRST,
      { strongAreas: 4 },
      'R4',
      'inconclusive',
    ],
    [
      'all is well',
      { ...FIRST, Q5: 'open' },
      { strongAreas: 6, unclearShare: 0.09, troubledAreas: 0 },
      'R2',
      'no change',
    ],
    [
      'all but a tenth is clear',
      { ...FIRST, Q5: 'open' },
      { strongAreas: 6, unclearShare: 0.1, troubledAreas: 0 },
      'score',
      'co-managed',
    ],
  ])('%s', (_what, answers, measures, by, outcome) => {
    expect(judge(answers, { ...CALM, ...measures })).toMatchObject({ by, outcome });
  });

  test('the five owners are asked for below three, whatever the outcome', () => {
    const at = (clear: number) => judge(FIRST, { ...CALM, gates: { clear, of: 5 } }).gate;
    expect([0, 2, 3, 5].map(at)).toEqual([true, true, false, false]);
  });
});

function pickFirst(count: number): Answers {
  const last = QUESTIONS.slice(count).map(({ id }) => id);
  return without(FIRST, ...last);
}

describe('what the matrix does not answer', () => {
  const [harbour] = EXAMPLES;
  const matrix = matrixOf(draftOf({ ...(harbour ?? raise()), people: [] }));
  const people = [{ name: 'Ines', party: 'internal-it', entraId: '', mail: '', leftOn: null }];
  const held = (change: Partial<typeof matrix>) =>
    prefill(measure({ ...matrix, ...change }, TODAY));

  test('leadership, ever; who the internal IT is, while nobody is registered or named', () => {
    expect(held({})).not.toHaveProperty('Q5');
    expect(held({})).not.toHaveProperty('Q1');
    expect(held({ people })).not.toHaveProperty('Q1');
  });

  test('the steward, where the owner is a team without a name', () => {
    expect(held({})).not.toHaveProperty('Q12');
  });

  test('anything that counts tasks, below three fifths', () => {
    const tasks = matrix.tasks.map((task, i) =>
      i % 2 === 0 ? task : { ...task, health: 'unknown' as const },
    );
    expect(held({ tasks })).toEqual({});
  });
});

describe('whose word counts', () => {
  const [harbour] = EXAMPLES;
  const measures = measure(matrixOf(draftOf(harbour ?? raise())), TODAY);
  const said = Object.fromEntries(
    QUESTIONS.map(({ id, options }) => [id, options.at(-1)?.id ?? '']),
  );

  test.each(settle(said, measures))('$question', ({ question, said, matrix, counted, from }) => {
    const byMatrix = ['Q2', 'Q4', 'Q6', 'Q7', 'Q8', 'Q9', 'Q12'].includes(question);
    expect(from).toBe(byMatrix ? 'matrix' : 'person');
    expect(counted).toBe(byMatrix ? matrix : said);
  });
});

function raise(): never {
  throw new Error('the examples are gone');
}

describe('what would change it', () => {
  test.each(EXAMPLES)(
    '$name: every change named does change it, and none of its parts would',
    (example) => {
      const measures = measure(matrixOf(draftOf(example)), TODAY);
      const answers = Object.fromEntries(
        settle(example.said, measures).map(({ question, counted }) => [question, counted]),
      );
      const { outcome } = judge(answers, measures);
      const changes = whatWouldChange(answers, measures);
      for (const change of changes) {
        expect(Object.keys(change.answers).length).toBeLessThanOrEqual(3);
        const next = judge({ ...answers, ...change.answers }, measures).outcome;
        expect(next).toBe(change.outcome);
        expect(next).not.toBe(outcome);
        for (const left of Object.keys(change.answers)) {
          const part = without(change.answers, left as keyof Answers);
          expect(judge({ ...answers, ...part }, measures).outcome).toBe(outcome);
        }
      }
    },
  );
});
