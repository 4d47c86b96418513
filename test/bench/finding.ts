// How long finding takes as a whole, words and phrasebook, on thousands of tasks; and how long its index holds up others.
import { createFinder, type Finder, finderSteps, type Knowledge } from '../../src/match/finder.ts';
import { readTuning } from '../../src/match/learning/tuning.ts';
import type { Findable } from '../../src/match/phrases.ts';

/** Milliseconds. `longestStep`: of growing an index, what no question is answered during. */
export type Finding = {
  grown: number;
  longestStep: number;
  p50: number;
  p99: number;
  most: number;
};

/** As many as a JIT needs to be as fast as it gets. */
const WARM_UP = 300;

/** Processor time of this thread: on a shared machine the clock mostly measures the neighbours. */
export function measureFinding(tasks: readonly Findable[], knowledge: Knowledge): Finding {
  const questions = readTuning().map(({ question }) => question);
  const small = createFinder(tasks.slice(0, WARM_UP), knowledge);
  for (const question of questions) ask(small, question);
  const { finder, grown, longestStep } = growTimed(tasks, knowledge);
  for (const question of questions.slice(0, WARM_UP)) ask(finder, question);
  const times = questions
    .slice(WARM_UP)
    .map((question) => {
      const from = processorMs();
      ask(finder, question);
      return processorMs() - from;
    })
    .sort((a, b) => a - b);
  const quantile = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN;
  return { grown, longestStep, p50: quantile(0.5), p99: quantile(0.99), most: quantile(0.9999) };
}

function ask({ find, subjects }: Finder, question: string): void {
  find(question);
  subjects(question);
}

function growTimed(tasks: readonly Findable[], knowledge: Knowledge) {
  const steps = finderSteps(tasks, knowledge);
  const begun = processorMs();
  let longestStep = 0;
  for (;;) {
    const from = processorMs();
    const step = steps.next();
    longestStep = Math.max(longestStep, processorMs() - from);
    if (step.done) return { finder: step.value, grown: processorMs() - begun, longestStep };
  }
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
