// What a person asks for: the words of a question → one of a few intents. Which task is meant is match/'s business.
import type { Facet } from '../chat.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Memory } from '../store.ts';
import type { Filter } from './filter.ts';
import { readFilter } from './list-words.ts';
import {
  ASSIGN,
  FACET_WORDS,
  GOODBYE,
  GREETING,
  HELP,
  ORDINALS,
  POINTING,
  SAME_FOR,
  THANKS,
} from './vocabulary.ts';

export type Asked =
  | { kind: 'courtesy'; says: 'hello' | 'thanks' | 'bye' }
  | { kind: 'help' }
  | { kind: 'assign'; subject: string; to: string }
  | { kind: 'list'; filter: Filter; count: boolean }
  /** One of the choices just offered, by its place. */
  | { kind: 'pick'; place: number }
  /** About the tasks named a moment ago. */
  | { kind: 'follow-up'; facet: Facet }
  /** `subject` is the question without the words of the facet; `whole` is all of it. */
  | { kind: 'about'; facet: Facet; subject: string; whole: string };

const COUNT = /\b(?:how many|count|number of)\b/i;

export function understand(text: string, memory: Memory | null, matrix: Matrix): Asked {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (GREETING.test(whole)) return { kind: 'courtesy', says: 'hello' };
  if (THANKS.test(whole)) return { kind: 'courtesy', says: 'thanks' };
  if (GOODBYE.test(whole)) return { kind: 'courtesy', says: 'bye' };
  if (HELP.test(whole)) return { kind: 'help' };
  const place = ORDINALS.findIndex((ordinal) => ordinal.test(whole));
  if (place >= 0 && memory && memory.offered.length > 0) {
    return { kind: 'pick', place: Math.min(place, memory.offered.length - 1) };
  }
  const assign = readAssign(whole, memory);
  if (assign) return assign;
  const filter = readFilter(whole, matrix);
  if (filter) return { kind: 'list', filter, count: COUNT.test(whole) };
  return readAbout(whole, memory);
}

function readAssign(whole: string, memory: Memory | null): Asked | null {
  for (const form of ASSIGN) {
    const groups = form.exec(whole)?.groups;
    if (!groups) continue;
    const subject = groups['task'] ?? '';
    const points = isPointing(subject) && memory?.named[0] !== undefined;
    return { kind: 'assign', subject: points ? '' : subject, to: groups['to'] ?? '' };
  }
  return null;
}

function readAbout(whole: string, memory: Memory | null): Asked {
  const named = memory !== null && memory.named.length > 0;
  for (const { facet, words } of FACET_WORDS) {
    const found = words.exec(whole);
    if (!found) continue;
    const subject = whole.replace(found[0], ' ').replace(/\s+/g, ' ').trim();
    if (!isPointing(subject)) return { kind: 'about', facet, subject, whole };
    if (named) return { kind: 'follow-up', facet };
  }
  const same = SAME_FOR.exec(whole)?.groups?.['subject'];
  if (same !== undefined && named && !isPointing(same)) {
    return { kind: 'about', facet: asFacet(memory.facet), subject: same, whole: same };
  }
  if (named && isPointing(whole)) return { kind: 'follow-up', facet: 'owner' };
  return { kind: 'about', facet: 'owner', subject: whole, whole };
}

/** Nothing in the text could name a task: it points back, or says nothing. */
function isPointing(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => POINTING.test(word) || /^[dst]$|^ll$|^re$|^ve$|^m$/i.test(word));
}

function asFacet(text: string): Facet {
  return FACET_WORDS.find(({ facet }) => facet === text)?.facet ?? 'owner';
}
