// What was learned from the phrasebook, and the one thing it does: a question → how likely it is about each task.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { featuresOfWords, plainWordsOf } from './features.ts';
import { corrected, createSpelling, type Spelling } from './spelling.ts';

/** Weights of every feature for the classes it tells about; feature `i` has those from `starts[i]` to `starts[i + 1]`. */
export type Model = {
  /** Task ids of the starter; the last class is everything that is no task. */
  classes: readonly string[];
  spelling: Spelling;
  bias: Float32Array;
  features: ReadonlyMap<number, number>;
  rarity: Float32Array;
  starts: Uint32Array;
  class: Uint8Array;
  weight: Int16Array;
};

export const NO_TASK = '';

/** Weights lie within ±8; this step keeps three digits. */
export const WEIGHT_STEP = 1 / 2_048;

/** Shares of one: of each task, and of everything that is no task. */
export type Likely = { tasks: ReadonlyMap<string, number>; none: number };

/** Softmax over the classes, as it was trained. */
export function likely(model: Model, question: string): Likely {
  const scores = Float64Array.from(model.bias);
  for (const [at, value] of weighed(model, question)) {
    for (let i = model.starts[at] ?? 0; i < (model.starts[at + 1] ?? 0); i += 1) {
      const owner = model.class[i] ?? 0;
      scores[owner] = (scores[owner] ?? 0) + (model.weight[i] ?? 0) * WEIGHT_STEP * value;
    }
  }
  const most = scores.reduce((a, b) => Math.max(a, b));
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((a, b) => a + b);
  const tasks = new Map<string, number>();
  let none = 0;
  model.classes.forEach((task, i) => {
    const share = (powers[i] ?? 0) / total;
    if (task === NO_TASK) none = share;
    else tasks.set(task, share);
  });
  return { tasks, none };
}

/** The question as a vector of length one over the features that the model knows. */
function weighed(model: Model, question: string): [number, number][] {
  const known: [number, number][] = [];
  let square = 0;
  const words = corrected(plainWordsOf(question), model.spelling);
  for (const [feature, count] of featuresOfWords(words)) {
    const at = model.features.get(feature);
    if (at === undefined) continue;
    const value = count * (model.rarity[at] ?? 0);
    square += value * value;
    known.push([at, value]);
  }
  const length = Math.sqrt(square) || 1;
  return known.map(([at, value]) => [at, value / length]);
}

const Header = z.object({
  classes: z.array(z.string()),
  /** The most frequent first. */
  words: z.array(z.string()),
  features: z.int(),
  weights: z.int(),
});

/** The model that comes with Remit. */
export function shippedModel(): Model {
  return readModel(readFileSync(new URL('./model.bin', import.meta.url)));
}

/** Reads what learning/pack.ts wrote. */
export function readModel(file: Buffer): Model {
  const bytes = new Uint8Array(file).buffer;
  const headerLength = new DataView(bytes).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(bytes, 4, headerLength));
  const { classes, words, features, weights } = Header.parse(JSON.parse(text));
  let at = 4 + headerLength;
  const next = <View>(
    View: new (b: ArrayBuffer, at: number, n: number) => View,
    n: number,
    size: number,
  ) => {
    at = Math.ceil(at / size) * size;
    const view = new View(bytes, at, n);
    at += n * size;
    return view;
  };
  const bias = next(Float32Array, classes.length, 4);
  const names = next(Uint32Array, features, 4);
  const rarity = next(Float32Array, features, 4);
  const starts = next(Uint32Array, features + 1, 4);
  const weight = next(Int16Array, weights, 2);
  const owners = next(Uint8Array, weights, 1);
  const known = new Map(Array.from(names, (name, i) => [name, i]));
  const spelling = createSpelling(words);
  return { classes, spelling, bias, features: known, rarity, starts, class: owners, weight };
}
