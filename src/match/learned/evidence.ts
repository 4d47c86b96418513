// Everything that is known about one question, task by task: what its words say and what the phrasebook says.
import type { Hit } from '../found.ts';
import type { Likely } from './model.ts';

/** The tasks of the matrix, best first, with the numbers that the calibration weighs. */
export type Evidence = {
  ranked: Hit[];
  /** Of the first task: see EVIDENCE for the order. */
  numbers: number[];
};

/** What each number of the evidence is; the calibration has a weight for each. */
export const EVIDENCE = [
  'always one',
  'how likely the phrasebook finds the first task',
  'how far the first is ahead of the next, and of no task at all',
  'how likely the phrasebook finds no task',
  'how well the words name the first task',
  'how well the words name another task',
  'whether the words alone are sure of the first (1) or of another (-1)',
  'how close the closest phrase about the first task is',
  'how close the closest phrase about another task is',
  'how close the closest phrase about no task is',
] as const;

/** What a full match of words weighs beside the phrasebook; measured on the tuning questions. */
const WORDS = 2;
const LEAST = 1e-5;
/** Past these, more makes no answer surer. */
const MOST_AHEAD = 6;

/** How close the closest phrases of the phrasebook are, 0 to 1: see closest.ts. */
export type Closest = { to: (task: string) => number; toNone: number };

/** `known`: tasks that the phrasebook knows; `sure`: the task that the words alone would answer with. */
export function weighEvidence(
  known: readonly string[],
  likely: Likely,
  hits: readonly Hit[],
  sure: string | null,
  closest: Closest,
): Evidence {
  const words = new Map(hits.map(({ task, score }) => [task, score]));
  const ranked = known
    .map((task) => {
      const share = likely.tasks.get(task) ?? 0;
      return { task, score: Math.log(share + LEAST) + WORDS * (words.get(task) ?? 0) };
    })
    .sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1));
  const [first, second] = ranked;
  if (!first) return { ranked: [], numbers: [] };
  const others = hits.filter(({ task }) => task !== first.task).map(({ score }) => score);
  const nothing = Math.log(likely.none + LEAST);
  return {
    ranked,
    numbers: [
      1,
      Math.log((likely.tasks.get(first.task) ?? 0) + LEAST),
      Math.min(MOST_AHEAD, first.score - Math.max(second?.score ?? nothing, nothing)),
      Math.log(absent(known, likely) + LEAST),
      words.get(first.task) ?? 0,
      Math.max(0, ...others),
      sure === null ? 0 : sure === first.task ? 1 : -1,
      closest.to(first.task),
      Math.max(0, ...known.filter((task) => task !== first.task).map(closest.to)),
      closest.toNone,
    ],
  };
}

/** The share of everything that is no task of this matrix. */
function absent(known: readonly string[], likely: Likely): number {
  const present = known.reduce((sum, task) => sum + (likely.tasks.get(task) ?? 0), 0);
  return Math.max(0, 1 - present);
}
