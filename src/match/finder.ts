// Matching in one call: the index is built once, each question is decided on it.
import { buildIndex } from './build.ts';
import { decide } from './decide.ts';
import type { Found } from './found.ts';
import type { Findable } from './phrases.ts';
import { search } from './search.ts';
import type { Synonyms } from './synonyms.ts';

export function createFinder(
  tasks: readonly Findable[],
  synonyms: Synonyms,
): (question: string) => Found {
  const index = buildIndex(tasks, synonyms);
  return (question) => decide(search(index, question));
}
