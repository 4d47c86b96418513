// 429 again and again: nothing is sent inside a window, and no time is lost beside it.
import { expect, test } from 'vitest';
import { storm } from './storm.ts';

test('three instances under 429 with waits of a second to an hour', async () => {
  const { sent, windows, inside, timesTheLeast } = await storm(900, 150, 3);
  expect({ sent, inside }).toEqual({ sent: 900, inside: 0 });
  expect(windows).toBeGreaterThan(5);
  expect(timesTheLeast).toBeLessThanOrEqual(1.15);
});
