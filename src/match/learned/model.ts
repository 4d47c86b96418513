// What was learned from the phrasebook, and the one thing it does: a question → how likely it is about each task.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Features, featuresOfWords, plainWordsOf } from './features.ts';
import { type Glossary, inEnglish, shippedGlossary } from './glossary.ts';
import { corrected, createSpelling, type Spelling } from './spelling.ts';

/** Weights of every feature for the classes it tells about; feature `i` has those from `starts[i]` to `starts[i + 1]`. */
export type Model = {
  /** Task ids of the starter; the last class is everything that is no task. */
  classes: readonly string[];
  spelling: Spelling;
  glossary: Glossary;
  bias: Float32Array;
  features: ReadonlyMap<number, number>;
  rarity: Float32Array;
  starts: Uint32Array;
  class: Uint8Array;
  weight: Int16Array;
  /** What the phrasebook says, for the phrases closest to a question: see closest.ts. */
  phrases: Phrases;
};

/** Each phrase with its class; feature `i` stands in those from `starts[i]` to `starts[i + 1]`, as 255ths of a unit. */
export type Phrases = {
  class: Uint8Array;
  starts: Uint32Array;
  phrase: Uint16Array;
  value: Uint8Array;
};

export const NO_TASK = '';

/** Weights lie within ±8; this step keeps three digits. */
export const WEIGHT_STEP = 1 / 2_048;

/** Shares of one: of each task, and of everything that is no task. */
export type Likely = { tasks: ReadonlyMap<string, number>; none: number };

/** A question as the model reads it. */
export type Understood = {
  /** Slips of the keyboard corrected. */
  words: string[];
  /** The English for what is foreign among them; empty where nothing is. */
  english: string[];
  /** The words with that English in its place. */
  all: string[];
  /** Whether that differs from what was asked. */
  changed: boolean;
};

const NO_WORDS: ReadonlySet<string> = new Set();

/** `own`: words that the matrix uses, which are never slips. */
export function understand(
  model: Model,
  question: string,
  own: ReadonlySet<string> = NO_WORDS,
): Understood {
  const asked = plainWordsOf(question);
  return reading(asked, corrected(asked, model.spelling, own), model);
}

/** For names of tasks: those are spelt as they are meant, and looking for slips in thousands takes seconds. */
export function asWritten(text: string, model: Model): Understood {
  const words = plainWordsOf(text);
  return reading(words, words, model);
}

function reading(asked: readonly string[], words: string[], model: Model): Understood {
  const english = inEnglish(words, model.glossary);
  const changed = english !== null || words.some((word, i) => word !== asked[i]);
  return { words, english: english?.found ?? [], all: english?.all ?? words, changed };
}

export function likely(model: Model, question: string): Likely {
  return likelyAbout(model, understand(model, question));
}

/** Softmax over the classes, as it was trained. */
export function likelyAbout(model: Model, { words, english }: Understood): Likely {
  const scores = Float64Array.from(model.bias);
  for (const [at, value] of vectorOf(model, featuresOfWords(words, english))) {
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

/** Features as a vector of length one over those that the model knows. */
export function vectorOf(model: Model, features: Features): [number, number][] {
  const known: [number, number][] = [];
  let square = 0;
  for (const [feature, count] of features) {
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
  phrases: z.int(),
  told: z.int(),
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
  const { classes, words, features, weights, phrases, told } = Header.parse(JSON.parse(text));
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
  const said: Phrases = {
    starts: next(Uint32Array, features + 1, 4),
    phrase: next(Uint16Array, told, 2),
    value: next(Uint8Array, told, 1),
    class: next(Uint8Array, phrases, 1),
  };
  const known = new Map(Array.from(names, (name, i) => [name, i]));
  const spelling = createSpelling(words);
  return {
    classes,
    spelling,
    glossary: shippedGlossary(),
    bias,
    features: known,
    rarity,
    starts,
    class: owners,
    weight,
    phrases: said,
  };
}
