// What a try means for the post, as a table.
import { expect, test } from 'vitest';
import { cameOf } from '../../src/delivery/outcome.ts';
import type { Attempt, Came } from '../../src/posts.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const seconds = (s: number) => new Date(NOW.getTime() + s * 1_000);

function notSent(throttled: boolean, retryAfterSeconds: number | null): Attempt {
  return { kind: 'not sent', why: 'x', throttled, retryAfterSeconds };
}

const YOUNG = { attempts: 0, since: NOW };
const HOURS_23 = { attempts: 3, since: seconds(-23 * 3_600) };
const DAY_OLD = { attempts: 30, since: seconds(-24 * 3_600) };

test.each<[string, Attempt, typeof YOUNG, number, Partial<Came>]>([
  ['sent', { kind: 'sent', id: 'a' }, YOUNG, 0.5, { kind: 'sent', id: 'a' }],
  ['in doubt, however often', { kind: 'uncertain', why: 'x' }, DAY_OLD, 0.5, { kind: 'uncertain' }],
  ['refused', { kind: 'refused', why: 'x', park: [] }, YOUNG, 0.5, { kind: 'refused', park: [] }],
  ['a first failure, early', notSent(false, null), YOUNG, 0, { again: seconds(2.5), hold: null }],
  ['a first failure, late', notSent(false, null), YOUNG, 1, { again: seconds(5), hold: null }],
  ['a fourth failure', notSent(false, null), HOURS_23, 1, { again: seconds(40) }],
  ['a told wait', notSent(false, 30), YOUNG, 0.5, { again: seconds(31), hold: null }],
  ['throttled', notSent(true, 3_600), YOUNG, 0.5, { again: seconds(3_601), hold: seconds(3_601) }],
  ['throttled, not told', notSent(true, null), YOUNG, 1, { again: seconds(5), hold: seconds(5) }],
  [
    'never more than an hour',
    notSent(false, null),
    { ...YOUNG, attempts: 99 },
    1,
    { again: seconds(3_600) },
  ],
  ['a day later', notSent(false, null), DAY_OLD, 0.5, { again: null, hold: null }],
  ['a day later, throttled', notSent(true, 9), DAY_OLD, 0.5, { again: null, hold: seconds(10) }],
])('%s', (_what, attempt, claimed, random, came) => {
  expect(cameOf(attempt, claimed, NOW, random)).toMatchObject(came);
});
