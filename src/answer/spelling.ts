// Slips of the keyboard in the words of lists and facets: "onwer", "unasigned", "contct".
import { slips } from '../match/distance.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { namesTask } from './naming.ts';
import { leftOver } from './plain.ts';
import type { Words } from './words/shape.ts';

/** Shorter words are one slip from too many others. */
const SHORTEST = 4;
/** From this length two slips still leave the word plain to see. */
const LONG = 9;

/** The text with each word that nobody knows set to the known one nearest to it; null where none is. */
export function respelled(text: string, words: Words, matrix: Matrix): string | null {
  const unknown = leftOver(text, words.frame, words.pointing).filter(
    (word) => word.length >= SHORTEST && !words.spelled.includes(word),
  );
  const fixed = unknown.reduce((soFar, word) => {
    const near = nearest(word, words.spelled);
    return near === undefined || namesTask(word, matrix) ? soFar : soFar.replace(word, near);
  }, text);
  return fixed === text ? null : fixed;
}

/** People hit the first letter. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = word.length >= LONG ? 2 : 1;
  return known.find((each) => each[0] === word[0] && slips(word, each, limit) <= limit);
}
