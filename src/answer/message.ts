// "Who owns this?" on somebody's message: the task it is about, or a choice, and a way to note that nobody answers it.
import type { CardReply } from '../cards.ts';
import type { Outcome, Turn, World } from '../chat.ts';
import { MOST_CHOICES } from '../match/found.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { answer } from './answer.ts';
import { choicesOutcome, noneOutcome, sayFor, textOutcome } from './outcomes.ts';
import { MOST_ANSWERED } from './pick.ts';
import { sentences } from './plain.ts';
import { answerTasks } from './several.ts';
import { tasksOf } from './tasks.ts';

/** A message tells a story; what it is about stands in its first sentences. */
const MOST_SENTENCES = 12;

/** Shorter ones greet or thank. */
const FEWEST_WORDS = 2;

/** What is noted of a message: enough to know it by. */
const MOST_NOTED = 300;

/** The message is somebody else's: it is matched as a question would be, and never obeyed. */
export async function messageOutcome(turn: Turn, world: World): Promise<Outcome> {
  const text = turn.said.kind === 'message' ? turn.said.text : '';
  if (text === '') return textOutcome(sayFor(turn)('message.empty'), { kind: 'none', tasks: [] });
  const asked: Turn = { ...turn, said: { kind: 'text', text } };
  const alone: World = { ...world, memory: null };
  const whole = await answer(asked, alone);
  const found = isAnswer(whole) ? whole : await bySentence(text, asked, alone, whole);
  return { ...found, reply: offering(found, text, turn), effects: counted(found) };
}

function isAnswer({ about: { kind, tasks } }: Outcome): boolean {
  return kind === 'list' || ((kind === 'owner' || kind === 'choices') && tasks.length > 0);
}

/** What single sentences name for sure; else what they may mean; else what the whole was nearest to. */
async function bySentence(
  text: string,
  turn: Turn,
  world: World,
  whole: Outcome,
): Promise<Outcome> {
  const found = sentences(text)
    .filter((sentence) => sentence.split(' ').length >= FEWEST_WORDS)
    .slice(0, MOST_SENTENCES)
    .map((sentence) => world.find(sentence));
  const sure = found.flatMap((one) => (one.kind === 'sure' ? [one.hit] : []));
  const named = once(tasksOf(world, sure)).slice(0, MOST_ANSWERED);
  if (named.length > 0) return answerTasks(named, 'owner', [], turn, world);
  const several = found.flatMap((one) =>
    one.kind === 'several' || one.kind === 'each' ? one.hits : [],
  );
  const likely = once(tasksOf(world, several)).slice(0, MOST_CHOICES);
  if (likely.length > 0) return choicesOutcome(likely, 'owner', text, turn);
  if (whole.about.kind === 'none') return whole;
  const nearest = found.flatMap((one) => (one.kind === 'none' ? one.nearest : []));
  return noneOutcome(once(tasksOf(world, nearest)).slice(0, MOST_CHOICES), text, turn);
}

function once(tasks: readonly StoredTask[]): StoredTask[] {
  return [...new Set(tasks)];
}

/** Nobody has asked in the chat: nothing is remembered there, and what found no task is noted only when pressed. */
function counted({ effects }: Outcome): Outcome['effects'] {
  return effects.filter((effect) => effect.kind === 'demand' && effect.demand.kind === 'asked');
}

function offering({ reply, about }: Outcome, text: string, turn: Turn): Outcome['reply'] {
  const say = sayFor(turn);
  const question = noted(text);
  const nobody = say('message.nobody');
  if (reply.kind !== 'card') return reply;
  if (reply.card === 'answer') {
    const words = { ...reply.data.words, noneOfThese: nobody };
    return { ...reply, data: { ...reply.data, question, words } };
  }
  if (reply.card !== 'choices') return reply;
  const { data } = reply;
  const none = about.kind === 'none';
  const line = none ? say('message.none') : data.line;
  const note = none ? say(about.tasks.length > 0 ? 'message.near' : 'message.far') : data.note;
  const words = { noneOfThese: nobody };
  const card: CardReply = {
    ...reply,
    data: { ...data, line, note, question, noneOfThese: true, words },
  };
  return card;
}

function noted(text: string): string {
  const said = text.replace(/\s+/g, ' ').trim();
  return said.length <= MOST_NOTED ? said : `${said.slice(0, MOST_NOTED - 1).toWellFormed()}…`;
}
