// Counted answers and measures → the verdict: the rules in their order, then the score.
import {
  type Answers,
  type Condition,
  NUMBERS,
  ORDER,
  type Outcome,
  QUESTION_IDS,
  QUESTIONS,
  type QuestionId,
  type RuleId,
  THRESHOLDS,
} from './book.ts';
import type { Measures } from './measure.ts';

/** `inOrder` are points for what needs no help: they weigh against a full MSP like those for co-managed. */
export type Points = { co: number; full: number; inOrder: number };

export type Verdict = {
  outcome: Outcome;
  /** Which rule decided; `score` where none did. */
  by: RuleId | 'score';
  points: Points;
  answered: number;
  confidence: 'high' | 'medium' | null;
  /** Fewer than three of the five gate tasks have one clear owner. */
  gate: boolean;
};

/** Only what the rules look at, so that sheets without a matrix can be judged too. */
export type Judged = Pick<
  Measures,
  'assessedShare' | 'internalOwned' | 'strongAreas' | 'unclearShare' | 'troubledAreas' | 'gates'
>;

export function judge(answers: Answers, measures: Judged): Verdict {
  const points = pointsOf(answers);
  const answered = QUESTION_IDS.filter((id) => answers[id] !== undefined).length;
  const { by, outcome } = decide(answers, answered, points, measures);
  return {
    outcome,
    by,
    points,
    answered,
    confidence: confidenceOf(outcome, by, points, measures),
    gate: measures.gates.clear < NUMBERS.counts.clearGates,
  };
}

function decide(
  answers: Answers,
  answered: number,
  points: Points,
  measures: Judged,
): Pick<Verdict, 'by' | 'outcome'> {
  for (const by of ORDER) {
    if (by === 'score') return { by, outcome: outcomeOf(points) };
    if (by === 'R3' && isThin(answered, measures)) return { by, outcome: 'inconclusive' };
    const rule = NUMBERS.rules[by];
    if (rule?.when.every((condition) => holds(condition, answers, measures))) {
      return { by, outcome: rule.outcome };
    }
  }
  return { by: 'score', outcome: outcomeOf(points) };
}

/** The article decides from the list of work, not from opinion. */
function isThin(answered: number, { assessedShare }: Judged): boolean {
  if (answered < THRESHOLDS.min_answered) return true;
  const thin = assessedShare < THRESHOLDS.min_assessed_share;
  return thin && answered < NUMBERS.fewest.answersOnThinMatrix;
}

function holds(condition: Condition, answers: Answers, measures: Judged): boolean {
  if ('answer' in condition) return answers[condition.answer] === condition.is;
  const value = measures[condition.measure];
  return 'atLeast' in condition ? value >= condition.atLeast : value < condition.below;
}

/** Looked up thousands of times while what would change a verdict is tried. */
const POINTS: ReadonlyMap<QuestionId, ReadonlyMap<string, Points>> = new Map(
  QUESTIONS.map(({ id, options }) => [
    id,
    new Map(
      options.map(({ id: option, co, full }) => [
        option,
        { co, full, inOrder: NUMBERS.inOrder[id]?.[option] ?? 0 },
      ]),
    ),
  ]),
);

export function pointsOf(answers: Answers): Points {
  const points = { co: 0, full: 0, inOrder: 0 };
  for (const question of QUESTION_IDS) {
    const answer = answers[question];
    const worth = answer === undefined ? undefined : POINTS.get(question)?.get(answer);
    if (!worth) continue;
    points.co += worth.co;
    points.full += worth.full;
    points.inOrder += worth.inOrder;
  }
  return points;
}

/** 0 to 1; null while nothing speaks for either. */
export function shareOf({ co, full, inOrder }: Points): number | null {
  const all = co + full + inOrder;
  return all === 0 ? null : full / all;
}

/** The share as decision.md writes it, without the points for what is in order. */
export function plainShareOf({ co, full }: Points): number | null {
  return shareOf({ co, full, inOrder: 0 });
}

function outcomeOf(points: Points): Outcome {
  const share = shareOf(points);
  if (share === null) return 'inconclusive';
  const { fullAtOrAbove, coAtOrBelow } = NUMBERS.marks;
  if (share >= fullAtOrAbove) return 'full MSP';
  return share <= coAtOrBelow ? 'co-managed' : 'inconclusive';
}

function confidenceOf(
  outcome: Outcome,
  by: Verdict['by'],
  points: Points,
  { assessedShare }: Judged,
): Verdict['confidence'] {
  if (outcome === 'inconclusive') return null;
  const share = shareOf(points) ?? 0;
  const [low, high] = THRESHOLDS.high_confidence;
  const far = by !== 'score' || share <= low || share >= high;
  return far && assessedShare >= NUMBERS.shares.highConfidenceAssessed ? 'high' : 'medium';
}
