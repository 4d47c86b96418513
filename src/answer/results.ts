// What somebody who composes a message may put into it: the tasks that a search or a link names, each as its answer card.
import type { CardReply, Result } from '../cards.ts';
import type { Outcome, Turn, World } from '../chat.ts';
import { GRAMMAR, isFrameTerm, termOf } from '../match/plain-words.ts';
import { wordsOf } from '../match/words.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { GATE_TASKS } from '../matrix/task.ts';
import { answer } from './answer.ts';
import { ownerOutcome } from './outcomes.ts';
import { taskOf, tasksBy } from './tasks.ts';

/** More than people read while they write; Teams takes 25. */
const MOST_RESULTS = 8;

/** A result's card may take 28 KB (message-extension limit): what is written at length is cut, its beginning says enough. */
const MOST_TEXT = 400;

export async function resultsFor(turn: Turn, world: World): Promise<Result[]> {
  const { said } = turn;
  if (said.kind === 'link') {
    const task = taskOf(world, said.place.task);
    return task ? [await resultOf(task, turn, world)] : [];
  }
  if (said.kind !== 'search') return [];
  return said.query.trim() === ''
    ? each(tasksBy(world, usual(world)), turn, world)
    : searched(said.query, turn, world);
}

/** What the person spoke about a moment ago, then the five questions that everybody has. */
function usual({ memory }: World): string[] {
  return [...new Set([...(memory?.named ?? []), ...(memory?.offered ?? []), ...GATE_TASKS])];
}

/** What the chat would answer comes first, as it would; then what else is meant, and what begins as the last word does. */
async function searched(query: string, turn: Turn, world: World): Promise<Result[]> {
  const asked: Turn = { ...turn, said: { kind: 'text', text: query } };
  const answered = await answer(asked, { ...world, memory: null });
  const found = world.find(query);
  const others = found.kind === 'sure' ? found.others.map(({ task }) => task) : [];
  const starts = begun(query, world.matrix);
  const { kind, tasks } = answered.about;
  // What is only near stands behind what begins as was typed.
  const ids = new Set(kind === 'none' ? [...starts, ...tasks] : [...tasks, ...starts, ...others]);
  const [first, ...rest] = tasksBy(world, [...ids]).slice(0, MOST_RESULTS);
  if (!first) return [];
  const card = cardOfOne(answered, first);
  const top = card ? shownAs(card) : await resultOf(first, turn, world);
  return [top, ...(await each(rest, turn, world))];
}

/** The chat's own answer, led by what was asked: a backup, the nights. */
function cardOfOne({ reply }: Outcome, { id }: StoredTask): AnswerReply | null {
  if (reply.kind !== 'card' || reply.card !== 'answer') return null;
  const [block, ...more] = reply.data.blocks;
  return block?.task === id && more.length === 0 ? reply : null;
}

function each(tasks: readonly StoredTask[], turn: Turn, world: World): Promise<Result[]> {
  const shown = tasks.slice(0, MOST_RESULTS);
  return Promise.all(shown.map((task) => resultOf(task, turn, world)));
}

async function resultOf(task: StoredTask, turn: Turn, world: World): Promise<Result> {
  const { reply } = await ownerOutcome(task, 'owner', turn, world);
  if (reply.kind !== 'card' || reply.card !== 'answer') throw new Error('an owner without a card');
  return shownAs(reply);
}

type AnswerReply = Extract<CardReply, { card: 'answer' }>;

function shownAs({ data, ...card }: AnswerReply): Result {
  const blocks = data.blocks.map((block) => ({
    ...block,
    name: cut(block.name),
    owner: cut(block.owner),
    advice: cut(block.advice),
    rows: block.rows.map(({ label, text }) => ({ label, text: cut(text) })),
  }));
  const [{ name = '', owner = '', status = '' } = {}] = blocks;
  const line = cut(data.line);
  return {
    title: name,
    text: `${data.lead === '' ? owner : line} · ${status}`,
    reply: { ...card, data: { ...data, line, lead: cut(data.lead), blocks } },
  };
}

/** Tasks with, for every word that tells, a word of their name that begins so: most searches are not finished yet. */
function begun(query: string, matrix: Matrix): string[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !GRAMMAR.has(word) && !isFrameTerm(termOf(word)));
  if (telling.length === 0) return [];
  const starts = (name: readonly string[]) =>
    telling.every((word) => name.some((one) => one.startsWith(word)));
  const found: string[] = [];
  for (const { task, names } of namesOf(matrix)) {
    if (found.length === MOST_RESULTS) break;
    if (names.some(starts)) found.push(task);
  }
  return found;
}

type Names = { task: string; names: string[][] };

/** A matrix is read again only when it changed, so its value can be the key. */
const known = new WeakMap<Matrix, Names[]>();

function namesOf(matrix: Matrix): Names[] {
  const names =
    known.get(matrix) ??
    matrix.tasks.map(({ id, name, aliases }) => ({
      task: id,
      names: [name, ...aliases].map(wordsOf),
    }));
  known.set(matrix, names);
  return names;
}

function cut(text: string): string {
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT - 1).toWellFormed()}…`;
}
