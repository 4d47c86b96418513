// What a person asks for: the words of a question → one of a few intents. Which task is meant is match/'s business.
import type { Facet } from '../chat.ts';
import type { Memory } from '../store.ts';
import { type Assign, readAssign } from './assign.ts';
import type { Filter } from './filter.ts';
import {
  asFacet,
  isLoosePointing,
  isPointing,
  isUnclear,
  readInstead,
  readNamed,
  readPointed,
  readSameFor,
} from './follow.ts';
import { holdsName } from './list-names.ts';
import { type ListRead, readList, readNarrowed, type Surroundings } from './list-words.ts';
import { type Pick, readPick } from './pick.ts';
import { LONGEST_ASKED, plain, sentences, spoken } from './plain.ts';
import { respelled } from './spelling.ts';
import type { Says, Words } from './words/shape.ts';

export type Asked =
  | { kind: 'courtesy'; says: Says }
  | { kind: 'help' }
  | Assign
  | ListRead
  | Pick
  /** About the tasks named a moment ago. */
  | { kind: 'follow-up'; facet: Facet; unclear?: true }
  | AboutTask;

/**
 * `subject` is the question without the words of the facet; `whole` is all of it. `same`: as asked just now, of
 * another task. `many`: asks for many tasks, or for one that a pronoun
 * stands for, so that naming one would be no answer.
 */
export type AboutTask = {
  kind: 'about';
  facet: Facet;
  subject: string;
  whole: string;
  same: boolean;
  many: boolean;
  /** Asks who does not own it. */
  not?: true;
};

export type Looking = Surroundings & { memory: Memory | null };

export function understand(text: string, looking: Looking): Asked {
  const whole = text.replace(/\s+/g, ' ').trim();
  const about: AboutTask = {
    kind: 'about',
    facet: 'owner',
    subject: whole,
    whole,
    same: false,
    many: false,
  };
  if (whole.length > LONGEST_ASKED) return about;
  const said = plain(whole);
  if (said === '') return isPicture(whole) ? { kind: 'courtesy', says: 'okay' } : { kind: 'help' };
  const languages = spoken(said);
  const readers = [readNarrow, readTalk, readBack, readWish, readLists, readAbout];
  for (const read of readers) {
    for (const words of languages) {
      const asked = read(said, words, looking, whole);
      if (asked?.kind === 'unknown') return readRespelled(said, languages, looking) ?? asked;
      if (asked) return asked;
    }
  }
  const many = languages.some(({ lists }) => lists.many.test(said));
  const not = languages.some(({ denies }) => denies.test(said));
  return (
    readRespelled(said, languages, looking) ?? { ...about, many, ...(not ? { not: true } : {}) }
  );
}

/** With its slips mended a text may turn out to be a list or a follow-up, and nothing else. */
function readRespelled(said: string, languages: readonly Words[], looking: Looking): Asked | null {
  for (const words of languages) {
    const mended = respelled(said, words, looking.matrix);
    if (mended === null) continue;
    for (const read of [readLists, readAbout]) {
      const asked = read(mended, words, looking, mended);
      if (asked?.kind === 'list' || asked?.kind === 'follow-up') return asked;
    }
  }
  return null;
}

type Reader = (said: string, words: Words, looking: Looking, whole: string) => Asked | null;

const readTalk: Reader = (said, words, { memory, matrix }) => {
  const pick = readPick(said, words, memory, matrix);
  if (pick) return pick;
  if (words.help.test(said)) return { kind: 'help' };
  const courtesy = words.talk.find((entry) => entry.words.test(said));
  return courtesy ? { kind: 'courtesy', says: courtesy.says } : null;
};

/** "Is it overdue?" is about the task just named; "what is overdue?" is a list. */
const readBack: Reader = (said, words, looking) => {
  if (!isNamed(looking) || !words.pronouns.test(said)) return null;
  const assign = readAssign(said, words, looking);
  if (assign) return assign;
  const pointed = readPointed(said, words, looking);
  return pointed?.left.length === 0 ? { kind: 'follow-up', facet: pointed.facet } : null;
};

const readWish: Reader = (said, words, looking) => readAssign(said, words, looking);

const readNarrow: Reader = (said, words, looking) => {
  const { memory } = looking;
  return memory && memory.named.length === 0 && memory.question !== ''
    ? readNarrowed(said, plain(memory.question), words, looking)
    : null;
};

const readLists: Reader = (said, words, looking, whole) => {
  const list = readList(said, words, looking);
  if (list?.kind === 'list' && isAboutHolder(list.filter, said, words, looking)) return null;
  return list ?? readOneSentence(whole, words, looking);
};

/** "What if Sam is off?" after a task of Sam's asks for the backup; without one, for all that is Sam's. */
function isAboutHolder(filter: Filter, said: string, words: Words, looking: Looking): boolean {
  const { person, party, side, nights, ...others } = filter;
  if (!isNamed(looking) || Object.keys(others).length > 0) return false;
  // "What about 2 am?" asks on; "what matters at night" asks for a list.
  if (nights === 'matter' && !words.sameFor.some((form) => form.test(said))) return false;
  return readPointed(said, words, looking)?.left.length === 0;
}

/** Longer texts tell a story that ends in a sigh: "does nobody check these things?" */
const MOST_IN_SENTENCES = 15;

/** "What has no owner? Board's asking." – the list in one sentence, and nothing that matters in the others. */
function readOneSentence(whole: string, words: Words, looking: Looking): Asked | null {
  const parts = sentences(whole);
  if (parts.length < 2 || whole.split(' ').length > MOST_IN_SENTENCES) return null;
  for (const part of parts) {
    const list = readList(part, words, looking);
    if (list?.kind !== 'list' || Object.keys(list.filter).length === 0) continue;
    const others = parts.filter((other) => other !== part);
    const quiet = others.every(
      (other) => !words.lists.asksOwner.test(other) && looking.find(other).kind !== 'sure',
    );
    if (quiet) return list;
  }
  return null;
}

const readAbout: Reader = (said, words, looking, whole) =>
  isNamed(looking)
    ? readAfterNamed(said, words, looking, whole)
    : (readNamedTask(said, words, looking, whole) ?? readAlone(said, words, looking, whole));

const readNamedTask: Reader = (said, words, looking, whole) => {
  const named = readNamed(said, words, looking);
  return named && { kind: 'about', ...named, whole, same: false, many: false };
};

const readAfterNamed: Reader = (said, words, looking, whole) => {
  const pointed = readPointed(said, words, looking);
  if (pointed?.left.length === 0) return { kind: 'follow-up', facet: pointed.facet };
  if (isPointing(said, words, looking)) return { kind: 'follow-up', facet: 'owner' };
  const back = words.pronouns.test(said);
  const loose = pointed && isLoosePointing(pointed, said, words, looking);
  if (back && loose) return { kind: 'follow-up', facet: pointed.facet };
  const named = readNamedTask(said, words, looking, whole);
  if (named) return named;
  if (loose) return { kind: 'follow-up', facet: pointed.facet };
  const unclear = back && isUnclear(said, words, looking);
  const same = readInstead(whole, words) ?? readSameFor(said, words, looking);
  const another = same !== null && (!unclear || looking.find(same).kind !== 'none');
  if (another) return sameAs(same, whole, looking.memory);
  if (unclear) return { kind: 'follow-up', facet: 'owner', unclear };
  // "Who replaces it when it is old?": what "it" is may not be what the other words say.
  return words.pronouns.test(said.split(' ').slice(0, SOON).join(' '))
    ? { kind: 'about', facet: 'owner', subject: whole, whole, same: false, many: true }
    : null;
};

const readAlone: Reader = (said, words, looking, whole) => {
  const { memory } = looking;
  const pointed = readPointed(said, words, looking);
  const bare = pointed?.left.length === 0;
  if (isPointing(said, words, looking)) {
    const asked = words.pronouns.test(said) || isAsked(said, words, looking);
    return asked ? { kind: 'follow-up', facet: bare ? pointed.facet : 'owner' } : null;
  }
  const same = memory && (readInstead(whole, words) ?? readSameFor(said, words, looking));
  if (isOpen(memory) && same !== null) return sameAs(same, whole, memory);
  return bare && isShort(said) && isAsked(said, words, looking)
    ? { kind: 'follow-up', facet: pointed.facet }
    : null;
};

function sameAs(subject: string, whole: string, memory: Memory | null): AboutTask {
  const facet = asFacet(memory?.facet ?? '');
  return { kind: 'about', facet, subject, whole, same: true, many: false };
}

/** Something particular was asked, and which task it was asked about is still to be picked. */
function isOpen(memory: Memory | null): boolean {
  return memory !== null && memory.offered.length > 0 && asFacet(memory.facet) !== 'owner';
}

/** Nothing is named. Choices just offered make a short "since when?" theirs; asking which one beats guessing a task. */
function isAsked(said: string, words: Words, { memory, matrix, find }: Looking): boolean {
  const open = memory !== null && memory.offered.length > 0;
  const short = said.split(' ').length <= MOST_BARE_WORDS;
  const back = words.pronouns.test(said) || holdsName(said, matrix, words);
  if (open && (back || short)) return true;
  const found = find(said).kind;
  return words.pronouns.test(said) ? found !== 'sure' : found === 'none';
}

/** "Who replaces it" points back so soon; in "machines that were deployed" the word comes later and does not. */
const SOON = 3;
/** With choices open, this few words of a facet ask it of them. */
const MOST_BARE_WORDS = 4;
/** Longer texts that point at nothing are about something the matrix does not have. */
const MOST_POINTING_WORDS = 5;

function isShort(said: string): boolean {
  return said.split(' ').length <= MOST_POINTING_WORDS;
}

function isNamed({ memory }: Looking): boolean {
  return memory !== null && memory.named.length > 0;
}

function isPicture(text: string): boolean {
  return /\p{Extended_Pictographic}/u.test(text);
}
