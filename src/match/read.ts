// A question → readings: which words of it may mean which terms of the index, and how sure that is.
import type { Index } from './build.ts';
import { DEEDS, EVERYDAY, FRAME, GRAMMAR, joinedTerm, termOf } from './plain-words.ts';
import { sequencesAt } from './synonyms.ts';
import { type Close, completions, misspelt } from './vocabulary.ts';

/** One way to understand some words: `words` are their bits in the question, 0 for words of its frame. */
export type Reading = { words: number; term: number; quality: number };

export type Question = {
  readings: Reading[];
  /** Weight of each content word, by bit. */
  weights: number[];
  /** Bits of content words that are ordinary English. */
  everyday: number;
};

/** Content words are bits of a number; the subject of a question is among the first. */
const MOST_CONTENT_WORDS = 30;
/** A word that no task uses weighs nearly as much as the rarest that one does. */
const UNKNOWN_WEIGHT = 0.9;
/** Invoice, ticket and room numbers say little; "365" and "27001" still count where a name has them. */
const NUMBER_WEIGHT = 0.3;
/** What people do to a thing counts half of the thing. */
const DEED = 0.5;
/** Unknown words this short are more often slips and codes than subjects. */
const SHORT = 3;
const SHORT_WEIGHT = 0.55;
/** A near word is good evidence, never as good as the word itself. */
const NEAR = 0.82;
/** Two words that a name writes as one, or the other way round. */
const JOINED = 0.97;
/** How many frame words on each side of a whole name are tried as part of it ("help desk", "who owns what list"). */
const LONGEST_FRAME = 12;

type Said = { word: string; term: string; bit: number };

/** `spoken`: the words of a question, each in the spelling that the index uses. */
export function readQuestion(index: Index, spoken: readonly string[]): Question {
  const said = contentOf(spoken);
  const weights: number[] = [];
  const readings: Reading[] = [];
  let everyday = 0;
  const add = (words: number, text: string, quality: number): void => {
    const term = index.terms.get(text);
    if (term !== undefined) readings.push({ words, term, quality });
  };

  said.forEach(({ word, term, bit }, at) => {
    const close = bit === 0 ? [] : closeTo(index, word, term);
    if (bit !== 0) {
      weights.push(weightOf(index, word, term, close));
      if (EVERYDAY.has(word)) everyday |= bit;
    }
    add(bit, term, 1);
    if (bit !== 0) add(bit, joinedTerm(word), JOINED);
    for (const other of close) {
      add(bit, termOf(other.word), other.quality);
      add(bit, joinedTerm(other.word), other.quality);
      for (const { value } of sequencesAt(index.near, [termOf(other.word)], 0)) {
        for (const near of value.others) add(bit, near, NEAR * other.quality);
      }
    }
    const next = said[at + 1];
    if (next) add(bit | next.bit, termOf(word + next.word), JOINED);
  });

  const terms = said.map(({ term }) => term);
  said.forEach((_, at) => {
    for (const { words: member, value } of sequencesAt(index.near, terms, at)) {
      const span = said.slice(at, at + member.length).reduce((all, { bit }) => all | bit, 0);
      if (span === 0) continue;
      for (const near of value.others) add(span, near, NEAR);
    }
  });
  return { readings: readings.sort(bestFirst), weights, everyday };
}

/** Tasks whose whole name or alias is what the question is about, its frame aside. */
export function wholeNames(index: Index, spoken: readonly string[]): readonly number[] {
  const words = spoken.filter((word) => !GRAMMAR.has(word));
  const terms = words.map(termOf);
  const first = words.findIndex((word) => !FRAME.has(word));
  const last = words.findLastIndex((word) => !FRAME.has(word));
  const [content, after] = first < 0 ? [words.length, 0] : [first, last + 1];
  const earliest = Math.max(0, content - LONGEST_FRAME);
  const latest = Math.min(words.length, after + LONGEST_FRAME);
  const spans: [number, number][] = [];
  for (let from = earliest; from <= content; from++) {
    for (let to = latest; to >= Math.max(after, from + 1); to--) spans.push([from, to]);
  }
  spans.sort(([a, b], [c, d]) => d - c - (b - a));
  for (const span of spans) {
    const tasks =
      index.exact.get(words.slice(...span).join(' ')) ??
      index.alike.get(terms.slice(...span).join(' '));
    if (tasks) return tasks;
  }
  return [];
}

function contentOf(words: readonly string[]): Said[] {
  const said: Said[] = [];
  let bit = 1;
  let content = 0;
  for (const word of new Set(words)) {
    if (GRAMMAR.has(word)) continue;
    const frame = FRAME.has(word);
    if (!frame && ++content > MOST_CONTENT_WORDS) break;
    said.push({ word, term: termOf(word), bit: frame ? 0 : bit });
    if (!frame) bit <<= 1;
  }
  return said;
}

/** What an unknown word may have been meant as; ordinary English is meant as it stands. */
function closeTo(index: Index, word: string, term: string): Close[] {
  if (index.vocabulary.known.has(word) || EVERYDAY.has(word)) return [];
  const slips = misspelt(index.vocabulary, word);
  const close =
    slips.length > 0 || index.terms.has(term) ? slips : completions(index.vocabulary, word);
  return close.map(({ word: meant, quality, slips: distance }) => ({
    slips: distance,
    word: sequencesAt(index.spellings, [meant], 0)[0]?.value.join('') ?? meant,
    quality,
  }));
}

function weightOf(index: Index, word: string, term: string, close: readonly Close[]): number {
  if (/^\p{N}+$/u.test(word)) return NUMBER_WEIGHT;
  const meant = close[0] ? termOf(close[0].word) : term;
  const known = index.terms.get(term) ?? index.terms.get(meant);
  if (known !== undefined) return (index.weights[known] ?? 0) * (DEEDS.has(word) ? DEED : 1);
  if (DEEDS.has(word)) return UNKNOWN_WEIGHT * DEED;
  return word.length <= SHORT && !EVERYDAY.has(word) ? SHORT_WEIGHT : UNKNOWN_WEIGHT;
}

/** Surer readings are used up first; of equals the one that explains more words. */
function bestFirst(a: Reading, b: Reading): number {
  return b.quality - a.quality || b.words - a.words;
}
