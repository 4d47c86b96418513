// The fixed words: every language says everything, fills the same places, and its examples work when pressed.
import { describe, expect, test } from 'vitest';
import { type Key, LANGUAGES, sayIn } from '../../src/strings/strings.ts';
import { createTalk } from '../answer/world.ts';

const { en = {}, ...others } = LANGUAGES;
const keys = Object.keys(en).filter((key): key is Key => key in en);

/** Nothing but names, numbers and marks. */
const SAME_EVERYWHERE: readonly Key[] = [
  'history.to',
  'line.owned',
  'record.since',
  'holder.in',
  'facet.contact',
  'facet.reason.gap',
  'list.line',
  'digest.area',
  'digest.told',
  'quiz.reason',
  'quiz.by',
  'quiz.change.one',
  'quiz.moved.change',
  'quiz.compare.side',
  'quiz.owners.row',
  'tab.matrix',
  'tab.person',
  'tab.status',
];

const placesIn = (text = '') => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(Object.entries(others))('%s', (language, words) => {
  test('has every key of English and no other', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test('leaves nothing empty, and nothing in English', () => {
    expect(keys.filter((key) => (words[key] ?? '').trim() === '')).toEqual([]);
    const same = keys.filter((key) => words[key] === en[key]);
    expect(same.filter((key) => !SAME_EVERYWHERE.includes(key))).toEqual([]);
  });

  test.each(keys)(
    '%s fills the places that English fills, and points with the same arrow',
    (key) => {
      expect(placesIn(words[key])).toEqual(placesIn(en[key]));
      expect(words[key]?.includes('→')).toBe(en[key]?.includes('→'));
    },
  );

  test('calls a button what its card calls it', () => {
    const say = sayIn(language);
    for (const key of ['advice.assigned', 'advice.overdue'] as const) {
      expect(say(key)).toContain(say('card.wrongOwner'));
    }
  });
});

/** As `„Hilfe“`, `« aide »`: what a sentence tells people to write. */
const quotedIn = (text: string) => /[“„«「]\s*(.+?)\s*[”“»」]/.exec(text)?.[1] ?? '';

describe.each(Object.keys(LANGUAGES))('what %s tells people to write', (language) => {
  const say = sayIn(language);

  test.each([
    ['example.1', { kind: 'owner', facet: 'owner' }],
    ['example.2', { kind: 'owner', facet: 'after_hours' }],
    ['example.3', { kind: 'list', filter: { mine: 'true' } }],
    ['example.4', { kind: 'list', filter: { status: 'nobody' } }],
  ] as const)('%s is answered', async (key, about) => {
    const outcome = await createTalk().say(say(key));
    expect(outcome.about).toMatchObject(about);
  });

  test.each([
    ['welcome.note', { kind: 'help' }],
    ['talk.useless', { kind: 'help' }],
    ['none.far', { facet: 'owner', tasks: expect.arrayContaining([expect.any(String)]) }],
  ] as const)('%s quotes something Remit understands', async (key, about) => {
    const outcome = await createTalk().say(quotedIn(say(key)));
    expect(outcome.about).toMatchObject(about);
  });
});

test('French keeps its tall marks on the line of the word before', () => {
  const loose = keys.filter((key) =>
    /(?<!\u00a0)[;:?!»]|«(?!\u00a0)/.test(others['fr']?.[key] ?? ''),
  );
  expect(loose).toEqual([]);
});

describe('the language of a reader', () => {
  test.each([
    ['de-AT', 'de'],
    ['ES-mx', 'es'],
    ['fr', 'fr'],
    ['ja-JP', 'ja'],
    ['en-US', 'en'],
    ['pt-BR', 'en'],
    ['', 'en'],
    ['-', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    ['toString-de', 'en'],
  ])('%s speaks %s', (locale, language) => {
    const say = sayIn(locale);
    expect(say.language).toBe(language);
    expect(say('card.history')).toBe(LANGUAGES[language]?.['card.history']);
  });

  test('a place nothing was given for stays to be seen', () => {
    expect(sayIn('de')('line.owned', { task: 'VPN' })).toBe('VPN → {owner}');
  });
});

describe('dates', () => {
  test.each([
    ['en', '22 Jan 2027'],
    ['en-US', 'Jan 22, 2027'],
    ['pt-BR', '22 Jan 2027'],
    ['de-DE', '22.01.2027'],
    ['es', '22 ene 2027'],
    ['fr-FR', '22 janv. 2027'],
    ['ja-JP', '2027/01/22'],
    ['ja-x', '2027/01/22'],
  ])('%s', (locale, written) => {
    expect(sayIn(locale).day('2027-01-22')).toBe(written);
  });
});
