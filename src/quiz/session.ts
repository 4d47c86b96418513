// One run of the quiz in one conversation: where it stands, what was said, and where each choice leads.
import { z } from 'zod';
import type { Author } from '../matrix/change.ts';
import type { QuizSession } from '../store.ts';
import { type Answers, NUMBERS, optionOf, QUESTION_IDS, QuestionId } from './book.ts';
import type { Measures } from './measure.ts';
import { matrixSpeaks, prefill } from './prefill.ts';
import { SAYINGS, type Saying, TASKS_A_CARD } from './workload.ts';

export const PERSPECTIVES = ['everyone', 'lead', 'leadership', 'provider'] as const;
export const Perspective = z.enum(PERSPECTIVES);
export type Perspective = z.output<typeof Perspective>;

/** `ask` is what the matrix cannot know, `check` what it answered by itself. */
export type At = { kind: 'tasks' | 'ask' | 'check'; page: number } | { kind: 'verdict' };

/** A question takes two lines on a phone; where the matrix speaks, few are left and fit on one card. */
const ASKED_A_CARD = 4;
const ASKED_AT_ONCE = 8;

/** More people than sit in one chat about this; only the names are kept. */
const MOST_PEOPLE = 20;

/** A run left alone longer than this speaks of another time: the next `quiz` begins afresh. */
const STALE_DAYS = 30;

const State = z.object({
  run: z.string(),
  started: z.iso.datetime(),
  touched: z.iso.datetime(),
  perspective: Perspective,
  at: z.union([
    z.object({ kind: z.enum(['tasks', 'ask', 'check']), page: z.int().nonnegative() }),
    z.object({ kind: z.literal('verdict') }),
  ]),
  /** Ids of the tasks to go through, card by card. */
  plan: z.array(z.string()),
  saw: z.record(z.string(), z.enum(SAYINGS)),
  said: z.partialRecord(QuestionId, z.string()),
  by: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type Session = z.output<typeof State> & { conversation: string; version: number };

/** Null where there is none, or one that another version of the program wrote. */
export function readSession(stored: QuizSession | null): Session | null {
  if (!stored) return null;
  const { conversation, version } = stored;
  const state = State.safeParse(parsed(stored.state));
  return state.success ? { ...state.data, conversation, version } : null;
}

export function writeSession(session: Session): QuizSession {
  const { conversation, version, ...state } = session;
  return { conversation, version, state: JSON.stringify(state) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a card carries so that a late press is noticed. */
export function tokenOf({ run, version }: Session): string {
  return `${run}:${version}`;
}

export function isOld(session: Session, now: Date): boolean {
  return now.getTime() - Date.parse(session.touched) > STALE_DAYS * 86_400_000;
}

export function beginSession(begin: {
  conversation: string;
  version: number;
  run: string;
  now: Date;
  perspective: Perspective;
  plan: string[];
}): Session {
  const { now, plan, ...rest } = begin;
  const at: At = { kind: plan.length > 0 ? 'tasks' : 'ask', page: 0 };
  const time = now.toISOString();
  return { ...rest, plan, at, started: time, touched: time, saw: {}, said: {}, by: [] };
}

/** The questions of each card. Those whose word is the person's come first where the matrix has answered. */
export function pagesOf(measures: Measures): { ask: QuestionId[][]; check: QuestionId[] } {
  const held = prefill(measures);
  const open = QUESTION_IDS.filter((id) => held[id] === undefined);
  const filled = QUESTION_IDS.filter((id) => held[id] !== undefined);
  const size = matrixSpeaks(measures) ? ASKED_AT_ONCE : ASKED_A_CARD;
  const byPerson = filled.filter((id) => !NUMBERS.matrixCounts.includes(id));
  const byMatrix = filled.filter((id) => NUMBERS.matrixCounts.includes(id));
  return { ask: portions(open, size), check: [...byPerson, ...byMatrix] };
}

/** Every step of the run, in order, as things stand. */
export function stepsOf(session: Pick<Session, 'plan'>, measures: Measures): At[] {
  const { ask, check } = pagesOf(measures);
  return [
    ...portions(session.plan, TASKS_A_CARD).map((_, page): At => ({ kind: 'tasks', page })),
    ...ask.map((_, page): At => ({ kind: 'ask', page })),
    ...(check.length > 0 ? [{ kind: 'check', page: 0 } as const] : []),
    { kind: 'verdict' },
  ];
}

export function tasksOn(plan: readonly string[], page: number): string[] {
  return plan.slice(page * TASKS_A_CARD, (page + 1) * TASKS_A_CARD);
}

/** `skip` goes past the tasks that are left, `verdict` past what the matrix has answered. */
export const WAYS = ['next', 'back', 'skip', 'verdict'] as const;
export type Way = (typeof WAYS)[number];

/** Where a press leads; a page that has meanwhile gone counts as the last one before it. */
export function goTo(session: Session, way: Way, measures: Measures): At {
  const steps = stepsOf(session, measures);
  const here = placeOf(session.at, steps);
  const firstQuestion = steps.findIndex(({ kind }) => kind !== 'tasks');
  const lastAsk = steps.findLastIndex(({ kind }) => kind === 'ask');
  const last = steps.length - 1;
  const target = {
    next: here + 1,
    back: here - 1,
    skip: Math.max(here, firstQuestion),
    // Nobody gets past what only people know.
    verdict: here < lastAsk ? here + 1 : last,
  }[way];
  return steps[Math.min(last, Math.max(0, target))] ?? { kind: 'verdict' };
}

export function placeOf(at: At, steps: readonly At[]): number {
  const same = steps.findIndex((step) => step.kind === at.kind && pageOf(step) === pageOf(at));
  if (same !== -1) return same;
  const before = steps.findLastIndex(({ kind }) => ORDER.indexOf(kind) <= ORDER.indexOf(at.kind));
  return Math.max(0, before);
}

const ORDER: readonly At['kind'][] = ['tasks', 'ask', 'check', 'verdict'];

function pageOf(at: At): number {
  return at.kind === 'verdict' ? 0 : at.page;
}

/** The answers that a card brought; unknown options are left out, agreeing with the matrix is no answer of one's own. */
export function answersIn(data: Readonly<Record<string, unknown>>, measures: Measures): Answers {
  const held = prefill(measures);
  const found: Answers = {};
  for (const id of QUESTION_IDS) {
    const value = data[id];
    if (typeof value !== 'string' || optionOf(id, value) === null) continue;
    if (value !== held[id]) found[id] = value;
  }
  return found;
}

/** The questions on which a card left, or put back, what the matrix says. */
export function agreedIn(
  data: Readonly<Record<string, unknown>>,
  measures: Measures,
): QuestionId[] {
  const held = prefill(measures);
  return QUESTION_IDS.filter((id) => held[id] !== undefined && data[id] === held[id]);
}

/** The same for tasks: inputs are named by their place in the plan. */
export function sayingsIn(
  data: Readonly<Record<string, unknown>>,
  { plan, at }: Pick<Session, 'plan' | 'at'>,
): Record<string, Saying> {
  if (at.kind !== 'tasks') return {};
  const found = tasksOn(plan, at.page).flatMap((id, i) => {
    const value = SAYINGS.find((saying) => saying === data[inputFor(i)]);
    return value ? [[id, value] as const] : [];
  });
  return Object.fromEntries(found);
}

export function inputFor(place: number): string {
  return `task${place}`;
}

/** The session after a press; its version follows the one that was pressed. */
export function moved(
  session: Session,
  change: { at: At; said: Answers; saw: Record<string, Saying>; agreed: QuestionId[] },
  by: Author,
  now: Date,
): Session {
  const known = session.by.some(({ id }) => id === by.id);
  const said = { ...session.said, ...change.said };
  for (const id of change.agreed) delete said[id];
  return {
    ...session,
    version: session.version + 1,
    touched: now.toISOString(),
    at: change.at,
    said,
    saw: { ...session.saw, ...change.saw },
    by: known ? session.by : [...session.by, by].slice(0, MOST_PEOPLE),
  };
}

function portions<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  );
}
