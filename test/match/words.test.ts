// Text → words, the synonym file, and the distance between words.
import { describe, expect, test } from 'vitest';
import { slips } from '../../src/match/distance.ts';
import {
  readSynonyms,
  shippedSynonyms,
  spelled,
  spellings,
  withOwn,
} from '../../src/match/synonyms.ts';
import { completions, misspelt, vocabulary } from '../../src/match/vocabulary.ts';
import { LONGEST_TEXT, MOST_WORDS, stemOf, wordsOf } from '../../src/match/words.ts';

describe('words', () => {
  test.each([
    ['Who owns the VPN?', ['who', 'owns', 'the', 'vpn']],
    ['wi-fi / E-Mail', ['wi', 'fi', 'e', 'mail']],
    ['Müller’s Café', ['muller', 'cafe']],
    ["who's what's", ['who', 'what']],
    ["can't", ['cant']],
    ['ＶＰＮ ①', ['vpn', '1']],
    ['M&A and R & D', ['mna', 'and', 'r', 'd']],
    ['see https://example.com/vpn?x=1 now', ['see', 'now']],
    ['メール配送', ['メー', 'ール', 'ル配', '配送']],
    ['ｶﾞｲﾄﾞ', ['ガイ', 'イド']],
    ['か', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('a long text is cut', () => {
    expect(wordsOf('a '.repeat(LONGEST_TEXT)).length).toBe(MOST_WORDS);
    expect(wordsOf('a'.repeat(5 * LONGEST_TEXT))).toEqual(['a'.repeat(LONGEST_TEXT)]);
  });

  test.each([
    ['licence', 'licenses'],
    ['organisation', 'organization'],
    ['programme', 'programs'],
    ['centre', 'centers'],
    ['printing', 'prints'],
    ['vpns', 'vpn'],
  ])('%s and %s share a stem', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });
});

describe('the synonym file', () => {
  test('reads both kinds of line and says which it cannot read', () => {
    const text =
      '# remark\nwifi = wi fi # spelling\n\nlaptop ~ notebook ~ pc\nalone\na = b ~ c\n= x';
    expect(readSynonyms(text)).toEqual({
      same: [['wifi', 'wi fi']],
      near: [['laptop', 'notebook', 'pc']],
      unread: [5, 6, 7],
    });
  });

  test('one spelling is used for all, the longest first', () => {
    const by = spellings({
      same: [
        ['sso', 'single sign on'],
        ['login', 'sign on'],
      ],
      near: [],
    });
    expect(spelled('Single Sign-On or sign on', by)).toEqual(['sso', 'or', 'login']);
  });

  test.each([
    ['snow = servicenow', 'snow', 'servicenow'],
    ['sd = helpdesk', 'sd', 'help desk'],
    ['funk = wifi', 'funk', 'wi fi'],
    ['pw = password', 'pw', 'passwd'],
  ])('a customer’s %s makes %s and %s one word, beside the shipped ones', (line, one, other) => {
    const by = spellings(withOwn(readSynonyms(line), shippedSynonyms()));
    expect(spelled(one, by)).toEqual(spelled(other, by));
  });

  test('the one that comes with Remit has no unreadable line', () => {
    expect(shippedSynonyms().unread).toEqual([]);
  });
});

describe('slips of the keyboard', () => {
  test.each([
    ['vpn', 'vpn', 0],
    ['vnp', 'vpn', 1],
    ['firewal', 'firewall', 1],
    ['onbaording', 'onboarding', 1],
    ['athenticatr', 'authenticator', 2],
    ['ca', 'abc', 3],
    ['printer', 'firewall', 3],
    ['', 'ab', 2],
  ])('%s → %s: %i', (one, other, distance) => {
    expect(slips(one, other, 2)).toBe(distance);
    expect(slips(other, one, 2)).toBe(distance);
  });

  const known = vocabulary(['vpn', 'firewall', 'onboarding', 'authenticator', 'toner', 'audit']);
  test.each([
    ['vnp', ['vpn']],
    ['irewall', ['firewall']],
    ['omboardimg', ['onboarding']],
    ['tonre', ['toner']],
    ['xtonre', []],
    ['vp', []],
    ['zzzzzzzz', []],
  ])('%s may mean %j', (word, meant) => {
    expect(misspelt(known, word).map((close) => close.word)).toEqual(meant);
  });

  test('the beginning of a word completes it from four letters', () => {
    expect(completions(known, 'authent').map(({ word }) => word)).toEqual(['authenticator']);
    expect(completions(known, 'aut')).toEqual([]);
  });
});
