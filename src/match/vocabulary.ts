// The words that task names use, and which of them a misspelt or shortened word may mean.
import { slips } from './distance.ts';

/** Words of one length; `letters` has one bit for each letter a word contains, to skip most without comparing. */
type Shelf = { words: string[]; letters: Int32Array };

export type Vocabulary = {
  known: ReadonlySet<string>;
  shelves: ReadonlyMap<number, Shelf>;
  sorted: readonly string[];
  /** What words were found to be misspellings of: a question asks for the same word several times. */
  asked: Map<string, readonly Close[]>;
};

/** `slips` is 0 for the beginning of a word. */
export type Close = { word: string; quality: number; slips: number };

/** Shorter words are one slip away from too many others; of three letters only a swap is forgiven (vnp). */
const SHORTEST_FOR_SLIP = 4;
const SHORTEST_FOR_TWO_SLIPS = 8;
const SHORTEST_FOR_PREFIX = 4;
/** A misspelling stands for one word, sometimes two; more would only bring guesses. */
const MOST_CLOSE = 6;
const MOST_COMPLETIONS = 6;

export function vocabulary(words: Iterable<string>): Vocabulary {
  const sorted = [...new Set(words)].sort();
  const correctable = sorted.filter((word) => word.length >= 3 && /^[a-z][a-z0-9]*$/.test(word));
  const shelves = new Map<number, Shelf>();
  for (const [length, shelf] of Map.groupBy(correctable, (word) => word.length)) {
    shelves.set(length, { words: shelf, letters: Int32Array.from(shelf, lettersOf) });
  }
  return { known: new Set(sorted), shelves, sorted, asked: new Map() };
}

/** Words that `word` may be a misspelling of, best first; quality says how far the guess may be trusted. */
export function misspelt(vocabulary: Vocabulary, word: string): readonly Close[] {
  if (!/^[a-z][a-z0-9]*$/.test(word) || word.length < 3) return [];
  const known = vocabulary.asked.get(word);
  if (known) return known;
  const close = closest(vocabulary, word);
  if (vocabulary.asked.size >= MOST_ASKED) vocabulary.asked.clear();
  vocabulary.asked.set(word, close);
  return close;
}

/** Enough for the slips of some thousand questions; about 200 KB. */
const MOST_ASKED = 2_000;

function closest(vocabulary: Vocabulary, word: string): Close[] {
  const limit = word.length >= SHORTEST_FOR_TWO_SLIPS ? 2 : 1;
  const letters = lettersOf(word);
  const found: { word: string; distance: number }[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    const shelf = vocabulary.shelves.get(length);
    if (!shelf || length < 3) continue;
    for (let i = 0; i < shelf.letters.length; i += 1) {
      // One slip changes at most two of the letters that occur.
      if (bits((shelf.letters[i] ?? 0) ^ letters) > 2 * limit) continue;
      const candidate = shelf.words[i] ?? '';
      const distance = slips(word, candidate, limit);
      if (distance <= limit && forgiven(word, candidate)) found.push({ word: candidate, distance });
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found
    .filter(({ distance }) => distance === least)
    .map((close) => ({
      word: close.word,
      quality: trust(word, close.word, close.distance),
      slips: close.distance,
    }))
    .sort((a, b) => b.quality - a.quality || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_CLOSE);
}

function forgiven(word: string, candidate: string): boolean {
  const longer = Math.max(word.length, candidate.length);
  return longer >= SHORTEST_FOR_SLIP || isSwap(word, candidate);
}

/** The longer the word, the less likely that two real words lie this close; hardly any two differ by a swap. */
function trust(word: string, candidate: string, distance: number): number {
  const length = Math.min(word.length, candidate.length);
  if (distance > 1) return 0.74;
  if (length >= 8) return 0.92;
  if (length >= 6 || isSwap(word, candidate)) return 0.86;
  if (length === 5) return 0.76;
  return length === 4 ? 0.7 : 0.62;
}

export function isSwap(word: string, candidate: string): boolean {
  return word.length === candidate.length && sortedLetters(word) === sortedLetters(candidate);
}

/** Words that begin with `word`: "vulnerab", "authent". */
export function completions(vocabulary: Vocabulary, word: string): Close[] {
  if (word.length < SHORTEST_FOR_PREFIX || !/^[a-z]+$/.test(word)) return [];
  const { sorted } = vocabulary;
  const found: Close[] = [];
  for (let i = firstFrom(sorted, word); found.length < MOST_COMPLETIONS; i++) {
    const candidate = sorted[i];
    if (!candidate?.startsWith(word)) break;
    const quality = 0.6 + (0.3 * word.length) / candidate.length;
    found.push({ word: candidate, quality, slips: 0 });
  }
  return found;
}

function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}

function lettersOf(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

/** How many bits are set, of all 32 at once: https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
export function bits(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
