// The synonym file: which words are the same word, and which mean nearly the same.
import { readFileSync } from 'node:fs';
import { termOf } from './plain-words.ts';
import { wordsOf } from './words.ts';

/** `same`: spellings of one word, the first is used for all. `near`: words that often stand for each other. */
export type Synonyms = { same: readonly string[][]; near: readonly string[][] };

export type SynonymFile = Synonyms & { unread: number[] };

export const NO_SYNONYMS: Synonyms = { same: [], near: [] };

/** Reads `a = b = c` and `a ~ b ~ c` lines; `unread` holds the lines (from 1) that are neither. */
export function readSynonyms(text: string): SynonymFile {
  const same: string[][] = [];
  const near: string[][] = [];
  const unread: number[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const entry = (line.split('#')[0] ?? '').trim();
    if (entry === '') return;
    const mark = entry.includes('=') ? '=' : '~';
    const members = entry.split(mark).map((member) => member.trim());
    const readable = members.length > 1 && members.every((member) => wordsOf(member).length > 0);
    if (!readable || (mark === '=' && entry.includes('~'))) unread.push(i + 1);
    else (mark === '=' ? same : near).push(members);
  });
  return { same, near, unread };
}

/** The list that comes with Remit. */
export function shippedSynonyms(): SynonymFile {
  return readSynonyms(readFileSync(new URL('./synonyms.txt', import.meta.url), 'utf8'));
}

/** Word sequences by their first word, longest first, so that the longest one that fits is found first. */
export type Sequences<Value> = ReadonlyMap<string, readonly { words: string[]; value: Value }[]>;

function sequences<Value>(entries: { words: string[]; value: Value }[]): Sequences<Value> {
  const longestFirst = entries.toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(longestFirst, ({ words }) => words[0] ?? '');
}

/** All entries that stand at `at` in `words`, longest first. */
export function sequencesAt<Value>(from: Sequences<Value>, words: readonly string[], at: number) {
  const here = from.get(words[at] ?? '');
  if (!here) return [];
  return here.filter((entry) => entry.words.every((word, i) => words[at + i] === word));
}

/** Spellings → the one that is used. */
export type Spellings = Sequences<string[]>;

export function spellings(synonyms: Synonyms): Spellings {
  return sequences(
    synonyms.same.flatMap((members) => {
      const [first = [], ...others] = members.map(wordsOf);
      return others.map((words) => ({ words, value: first }));
    }),
  );
}

/** Single words with what is used for them, written as one word. */
export function otherSpellings(by: Spellings): [string, string][] {
  return [...by.values()]
    .flat()
    .flatMap(({ words, value }): [string, string][] =>
      words.length === 1 ? [[words[0] ?? '', value.join('')]] : [],
    );
}

/** The words of a text, each in the spelling that is used. */
export function spelled(text: string, by: Spellings): string[] {
  const words = wordsOf(text);
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const entry = sequencesAt(by, words, at)[0];
    out.push(...(entry ? entry.value : words.slice(at, at + 1)));
    at += entry ? entry.words.length : 1;
  }
  return out;
}

/** A member of a near group: its terms, and the others (terms joined by a space) */
export type NearWords = Sequences<{ term: string; others: string[] }>;

export function nearWords(synonyms: Synonyms, by: Spellings): NearWords {
  return sequences(
    synonyms.near.flatMap((members) => {
      const terms = members.map((member) => spelled(member, by).map(termOf));
      return terms.map((words, i) => ({
        words,
        value: { term: words.join(' '), others: othersOf(terms, i) },
      }));
    }),
  );
}

function othersOf(members: readonly string[][], self: number): string[] {
  const own = (members[self] ?? []).join(' ');
  return [...new Set(members.map((words) => words.join(' ')))].filter((term) => term !== own);
}

/** A customer's list beside the shipped one: a group that shares a word with a shipped one is spelt as that one is. */
export function withOwn(own: Synonyms, shipped: Synonyms): Synonyms {
  const by = spellings(shipped);
  const used = new Set(shipped.same.map(([first = '']) => spelled(first, by).join(' ')));
  const same = own.same.map((members) => {
    const known = members.map((member) => spelled(member, by).join(' ')).find((m) => used.has(m));
    return known === undefined ? members : [known, ...members];
  });
  return { same: [...same, ...shipped.same], near: [...own.near, ...shipped.near] };
}
