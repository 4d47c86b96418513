// Which names may be one party under several names. Only asked about: nothing is merged by itself.
import { nameKey } from '../../matrix/party.ts';
import { edits } from '../edits.ts';

/** Each pair is two names as written, the one that stays first. */
export type Lookalike = [string, string];

/** Comparing every name with every other costs the square; lists of people are longer and are not compared. */
const MOST = 200;
const MOST_PAIRS = 20;

const FILLER =
  /^(?:the|a|role|roles|team|teams|dept|department|group|division|unit|inc|ltd|llc|gmbh|ag|corp|corporation|co|company|sa|sas|srl|side|der|die|das|le|la|el|équipe|equipo|abteilung|株式会社)$/;

/** `known` names stay; `apart` says that two names head columns of one table, where likeness means less. */
export function lookalikes(
  names: readonly string[],
  known: readonly string[],
  apart: boolean,
): Lookalike[] {
  if (names.length > MOST) return [];
  const have = new Set(known.map(nameKey));
  const fresh = names.filter((name) => !have.has(nameKey(name)));
  const pairs: Lookalike[] = [];
  for (const [index, name] of fresh.entries()) {
    for (const other of known.slice(0, MOST)) {
      if (alike(other, name, false)) pairs.push([other, name]);
    }
    for (const other of names.filter((each) => have.has(nameKey(each)))) {
      if (!known.includes(other) && alike(other, name, apart)) pairs.push([other, name]);
    }
    for (const other of fresh.slice(index + 1)) {
      if (alike(name, other, apart))
        pairs.push(name.startsWith(`${other} (`) ? [other, name] : [name, other]);
    }
  }
  const seen = new Set<string>();
  const distinct = pairs.filter(([a, b]) => {
    const key = `${nameKey(a)}\n${nameKey(b)}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.slice(0, MOST_PAIRS);
}

function alike(a: string, b: string, apart: boolean): boolean {
  if (nameKey(a) === nameKey(b)) return false;
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (digits(a) !== digits(b) || first.length === 0 || second.length === 0) return false;
  const [joined, other] = [first.join(''), second.join('')];
  if (joined === other) return true;
  if (isInitial(first, second) || isInitial(second, first)) return true;
  if (isAcronym(a, second) || isAcronym(b, first)) return true;
  if (isSlip(joined, other)) return true;
  if (apart) return false;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.every((word) => long.includes(word)) && short.join('').length >= 4;
}

function wordsOf(name: string): string[] {
  const words = nameKey(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !FILLER.test(word));
  return telling.length > 0 ? telling : words;
}

const digits = (name: string) => name.replace(/\D+/g, '');

function isAcronym(name: string, words: readonly string[]): boolean {
  const letters = name.trim().toLowerCase();
  if (words.length < 2 || letters.length !== words.length || !/^\p{L}+$/u.test(letters))
    return false;
  return words.every((word, index) => word.startsWith(letters[index] ?? ' '));
}

/** `D. Whitfield` and `Dana Whitfield`. */
function isInitial(short: readonly string[], long: readonly string[]): boolean {
  const [initial = '', name = ''] = [short[0], long[0]];
  const rest = short.slice(1).join(' ');
  return (
    initial.length === 1 &&
    name.length > 1 &&
    name.startsWith(initial) &&
    rest.length > 1 &&
    rest === long.slice(1).join(' ')
  );
}

/** One letter wrong, or two in a long name. Plurals are one letter. */
function isSlip(a: string, b: string): boolean {
  const allowed = Math.min(a.length, b.length) >= 10 ? 2 : 1;
  return Math.min(a.length, b.length) >= 5 && edits(a, b, allowed) <= allowed;
}
