// Learning words: whoever picks an offered task has taught what it is called; two people, or one admin, make it an alias.
import { createHash } from 'node:crypto';
import type { Turn, World } from '../chat.ts';
import { GRAMMAR, isFrameTerm, termOf } from '../match/plain-words.ts';
import { wordsOf } from '../match/words.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { nameKey } from '../matrix/party.ts';
import { mayEdit } from '../matrix/rights.ts';
import { ruled } from '../matrix/wish.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';

/** One word can mean anything; long sentences are never said twice. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 8;

/** More names than anybody reads, and each makes the next match less certain. */
const MOST_ALIASES = 30;

/** What the pick of a task that was just offered leaves behind; nothing where it teaches nothing. */
export async function learnt(task: StoredTask, turn: Turn, world: World): Promise<Effect[]> {
  const { memory, caller, matrix } = world;
  if (caller.guest || !memory || memory.named.length > 0) return [];
  if (!memory.offered.includes(task.id) || task.aliases.length >= MOST_ALIASES) return [];
  const phrase = phraseOf(memory.question);
  if (phrase === '' || isName(phrase, matrix.tasks)) return [];
  const lesson = { phrase, task: task.id, who: hash(phrase, turn), day: dayOf(turn.now) };
  const agreed = mayEdit(caller, task) || (await world.taught(lesson)) > 0;
  return agreed ? [named(task, phrase, turn)] : [{ kind: 'lesson', lesson }];
}

/** What is asked about, without the words that every question has. */
function phraseOf(question: string): string {
  const words = wordsOf(question).filter(
    (word) => !GRAMMAR.has(word) && !isFrameTerm(termOf(word)),
  );
  return words.length < FEWEST_WORDS || words.length > MOST_WORDS ? '' : words.join(' ');
}

/** A name that is taken stays where it is: two tasks of one name would only be asked back about. */
function isName(phrase: string, tasks: readonly StoredTask[]): boolean {
  return tasks.some(({ name, aliases }) =>
    [name, ...aliases].some((one) => nameKey(one) === phrase),
  );
}

function named({ version, ...task }: StoredTask, alias: string, turn: Turn): Effect {
  const result = ruled(task, { kind: 'alias', alias }, '', dayOf(turn.now));
  const to = result.kind === 'changed' ? result.to : task;
  const why = sayIn(turn.locale)('learnt.why', { phrase: alias });
  return { kind: 'change', step: { kind: 'task', expect: version, to, why, batch: '' } };
}

/** Tells two people apart for one phrase, and nobody from anybody else. */
function hash(phrase: string, { tenant, speaker }: Turn): string {
  const text = ['taught', tenant, phrase, speaker.id].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
