// Misspelt words of a question → the words that the phrasebook has, so that a slip costs no understanding.
import { isSwap, misspelt, type Vocabulary, vocabulary } from '../vocabulary.ts';

/** The phrasebook's words; `rank` is low for what people say often. */
export type Spelling = { words: Vocabulary; rank: ReadonlyMap<string, number> };

/** `words` as they are said, the most frequent first. */
export function createSpelling(words: readonly string[]): Spelling {
  return { words: vocabulary(words), rank: new Map(words.map((word, i) => [word, i])) };
}

/** Of three letters only a swap is read as a slip (vnp); shorter unknown words are names and codes. */
const SHORTEST = 3;
/** One word of two that were written together; shorter halves are found in almost any word. */
const SHORTEST_HALF = 3;

/**
 * Words in lower case; whatever is known, or close to nothing known, stays. `own` are words that the matrix itself
 * uses: those are no slips, but may be two words written together.
 */
export function corrected(
  words: readonly string[],
  spelling: Spelling,
  own: ReadonlySet<string>,
): string[] {
  return words.flatMap((word) => {
    if (word.length < SHORTEST || spelling.words.known.has(word) || !/^[a-z]+$/.test(word)) {
      return [word];
    }
    if (own.has(word)) return halves(word, spelling) ?? [word];
    const [closest] = [...misspelt(spelling.words, word)].sort(
      (a, b) =>
        slipRank(word, a.word) - slipRank(word, b.word) ||
        rankOf(a.word, spelling) - rankOf(b.word, spelling),
    );
    // "mailflow" is nearer to two words than to another one ("airflow").
    if (closest?.slips === 1) return [closest.word];
    return halves(word, spelling) ?? [closest?.word ?? word];
  });
}

/** Letters are swapped or left out more often than they are struck wrongly or too much. */
function slipRank(word: string, meant: string): number {
  if (isSwap(word, meant)) return 0;
  return meant.length > word.length ? 1 : 2;
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
