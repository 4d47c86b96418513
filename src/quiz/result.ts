// What one run came to, as it is kept: enough to show it again in any language, compare it and see what moved.
import { z } from 'zod';
import type { Day } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { starterTasks } from '../matrix/starter/starter.ts';
import { isAnswering, statusOf } from '../matrix/status.ts';
import { GATE_TASKS } from '../matrix/task.ts';
import type { QuizResult } from '../store.ts';
import { type Answers, NUMBERS, OUTCOMES, QuestionId, RuleId } from './book.ts';
import { look, type Measures, measure } from './measure.ts';
import { type Settled, settle } from './prefill.ts';
import { Perspective, type Session } from './session.ts';
import { judge } from './verdict.ts';
import { openTasks, SAYINGS } from './workload.ts';

const n = z.number();
const Area = z.object({
  ...{ area: z.string(), active: n, assessed: n, well: n, failing: n, unclear: n },
  ...{ outsideWell: n, outsideFailing: n },
  ...{ strong: z.boolean(), overloaded: z.boolean(), unclearArea: z.boolean() },
  troubled: z.boolean(),
});

const Kept: z.ZodType<Measures> = z.object({
  areas: z.array(Area),
  ...{ active: n, assessed: n, assessedShare: n, strongAreas: n, overloadedAreas: n },
  ...{ unclearAreas: n, troubledAreas: n, unclearShare: n, internalOwned: n, internalPeople: n },
  registered: z.boolean(),
  direction: z.object({ strong: n, assessed: n, of: n, isStrong: z.boolean() }),
  kept: z.object({ strong: n, assessed: n }),
  growth: z.object({ failing: n, assessed: n }),
  stewards: z.enum(['named', 'missing', 'unnamed']),
  functions: z.object({ handOver: n, assessed: n }),
  nights: z.object({ covered: n, of: n }),
  onePerson: z.object({ held: n, of: n, name: z.string(), leaves: z.boolean() }),
  fragmented: z.object({ owners: n, busiestTwo: n, withoutLead: n, of: n }),
  gates: z.object({ clear: n, of: n }),
});

const Body = z.object({
  perspective: Perspective,
  by: z.array(z.object({ id: z.string(), name: z.string() })),
  said: z.partialRecord(QuestionId, z.string()),
  saw: z.record(z.string(), z.enum(SAYINGS)),
  measures: Kept,
  verdict: z.object({
    outcome: z.enum(OUTCOMES),
    by: z.union([RuleId, z.literal('score')]),
    points: z.object({ co: n, full: n, inOrder: n }),
    answered: n,
    confidence: z.enum(['high', 'medium']).nullable(),
    gate: z.boolean(),
  }),
  /** Names of tasks: gate tasks without a clear owner, what to fill in next, what is failing or unclear. */
  unclearGates: z.array(z.string()),
  next: z.array(z.string()),
  gaps: z.array(z.string()),
});

export type Result = z.output<typeof Body> & { run: string; at: Date };

/** The gaps of a firm that changes nothing are few; a longer list is not read. */
const MOST_GAPS = 12;

/** The run as it stands, judged on the matrix of this moment. */
export function conclude(session: Session, matrix: Matrix, today: Day, at: Date): Result {
  const measures = measure(matrix, today);
  const { run, perspective, by, said, saw } = session;
  const counted = countedIn(settle(said, measures));
  const vague = GATE_TASKS.flatMap((id) => {
    const task = matrix.tasks.find((one) => one.id === id);
    const status = task ? statusOf(task, matrix, today) : 'unknown';
    if (isAnswering(status) || status === 'not applicable') return [];
    return task?.name ?? starterTasks.find((one) => one.id === id)?.name ?? id;
  });
  const gaps = matrix.tasks.filter((task) =>
    ['failing', 'unclear'].includes(look(task, matrix, today).stand),
  );
  return {
    ...{ run, at, perspective, by, said, saw, measures },
    verdict: judge(counted, measures),
    unclearGates: vague,
    next: openTasks(matrix, today)
      .slice(0, NUMBERS.counts.nextTasks)
      .map(({ name }) => name),
    gaps: gaps.slice(0, MOST_GAPS).map(({ name }) => name),
  };
}

export function countedIn(settled: readonly Settled[]): Answers {
  return Object.fromEntries(settled.map(({ question, counted }) => [question, counted]));
}

/** What was counted in a kept run. */
export function settledIn({ said, measures }: Result): Settled[] {
  return settle(said, measures);
}

export function writeResult({ run, at, ...body }: Result): QuizResult {
  return { run, at, body: JSON.stringify(body) };
}

/** Null for what another version of the program kept in another shape. */
export function readResult({ run, at, body }: QuizResult): Result | null {
  const parsed = Body.safeParse(JSON.parse(body));
  return parsed.success ? { ...parsed.data, run, at } : null;
}
