// The memory for repeated presses forgets in time and never grows without end.
import { expect, test } from 'vitest';
import { createRepeats } from '../../src/teams/repeats.ts';

const start = Date.parse('2026-11-23T09:00:00Z');
const after = (seconds: number) => new Date(start + seconds * 1_000);

test.each([
  [30, 'first'],
  [59, 'first'],
  [61, 'second'],
])('a press again after %i s has the key %s', (seconds, key) => {
  const repeats = createRepeats();
  repeats(['press'], 'first', after(0));
  expect(repeats(['press'], 'second', after(seconds))).toBe(key);
});

test('the time runs from the first press, so that a button is not dead for good', () => {
  const repeats = createRepeats();
  repeats(['press'], 'first', after(0));
  repeats(['press'], 'second', after(40));
  expect(repeats(['press'], 'third', after(80))).toBe('third');
});

test('a flood pushes the oldest out', () => {
  const repeats = createRepeats();
  repeats(['press'], 'first', after(0));
  for (let press = 0; press < 5_000; press += 1) repeats([`other ${press}`], 'x', after(1));
  expect(repeats(['press'], 'second', after(2))).toBe('second');
  expect(repeats(['other 4999'], 'y', after(2))).toBe('x');
});

test('texts are told apart where they meet', () => {
  const repeats = createRepeats();
  repeats(['a', 'bc'], 'first', after(0));
  expect(repeats(['ab', 'c'], 'second', after(0))).toBe('second');
});
