// One spelling for what people type: lower case, no accents on Latin letters, no punctuation; and which language it is.
import { normalise } from '../match/words.ts';
import { LANGUAGES } from './words/languages.ts';
import { isWordwise, type Words } from './words/shape.ts';

/** Lists, follow-ups and courtesies are short; a longer text tells a story and is matched as it is. */
export const LONGEST_ASKED = 240;

/** `who's`, `isn't` become one word; any other apostrophe parts two (`l'ordi`, `qu'est`). */
export function plain(text: string): string {
  const known = spellings.get(text);
  if (known !== undefined) return known;
  const spelling = respelled(text);
  if (spellings.size >= MOST_KEPT) spellings.clear();
  if (text.length <= LONGEST_ASKED) spellings.set(text, spelling);
  return spelling;
}

/** Names of the matrix are asked for on every question, in every language. */
const MOST_KEPT = 20_000;
const spellings = new Map<string, string>();

function respelled(text: string): string {
  return normalise(text)
    .replace(/[’ʼ`´]/g, "'")
    .replace(/'(s|t|m|d|ll|re|ve)(?![\p{L}\p{N}])/gu, '$1')
    .replace(/[^\p{L}\p{N}\p{M}ー]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Plain sentences; the first mark after a word ends one. */
export function sentences(text: string): string[] {
  return text
    .split(/[.?!;。？！\n]/u)
    .map(plain)
    .filter((part) => part !== '');
}

/** The languages a plain text may be in, most likely first. English always is one of them. */
export function spoken(text: string): Words[] {
  const counted = LANGUAGES.map((words) => ({
    words,
    hits: text.match(words.common)?.length ?? 0,
  }));
  const best = Math.max(...counted.map(({ hits }) => hits));
  const [english, ...others] = counted;
  const likely = others.filter(({ hits }) => hits >= best);
  return [...likely, ...(english ? [english] : [])]
    .sort((a, b) => b.hits - a.hits)
    .map(({ words }) => words);
}

/** Takes out what a pattern matched. */
export function without(text: string, found: string | RegExp, kept = ''): string {
  return text.replace(found, ` ${kept} `).replace(/ +/g, ' ');
}

/** Takes out all that a pattern matches; its global twin is made once. */
export function withoutAll(text: string, pattern: RegExp): string {
  const twin = twins.get(pattern) ?? new RegExp(pattern.source, 'gu');
  twins.set(pattern, twin);
  return text.replace(twin, ' ').replace(/ +/g, ' ');
}

const twins = new WeakMap<RegExp, RegExp>();

/** What is left once the words of a frame are gone: the words that could name something. */
export function leftOver(text: string, ...frames: readonly RegExp[]): string[] {
  const rest = frames.reduce(
    (soFar, frame) => (isWordwise(frame) ? wordsOutside(soFar, frame) : soFar.replace(frame, ' ')),
    text,
  );
  return rest.match(/[\p{L}\p{N}ー]+/gu) ?? [];
}

/** A frame of hundreds of words is slow to look for, and people use the same words again and again. */
function wordsOutside(text: string, frame: RegExp): string {
  const known = framed.get(frame) ?? new Map<string, boolean>();
  framed.set(frame, known);
  if (known.size > MOST_KEPT) known.clear();
  const isOutside = (word: string) => {
    const inside = known.get(word) ?? word.replace(frame, '') === '';
    known.set(word, inside);
    return !inside;
  };
  return text.split(' ').filter(isOutside).join(' ');
}

const framed = new WeakMap<RegExp, Map<string, boolean>>();
