// Learns the weights: softmax regression by stochastic gradient descent, in a fixed order, so that it can be repeated.
import { type Features, featuresOf, TELLING } from '../learned/features.ts';
import { shippedGlossary } from '../learned/glossary.ts';
import type { Example } from './examples.ts';
import { wordsSaid } from './said.ts';

export type Learned = {
  classes: string[];
  bias: Float32Array;
  /** Feature number → its row in `weights`. */
  rows: Map<number, number>;
  rarity: Float32Array;
  /** One row of class weights a feature. */
  weights: Float32Array;
  /** What is said more than once, the most frequent first. */
  words: string[];
  /** Phrases about one task or none, by what tells what they are about. */
  phrases: { place: number; vector: Vector }[];
};

/** Measured on the tuning questions: more rounds learn the phrasebook by heart. */
const ROUNDS = 6;
const STEP = 3;
const LAST_STEP = 0.05;
/** The bias would otherwise learn how many examples a class has, which says nothing about what people ask. */
const BIAS_STEP = 0.1;
/** How far the counts are trusted at the start. */
const START = 0.5;
const START_SMOOTHING = 0.01;
/** Gradients below this change nothing that is kept. */
const NEGLIGIBLE = 1e-4;

export type Vector = { rows: Int32Array; values: Float32Array };

/** `told` hears how far it is, 0 to 1. */
export function learn(examples: readonly Example[], told: (done: number) => void): Learned {
  const glossary = shippedGlossary();
  const texts = examples.map(({ text }) => featuresOf(text, glossary));
  const { rows, rarity } = vocabularyOf(texts);
  const classes = [...new Set(examples.flatMap(({ tasks }) => tasks))].sort().reverse();
  const places = new Map(classes.map((task, i) => [task, i]));
  const vectors = texts.map((features) => vectorOf(features, rows, rarity));
  const wanted = examples.map(({ tasks }) => tasks.map((task) => places.get(task) ?? 0));
  const bias = new Float32Array(classes.length);
  const weights = startingWeights(vectors, wanted, rows.size, classes.length);
  const order = examples.map((_, i) => i);
  const random = randomFrom(1);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    const step = STEP * (1 - round / ROUNDS) + LAST_STEP;
    for (const i of order) {
      const vector = vectors[i];
      if (vector) adjust(vector, wanted[i] ?? [], weights, bias, step);
    }
    told((round + 1) / ROUNDS);
  }
  const phrases = examples.flatMap(({ text, tasks }) => {
    const place = tasks.length === 1 ? places.get(tasks[0] ?? '') : undefined;
    const vector = vectorOf(featuresOf(text, glossary, TELLING), rows, rarity);
    return place === undefined ? [] : [{ place, vector }];
  });
  return { classes, bias, rows, rarity, weights, words: wordsSaid(examples), phrases };
}

/**
 * Starts from what naive Bayes would count: on the tuning questions it found the task as often as the descent alone,
 * and met typos and rare words better; the descent then learns what tells similar tasks apart.
 */
function startingWeights(
  vectors: readonly Vector[],
  wanted: readonly number[][],
  features: number,
  size: number,
): Float32Array {
  const counts = new Float32Array(features * size);
  vectors.forEach(({ rows, values }, i) => {
    const classes = wanted[i] ?? [];
    for (const place of classes) {
      rows.forEach((row, k) => {
        const at = row * size + place;
        counts[at] = (counts[at] ?? 0) + (values[k] ?? 0) / classes.length;
      });
    }
  });
  return counts.map((count) => START * Math.log(1 + count / START_SMOOTHING));
}

function adjust(
  { rows, values }: Vector,
  wanted: readonly number[],
  weights: Float32Array,
  bias: Float32Array,
  step: number,
): void {
  const size = bias.length;
  const scores = Float64Array.from(bias);
  for (let k = 0; k < rows.length; k += 1) {
    const from = (rows[k] ?? 0) * size;
    const value = values[k] ?? 0;
    for (let c = 0; c < size; c += 1) {
      scores[c] = (scores[c] ?? 0) + (weights[from + c] ?? 0) * value;
    }
  }
  const most = scores.reduce((a, b) => Math.max(a, b));
  let total = 0;
  for (let c = 0; c < size; c += 1) {
    const power = Math.exp((scores[c] ?? 0) - most);
    scores[c] = power;
    total += power;
  }
  for (let c = 0; c < size; c += 1) {
    const target = wanted.includes(c) ? 1 / wanted.length : 0;
    const slope = (scores[c] ?? 0) / total - target;
    if (Math.abs(slope) < NEGLIGIBLE) continue;
    bias[c] = (bias[c] ?? 0) - step * BIAS_STEP * slope;
    for (let k = 0; k < rows.length; k += 1) {
      const at = (rows[k] ?? 0) * size + c;
      weights[at] = (weights[at] ?? 0) - step * slope * (values[k] ?? 0);
    }
  }
}

/** Features that occur once tell about one phrase only, and are left out. */
function vocabularyOf(texts: readonly Features[]): {
  rows: Map<number, number>;
  rarity: Float32Array;
} {
  const counts = new Map<number, number>();
  for (const features of texts) {
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count > 1);
  return {
    rows: new Map(kept.map(([feature], i) => [feature, i])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((texts.length + 1) / (count + 0.5))),
  };
}

function vectorOf(features: Features, rows: Map<number, number>, rarity: Float32Array): Vector {
  const known = [...features].flatMap(([feature, count]) => {
    const row = rows.get(feature);
    return row === undefined ? [] : [{ row, value: count * (rarity[row] ?? 0) }];
  });
  const length = Math.sqrt(known.reduce((sum, { value }) => sum + value * value, 0)) || 1;
  return {
    rows: Int32Array.from(known, ({ row }) => row),
    values: Float32Array.from(known, ({ value }) => value / length),
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** The generator of Park and Miller: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}
