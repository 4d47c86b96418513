// JOB 1: question → what is asked → tasks → the card that answers it.
import type { Outcome, Turn, World } from '../chat.ts';
import type { Found, Hit } from '../match/found.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { type Asked, understand } from './asked.ts';
import { ownerLine } from './block.ts';
import { filterFields, standsInFor, tasksPassing } from './filter.ts';
import { helpOutcome } from './help.ts';
import { historyOutcome } from './history.ts';
import { listTitle } from './list-title.ts';
import {
  choicesOutcome,
  listOutcome,
  lookAt,
  noneOutcome,
  ownerOutcome,
  ownersOutcome,
  sayFor,
  textOutcome,
} from './outcomes.ts';

/** Answers free text; never a bare no, never a guess. */
export async function answer(turn: Turn, world: World): Promise<Outcome> {
  const text = turn.said.kind === 'text' ? turn.said.text : '';
  const asked = understand(text, world.memory, world.matrix);
  const say = sayFor(turn);
  switch (asked.kind) {
    case 'courtesy': {
      const key = asked.says;
      return textOutcome(say(key), { kind: 'help', tasks: [] });
    }
    case 'help':
      return helpOutcome(turn);
    case 'list':
      return answerList(asked, turn, world);
    case 'pick': {
      const task = taskOf(world, world.memory?.offered[asked.place]);
      return task ? ownerOutcome(task, 'owner', turn, world) : noneOutcome([], text, turn);
    }
    case 'assign':
      return answerAssign(asked.subject, turn, world);
    case 'follow-up': {
      const task = taskOf(world, world.memory?.named[0]);
      return task
        ? answerOne(task, asked.facet, turn, world)
        : textOutcome(say('followUp.nothing'), { kind: 'help', tasks: [] });
    }
    case 'about':
      return answerAbout(asked, turn, world);
  }
}

async function answerAbout(
  asked: Extract<Asked, { kind: 'about' }>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const parts = world.subjects(asked.subject);
  const several =
    parts.length > 1 && asked.facet === 'owner' ? await answerSeveral(parts, turn, world) : null;
  if (several) return several;
  const { facet, found } = bestReading(asked, world);
  switch (found.kind) {
    case 'sure': {
      const task = taskOf(world, found.hit.task);
      return task ? answerOne(task, facet, turn, world) : noneOutcome([], asked.whole, turn);
    }
    case 'several':
      return choicesOutcome(tasksOf(world, found.hits), facet, asked.whole, turn);
    case 'none':
      return noneOutcome(tasksOf(world, found.nearest), asked.whole, turn);
  }
}

/**
 * Words such as "at night" ask for a facet, and stand in names too ("After-hours support").
 * The whole question wins where it names a task better than what is left without those words.
 */
function bestReading(
  asked: Extract<Asked, { kind: 'about' }>,
  world: World,
): { facet: Extract<Asked, { kind: 'about' }>['facet']; found: Found } {
  const found = world.find(asked.subject);
  if (asked.facet === 'owner') return { facet: 'owner', found };
  const whole = world.find(asked.whole);
  const better =
    whole.kind === 'sure' && (found.kind !== 'sure' || whole.hit.score > found.hit.score);
  return better && whole.hit.task !== sureTask(found)
    ? { facet: 'owner', found: whole }
    : { facet: asked.facet, found };
}

function sureTask(found: Found): string | null {
  return found.kind === 'sure' ? found.hit.task : null;
}

/** Every part answers for itself; a part that is not sure is said, not guessed. Null when no part is sure. */
async function answerSeveral(parts: string[], turn: Turn, world: World): Promise<Outcome | null> {
  const say = sayFor(turn);
  const sure: StoredTask[] = [];
  const notes: string[] = [];
  for (const part of parts) {
    const found = world.find(part);
    const task = found.kind === 'sure' ? taskOf(world, found.hit.task) : null;
    if (task && !sure.includes(task)) sure.push(task);
    if (found.kind === 'several') {
      const names = tasksOf(world, found.hits).map(({ name }) => name);
      notes.push(say('two.several', { subject: part, names: names.join(', ') }));
    }
    if (found.kind === 'none') notes.push(say('two.missing', { subject: part }));
  }
  const [only] = sure;
  if (!only) return null;
  return sure.length === 1 && notes.length === 0
    ? ownerOutcome(only, 'owner', turn, world)
    : ownersOutcome(sure, notes, turn, world);
}

async function answerOne(
  task: StoredTask,
  facet: Extract<Asked, { kind: 'about' }>['facet'],
  turn: Turn,
  world: World,
): Promise<Outcome> {
  return facet === 'history'
    ? historyOutcome(task, turn, world)
    : ownerOutcome(task, facet, turn, world);
}

function answerList(
  { filter, count }: Extract<Asked, { kind: 'list' }>,
  turn: Turn,
  world: World,
): Outcome {
  const say = sayFor(turn);
  const tasks = tasksPassing(filter, world.matrix, turn.speaker, dayOf(turn.now));
  const standIns = filter.mine ? standsInFor(world.matrix, turn.speaker).length : 0;
  const note = filter.mine
    ? say(standIns > 0 ? 'list.standIn' : tasks.length > 0 ? 'list.note' : 'list.stranger', {
        count: standIns,
        name: turn.speaker.name,
      })
    : tasks.length > 0 && !count
      ? say('list.note')
      : '';
  const title = listTitle(filter, world.matrix, say);
  return listOutcome(tasks, title, filterFields(filter, world.matrix), note, turn, world);
}

async function answerAssign(subject: string, turn: Turn, world: World): Promise<Outcome> {
  const say = sayFor(turn);
  const found: Found = subject === '' ? { kind: 'none', nearest: [] } : world.find(subject);
  const id = subject === '' ? world.memory?.named[0] : (sureTask(found) ?? undefined);
  const task = taskOf(world, id);
  if (!task) {
    return found.kind === 'several'
      ? choicesOutcome(tasksOf(world, found.hits), 'assign', subject, turn)
      : textOutcome(say('assign.unknown'), { kind: 'command', tasks: [], facet: 'assign' });
  }
  const owner = ownerLine(await lookAt(task, turn, world));
  const text = say('assign.notYet', { task: task.name, owner });
  return textOutcome(text, { kind: 'command', tasks: [task.id], facet: 'assign' });
}

export function taskOf(world: World, id: string | undefined): StoredTask | null {
  return world.matrix.tasks.find((task) => task.id === id) ?? null;
}

function tasksOf(world: World, hits: readonly Hit[]): StoredTask[] {
  return hits.map((hit) => taskOf(world, hit.task)).filter((task) => task !== null);
}
