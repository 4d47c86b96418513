// The past: who owned a task on a day that has gone, and what the whole matrix looked like then.
import type { Outcome, Turn, World } from '../chat.ts';
import type { Found } from '../match/found.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { isAnswering, statusOf } from '../matrix/status.ts';
import type { Task } from '../matrix/task.ts';
import { answerLine, subjectOf } from '../wording/block.ts';
import { historyOutcome } from './history.ts';
import { choicesOutcome, listOutcome, noneOutcome, sayFor, textOutcome } from './outcomes.ts';
import { taskOf, tasksOf } from './tasks.ts';
import type { Then } from './then-words.ts';

export async function answerThen(
  { day, subject, back }: Then,
  question: string,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  if (subject === '') return matrixThen(day, question, turn, world);
  const named = world.memory?.named ?? [];
  const pointed = back && named.length === 1 ? taskOf(world, named[0]) : null;
  if (pointed) return taskThen(pointed, day, turn, world);
  const found: Found = world.find(subject);
  switch (found.kind) {
    case 'sure': {
      const task = taskOf(world, found.hit.task);
      return task ? taskThen(task, day, turn, world) : noneOutcome([], question, turn);
    }
    case 'each':
    case 'several':
      return choicesOutcome(tasksOf(world, found.hits), 'history', question, turn);
    case 'none':
      return noneOutcome(tasksOf(world, found.nearest), question, turn);
  }
}

async function taskThen(task: StoredTask, day: Day, turn: Turn, world: World): Promise<Outcome> {
  const say = sayFor(turn);
  const then = (await world.stateAt(day)).find(({ id }) => id === task.id);
  if (!then) {
    const text = say('then.unrecorded', { task: task.name, day: say.day(day) });
    return textOutcome(text, { kind: 'owner', tasks: [task.id], facet: 'history' });
  }
  const none = { times: 0, askers: 0 };
  const matrix = await asRecorded(world);
  const answer = answerLine(subjectOf(stored(then), matrix, day, none, say));
  return historyOutcome(task, turn, world, {
    line: say('then.line', { day: say.day(day), answer }),
    until: day,
  });
}

/** With every party that a state on record may name. */
async function asRecorded({ matrix, everyParty }: World): Promise<Matrix> {
  return { ...matrix, parties: await everyParty() };
}

/** How many had an owner, and the tasks whose owner is another one today. */
async function matrixThen(day: Day, question: string, turn: Turn, world: World): Promise<Outcome> {
  const say = sayFor(turn);
  const matrix = await asRecorded(world);
  const tasks = (await world.stateAt(day)).map(stored);
  if (tasks.length === 0) {
    const text = say('then.empty', { day: say.day(day) });
    return textOutcome(text, { kind: 'list', tasks: [] });
  }
  const owned = tasks.filter((task) => isAnswering(statusOf(task, matrix, day))).length;
  const moved = tasks.filter((task) => isMoved(task, world));
  const line = say('then.matrix', { day: say.day(day), count: tasks.length, owned });
  const note = say(moved.length === 0 ? 'then.same' : 'then.moved', { count: moved.length });
  const past = { ...turn, now: new Date(`${day}T00:00:00Z`) };
  // What was said of a day that has gone is no list to go on from.
  return {
    ...listOutcome(moved, line, note, { question, filter: {} }, past, { ...world, matrix }),
    effects: [],
  };
}

function isMoved(then: StoredTask, world: World): boolean {
  const now = taskOf(world, then.id);
  return now === null || ownerIn(now) !== ownerIn(then);
}

function ownerIn({ ownership }: Task): string {
  return JSON.stringify(ownership.kind === 'owned' ? ownership.lead : ownership.kind);
}

/** A state that has gone has no version that anything could be changed from. */
function stored(task: Task): StoredTask {
  return { ...task, version: 0 };
}
