// The file of related words: which have to do with each other without meaning the same.
import { readFileSync } from 'node:fs';
import { stemOf, wordsOf } from '../words.ts';

/** Stem → the stems of its groups, itself included. */
export type Related = ReadonlyMap<string, ReadonlySet<string>>;

export function readRelated(text: string): Related {
  const related = new Map<string, Set<string>>();
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const stems = wordsOf(line).map(stemOf);
    for (const stem of stems) {
      const known = related.get(stem) ?? new Set<string>();
      related.set(stem, known);
      for (const other of stems) known.add(other);
    }
  }
  return related;
}

export function shippedRelated(): Related {
  return readRelated(readFileSync(new URL('./related.txt', import.meta.url), 'utf8'));
}
