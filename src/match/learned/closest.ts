// The phrases of the phrasebook closest to a question: a second opinion beside the weights, and a sharp one on what is no task.
import { featuresOfWords, TELLING } from './features.ts';
import { type Model, type Understood, vectorOf } from './model.ts';

/** How close the closest phrase is, 0 to 1: of each class, by its place in `model.classes`. */
export function closestPhrases(model: Model, { words, english }: Understood): Float32Array {
  const { phrases } = model;
  const close = new Float32Array(phrases.class.length);
  for (const [at, value] of vectorOf(model, featuresOfWords(words, english, TELLING))) {
    const to = phrases.starts[at + 1] ?? 0;
    for (let i = phrases.starts[at] ?? 0; i < to; i += 1) {
      const phrase = phrases.phrase[i] ?? 0;
      close[phrase] = (close[phrase] ?? 0) + (value * (phrases.value[i] ?? 0)) / WHOLE;
    }
  }
  const best = new Float32Array(model.classes.length);
  for (let phrase = 0; phrase < close.length; phrase += 1) {
    const owner = phrases.class[phrase] ?? 0;
    const closeness = close[phrase] ?? 0;
    if (closeness > (best[owner] ?? 0)) best[owner] = closeness;
  }
  return best;
}

/** A value of one, as it is stored. */
export const WHOLE = 255;
