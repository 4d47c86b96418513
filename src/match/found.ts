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
