// What moved between two runs: the result, how much is assessed, and the advice for each area.
import { areaTitle } from '../matrix/task.ts';
import type { Say } from '../strings/strings.ts';
import { adviceFor } from './advice.ts';
import type { Result } from './result.ts';
import { outcomeText, percent, sayKey } from './words.ts';

/** The run before this one from the same perspective; null for the first. */
export function runBefore(result: Result, all: readonly Result[]): Result | null {
  const earlier = all.filter(
    ({ run, perspective, at }) =>
      run !== result.run && perspective === result.perspective && at < result.at,
  );
  return earlier.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

export function whatMoved(before: Result, after: Result, say: Say): string[] {
  const lines: string[] = [];
  const moved = (what: string, from: string, to: string) => {
    if (from !== to) lines.push(say('quiz.moved.change', { what, before: from, after: to }));
  };
  moved(
    say('quiz.moved.verdict'),
    outcomeText(say, before.verdict.outcome),
    outcomeText(say, after.verdict.outcome),
  );
  const assessed = ({ measures }: Result) => `${percent(measures.assessedShare)} %`;
  moved(say('quiz.moved.assessed'), assessed(before), assessed(after));
  for (const area of after.measures.areas) {
    const then = before.measures.areas.find((one) => one.area === area.area);
    if (!then) continue;
    const advice = (one: typeof area) => sayKey(say, `quiz.advice.${adviceFor(one)}`);
    moved(areaTitle(area.area), advice(then), advice(area));
  }
  return lines.length > 0 ? lines : [say('quiz.moved.none')];
}
