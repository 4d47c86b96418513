// The quiz as data: questions, points, thresholds, rules and sentences, checked once when the program starts.
import { z } from 'zod';
import numbers from './numbers.json' with { type: 'json' };
import quiz from './quiz.json' with { type: 'json' };

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const texts = z.array(z.string());

export const QUESTION_IDS = [
  ...(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'] as const),
  ...(['Q7', 'Q8', 'Q9', 'Q10', 'Q11', 'Q12'] as const),
] as const;
export const QuestionId = z.enum(QUESTION_IDS);
export type QuestionId = z.output<typeof QuestionId>;

const Option = z.object({
  id: z.string(),
  text: z.string(),
  co: count.default(0),
  full: count.default(0),
});
type Option = z.output<typeof Option>;

export const RuleId = z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']);
export type RuleId = z.output<typeof RuleId>;

const Quiz = z.object({
  thresholds: z.object({
    high_confidence: z.tuple([share, share]),
    min_answered: count,
    min_assessed_share: share,
    min_assessed_for_override: share,
  }),
  questions: z.array(z.object({ id: QuestionId, text: z.string(), options: z.array(Option) })),
  order: z.array(z.union([RuleId, z.literal('score')])),
});

export const OUTCOMES = ['no change', 'co-managed', 'full MSP', 'inconclusive'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a rule may look at, by the names that measure.ts gives. */
const MEASURED = ['internalOwned', 'strongAreas', 'unclearShare', 'troubledAreas'] as const;
const Condition = z.union([
  z.strictObject({ answer: QuestionId, is: z.string() }),
  z.strictObject({ measure: z.enum(MEASURED), atLeast: z.number() }),
  z.strictObject({ measure: z.enum(MEASURED), below: z.number() }),
]);
export type Condition = z.output<typeof Condition>;

const Rule = z.strictObject({
  outcome: z.enum(OUTCOMES),
  sentence: z.string(),
  when: z.array(Condition),
});

const Numbers = z.strictObject({
  shares: z.strictObject({
    strongArea: share,
    overloadedArea: share,
    unclearArea: share,
    mostlyOutside: share,
    toHandOver: share,
    sharedWithoutLead: share,
    busiestTwo: share,
    nightsCovered: share,
    everywhere: share,
    onOnePerson: share,
    highConfidenceAssessed: share,
  }),
  /** On the share that counts what is in order; they stand in for the two thresholds of quiz.json, see README.md. */
  marks: z.strictObject({ fullAtOrAbove: share, coAtOrBelow: share }),
  counts: z.strictObject({
    directionTasks: count,
    manyOwners: count,
    clearGates: count,
    nextTasks: count,
  }),
  tasks: z.strictObject({ direction: texts, kept: texts, growth: texts, stewards: texts }),
  functions: texts,
  matrixCounts: z.array(QuestionId),
  inOrder: z.partialRecord(QuestionId, z.record(z.string(), count)),
  rules: z.partialRecord(RuleId, Rule),
  fewest: z.strictObject({ answersOnThinMatrix: count }),
  sentenceOf: z.record(QuestionId, z.record(z.string(), z.string())),
  article: z.record(z.string(), z.string()),
});

const asked = Quiz.parse(quiz);
export const NUMBERS = Numbers.parse(numbers);

/** In the order in which they are numbered; `text` is the English wording. */
export const QUESTIONS = asked.questions;
export type Question = (typeof QUESTIONS)[number];
export const THRESHOLDS = asked.thresholds;
export const ORDER = asked.order;

/** Question id → option id; a question that nobody answered is missing. */
export type Answers = Partial<Record<QuestionId, string>>;

const OPTIONS: ReadonlyMap<string, Option> = new Map(
  QUESTIONS.flatMap(({ id, options }) => options.map((option) => [`${id} ${option.id}`, option])),
);

export function optionOf(question: QuestionId, answer: string | undefined): Option | null {
  return OPTIONS.get(`${question} ${answer}`) ?? null;
}

/** The sentence of the article by its key in decision.md; empty where the article says nothing on it. */
export function sentence(key: string | undefined): string {
  return key === undefined ? '' : (NUMBERS.article[key] ?? '');
}
