// Takes a run through its steps: begin or go on, press after press, to the result.
import { createHash } from 'node:crypto';
import type { CardReply } from '../cards.ts';
import { type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Effect } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { roundAt, sideOfPerson } from './compare.ts';
import { mayRecord } from './may.ts';
import { type Measures, measure } from './measure.ts';
import { matrixSpeaks } from './prefill.ts';
import { conclude, type Result, readResult, writeResult } from './result.ts';
import {
  agreedIn,
  answersIn,
  beginSession,
  goTo,
  isOld,
  moved,
  type Perspective,
  readSession,
  type Session,
  sayingsIn,
  tokenOf,
  type Way,
  writeSession,
} from './session.ts';
import { stepCard } from './step-card.ts';
import { verdictCard } from './verdict-card.ts';
import { namesText, sideText } from './words.ts';
import {
  afterSteps,
  commonTasks,
  passOver,
  type Recorded,
  record,
  type SideNames,
} from './workload.ts';

/** What a press brings: the token of its card, where to, and whatever was chosen on it. */
export type Press = { at: string; go: Way } & Record<string, unknown>;

/** `quiz`: on with the run of this conversation, else a new one. */
export async function goOn(turn: Turn, world: World): Promise<Outcome> {
  const session = readSession(await world.quiz.session());
  const isOver = session === null || session.at.kind === 'verdict' || isOld(session, turn.now);
  if (isOver || isKeptOut(session, turn)) return begin('everyone', turn, world);
  return replied(await show(session, turn, world, world.matrix));
}

export async function begin(perspective: Perspective, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const isApart = perspective !== 'everyone';
  if (turn.speaker.guest && perspective !== 'provider') return told(say('quiz.guest'));
  if (isApart && turn.where !== 'personal') return told(say('quiz.alone', { side: perspective }));
  if (isApart) {
    const own = sideOfPerson(await resultsOf(world), turn.speaker.id, turn.now);
    if (own) return told(say('quiz.already', { side: sideText(say, own.perspective) }));
  }
  const { matrix } = world;
  const today = dayOf(turn.now);
  const version = ((await world.quiz.session())?.version ?? 0) + 1;
  const plan = isApart
    ? commonTasks(matrix, today)
    : mayRecord(world)
      ? passOver(matrix, today)
      : [];
  const { conversation, now, speaker } = turn;
  const run = createHash('sha256')
    .update([conversation, speaker.id, now.toISOString(), String(version)].join('\n'))
    .digest('hex')
    .slice(0, 16);
  const session = beginSession({ conversation, version, run, now, perspective, plan });
  const withheld = !isApart && !mayRecord(world) && !matrixSpeaks(measure(matrix, today));
  const warn = withheld ? say('quiz.mayNot') : '';
  return replied(await show(session, turn, world, matrix, warn), [
    { kind: 'quiz', session: writeSession(session) },
  ]);
}

/** A side chosen on the first card; from any later one it would throw away what was answered together. */
export async function takeSide(
  { at, side }: { at: string; side: Perspective },
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const session = readSession(await world.quiz.session());
  if (!session || tokenOf(session) === at) return begin(side, turn, world);
  const old = sayIn(turn.locale)('quiz.old');
  return replied(await show(session, turn, world, world.matrix, old));
}

export async function press(data: Press, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const session = readSession(await world.quiz.session());
  if (!session) return told(say('quiz.none'));
  if (isKeptOut(session, turn)) return told(say('quiz.guest'));
  if (data.at !== tokenOf(session)) {
    return replied(await show(session, turn, world, world.matrix, say('quiz.old')));
  }
  const today = dayOf(turn.now);
  const measures = measure(world.matrix, today);
  const recorded = recordedIn(data, session, turn, world, say);
  const matrix = afterSteps(world.matrix, recorded.steps);
  const next = chosen(data, session, recorded, measures, measure(matrix, today), turn, world);
  const effects: Effect[] = [
    { kind: 'quiz', session: writeSession(next) },
    ...recorded.steps.map((step): Effect => ({ kind: 'change', step })),
  ];
  const result = next.at.kind === 'verdict' ? conclude(next, matrix, today, turn.now) : undefined;
  if (result) effects.push({ kind: 'quiz result', result: writeResult(result) });
  const names = recorded.passed.flatMap(
    (id) => matrix.tasks.find((task) => task.id === id)?.name ?? [],
  );
  const warn = names.length > 0 ? say('quiz.passed', { names: namesText(names) }) : '';
  return replied(await show(next, turn, world, matrix, warn, result), effects);
}

/** A guest may speak for the provider, alone, and for nobody else. */
function isKeptOut(session: Session, { speaker }: Turn): boolean {
  return speaker.guest && session.perspective !== 'provider';
}

const NOTHING: Recorded = { steps: [], passed: [] };

/** A side's own view stays in its run; together it goes into the matrix, for those who may write there. */
function recordedIn(data: Press, session: Session, turn: Turn, world: World, say: Say): Recorded {
  const { matrix } = world;
  if (session.perspective !== 'everyone' || !mayRecord(world)) return NOTHING;
  return record(sayingsIn(data, session), session.saw, matrix, {
    today: dayOf(turn.now),
    why: say('quiz.why'),
    batch: session.run,
    names: sideNames(say),
  });
}

function chosen(
  data: Press,
  session: Session,
  { passed }: Recorded,
  before: Measures,
  after: Measures,
  turn: Turn,
  world: World,
): Session {
  const isQuestions = session.at.kind === 'ask' || session.at.kind === 'check';
  const mayTell = session.perspective !== 'everyone' || mayRecord(world);
  const saw = mayTell ? sayingsIn(data, session) : {};
  for (const id of passed) delete saw[id];
  return moved(
    session,
    {
      at: goTo(session, data.go, after),
      said: isQuestions ? answersIn(data, before) : {},
      agreed: isQuestions ? agreedIn(data, before) : [],
      saw,
    },
    { id: turn.speaker.id, name: turn.speaker.name },
    turn.now,
  );
}

/** The card of the step at which the session stands; `result` where this press has just come to one. */
async function show(
  session: Session,
  turn: Turn,
  world: World,
  matrix: Matrix,
  warn = '',
  result?: Result,
): Promise<CardReply> {
  const say = sayIn(turn.locale);
  const today = dayOf(turn.now);
  const { at } = session;
  if (at.kind !== 'verdict') {
    const alone = turn.where === 'personal';
    return stepCard(session, at, { matrix, today, say, alone, warn });
  }
  const all = await resultsOf(world);
  const kept = result ?? all.find(({ run }) => run === session.run);
  const shown = kept ?? conclude(session, matrix, today, turn.now);
  return resultCard(shown, all, turn, { at: tokenOf(session), warn });
}

/** A side that is the first to answer is told to wait; the others may be compared with. */
export function resultCard(
  result: Result,
  all: readonly Result[],
  turn: Turn,
  { at, warn = '' }: { at: string; warn?: string },
): CardReply {
  const say = sayIn(turn.locale);
  const isApart = result.perspective !== 'everyone';
  const others = roundAt(all, turn.now).filter(
    ({ perspective }) => perspective !== result.perspective,
  );
  const waits = isApart && others.length === 0 ? say('quiz.compare.wait') : '';
  const compares = isApart && others.length > 0;
  return verdictCard(result, all, say, { at, compares, warn: warn || waits });
}

/** Newest first; what another version kept in another shape is left out. */
export async function resultsOf(world: World): Promise<Result[]> {
  return (await world.quiz.results()).flatMap((kept) => readResult(kept) ?? []);
}

export function sideNames(say: Say): SideNames {
  return { internal: say('quiz.party.internal'), msp: say('quiz.party.msp') };
}
