// The search: readings of a question against the phrases of every task, scored by what both sides leave unexplained.
import type { Index } from './build.ts';
import type { Hit } from './found.ts';
import { type Question, type Reading, readQuestion, wholeNames } from './read.ts';
import { spelled } from './synonyms.ts';
import { bits } from './vocabulary.ts';

export const MOST_HITS = 10;
/** The score that only the whole name or alias of a task gets. */
export const WHOLE = 1;
/** The best that anything else can get. */
const PART = 0.97;
/** What a word of the question counts when another name of the task, its description or its area has it. */
const ELSEWHERE = { name: 0.85, description: 0.5, area: 0.35 };
/** In a pasted ticket, words beyond about this many rare ones are circumstances and do not count against a task. */
const LONGEST_QUESTION = 4;
/** One everyday word that is a part of a name (holiday → holiday cover) stays below what decide() calls sure. */
const LONE_EVERYDAY_WORD = 0.55;
/** From here a name counts as said in full. */
const NEARLY_WHOLE = 0.95;
/** What a task is worth whose names have nothing of the question but whose description has: the nearest, not an answer. */
const TOLD = 0.4;
/** Hits this far below the best are never shown; leaving them out saves sorting thousands. */
const WORTH_SORTING = 0.2;

/** The ten best tasks, best first; the same for any order of the tasks. */
export function search(index: Index, question: string): Hit[] {
  const spoken = spelled(question, index.spellings);
  const candidates = candidatesFor(index, readQuestion(index, spoken));
  const whole = wholeNames(index, spoken);
  let highest = whole.length > 0 ? WHOLE : 0;
  for (const { score } of candidates) if (score > highest) highest = score;
  const hits: Hit[] = whole.map((task) => ({ task: index.tasks[task] ?? '', score: WHOLE }));
  for (const { task, score } of candidates) {
    if (score === 0 || score < WORTH_SORTING * highest || whole.includes(task)) continue;
    hits.push({ task: index.tasks[task] ?? '', score });
  }
  hits.sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1));
  return hits.slice(0, MOST_HITS);
}

/** A task with the words of the question that its names have, and those that its description has. */
type Candidate = { task: number; named: number; told: number; score: number };

function candidatesFor(index: Index, question: Question): Candidate[] {
  const said = question.weights.reduce((sum, weight) => sum + weight, 0);
  if (said === 0) return [];
  const whole = Math.min(said, LONGEST_QUESTION);
  const tallies = tally(index, question);
  const { candidates, seats } = candidatesOf(index, question, tallies);
  const weigh = weigher(question.weights);
  const inArea = areaWords(index, question);

  for (const candidate of candidates) {
    if (candidate.named === 0) candidate.score = (TOLD * weigh(candidate.told)) / said;
  }
  for (const { phrase, words, met, heard } of tallies) {
    const candidate = candidates[(seats[index.phraseTask[phrase] ?? 0] ?? 0) - 1];
    if (!candidate) continue;
    const otherNames = candidate.named & ~words;
    const description = candidate.told & ~candidate.named;
    const area = inArea(candidate.task) & ~candidate.named & ~candidate.told;
    const explained =
      heard +
      ELSEWHERE.name * weigh(otherNames) +
      ELSEWHERE.description * weigh(description) +
      ELSEWHERE.area * weigh(area);
    const asked = Math.min(1, explained / whole);
    const called = Math.min(1, met / (index.phraseLength[phrase] || 1));
    let score = (index.phraseStrength[phrase] ?? 0) * asked * Math.sqrt(called);
    const lone = bits(words) === 1 && (words & question.everyday) !== 0;
    if (lone && called < NEARLY_WHOLE) score = Math.min(score, LONE_EVERYDAY_WORD);
    candidate.score = Math.max(candidate.score, Math.min(score, PART));
  }
  return candidates;
}

/** The tasks worth scoring; `seats` has each task's place among them, from 1. */
function candidatesOf(index: Index, question: Question, tallies: readonly Tally[]) {
  const candidates: Candidate[] = [];
  const seats = new Int32Array(index.tasks.length);
  for (const { phrase, words } of tallies) {
    const task = index.phraseTask[phrase] ?? 0;
    const known = candidates[(seats[task] ?? 0) - 1];
    if (known) known.named |= words;
    else seats[task] = candidates.push({ task, named: words, told: 0, score: 0 });
  }
  // Descriptions bring in tasks of their own only where names offer too little to choose from.
  const open = candidates.length < MOST_HITS;
  for (const { words, term } of question.readings) {
    if (words === 0) continue;
    for (const task of index.mentions[term] ?? []) {
      const known = candidates[(seats[task] ?? 0) - 1];
      if (known) known.told |= words;
      else if (open) seats[task] = candidates.push({ task, named: 0, told: words, score: 0 });
    }
  }
  return { candidates, seats };
}

/** Which words of the question name the area of a task. */
function areaWords(index: Index, question: Question): (task: number) => number {
  const known = new Map<ReadonlySet<number>, number>();
  return (task) => {
    const area = index.areas[task];
    if (!area) return 0;
    let words = known.get(area);
    if (words === undefined) {
      const meant = question.readings.filter(({ term }) => area.has(term));
      words = meant.reduce((all, reading) => all | reading.words, 0);
      known.set(area, words);
    }
    return words;
  };
}

/** What one name has of the question: its words and positions that met, and how much of the name and of the question that is. */
type Tally = { phrase: number; words: number; positions: number; met: number; heard: number };

/** Hands the readings out, surest first: no word of the question and no word of a name is used twice. */
function tally(index: Index, question: Question): Tally[] {
  const tallies: Tally[] = [];
  // Places in `tallies`, from 1: a flat table is several times faster here than a Map.
  const places = new Int32Array(index.phraseTask.length);
  const weigh = weigher(question.weights);
  const frameLast = question.readings.toSorted((a, b) => frame(a) - frame(b));
  for (const { words, term, quality } of frameLast) {
    const postings = index.postings[term] ?? [];
    const reach = (index.reach[term] ?? 0) * quality;
    const heard = weigh(words) * quality;
    for (let i = 0; i < postings.length; i += 2) {
      const phrase = postings[i] ?? 0;
      const positions = postings[i + 1] ?? 0;
      const own = tallies[(places[phrase] ?? 0) - 1];
      if (!own) {
        if (words !== 0) {
          places[phrase] = tallies.push({ phrase, words, positions, met: reach, heard });
        }
        continue;
      }
      const newWords = words & ~own.words;
      const newPositions = positions & ~own.positions;
      if (newPositions === 0 || (words !== 0 && newWords === 0)) continue;
      own.met += reach * (bits(newPositions) / bits(positions));
      own.heard += newWords === words ? heard : quality * weigh(newWords);
      own.words |= words;
      own.positions |= positions;
    }
  }
  return tallies;
}

function frame(reading: Reading): number {
  return reading.words === 0 ? 1 : 0;
}

/** The weight of a set of words; the same few sets come again and again. */
function weigher(weights: readonly number[]): (words: number) => number {
  const known = new Map<number, number>([[0, 0]]);
  return (words) => {
    let sum = known.get(words);
    if (sum === undefined) {
      sum = weights.reduce((all, weight, bit) => all + ((words >>> bit) & 1 ? weight : 0), 0);
      known.set(words, sum);
    }
    return sum;
  };
}
