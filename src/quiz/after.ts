// What comes after a result: showing it again, Markdown, the comparison of the sides, and owners to accept.
import { type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { Model } from '../matrix/starter/starter.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { compareCard, maySee, roundAt, sideOfPerson } from './compare.ts';
import { markdownOf } from './markdown.ts';
import { mayRecord } from './may.ts';
import { acceptSteps, type Proposal, propose } from './owners.ts';
import { ownersCard } from './owners-card.ts';
import type { Result } from './result.ts';
import { resultCard, resultsOf, sideNames } from './run.ts';
import { readSession, tokenOf } from './session.ts';
import { outcomeText } from './words.ts';
import { afterSteps } from './workload.ts';

/** The latest result of all together: the one that anybody may show anywhere. */
export async function latest(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (turn.speaker.guest) return told(say('quiz.guest'));
  const all = await resultsOf(world);
  const result = all.find(({ perspective }) => perspective === 'everyone');
  return result
    ? replied(resultCard(result, all, turn, { at: '' }))
    : told(say('quiz.result.none'));
}

/** The same as one plain message, which can be copied. */
export async function exported(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (turn.speaker.guest) return told(say('quiz.guest'));
  const all = await resultsOf(world);
  const result = all.find(({ perspective }) => perspective === 'everyone');
  return told(result ? markdownOf(result, all, say) : say('quiz.result.none'));
}

export async function again(run: string, turn: Turn, world: World): Promise<Outcome> {
  return withResult(run, turn, world, async (result, all) => {
    const session = readSession(await world.quiz.session());
    const isHere = session?.run === run && session.at.kind === 'verdict';
    return replied(resultCard(result, all, turn, { at: isHere ? tokenOf(session) : '' }));
  });
}

export async function asMarkdown(run: string, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  return withResult(run, turn, world, async (result, all) => {
    const words = { toResult: say('quiz.toResult') };
    const line = say('quiz.title');
    const data = { line, text: markdownOf(result, all, say), run, words };
    return replied({ kind: 'card', card: 'quiz-markdown', data });
  });
}

async function withResult(
  run: string,
  turn: Turn,
  world: World,
  handle: (result: Result, all: Result[]) => Promise<Outcome>,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const all = await resultsOf(world);
  const result = all.find((one) => one.run === run);
  if (turn.speaker.guest && result?.perspective === 'everyone') return told(say('quiz.guest'));
  if (!result) return told(say('quiz.result.none'));
  if (!maySee(result, all, turn.speaker.id, turn.now)) return told(say('quiz.compare.blind'));
  return handle(result, all);
}

/** Only for who has answered; where others read along, only once both sides that matter have. */
export async function compared(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const all = await resultsOf(world);
  const round = roundAt(all, turn.now);
  if (sideOfPerson(all, turn.speaker.id, turn.now) === null) {
    return told(say('quiz.compare.blind'));
  }
  const given = round.map(({ perspective }) => perspective);
  const isOpen = turn.where === 'personal';
  if (!isOpen && !(given.includes('lead') && given.includes('leadership'))) {
    return told(say('quiz.compare.group'));
  }
  if (round.length < 2) return told(say('quiz.compare.wait'));
  return replied(compareCard(round, world.matrix, say));
}

export type Place = { run: string; model: Model; area: string };

export function owners(place: Place, turn: Turn, world: World, warn = ''): Outcome {
  const say = sayIn(turn.locale);
  const proposals = propose(world.matrix, place.model, dayOf(turn.now), sideNames(say));
  return replied(ownersCard(proposals, { ...place, warn }, say));
}

export function acceptArea(place: Place, turn: Turn, world: World): Outcome {
  return accept(place, { ...place, area: '' }, turn, world, ({ task }) => task.area === place.area);
}

/** A proposal is for the task as it was shown: one that has changed since is shown again. */
export function acceptOne(
  place: Place,
  shown: { task: string; version: number },
  turn: Turn,
  world: World,
): Outcome {
  return accept(place, place, turn, world, ({ task }) => {
    return task.id === shown.task && task.version === shown.version;
  });
}

function accept(
  { run, model }: Place,
  then: Place,
  turn: Turn,
  world: World,
  isMeant: (proposal: Proposal) => boolean,
): Outcome {
  const say = sayIn(turn.locale);
  if (!mayRecord(world)) return told(say('quiz.owners.mayNot'));
  const today = dayOf(turn.now);
  const { proposals } = propose(world.matrix, model, today, sideNames(say));
  const meant = proposals.filter(isMeant);
  const count = meant.length;
  if (count === 0) return owners(then, turn, world, say('quiz.owners.late'));
  const why = say('quiz.owners.why', { model: outcomeText(say, model) });
  const steps = acceptSteps(meant, world.matrix, { today, why, batch: `${run} owners` });
  const written = { ...world, matrix: afterSteps(world.matrix, steps) };
  const { reply } = owners(then, turn, written, say('quiz.owners.done', { count }));
  return replied(
    reply,
    steps.map((step): Effect => ({ kind: 'change', step })),
  );
}
