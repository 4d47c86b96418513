// One wish about one task, done: the change, and the card that shows how it stands now.
import type { Outcome, Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import type { Refusal } from '../matrix/wish.ts';
import type { Effect } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { answerLine, ownerLine, subjectOf } from '../wording/block.ts';
import { answerCard, lookAt } from '../wording/card.ts';
import { deciderText } from '../wording/holder.ts';
import { linkAsked } from './linking.ts';
import { type Change, planned } from './planned.ts';

export async function carryOut(change: Change, turn: Turn, world: World): Promise<Outcome> {
  const { task } = change;
  const say = sayIn(turn.locale);
  const plan = planned(change, '', dayOf(turn.now), world.caller, world.matrix);
  switch (plan.kind) {
    case 'forbidden': {
      const asked = linkAsked(change, turn, world);
      const told = await shown(task, asked?.note ?? forbiddenText(world, say), turn, world);
      return { ...told, effects: [...told.effects, ...(asked?.effects ?? [])] };
    }
    case 'overtaken':
      return shown(task, await overtakenText(task, world, say), turn, world);
    case 'refused':
      return shown(task, refusalText(plan.why, say), turn, world);
    case 'unchanged':
      return shown(task, say('edit.unchanged'), turn, world);
    case 'changed': {
      const { steps, now, matrix } = plan;
      const effects = steps.map((step): Effect => ({ kind: 'change', step }));
      const note = noteOf(task, now, world.matrix, matrix, turn, say);
      const outcome = await shown(now, note, turn, { ...world, matrix }, true);
      return { ...outcome, effects: [...effects, ...outcome.effects] };
    }
  }
}

/** The owner card of a task with a line on what just happened; the task is then the one that is spoken of. */
export async function shown(
  task: StoredTask,
  note: string,
  turn: Turn,
  world: World,
  undo = false,
): Promise<Outcome> {
  const looked = await lookAt(task, turn, world);
  const subject = { ...looked, may: { ...looked.may, undo } };
  return {
    reply: answerCard(answerLine(subject), '', [subject], note, sayIn(turn.locale)),
    effects: [spokenOf(task.id, turn)],
    about: { kind: 'command', tasks: [task.id], facet: 'assign' },
  };
}

/** Who may not is told who may. */
export function forbiddenText(world: World, say: Say): string {
  const key = world.caller.guest ? 'edit.guest' : 'edit.forbidden';
  return say(key, { decider: deciderText(world.matrix, say) });
}

/** A press on a card that is no longer true changes nothing, and says who came first. */
export async function overtakenText(task: StoredTask, world: World, say: Say): Promise<string> {
  const [latest] = await world.lines({ task: task.id }, 1);
  return latest
    ? say('edit.overtaken', { who: latest.by.name, day: say.day(dayOf(latest.at)) })
    : say('edit.unchanged');
}

export function refusalText(why: Refusal, say: Say): string {
  return say(`edit.refused.${why}`);
}

function noteOf(
  before: StoredTask,
  after: StoredTask,
  was: Matrix,
  is: Matrix,
  turn: Turn,
  say: Say,
): string {
  const owner = (task: StoredTask, matrix: Matrix) =>
    ownerLine(subjectOf(task, matrix, dayOf(turn.now), { times: 0, askers: 0 }, say));
  const [old, now] = [owner(before, was), owner(after, is)];
  return old === now ? say('edit.saved') : say('edit.moved', { before: old, after: now });
}

/** A follow-up to an edit is about its task. */
const MEMORY_MINUTES = 30;

function spokenOf(task: string, turn: Turn): Effect {
  const until = new Date(turn.now.getTime() + MEMORY_MINUTES * 60_000);
  return {
    kind: 'remember',
    memory: { named: [task], offered: [], question: '', facet: 'owner' },
    until,
  };
}
