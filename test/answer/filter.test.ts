// Which tasks pass a filter: exceptions leave out just what they name, stand-ins are looked up, ages put in order.

import { expect, test } from 'vitest';
import { type Filter, type Sieve, tasksPassing } from '../../src/answer/filter.ts';
import type { Day } from '../../src/matrix/day.ts';
import type { Ownership } from '../../src/matrix/ownership.ts';
import { SAMPLE_IDS } from '../../src/matrix/starter/sample.ts';
import { MATRIX, TODAY } from './world.ts';

const speaker = { id: SAMPLE_IDS['Priya Nair'], name: 'Priya Nair', guest: false };

const sieve: Sieve = { matrix: MATRIX, speaker, today: TODAY, changed: [] };

function passing(filter: Filter): string[] {
  return tasksPassing(filter, null, sieve).map(({ id }) => id);
}

test.each<Filter>([
  { party: 'northwind-it' },
  { side: 'msp' },
  { area: 'cloud' },
  { person: 'Sam Rivera' },
  { mine: true },
  { status: 'nobody', area: 'cloud' },
])('what is in %j and what is not are all there is, and nothing twice', (filter) => {
  const inside = passing(filter);
  const outside = passing({ except: filter });
  expect(inside.length).toBeGreaterThan(0);
  expect([...inside, ...outside].sort()).toEqual(MATRIX.tasks.map(({ id }) => id).sort());
});

test('two areas list the tasks of both', () => {
  const both = passing({ area: 'cloud', otherAreas: ['security'] });
  expect(both.sort()).toEqual(
    [...passing({ area: 'cloud' }), ...passing({ area: 'security' })].sort(),
  );
});

test('a stand-in is told from an owner', () => {
  const standsIn = passing({ mine: true, standIn: true });
  expect(standsIn.length).toBeGreaterThan(0);
  for (const id of standsIn) {
    expect(MATRIX.tasks.find((task) => task.id === id)?.backup?.person).toBe('Priya Nair');
  }
});

test('oldest and newest go by the day since which a task is as it is; those without a day come last', () => {
  const sinces: Day[] = ['2026-03-01', '2025-01-01', '2026-11-01'];
  const tasks = MATRIX.tasks.slice(0, 4).map((task, i) => {
    const since = sinces[i];
    const ownership: Ownership = since
      ? { kind: 'nobody', sharedWith: [], split: '', since }
      : { kind: 'unknown' };
    return { ...task, id: `task.${i}`, ownership };
  });
  const at: Sieve = { ...sieve, matrix: { ...MATRIX, tasks } };
  const ids = (order: 'oldest' | 'newest') => tasksPassing({}, order, at).map(({ id }) => id);
  expect(ids('oldest')).toEqual(['task.1', 'task.0', 'task.2', 'task.3']);
  expect(ids('newest')).toEqual(['task.2', 'task.0', 'task.1', 'task.3']);
});
