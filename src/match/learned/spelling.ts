// Misspelt words of a question → the words that the phrasebook has, so that a slip costs no understanding.
import { misspelt, type Vocabulary, vocabulary } from '../vocabulary.ts';

/** The phrasebook's words; `rank` is low for what people say often. */
export type Spelling = { words: Vocabulary; rank: ReadonlyMap<string, number> };

/** `words` as they are said, the most frequent first. */
export function createSpelling(words: readonly string[]): Spelling {
  return { words: vocabulary(words), rank: new Map(words.map((word, i) => [word, i])) };
}

/** Shorter unknown words are names and codes more often than slips. */
const SHORTEST = 4;
/** One word of two that were written together; shorter halves are found in almost any word. */
const SHORTEST_HALF = 3;

/** Words in lower case; whatever is known, or close to nothing known, stays. */
export function corrected(words: readonly string[], spelling: Spelling): string[] {
  return words.flatMap((word) => {
    if (word.length < SHORTEST || spelling.words.known.has(word) || !/^[a-z]+$/.test(word)) {
      return [word];
    }
    const [closest] = misspelt(spelling.words, word)
      .map((close) => close.word)
      .sort((a, b) => rankOf(a, spelling) - rankOf(b, spelling));
    return closest === undefined ? (halves(word, spelling) ?? [word]) : [closest];
  });
}

function rankOf(word: string, { rank }: Spelling): number {
  return rank.get(word) ?? rank.size;
}

function halves(word: string, { words }: Spelling): string[] | null {
  for (let cut = SHORTEST_HALF; cut <= word.length - SHORTEST_HALF; cut += 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    if (parts.every((part) => words.known.has(part))) return parts;
  }
  return null;
}
