// Which answers would change the verdict: the smallest sets of them, found by trying.
import { type Answers, type Outcome, QUESTION_IDS, QUESTIONS, type QuestionId } from './book.ts';
import { type Judged, judge, pointsOf } from './verdict.ts';

/** Answers that would have to change, together, for another outcome. */
export type Change = { outcome: Outcome; answers: Answers };

/** Three changed answers still read as "if this were different"; four are another firm. */
const MOST_CHANGED = 3;

/** As many ways as fit under "what would change this". */
const MOST_WAYS = 3;

/** The smallest sets of other answers that lead elsewhere, fewest points moved first. */
export function whatWouldChange(answers: Answers, measures: Judged): Change[] {
  const { outcome } = judge(answers, measures);
  const moves = QUESTION_IDS.flatMap((question) =>
    optionIds(question)
      .filter((id) => id !== answers[question])
      .map((id) => ({ question, id, far: distance(question, answers[question], id) })),
  );
  for (let size = 1; size <= MOST_CHANGED; size += 1) {
    const found = sets(moves, size).flatMap((set) => {
      const changed = Object.fromEntries(set.map(({ question, id }) => [question, id]));
      const next = judge({ ...answers, ...changed }, measures);
      const far = set.reduce((sum, move) => sum + move.far, 0);
      return next.outcome === outcome ? [] : [{ outcome: next.outcome, answers: changed, far }];
    });
    if (found.length > 0) return pick(found, size);
  }
  return [];
}

type Move = { question: QuestionId; id: string; far: number };

function pick(found: (Change & { far: number })[], size: number): Change[] {
  const nearest = found.toSorted((a, b) => a.far - b.far);
  const kept: Change[] = [];
  for (const { outcome, answers } of nearest) {
    const asked = Object.keys(answers).join();
    if (kept.some((one) => Object.keys(one.answers).join() === asked)) continue;
    kept.push({ outcome, answers });
    // One answer alone reads as one line; of larger sets one is enough to say what it takes.
    if (kept.length === (size === 1 ? MOST_WAYS : 1)) break;
  }
  return kept;
}

function sets(moves: readonly Move[], size: number): Move[][] {
  if (size === 0) return [[]];
  return moves.flatMap((first, i) => {
    const others = moves.slice(i + 1).filter(({ question }) => question !== first.question);
    return sets(others, size - 1).map((rest) => [first, ...rest]);
  });
}

function optionIds(question: QuestionId): string[] {
  const options = QUESTIONS.find(({ id }) => id === question)?.options ?? [];
  return options.map(({ id }) => id);
}

function distance(question: QuestionId, from: string | undefined, to: string): number {
  const before = pointsOf({ [question]: from });
  const after = pointsOf({ [question]: to });
  return Math.abs(after.co - before.co) + Math.abs(after.full - before.full);
}
