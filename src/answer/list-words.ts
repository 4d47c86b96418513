// The words of a list question → a filter, or null where it is no list question.

import type { Found } from '../match/found.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Filter, Order } from './filter.ts';
import { readParts } from './list-parts.ts';
import { namesTask } from './naming.ts';
import { leftOver, without } from './plain.ts';
import type { Words } from './words/shape.ts';

export type ListRead =
  | { kind: 'list'; filter: Filter; order: Order | null; count: boolean }
  /** Asks for the tasks of a name that the matrix does not have. */
  | { kind: 'unknown'; name: string };

export type Surroundings = { matrix: Matrix; today: Day; find(text: string): Found };

/** An odd word or two ("the bloody gaps") do not turn a list question into another one. */
const MOST_ODD = 2;
/** Beside a word that only lists know ("overdue", "disputed") more of them do not either. */
const MOST_ODD_BESIDE = 4;
/** Beside nothing but a name or an area, one. */
const MOST_ODD_ALONE = 1;
/** "And now the …" may stand before what asks for a list. */
const MOST_BEFORE_CUE = 4;
/** Longer texts with an unknown name tell a story. */
const MOST_UNKNOWN_WORDS = 11;

/**
 * A list question has a cue ("which", "everything", "my"), a filter or a word for everything, and nothing left
 * over that could name a task.
 */
export function readList(text: string, words: Words, at: Surroundings): ListRead | null {
  const { lists } = words;
  if (!lists.cues.test(text) && !lists.overview.test(text)) return null;
  const all = lists.overview.exec(text);
  const read = readParts(all ? without(text, all[0]) : text, words, at);
  if (lists.asksOwner.test(read.rest)) return null;
  const { person, party, side } = read.filter;
  const holder = person ?? party ?? side;
  const rest = holder ? read.rest.replace(lists.absence, ' ') : read.rest;
  if (lists.complaint.test(text) && (holder === undefined || rest === read.rest)) return null;
  const left = leftOver(rest, words.frame).filter((word) => word.length > 1 || !words.spaces);
  const given = Object.keys(read.filter).length;
  const complete =
    left.length === 0
      ? given > 0 || all !== null
      : isOdd(left, read.filter, opens(text, lists.cues), at);
  if (complete)
    return { kind: 'list', filter: read.filter, order: read.order, count: lists.count.test(text) };
  return readUnknown(text, words, at);
}

/** "Only the critical ones", "and in security?", "without the projects" after a list: the list before, narrowed or with another value. */
export function readNarrowed(
  text: string,
  before: string,
  words: Words,
  at: Surroundings,
): ListRead | null {
  const { narrows, without, not } = words.lists;
  const leavesOut = [without, not].some((cut) => cut.exec(text)?.index === 0);
  if (!leavesOut && !narrows.test(text)) return null;
  const read = readParts(leavesOut ? text : text.replace(narrows, ' '), words, at);
  if (Object.keys(read.filter).length === 0) return null;
  if (words.lists.asksOwner.test(read.rest) || leftOver(read.rest, words.frame).length > 0) {
    return null;
  }
  const first = readList(before, words, at);
  if (first?.kind !== 'list') return null;
  const holder = 'party' in read.filter || 'side' in read.filter || 'person' in read.filter;
  const { party, side, person, ...others } = first.filter;
  const kept = holder ? others : first.filter;
  const filter = { ...kept, ...read.filter };
  return {
    kind: 'list',
    filter,
    order: read.order ?? first.order,
    count: words.lists.count.test(text),
  };
}

/** Who asks for a list says so at once; who tells a story comes to "everything" later. */
function opens(text: string, cues: RegExp): boolean {
  const place = cues.exec(text)?.index;
  return place !== undefined && text.slice(0, place).split(' ').length <= MOST_BEFORE_CUE;
}

function isOdd(left: string[], filter: Filter, opening: boolean, at: Surroundings): boolean {
  const { mine, party, side, person, area, ...concepts } = filter;
  const listed = Object.keys(concepts).length > 0;
  const given = Object.keys(filter).length;
  const beside = listed && opening ? MOST_ODD_BESIDE : MOST_ODD;
  const alone = mine ? 0 : MOST_ODD_ALONE;
  const most = listed || given > 1 ? beside : alone;
  return given > 0 && left.length <= most && namesNothing(left.join(' '), at);
}

function readUnknown(text: string, words: Words, at: Surroundings): ListRead | null {
  if (text.split(' ').length > MOST_UNKNOWN_WORDS) return null;
  for (const form of words.lists.unknownName) {
    const name = form.exec(text)?.groups?.['name'] ?? '';
    const parts = leftOver(name, words.frame);
    if (parts.length === 0 || parts.length < name.split(' ').length) continue;
    if (!namesTask(name, at.matrix) && !isCertain(name, at)) return { kind: 'unknown', name };
  }
  return null;
}

function namesNothing(text: string, at: Surroundings): boolean {
  return !namesTask(text, at.matrix) && !isSure(text, at);
}

/** Where a list asks for somebody's tasks, the name of a stranger may still come close to some word of ours. */
const CERTAIN = 0.9;

function isCertain(text: string, at: Surroundings): boolean {
  const found = at.find(text);
  return found.kind === 'each' || (found.kind === 'sure' && found.hit.score >= CERTAIN);
}

function isSure(text: string, at: Surroundings): boolean {
  return ['sure', 'each'].includes(at.find(text).kind);
}
