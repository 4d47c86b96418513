// Facets: asked about the task just named ("and at night?") or beside a task's name ("who covers DNS at night?").
import { FACETS, type Facet } from '../chat.ts';
import { FRAME } from '../match/plain-words.ts';
import { holdsName, withoutHolders } from './list-names.ts';
import type { Surroundings } from './list-words.ts';
import { namesTask } from './naming.ts';
import { leftOver, plain, withoutAll } from './plain.ts';
import type { FacetWords, Words } from './words/shape.ts';

/** An unknown word or two in a follow-up do not name another task; a whole sentence of them tells a new story. */
const MOST_UNKNOWN = 3;
/** Without a pronoun or a name, two of them are a new question ("who is the works council chair"). */
const MOST_ODD = 1;
/** Who names a task and a facet needs no more words; symptoms do. */
const MOST_WORDS = 16;

/** So many words that all belong to a facet or to any question ask on; more tell a story. */
const MOST_PLAIN = 8;

export type Pointed = {
  facet: Facet;
  /** Words that may name another task; none in a plain follow-up. */
  left: string[];
};

/**
 * The facet whose words leave the least of the text unexplained, and of two alike the one that explains more of it
 * ("how long is that ok for" before "how long"); null where the text has no facet's words.
 */
export function readPointed(text: string, words: Words, at: Surroundings): Pointed | null {
  const said = words.facets.filter(({ points }) => points.test(text));
  const readings = said
    .map(({ facet, points }) => {
      const rest = withoutAll(text, points);
      return { facet, length: rest.length, left: tellingWords(rest, words, at) };
    })
    .sort((a, b) => a.left.length - b.left.length || a.length - b.length);
  const [best] = readings;
  if (!best || best.left.length === 0 || said.length === 1) return best ?? null;
  // "Are they reachable at night": two facets, and no word that names a task.
  const rest = said.reduce((soFar, { points }) => withoutAll(soFar, points), text);
  const left = tellingWords(rest, words, at);
  const first = MOST_TELLING.find((facet) => readings.some((each) => each.facet === facet));
  return left.length === 0 && first ? { facet: first, left } : best;
}

/** Of several facets in one question, the first of these is what it is about. */
const MOST_TELLING: readonly Facet[] = [
  'after_hours',
  'backup',
  'next_review',
  'history',
  'reason',
  'contact',
  'status',
];

function byTelling(a: FacetWords, b: FacetWords): number {
  return MOST_TELLING.indexOf(a.facet) - MOST_TELLING.indexOf(b.facet);
}

function tellingWords(text: string, words: Words, at: Surroundings): string[] {
  return leftOver(withoutHolders(text, at.matrix, words), words.pointing);
}

/** Nothing in the text could name a task: it points back, or says nothing. */
export function isPointing(text: string, words: Words, at: Surroundings): boolean {
  return tellingWords(text, words, at).length === 0;
}

/** A follow-up with odd words in it, none of which names a task; a pronoun or an owner's name says more than they do. */
export function isLoosePointing(
  { left }: Pointed,
  text: string,
  words: Words,
  at: Surroundings,
): boolean {
  const unknown = unknownOf(left);
  if (unknown.length > MOST_UNKNOWN) return false;
  const rest = unknown.join(' ');
  // A word that comes near a task ("when it is old") names it less than a pronoun names the one before.
  if (pointsFirst(text, unknown, words)) return !mayName(rest, words, at);
  // "Does anybody pick up on a Saturday" sounds like a task for nights, and says nothing but the facet.
  if (rest === '' && text.split(' ').length <= MOST_PLAIN) return true;
  const found = rest === '' ? 'none' : at.find(rest).kind;
  if (holdsName(text, at.matrix, words)) {
    return found !== 'sure' && found !== 'each' && !namesTask(rest, at.matrix);
  }
  return unknown.length <= MOST_ODD && found === 'none' && at.find(text).kind !== 'sure';
}

/** It points back, names no task, and its words are those of no facet. */
export function isUnclear(text: string, words: Words, at: Surroundings): boolean {
  const unknown = unknownOf(tellingWords(text, words, at));
  if (unknown.length > MOST_UNKNOWN || !pointsFirst(text, unknown, words)) return false;
  if (mayName(unknown.join(' '), words, at)) return false;
  return unknown.length === 0 || !['sure', 'each'].includes(at.find(text).kind);
}

/** What is not English has its articles among the pronouns, and its words are seldom those of the matrix. */
function mayName(rest: string, { language }: Words, at: Surroundings): boolean {
  if (namesTask(rest, at.matrix)) return true;
  return language !== 'en' && rest !== '' && at.find(rest).kind !== 'none';
}

/** What frames a question names nothing. */
function unknownOf(left: readonly string[]): string[] {
  return left.filter((word) => !FRAME.has(word));
}

/** In "the lift, who fixes it" the pronoun stands for a word before it, and not for the task before. */
function pointsFirst(text: string, unknown: readonly string[], words: Words): boolean {
  const place = words.pronouns.exec(text)?.index;
  return place !== undefined && unknown.every((word) => text.indexOf(word) > place);
}

/** A facet beside the name of a task: what is left without its words still finds one. */
export function readNamed(
  text: string,
  words: Words,
  at: Surroundings,
): { facet: Facet; subject: string } | null {
  if (text.split(' ').length > MOST_WORDS) return null;
  for (const { facet, names } of words.facets.toSorted(byTelling)) {
    if (!names?.test(text)) continue;
    const rest = withoutAll(text, names).replace(/ +/g, ' ').trim();
    const telling = tellingWords(rest, words, at).join(' ');
    if (telling === '') continue;
    const whole = at.find(rest).kind;
    if (whole === 'sure') return { facet, subject: rest };
    const bare = at.find(telling).kind;
    if (whole === 'none' && bare === 'none') continue;
    return { facet, subject: bare === 'sure' || whole === 'none' ? telling : rest };
  }
  return null;
}

/** "Not mail flow, mailboxes": what is meant instead. */
export function readInstead(whole: string, words: Words): string | null {
  const [first = '', ...others] = whole.split(/[,;、，–—]|\.(?= )|(?<=なくて)|(?<=ではなく)/u);
  const rest = others.join(' ').trim();
  return rest !== '' && words.takesBack.test(plain(first)) ? rest : null;
}

/** `and for printing?`, `what about the wifi`: what it asks about. */
export function readSameFor(text: string, words: Words, at: Surroundings): string | null {
  for (const form of words.sameFor) {
    const subject = form.exec(text)?.groups?.['subject'];
    if (subject !== undefined && !isPointing(subject, words, at)) return subject;
  }
  return null;
}

export function asFacet(text: string): Facet {
  return FACETS.find((facet) => facet === text) ?? 'owner';
}
