// Searching while composing stays quick on thousands of tasks.
import { expect, test } from 'vitest';
import { measureComposing } from '../bench/composing.ts';
import { slower } from '../machine.ts';

/** Asked: 100 ms as the caller waits; `node test/bench/composing.ts` measures that on a machine of its own. */
test('a search among 5,000 tasks', { timeout: 120_000 }, async () => {
  const { p50, p99Processor } = await measureComposing(5_000);
  expect(p50).toBeLessThan(100 * slower());
  expect(p99Processor).toBeLessThan(100 * slower());
});
