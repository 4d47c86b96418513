// Scores → sure, several or none, at the edges.
import { expect, test } from 'vitest';
import { decide, LEAD, OFFER, SURE } from '../../src/match/decide.ts';

const hits = (...scores: number[]) => scores.map((score, i) => ({ task: `t${i}`, score }));

test.each([
  ['nothing', [], 'none'],
  ['the whole name of one task, however close the next', [1, 0.97], 'sure'],
  ['the whole name of two', [1, 1, 0.5], 'several'],
  ['clearly ahead', [SURE, SURE * (1 - LEAD)], 'sure'],
  ['alone and high enough', [SURE], 'sure'],
  ['high but not ahead', [0.9, 0.88], 'several'],
  ['between offering and sure', [OFFER, 0.2], 'several'],
  ['between, and alone', [OFFER], 'none'],
  ['too low', [OFFER - 0.01, 0.3], 'none'],
] as const)('%s: %j is %s', (_, scores, kind) => {
  expect(decide(hits(...scores)).kind).toBe(kind);
});

test('declining still says what was nearest, three at most', () => {
  expect(decide(hits(0.3, 0.29, 0.28, 0.27))).toEqual({
    kind: 'none',
    nearest: hits(0.3, 0.29, 0.28),
  });
});
