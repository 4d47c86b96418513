// What a language brings to understanding: its words for facets, lists, picks, edits and small talk. Patterns meet plain text (see ../plain.ts).
import type { Facet } from '../../chat.ts';
import type { Side } from '../../matrix/party.ts';
import type { Filter, Order } from '../filter.ts';

export type Says =
  | 'hello'
  | 'thanks'
  | 'bye'
  | 'bot'
  | 'well'
  | 'useless'
  | 'laugh'
  | 'test'
  | 'okay'
  | 'never mind'
  | 'friday';

/** `points` may use any words of the facet, because nothing else in the text names a task; `names` stands beside a task. */
export type FacetWords = { facet: Facet; points: RegExp; names?: RegExp };

export type FilterWords = { words: RegExp; gives: Filter };

export type Picks = {
  /** The first is place 0. Numbers in digits need no entry. */
  ordinals: readonly RegExp[];
  last: RegExp;
  /** What stands around a number: `number`, `option`. */
  around: RegExp;
  other: RegExp;
  all: RegExp;
  none: RegExp;
  /** Group `subject`: the words that tell one offered task from the others. */
  about: readonly RegExp[];
};

export type ListWords = {
  /** What turns a question into one about many tasks. */
  cues: RegExp;
  /** Opens with many tasks: no single owner answers it, even where the rest is not understood. */
  many: RegExp;
  count: RegExp;
  /** Asks for everything there is, even where no filter is given. */
  overview: RegExp;
  /** Asks for one owner: no list, whatever else it says. */
  asksOwner: RegExp;
  /** Tells that something is broken instead of asking what is. */
  complaint: RegExp;
  /** Beside a person's name: what would happen without them. */
  absence: RegExp;
  /** Frames whose "I" and "us" name nobody: `can I see`, `for us`. */
  polite: RegExp;
  /** `rather than the provider`, `not with vendors`, `except projects`: what follows is left out. */
  without: RegExp;
  /** `which are not critical`: what comes next is left out. */
  not: RegExp;
  /** `Priya does not do`: the holder before it is left out. */
  lacks: RegExp;
  /** `oldest first`. */
  orders: Record<Order, RegExp>;
  /** Beside a holder: where that one stands in. */
  standsIn: RegExp;
  filters: readonly FilterWords[];
  sides: Record<Side, RegExp>;
  mine: RegExp;
  /** Follows a list: `only the …`, `and in …`. */
  narrows: RegExp;
  /** Names of areas besides the matrix's own, by the area's key in lower case. */
  areas: Readonly<Record<string, string>>;
  /** What stands before and after a name to make it an area where it could also be a kind or a side. */
  areaBefore: string;
  areaAfter: string;
  /** After a name that could be a side, these make it an area too: `vendor tasks`. */
  areaTasks: string;
  /** Where an area is told by what follows a word rather than by a place: `area of projects`. */
  areaIs: string;
  /** What stands between two areas that are both meant, its spaces included; empty where nothing does. */
  joins: string;
  /** What stands before a name nobody knows; group `name`. */
  unknownName: readonly RegExp[];
};

export type SinceWords = {
  changed: RegExp;
  /** Days back from today; `month` and the like mean the first day of the running one. */
  relative: readonly { words: RegExp; back: number | 'week' | 'month' | 'quarter' | 'year' }[];
  /** Group `count` and one of the groups `days`, `weeks`, `months`. */
  last: RegExp;
  /** Stands before a weekday, a month or a date. */
  since: RegExp;
};

export type Words = {
  language: string;
  /** Words stand apart; false where they run together. */
  spaces: boolean;
  /** Frequent words that tell the language; every hit counts. */
  common: RegExp;
  talk: readonly { says: Says; words: RegExp }[];
  help: RegExp;
  /** Words of a question that carry no subject. */
  frame: RegExp;
  /** Words of lists and facets that are understood with a slip of the keyboard; plain text. */
  spelled: readonly string[];
  /** Words that point back to the task just named, or say how one wonders about it. */
  pointing: RegExp;
  /** Words that stand for the task or its owner. */
  pronouns: RegExp;
  facets: readonly FacetWords[];
  /** Asks who does not own a task: `who doesn't run`. */
  denies: RegExp;
  /** Group `subject`: the same question about another task. */
  sameFor: readonly RegExp[];
  /** The part before a comma that takes back what was understood: `not mail flow`, `no`. */
  takesBack: RegExp;
  picks: Picks;
  /** Groups `task` and `to`; `sure` needs no known name in `to`. */
  assign: readonly { words: RegExp; sure: boolean }[];
  /** Whoever `to` may be without being in the matrix: somebody, us, me. */
  anybody: RegExp;
  lists: ListWords;
  since: SinceWords;
};

/** Plain text parts its words by spaces alone, and a space is looked for much faster than the letters of Unicode. */
export const WORD_START = '(?<![^ ])';
export const WORD_END = '(?![^ ])';

/** Matches whole words anywhere. */
export function words(...alternatives: string[]): RegExp {
  return new RegExp(`${WORD_START}(?:${alternatives.join('|')})${WORD_END}`, 'u');
}

/** Matches nothing but the whole text. */
export function exactly(...alternatives: string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`, 'u');
}

/** Every one of these words, for taking them out of a text. */
export function every(list: string): RegExp {
  const alternatives = list.trim().split(/\s+/).join('|');
  return new RegExp(`${WORD_START}(?:${alternatives})${WORD_END}`, 'gu');
}

/** Takes out whole words, one at a time. */
export function isWordwise(pattern: RegExp): boolean {
  return pattern.global && pattern.source.startsWith(WORD_START);
}

/** For writing without spaces: matches inside a run of letters. */
export function within(...alternatives: string[]): RegExp {
  return new RegExp(`(?:${alternatives.join('|')})`, 'u');
}

/** Never matches: the language has no such words. */
export const NEVER = /(?!)/u;
