// JOB 1: question → what is asked → tasks → the card that answers it.
import type { Facet, Outcome, Turn, World } from '../chat.ts';
import { type Found, MOST_CHOICES } from '../match/found.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { mayAnswerFor } from '../matrix/rights.ts';
import { isAnswering, statusOf } from '../matrix/status.ts';
import { answerLine } from '../wording/block.ts';
import { answerCard, lookAt } from '../wording/card.ts';
import { deciderText } from '../wording/holder.ts';
import { type AboutTask, type Asked, understand } from './asked.ts';
import { asFacet } from './follow.ts';
import { helpOutcome } from './help.ts';
import { historyOutcome } from './history.ts';
import { learnt } from './learn.ts';
import { answerList, unknownOutcome } from './list.ts';
import { choicesOutcome, noneOutcome, notedOutcome, sayFor, textOutcome } from './outcomes.ts';
import { MOST_ANSWERED } from './pick.ts';
import { sameReading } from './same.ts';
import { answerParts, answerTasks, tasksInClauses } from './several.ts';
import { asShort } from './short.ts';
import { taskOf, tasksBy, tasksOf } from './tasks.ts';

/** Answers free text; never a bare no, never a guess. */
export async function answer(turn: Turn, world: World): Promise<Outcome> {
  const text = turn.said.kind === 'text' ? turn.said.text : '';
  const { matrix, memory, find } = world;
  const asked = understand(text, { matrix, memory, find, today: dayOf(turn.now) });
  const say = sayFor(turn);
  switch (asked.kind) {
    case 'courtesy':
      return textOutcome(say(`talk.${asked.says}`), { kind: 'help', tasks: [] });
    case 'help':
      return helpOutcome(turn);
    case 'list':
      return answerList(asked, text, turn, world);
    case 'unknown':
      return unknownOutcome(asked.name, turn, world);
    case 'pick':
      return answerPick(asked, turn, world);
    case 'none of these':
      return notedOutcome(memory?.question || text, turn, world);
    case 'assign':
      return answerAssign(asked.subject, turn, world);
    case 'follow-up':
      return answerFollowUp(asked, turn, world);
    case 'about':
      return answerAbout(asked, turn, world);
  }
}

async function answerPick(
  { tasks: ids, sure }: Extract<Asked, { kind: 'pick' }>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const tasks = tasksBy(world, ids);
  // A facet asked before the choices came up is still what the person wants to know.
  const facet = asFacet(world.memory?.facet ?? '');
  const question = world.memory?.question ?? '';
  if (tasks.length === 0) return noneOutcome([], question, turn);
  if (!sure) return choicesOutcome(tasks, facet, question, turn);
  const outcome = await answerEach(tasks, facet, turn, world);
  const [only] = tasks;
  const lessons = only && tasks.length === 1 ? await learnt(only, turn, world) : [];
  return { ...outcome, effects: [...outcome.effects, ...lessons] };
}

function answerFollowUp(
  { facet, unclear }: Extract<Asked, { kind: 'follow-up' }>,
  turn: Turn,
  world: World,
): Promise<Outcome> | Outcome {
  const tasks = tasksBy(world, world.memory?.named ?? []);
  if (unclear && tasks.length > 0) {
    const note = sayFor(turn)('followUp.unclear');
    return answerTasks(tasks.slice(0, MOST_ANSWERED), facet, [note], turn, world);
  }
  if (tasks.length > 0) return answerEach(tasks.slice(0, MOST_ANSWERED), facet, turn, world);
  const offered = tasksBy(world, world.memory?.offered ?? []);
  // Asked while choices are open: one of them is meant, and still has to be picked.
  return offered.length > 0 && offered.length <= MOST_CHOICES
    ? choicesOutcome(offered, facet, world.memory?.question ?? '', turn)
    : textOutcome(sayFor(turn)('followUp.nothing'), { kind: 'help', tasks: [] });
}

async function answerAbout(asked: AboutTask, turn: Turn, world: World): Promise<Outcome> {
  const parts = world.subjects(asked.subject);
  const several =
    parts.length > 1 && asked.facet === 'owner' ? await answerParts(parts, turn, world) : null;
  if (several) return several;
  const each = asked.facet === 'owner' ? tasksInClauses(asked.subject, world) : null;
  if (each) return answerTasks(each, 'owner', [], turn, world);
  const { facet, found } = asked.same ? sameReading(asked, world) : bestReading(asked, world);
  switch (found.kind) {
    case 'sure': {
      const task = taskOf(world, found.hit.task);
      if (asked.many && found.others.length > 0) {
        const likely = tasksOf(world, [found.hit, ...found.others]);
        return choicesOutcome(likely, facet, asked.whole, turn);
      }
      if (!task) return noneOutcome([], asked.whole, turn);
      return asked.not ? answerOthers(task, turn, world) : answerEach([task], facet, turn, world);
    }
    case 'each':
      if (asked.many) return choicesOutcome(tasksOf(world, found.hits), facet, asked.whole, turn);
      return answerEach(tasksOf(world, found.hits), facet, turn, world);
    case 'several':
      return choicesOutcome(tasksOf(world, found.hits), facet, asked.whole, turn);
    case 'none':
      return noneOutcome(tasksOf(world, found.nearest), asked.whole, turn);
  }
}

/** "Who doesn't own DNS?": whoever is asked about is everybody but the owner that the card names. */
function answerOthers(task: StoredTask, turn: Turn, world: World): Promise<Outcome> {
  const owned = isAnswering(statusOf(task, world.matrix, dayOf(turn.now)));
  const notes = owned ? [sayFor(turn)('owner.others')] : [];
  return answerTasks([task], 'owner', notes, turn, world);
}

/**
 * Words such as "at night" ask for a facet, and stand in names too ("After-hours support").
 * The whole question wins where it names a task better than what is left without those words.
 */
function bestReading(asked: AboutTask, world: World): { facet: Facet; found: Found } {
  const found = asShort(asked.subject, world.find(asked.subject), world.matrix);
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

/** History is a card of its own, for one task at a time. */
async function answerEach(
  tasks: StoredTask[],
  facet: Facet,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const [first] = tasks;
  if (first && facet === 'history') return historyOutcome(first, turn, world);
  if (first && facet === 'assign') return assignOutcome(first, turn, world);
  return answerTasks(tasks, facet, [], turn, world);
}

async function answerAssign(subject: string, turn: Turn, world: World): Promise<Outcome> {
  const found: Found = subject === '' ? { kind: 'none', nearest: [] } : world.find(subject);
  const id = subject === '' ? world.memory?.named[0] : (sureTask(found) ?? undefined);
  const task = taskOf(world, id);
  if (task) return assignOutcome(task, turn, world);
  return found.kind === 'several'
    ? choicesOutcome(tasksOf(world, found.hits), 'assign', subject, turn)
    : textOutcome(sayFor(turn)('assign.unknown'), { kind: 'command', tasks: [], facet: 'assign' });
}

/** A wish to change the owner that names nobody to change to: the card has a button for it, or says who has. */
async function assignOutcome(task: StoredTask, turn: Turn, world: World): Promise<Outcome> {
  const say = sayFor(turn);
  const subject = await lookAt(task, turn, world);
  const note = mayAnswerFor(world.caller, task)
    ? say('assign.press')
    : say('edit.forbidden', { decider: deciderText(world.matrix, say) });
  return {
    reply: answerCard(answerLine(subject), '', [subject], note, say),
    effects: [],
    about: { kind: 'command', tasks: [task.id], facet: 'assign' },
  };
}
