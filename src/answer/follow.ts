// Facets: asked about the task just named ("and at night?") or beside a task's name ("who covers DNS at night?").
import { FACETS, type Facet } from '../chat.ts';
import { holdsName, withoutHolders } from './list-names.ts';
import type { Surroundings } from './list-words.ts';
import { namesTask } from './naming.ts';
import { leftOver, withoutAll } from './plain.ts';
import type { Words } from './words/shape.ts';

/** An unknown word or two in a follow-up do not name another task; a whole sentence of them tells a new story. */
const MOST_UNKNOWN = 3;
/** Who names a task and a facet needs no more words; symptoms do. */
const MOST_WORDS = 16;

export type Pointed = {
  facet: Facet;
  /** Words that may name another task; none in a plain follow-up. */
  left: string[];
};

/** The facet whose words leave the least of the text unexplained; null where the text has no facet's words. */
export function readPointed(text: string, words: Words, at: Surroundings): Pointed | null {
  const readings = words.facets
    .filter(({ points }) => points.test(text))
    .map(({ facet, points }) => ({ facet, left: leftOf(text, points, words, at) }))
    .sort((a, b) => a.left.length - b.left.length);
  return readings[0] ?? null;
}

function leftOf(text: string, points: RegExp, words: Words, at: Surroundings): string[] {
  const rest = withoutAll(text, points);
  return leftOver(withoutHolders(rest, at.matrix, words), words.pointing);
}

/** Nothing in the text could name a task: it points back, or says nothing. */
export function isPointing(text: string, words: Words, at: Surroundings): boolean {
  return leftOver(withoutHolders(text, at.matrix, words), words.pointing).length === 0;
}

/** A follow-up with odd words in it, none of which names a task; a pronoun or an owner's name says more than they do. */
export function isLoosePointing(
  { left }: Pointed,
  text: string,
  words: Words,
  at: Surroundings,
): boolean {
  if (left.length > MOST_UNKNOWN) return false;
  const found = at.find(left.join(' ')).kind;
  const points = words.pronouns.test(text) || holdsName(text, at.matrix, words);
  if (!points) return found === 'none' && at.find(text).kind !== 'sure';
  return found !== 'sure' && found !== 'each' && !namesTask(left.join(' '), at.matrix);
}

/** A facet beside the name of a task: what is left without its words still finds one. */
export function readNamed(
  text: string,
  words: Words,
  at: Surroundings,
): { facet: Facet; subject: string } | null {
  if (text.split(' ').length > MOST_WORDS) return null;
  for (const { facet, names } of words.facets) {
    if (!names?.test(text)) continue;
    const rest = withoutAll(text, names).replace(/ +/g, ' ').trim();
    const telling = leftOver(withoutHolders(rest, at.matrix, words), words.pointing).join(' ');
    if (telling === '') continue;
    const subject = [rest, telling].find((each) => at.find(each).kind !== 'none');
    if (subject !== undefined) return { facet, subject };
  }
  return null;
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
