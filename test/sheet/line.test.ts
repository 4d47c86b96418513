// The line in front of the thread for files: one at a time, tenants in turn, and an end.
import { expect, test } from 'vitest';
import { createLine } from '../../src/sheet/worker/line.ts';

function opened(most: number, mostOfOne: number) {
  const line = createLine({ most, mostOfOne });
  const served: string[] = [];
  const ends: ((how: 'done' | 'broken') => void)[] = [];
  const settle = () => new Promise(setImmediate);
  return {
    served,
    ask(tenant: string) {
      return line(tenant, () => {
        served.push(tenant);
        return new Promise<string>((resolve, reject) =>
          ends.push((how) => (how === 'done' ? resolve(tenant) : reject(new Error(how)))),
        );
      });
    },
    async finish(how: 'done' | 'broken' = 'done') {
      await settle();
      ends.shift()?.(how);
      await settle();
    },
    under: () => ends.length,
  };
}

test('one is served at a time, and tenants in turn however many each of them asks for', async () => {
  const line = opened(10, 3);
  const asked = ['a', 'a', 'a', 'a', 'b', 'b', 'c'].map((tenant) => line.ask(tenant));
  for (const _ of asked) {
    expect(line.under()).toBeLessThanOrEqual(1);
    await line.finish();
  }
  expect(line.served).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'a']);
  expect(await Promise.all(asked)).toEqual(['a', 'a', 'a', 'a', 'b', 'b', 'c']);
});

test('beyond its own places a tenant is told at once, and others are not', async () => {
  const line = opened(10, 2);
  const asked = ['a', 'a', 'a'].map((tenant) => line.ask(tenant));
  expect(await line.ask('a')).toBeNull();
  asked.push(line.ask('b'));
  for (const _ of asked) await line.finish();
  expect(line.served).toEqual(['a', 'a', 'b', 'a']);
  asked.push(line.ask('a'));
  await line.finish();
  expect(await asked.at(-1)).toBe('a');
});

test('beyond all places everybody is told at once', async () => {
  const line = opened(3, 2);
  const asked = ['a', 'b', 'c', 'd'].map((tenant) => line.ask(tenant));
  expect(await line.ask('e')).toBeNull();
  for (const _ of asked) await line.finish();
  expect(line.served).toEqual(['a', 'b', 'c', 'd']);
});

test('one that breaks holds up nobody', async () => {
  const line = opened(3, 2);
  const [first, second] = [line.ask('a'), line.ask('a')];
  const broken = expect(first).rejects.toThrow('broken');
  await line.finish('broken');
  await broken;
  await line.finish();
  expect(await second).toBe('a');
});
