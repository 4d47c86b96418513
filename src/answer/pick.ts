// Which of the tasks just offered is meant: by number, by place, by a word of its name, all, none, or the other one.
import { stemOf, wordsOf } from '../match/words.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import type { Memory } from '../store.ts';
import { leftOver, without } from './plain.ts';
import type { Words } from './words/shape.ts';

/** More owners on one card are read by nobody. */
export const MOST_ANSWERED = 3;

/** A bare word or two after an offer picks from it; more is a new question. */
const MOST_BARE = 3;

export type Pick =
  /** `sure` false: these are left, and one has to be chosen. */
  { kind: 'pick'; tasks: string[]; sure: boolean } | { kind: 'none of these' };

export function readPick(
  text: string,
  words: Words,
  memory: Memory | null,
  matrix: Matrix,
): Pick | null {
  if (!memory || memory.offered.length === 0) return null;
  const { offered, named } = memory;
  const { picks } = words;
  if (picks.none.test(text)) return named.length === 0 ? { kind: 'none of these' } : null;
  if (picks.all.test(text)) return pick(offered.slice(0, MOST_ANSWERED));
  if (picks.other.test(text)) {
    const others = offered.filter((id) => !named.includes(id));
    return others.length === 0 ? null : { kind: 'pick', tasks: others, sure: others.length === 1 };
  }
  const place = placeIn(text, words, offered.length);
  const placed = place === null ? undefined : offered[place];
  if (placed !== undefined) return pick([placed]);
  return readByWords(text, words, memory, matrix);
}

function pick(tasks: string[]): Pick {
  return { kind: 'pick', tasks, sure: true };
}

function placeIn(text: string, words: Words, count: number): number | null {
  const { ordinals, last } = words.picks;
  const names = [last, ...ordinals];
  for (const [i, ordinal] of names.entries()) {
    const found = ordinal.exec(text);
    if (found && rest(without(text, found[0]), words).length === 0)
      return i === 0 ? count - 1 : i - 1;
  }
  const [number, ...others] = rest(text, words);
  return number !== undefined && others.length === 0 && /^\d{1,2}$/.test(number)
    ? Number(number) - 1
    : null;
}

function rest(text: string, words: Words): string[] {
  return leftOver(text, words.picks.around, words.frame, words.pointing);
}

function readByWords(text: string, words: Words, memory: Memory, matrix: Matrix): Pick | null {
  const tasks = matrix.tasks.filter(({ id }) => memory.offered.includes(id));
  for (const form of words.picks.about) {
    const subject = form.exec(text)?.groups?.['subject'];
    const meant = subject === undefined ? null : onlyOne(subject, words, tasks);
    if (meant) return pick([meant.id]);
  }
  const bare =
    memory.named.length === 0 &&
    leftOver(text).length <= MOST_BARE &&
    leftOver(text, words.frame, words.pointing).length > 0;
  const meant = bare && !words.lists.asksOwner.test(text) ? onlyOne(text, words, tasks) : null;
  return meant ? pick([meant.id]) : null;
}

/** The one task that has every word of the text; names outweigh descriptions. */
function onlyOne(text: string, words: Words, tasks: StoredTask[]): StoredTask | null {
  const telling = leftOver(text, words.frame, words.pointing);
  const asked = stems((telling.length > 0 ? telling : leftOver(text)).join(' '));
  if (asked.length === 0) return null;
  const tellings = [
    ({ name }: StoredTask) => name,
    ({ name, aliases }: StoredTask) => [name, ...aliases].join(' '),
    ({ name, aliases, description }: StoredTask) => [name, ...aliases, description].join(' '),
  ];
  for (const tell of tellings) {
    const fitting = tasks.filter((task) => {
      const own = stems(tell(task));
      return asked.every((stem) => own.includes(stem));
    });
    const [only] = fitting;
    if (only && fitting.length === 1) return only;
  }
  return null;
}

function stems(text: string): string[] {
  return wordsOf(text).map(stemOf);
}
