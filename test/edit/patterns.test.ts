// Sentences that nobody means as an edit: texts made to keep the patterns busy, and everybody's plain questions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWishes } from '../../src/edit/read.ts';
import { wordsFor } from '../../src/edit/words/languages.ts';
import type { EditWords } from '../../src/edit/words/shape.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { seeded } from '../faults/store-life.ts';
import { type Office, openOffice, PEOPLE } from './office.ts';

/** As long as a sentence may be and still be read. */
const LONGEST = 300;
const A_LANGUAGE = 2_000;
const MOST_MS = 50;

describe.each(['en', 'de', 'es', 'fr', 'ja'])('%s', (language) => {
  test(`${A_LANGUAGE} hostile texts are read within ${MOST_MS} ms each`, {
    timeout: 120_000,
  }, () => {
    const random = seeded(language.charCodeAt(0));
    const vocabulary = [...new Set(wordsFor(language).flatMap(vocabularyOf)), 'a', '!', '.', ', '];
    for (let i = 0; i < A_LANGUAGE; i += 1) {
      const text = hostile(vocabulary, random);
      expect(text.length).toBeLessThanOrEqual(LONGEST);
      if (processorMs(text, language) > MOST_MS) {
        // The first reading may have paid for compiling; a slow pattern is slow every time.
        expect(processorMs(text, language), text).toBeLessThanOrEqual(MOST_MS);
      }
    }
  });
});

test('a pattern that is slow would be noticed', () => {
  const slow = /^(a+)+$/;
  const begun = process.cpuUsage();
  slow.test(`${'a'.repeat(22)}!`);
  expect(process.cpuUsage(begun).user / 1_000).toBeGreaterThan(MOST_MS);
});

describe('questions', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(sampleDraft('2026-11-23'));
  });
  afterAll(() => office.close());

  /** What one of the exams brings is counted, and never looked at. */
  test.each([
    ['test/questions/azure.jsonl', 0],
    ['test/questions/cloudtemple.jsonl', 0],
    ['src/match/learning/tuning/colleagues.jsonl', 0],
    ['src/match/learning/tuning/lists.jsonl', 0],
    ['src/match/learning/tuning/real.jsonl', 0],
    ['test/questions/exam.jsonl', 0],
    ['test/questions/exam-2.jsonl', 1],
  ])(
    'of %s: an admin who asks them changes nothing, and %i get a card to change',
    {
      timeout: 120_000,
    },
    async (file, most) => {
      const taken: string[] = [];
      for (const { text, context } of questionsOf(file)) {
        // What has no reading never gets near a change, and most questions have none.
        if (readWishes(text, 'en').length === 0) continue;
        const conversation = `${file} ${text}`;
        for (const earlier of context) await office.say(PEOPLE.operator, earlier, { conversation });
        const before = await office.revision();
        const told = await office.say(PEOPLE.operator, text, { conversation });
        expect(await office.revision(), text).toBe(before);
        if (told.about?.facet === 'assign') taken.push(text);
      }
      expect(taken.length, file.includes('exam') ? '' : taken.join('\n')).toBeLessThanOrEqual(most);
    },
  );
});

function processorMs(text: string, language: string): number {
  const begun = process.cpuUsage();
  readWishes(text, language);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/** The words that a language's patterns look for: what keeps them hoping. */
function vocabularyOf(words: EditWords): string[] {
  const { forms, pointing, undo, roles, matrices, useMatrix, views } = words;
  const all = [...forms.map((form) => form.words), pointing, undo, roles, matrices, useMatrix];
  const sources = [...all, views].map(({ source }) => source).join(' ');
  return sources.replace(/\\[a-z]|\?<\w+>/gi, ' ').match(/[\p{L}'’]+/gu) ?? [];
}

/** A beginning that fits, then runs of words that nearly fit, then an end that does not. */
function hostile(vocabulary: readonly string[], random: () => number): string {
  const pick = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
  const glue = random() < 0.8 ? ' ' : '';
  let text = random() < 0.7 ? `${pick()} ${pick()} ` : '';
  while (text.length < LONGEST) {
    const run = random() < 0.5 ? pick() : `${pick()}${glue}${pick()}`;
    text += `${run}${glue}`.repeat(1 + Math.floor(random() * (random() < 0.5 ? 3 : 60)));
  }
  return `${text.slice(0, LONGEST - 1)}${random() < 0.7 ? 'ß' : '?'}`;
}

function questionsOf(file: string): { text: string; context: string[] }[] {
  const lines = readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
    .trim()
    .split('\n');
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ facet }) => facet !== 'assign')
    .map(({ question, text = question, context = [] }) => ({
      text: String(text),
      context: context.map((one: { question: string }) => String(one.question)),
    }));
}
