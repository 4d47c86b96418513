// What was learned → the file that ships: weights that matter, three bytes each.
import { WHOLE } from '../learned/closest.ts';
import { type Phrases, WEIGHT_STEP } from '../learned/model.ts';
import type { Learned } from './softmax.ts';

/** Smaller weights change no answer of the tuning questions; leaving them out keeps the file and the memory small. */
const SMALLEST_WEIGHT = 0.06;

const LARGEST = 32_767;

/** Read again by readModel() in learned/model.ts. */
export function packModel(learned: Learned): Buffer {
  const { classes, words, bias, rows, rarity, weights } = learned;
  const size = classes.length;
  const kept: { name: number; rarity: number; pairs: [number, number][] }[] = [];
  for (const [name, row] of rows) {
    const pairs: [number, number][] = [];
    for (let c = 0; c < size; c += 1) {
      const weight = weights[row * size + c] ?? 0;
      if (Math.abs(weight) >= SMALLEST_WEIGHT) pairs.push([c, weight]);
    }
    // A feature without weights still counts in the length of a question.
    kept.push({ name, rarity: rarity[row] ?? 0, pairs });
  }
  const pairs = kept.flatMap((feature) => feature.pairs);
  const starts = new Uint32Array(kept.length + 1);
  kept.forEach((feature, i) => {
    starts[i + 1] = (starts[i] ?? 0) + feature.pairs.length;
  });
  const steps = pairs.map(([, weight]) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / WEIGHT_STEP))),
  );
  const said = packPhrases(learned, kept.length);
  const header = {
    classes,
    words,
    features: kept.length,
    weights: pairs.length,
    phrases: said.class.length,
    told: said.phrase.length,
  };
  return joined(Buffer.from(JSON.stringify(header)), [
    bias,
    Uint32Array.from(kept, ({ name }) => name),
    Float32Array.from(kept, (feature) => feature.rarity),
    starts,
    Int16Array.from(steps),
    Uint8Array.from(pairs, ([owner]) => owner),
    said.starts,
    said.phrase,
    said.value,
    said.class,
  ]);
}

/** Feature by feature, in the order of their rows. */
function packPhrases({ phrases }: Learned, features: number): Phrases {
  if (phrases.length > MOST_PHRASES) throw new Error(`more than ${MOST_PHRASES} phrases`);
  const postings = Array.from({ length: features }, (): [number, number][] => []);
  phrases.forEach(({ vector }, phrase) => {
    vector.rows.forEach((row, i) => {
      postings[row]?.push([phrase, Math.round((vector.values[i] ?? 0) * WHOLE)]);
    });
  });
  const starts = new Uint32Array(features + 1);
  postings.forEach((own, row) => {
    starts[row + 1] = (starts[row] ?? 0) + own.length;
  });
  return {
    class: Uint8Array.from(phrases, ({ place }) => place),
    starts,
    phrase: Uint16Array.from(postings.flat(), ([phrase]) => phrase),
    value: Uint8Array.from(postings.flat(), ([, value]) => value),
  };
}

/** Their numbers are stored in 16 bits. */
const MOST_PHRASES = 65_536;

type Part = Float32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array;

/** Each part starts where its elements may: typed arrays are read in place. */
function joined(header: Buffer, parts: readonly Part[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  let file = Buffer.concat([length, header]);
  for (const part of parts) {
    const gap = Buffer.alloc(
      (part.BYTES_PER_ELEMENT - (file.length % part.BYTES_PER_ELEMENT)) % part.BYTES_PER_ELEMENT,
    );
    file = Buffer.concat([file, gap, Buffer.from(part.buffer, part.byteOffset, part.byteLength)]);
  }
  return file;
}
