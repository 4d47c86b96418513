// Tasks that the phrasebook does not know: how near each is to a question, by related words and by what both remind of.
import type { Hit } from '../found.ts';
import type { Findable } from '../phrases.ts';
import { FRAME, GRAMMAR } from '../plain-words.ts';
import type { Steps } from '../portions.ts';
import { stemOf, wordsOf } from '../words.ts';
import { asWritten, type Likely, likelyAbout, type Model, type Understood } from './model.ts';
import type { Related } from './related.ts';

/** The tasks nearest to a question, best first; a score only ranks. */
export type Kin = (understood: Understood, told: Likely) => Hit[];

const MOST_HITS = 10;
/** Shares below this are noise that every text has. */
const LEAST_SHARE = 0.02;
/**
 * What a word counts that a task's name has: itself, one that has to do with it, and the same for its area; then how
 * much of the task is said, and how much both remind of the same starter tasks. Chosen on questions about three
 * matrices without a phrasebook; around these values one in fifty moves.
 */
const COUNTS = { name: 1, related: 0.7, area: 0.4, relatedArea: 0.2 };
const WEIGHTS = { heard: 2, covered: 0.4, reminded: 0.6 };
/** A task of one common word is not fully said by it. */
const SMALLEST_TASK = 0.5;

export function* kinSteps(tasks: readonly Findable[], model: Model, related: Related): Steps<Kin> {
  const named = createPostings();
  const areas = createPostings();
  const reminding = new Map<string, { tasks: number[]; shares: number[] }>();
  const lengths = new Float64Array(tasks.length);
  for (const [task, { name, aliases, description, area }] of tasks.entries()) {
    yield;
    named.add(task, stemsOf([name, ...aliases, description].join(' ')));
    areas.add(task, stemsOf(area));
    for (const [starter, share] of bearingOf(
      likelyAbout(model, asWritten([name, ...aliases, description].join('. '), model)),
    )) {
      const known = reminding.get(starter) ?? { tasks: [], shares: [] };
      reminding.set(starter, known);
      known.tasks.push(task);
      known.shares.push(share);
    }
  }
  const rarity = (stem: string): number =>
    Math.log(1 + tasks.length / Math.max(1, named.of(stem).length)) / Math.log(1 + tasks.length);
  yield;
  for (const [stem, having] of named.all) {
    const weight = rarity(stem);
    for (const task of having) lengths[task] = (lengths[task] ?? 0) + weight;
  }

  return ({ all }, told) => {
    const said = stemsOf(all.join(' '));
    const heard = new Float64Array(tasks.length);
    const covered = new Float64Array(tasks.length);
    const coverage = new Map<string, number>();
    let whole = 0;
    for (const stem of said) {
      const weight = rarity(stem);
      whole += weight;
      const best = new Map<number, number>();
      const meet = (having: readonly number[], counts: number) => {
        for (const task of having) if ((best.get(task) ?? 0) < counts) best.set(task, counts);
      };
      for (const other of related.get(stem) ?? []) {
        const having = named.of(other);
        if (having.length > 0)
          coverage.set(other, Math.max(coverage.get(other) ?? 0, COUNTS.related));
        meet(having, COUNTS.related * Math.sqrt(rarity(other)));
        meet(areas.of(other), COUNTS.relatedArea);
      }
      meet(areas.of(stem), COUNTS.area);
      meet(named.of(stem), COUNTS.name);
      coverage.set(stem, COUNTS.name);
      for (const [task, counts] of best) heard[task] = (heard[task] ?? 0) + weight * counts;
    }
    for (const [stem, counts] of coverage) {
      const weight = rarity(stem) * counts;
      for (const task of named.of(stem)) covered[task] = (covered[task] ?? 0) + weight;
    }
    const reminded = new Float64Array(tasks.length);
    for (const [starter, share] of bearingOf(told)) {
      const known = reminding.get(starter);
      known?.tasks.forEach((task, i) => {
        reminded[task] = (reminded[task] ?? 0) + share * (known.shares[i] ?? 0);
      });
    }
    const scores = reminded.map(
      (bearing, task) =>
        (WEIGHTS.heard * (heard[task] ?? 0)) / (whole || 1) +
        (WEIGHTS.covered * (covered[task] ?? 0)) / ((lengths[task] ?? 0) + SMALLEST_TASK) +
        WEIGHTS.reminded * bearing,
    );
    return bestOf(scores, tasks);
  };
}

function bestOf(scores: Float64Array, tasks: readonly Findable[]): Hit[] {
  const bar = scores.toSorted().at(-MOST_HITS) ?? 0;
  const hits: Hit[] = [];
  scores.forEach((score, i) => {
    const task = tasks[i];
    if (task && score > 0 && score >= bar) hits.push({ task: task.id, score });
  });
  return hits.sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1)).slice(0, MOST_HITS);
}

/** Stem → the tasks that have it. */
function createPostings() {
  const all = new Map<string, number[]>();
  return {
    all,
    of: (stem: string): readonly number[] => all.get(stem) ?? [],
    add(task: number, stems: ReadonlySet<string>): void {
      for (const stem of stems) {
        const known = all.get(stem);
        if (known) known.push(task);
        else all.set(stem, [task]);
      }
    },
  };
}

function stemsOf(text: string): Set<string> {
  const words = wordsOf(text).filter((word) => !GRAMMAR.has(word) && !FRAME.has(word));
  return new Set(words.map(stemOf));
}

/** A text in terms of the starter tasks, of length one; square roots, so that the likeliest does not hide the others. */
function bearingOf({ tasks }: Likely): [string, number][] {
  const shares = [...tasks].filter(([, share]) => share >= LEAST_SHARE);
  const sum = shares.reduce((total, [, share]) => total + share, 0) || 1;
  return shares.map(([task, share]) => [task, Math.sqrt(share / sum)]);
}
