// What must hold whatever anyone answers: better news never buys more, more confusion never means "leave it".
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matrix } from '../../src/matrix/matrix.ts';
import type { Ownership } from '../../src/matrix/ownership.ts';
import { type Answers, QUESTIONS, type QuestionId } from '../../src/quiz/book.ts';
import { measure } from '../../src/quiz/measure.ts';
import { settle } from '../../src/quiz/prefill.ts';
import { judge, shareOf, type Verdict } from '../../src/quiz/verdict.ts';
import { TODAY } from './examples.ts';
import { AREAS, anyAnswers, anyPlan, organisation, someAnswers, withArea } from './sheets.ts';

const area = fc.constantFrom(...AREAS);

function verdictOf(matrix: Matrix, said: Answers): Verdict {
  const measures = measure(matrix, TODAY);
  const settled = settle(said, measures);
  return judge(
    Object.fromEntries(settled.map(({ question, counted }) => [question, counted])),
    measures,
  );
}

const NOBODY: Ownership = { kind: 'nobody', sharedWith: [], split: '', since: TODAY };

const share = (verdict: Verdict) => shareOf(verdict.points) ?? 0;

describe('on the answers alone', () => {
  const judged = {
    ...{ assessedShare: 1, internalOwned: 9, unclearShare: 0.05, troubledAreas: 0 },
    gates: { clear: 5, of: 5 },
  };
  const options = (id: QuestionId) =>
    (QUESTIONS.find((question) => question.id === id)?.options ?? []).map((option) => option.id);
  const at = (answers: Answers, strongAreas: number) => judge(answers, { ...judged, strongAreas });
  const strong = options('Q2');
  const strongest = [0, 2, 5, 6];

  test.each([0, 1, 2])('strong areas, step %i up: never towards a full MSP', (step) => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const before = at({ ...answers, Q2: strong[step] ?? '' }, strongest[step] ?? 0);
        const after = at({ ...answers, Q2: strong[step + 1] ?? '' }, strongest[step + 1] ?? 0);
        expect(share(after)).toBeLessThanOrEqual(share(before));
        if (before.outcome !== 'full MSP') expect(after.outcome).not.toBe('full MSP');
      }),
    );
  });

  test.each([0, 1, 2])('unclear areas, step %i up: never towards no change', (step) => {
    const unclear = options('Q4');
    fc.assert(
      fc.property(anyAnswers, fc.integer({ min: 0, max: 8 }), (answers, strongAreas) => {
        const before = at({ ...answers, Q4: unclear[step] ?? '' }, strongAreas);
        const after = at({ ...answers, Q4: unclear[step + 1] ?? '' }, strongAreas);
        expect(share(after)).toBeGreaterThanOrEqual(share(before));
        if (before.outcome !== 'no change') expect(after.outcome).not.toBe('no change');
      }),
    );
  });
});

describe('on whole matrices', () => {
  test('one more area strong and inside never moves towards a full MSP', () => {
    fc.assert(
      fc.property(anyPlan, someAnswers, area, (plans, said, which) => {
        const matrix = organisation(plans);
        const before = verdictOf(matrix, said);
        const after = verdictOf(withArea(matrix, which, 'well'), said);
        expect(share(after)).toBeLessThanOrEqual(share(before));
        if (before.outcome !== 'full MSP') expect(after.outcome).not.toBe('full MSP');
        if (before.outcome === 'no change') expect(after.outcome).toBe('no change');
      }),
      { numRuns: 400 },
    );
  });

  test('one more area unclear never moves towards no change', () => {
    fc.assert(
      fc.property(anyPlan, someAnswers, area, (plans, said, which) => {
        const matrix = organisation(plans);
        const before = verdictOf(matrix, said);
        const after = verdictOf(withArea(matrix, which, 'nobody'), said);
        if (before.outcome !== 'no change') expect(after.outcome).not.toBe('no change');
        if (before.outcome === 'full MSP') expect(after.outcome).not.toBe('co-managed');
      }),
      { numRuns: 400 },
    );
  });

  test('one more task unclear does not either', () => {
    const task = fc.integer({ min: 0, max: 159 });
    fc.assert(
      fc.property(anyPlan, someAnswers, task, (plans, said, which) => {
        const matrix = organisation(plans);
        const before = verdictOf(matrix, said);
        const tasks = matrix.tasks.map((one, i) => {
          return i === which ? { ...one, ownership: NOBODY } : one;
        });
        const after = verdictOf({ ...matrix, tasks }, said);
        if (before.outcome !== 'no change') expect(after.outcome).not.toBe('no change');
      }),
      { numRuns: 400 },
    );
  });

  test('a small area that falls apart is no reason to leave everything as it is', () => {
    const well = AREAS.map(() => ({ most: 'well', of10: 10, other: 'well', people: 1 }) as const);
    const calm = organisation(well);
    const outcome = (matrix: Matrix) => verdictOf(matrix, { Q5: 'open', Q11: 'stays' }).outcome;
    expect(outcome(calm)).toBe('no change');
    expect(outcome(withArea(calm, 'vendors', 'failing'))).toBe('co-managed');
    expect(outcome(withArea(calm, 'vendors', 'nobody'))).toBe('co-managed');
  });
});
