// The words that misspelt ones are read as: what the phrasebook says more than once, its own misspellings left out.
import { plainWordsOf } from '../learned/features.ts';
import { EVERYDAY, FRAME } from '../plain-words.ts';
import { misspelt, type Vocabulary, vocabulary } from '../vocabulary.ts';
import { stemOf } from '../words.ts';
import type { Example } from './examples.ts';

/** A word this close to one that is said so much more often is a slip that somebody wrote down on purpose. */
const AS_OFTEN = 20;
const MOST_SLIPS = 5;
/** Shorter words have too many neighbours that are words. */
const SHORTEST_SLIP = 6;

/** The most frequent first. */
export function wordsSaid(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of examples) {
    for (const word of plainWordsOf(text)) {
      if (/^[a-z]{3,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const more = [...counts].filter(([, count]) => count > 1);
  const often = vocabulary(more.filter(([, count]) => count >= AS_OFTEN).map(([word]) => word));
  const stems = new Set(more.map(([word]) => stemOf(word)));
  return [...counts]
    .filter(
      ([word, count]) => (count > 1 || stems.has(stemOf(word))) && !isSlip(word, counts, often),
    )
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}

function isSlip(word: string, counts: ReadonlyMap<string, number>, often: Vocabulary): boolean {
  const count = counts.get(word) ?? 0;
  if (count > MOST_SLIPS || word.length < SHORTEST_SLIP) return false;
  if (EVERYDAY.has(word) || FRAME.has(word)) return false;
  return misspelt(often, word).some(
    (close) =>
      close.slips === 1 &&
      close.word[0] === word[0] &&
      stemOf(close.word) !== stemOf(word) &&
      (counts.get(close.word) ?? 0) >= AS_OFTEN * count,
  );
}
