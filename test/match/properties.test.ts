// What holds for any text whatever: bounded answers, bounded time, no exception.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/match/build.ts';
import { decide } from '../../src/match/decide.ts';
import { MOST_CHOICES } from '../../src/match/found.ts';
import { MOST_HITS, search } from '../../src/match/search.ts';
import { findAll, MOST_SUBJECTS } from '../../src/match/subjects.ts';
import { readSynonyms, shippedSynonyms } from '../../src/match/synonyms.ts';
import { starterTasks } from '../../src/matrix/starter/starter.ts';

const synonyms = shippedSynonyms();
const index = buildIndex(starterTasks, synonyms);
const ids = new Set(starterTasks.map(({ id }) => id));
const spoken = fc
  .array(fc.constantFrom(...starterTasks.flatMap(({ name, aliases }) => [name, ...aliases])))
  .map((phrases) => phrases.join(' '));
const question = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), spoken);

test('hits are at most ten, known, different, from 0 to 1, best first', () => {
  fc.assert(
    fc.property(question, (text) => {
      const hits = search(index, text);
      expect(hits.length).toBeLessThanOrEqual(MOST_HITS);
      expect(new Set(hits.map(({ task }) => task)).size).toBe(hits.length);
      hits.forEach(({ task, score }, i) => {
        expect(ids.has(task)).toBe(true);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(hits[i - 1]?.score ?? 1);
      });
    }),
  );
});

test('choices are two to four, the nearest at most three, subjects at most four', () => {
  fc.assert(
    fc.property(question, (text) => {
      const found = decide(search(index, text));
      if (found.kind === 'several') {
        expect(found.hits.length).toBeGreaterThanOrEqual(2);
        expect(found.hits.length).toBeLessThanOrEqual(MOST_CHOICES);
      }
      if (found.kind === 'none') expect(found.nearest.length).toBeLessThanOrEqual(3);
      const all = findAll(index, text).length;
      expect(all).toBeGreaterThanOrEqual(1);
      expect(all).toBeLessThanOrEqual(MOST_SUBJECTS);
    }),
  );
});

test('any tasks and any synonym file make an index in which every name is found', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const task = fc.record({
    name: text,
    aliases: fc.array(text, { maxLength: 3 }),
    description: text,
    area: text,
  });
  fc.assert(
    fc.property(fc.array(task, { maxLength: 8 }), text, (tasks, file) => {
      const named = tasks.map((one, i) => ({ ...one, id: String(i) }));
      const built = buildIndex(named, readSynonyms(file));
      for (const { name, id } of named) {
        const same = search(built, name).filter(({ score }) => score === 1);
        const found =
          same.length === 0 || same.length === MOST_HITS || same.some((hit) => hit.task === id);
        expect(found).toBe(true);
      }
    }),
  );
});

test.each([
  ['spaces', ' '],
  ['one letter', 'a'],
  ['joining words', 'and , & or '],
  ['apostrophes', "'s’"],
  ['combining marks', 'e\u0301\u0301'],
  ['CJK', '配送メール'],
  ['addresses', 'https://www.'],
  ['words that look like tasks', 'pasword frewall onbording prnter '],
  ['frame words', 'who is the owner of '],
  ['an alias', 'break glass account '],
  ['emoji', '👩‍💻'],
])('28 KB of %s take less than 20 ms', (_, part) => {
  const text = part.repeat(Math.ceil(28_000 / part.length));
  decide(search(index, text));
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    findAll(index, text);
    return performance.now() - begin;
  });
  expect(Math.min(...times)).toBeLessThan(20);
});
