// What matching hands on: the tasks that fit a question, and how far they may be trusted.

/** `score` is 0 to 1 inside one search and means nothing outside it: people are never shown it. */
export type Hit = { task: string; score: number };

/** The decision on a question: name one task, or each of those it names together; offer a few; or decline with the nearest. */
export type Found =
  | { kind: 'sure'; hit: Hit; others: Hit[] }
  | { kind: 'each'; hits: Hit[] }
  | { kind: 'several'; hits: Hit[] }
  | { kind: 'none'; nearest: Hit[] };

/** Teams shows choices as buttons; more than four make people read instead of press. */
export const MOST_CHOICES = 4;

/** What was found in an older state of a matrix, as far as its tasks are still there. */
export function stillThere(found: Found, has: (task: string) => boolean): Found {
  const kept = (hits: readonly Hit[]) => hits.filter(({ task }) => has(task));
  switch (found.kind) {
    case 'sure':
      return has(found.hit.task)
        ? { ...found, others: kept(found.others) }
        : { kind: 'none', nearest: kept(found.others) };
    case 'none':
      return { kind: 'none', nearest: kept(found.nearest) };
    case 'each':
    case 'several': {
      const hits = kept(found.hits);
      return hits.length > 1 ? { kind: found.kind, hits } : { kind: 'none', nearest: hits };
    }
  }
}
