// Names in a list question: the areas, people and parties of the matrix at hand, and the sides without a name.
import type { Matrix } from '../matrix/matrix.ts';
import { nameKey, SIDES } from '../matrix/party.ts';
import type { Filter } from './filter.ts';
import { leftOver, plain, without } from './plain.ts';
import type { Words } from './words/shape.ts';

export type Reading = { filter: Filter; rest: string };

/** A first word stands for a longer name from this length, so that "IT" is not "IT finance". */
const SHORTEST_NAME = 3;

/** Looked up on every question, and the same as long as the matrix is: its copies change, they are not changed. */
function keptFor<Value>(compute: (matrix: Matrix) => Value): (matrix: Matrix) => Value {
  const kept = new WeakMap<Matrix, { value: Value }>();
  return (matrix) => {
    const known = kept.get(matrix) ?? { value: compute(matrix) };
    kept.set(matrix, known);
    return known.value;
  };
}

/** Names that could also be a kind, a side or a party are areas only beside a word that says so. */
export function readMarkedArea(reading: Reading, matrix: Matrix, words: Words): Reading {
  const { lists } = words;
  for (const area of areasOf(matrix)) {
    const names = areaNames(area, matrix, words);
    const after = isKind(area, words) ? lists.areaAfter : `${lists.areaAfter}|${lists.areaTasks}`;
    const beside = [
      lists.areaBefore && `(?:${lists.areaBefore}) ?(?:${names})(?! ?(?:${lists.areaTasks}))`,
      `(?:${names})(?= ?(?:${after}))`,
      lists.areaIs && `(?:${lists.areaIs}) ?(?:${names})`,
    ].filter((part) => part !== '');
    const found = bounded(beside.join('|'), words).exec(reading.rest);
    if (found) return taking(reading, { area }, found[0]);
  }
  return reading;
}

export function readArea(reading: Reading, matrix: Matrix, words: Words): Reading {
  if (reading.filter.area) return reading;
  for (const area of areasOf(matrix)) {
    if (isKind(area, words) || isSide(area, words) || isParty(area, matrix)) continue;
    const found = bounded(areaNames(area, matrix, words), words).exec(reading.rest);
    if (found) return taking(reading, { area }, found[0]);
  }
  return reading;
}

export function readPerson(reading: Reading, matrix: Matrix, words: Words): Reading {
  for (const { person, calls } of callsOf(matrix)) {
    const known = calls.filter((call) => call.length >= SHORTEST_NAME || isOnlyName(call, words));
    const found = firstOf(known, reading.rest, words);
    if (found) return taking(reading, { person }, found);
  }
  return reading;
}

/** "Jo" is a name where the language has no such word; "Al" and "An" may be one. */
function isOnlyName(part: string, { frame, pointing, spaces }: Words): boolean {
  return spaces && leftOver(part, frame, pointing).length > 0;
}

/** By full name, its first two words, or by a first word that no other party shares. */
export function readParty(reading: Reading, matrix: Matrix, words: Words): Reading {
  for (const { id, name, short } of partyNamesOf(matrix)) {
    const two = name.split(' ').slice(0, 2).join(' ');
    const calls = short === '' || isSide(short, words) ? [name] : [name, two, short];
    const found = firstOf(calls, reading.rest, words);
    if (found) return taking(reading, { party: id }, found);
  }
  return reading;
}

export function readSide(reading: Reading, _matrix: Matrix, words: Words): Reading {
  const { filter, rest } = reading;
  for (const side of ['msp', 'vendor', 'internal'] as const) {
    const pattern = words.lists.sides[side];
    if (!pattern.test(rest)) continue;
    const taken = filter.shared || filter.party ? {} : { side };
    const without = rest.replaceAll(new RegExp(pattern.source, 'gu'), ' ');
    return { filter: { ...filter, ...taken }, rest: without };
  }
  return reading;
}

/** People and parties go from the text, whoever they are: what is left may name a task. */
export function withoutHolders(text: string, matrix: Matrix, words: Words): string {
  const none: Reading = { filter: {}, rest: text };
  const steps = [readPerson, readParty, readSide];
  return steps.reduce((reading, read) => read(reading, matrix, words), none).rest;
}

export function holdsName(text: string, matrix: Matrix, words: Words): boolean {
  return withoutHolders(text, matrix, words) !== text;
}

export const peopleOf = keptFor((matrix: Matrix): string[] => {
  const holders = matrix.tasks.flatMap(({ ownership, backup }) => [
    ownership.kind === 'owned' ? ownership.lead.person : '',
    backup?.person ?? '',
  ]);
  const all = [...matrix.people.map(({ name }) => name), ...holders];
  return [...new Set(all)].filter((name) => plain(name) !== '');
});

const areasOf = keptFor((matrix: Matrix): string[] =>
  [...new Set(matrix.tasks.map(({ area }) => area))].filter((area) => plain(area) !== ''),
);

/** Plain names of parties; `short` is empty where a first word would not do. */
const partyNamesOf = keptFor((matrix: Matrix) => {
  const parties = matrix.parties.map(({ id, name }) => ({ id, name: plain(name) }));
  const firsts = Map.groupBy(parties, ({ name }) => name.split(' ')[0] ?? '');
  return parties.map((party) => {
    const [first = ''] = party.name.split(' ');
    const alone = firsts.get(first)?.length === 1 && first.length > SHORTEST_NAME;
    return { ...party, short: alone ? first : '' };
  });
});

/** How a person may be called: the full name, and each part of it that nobody shares. */
const callsOf = keptFor((matrix: Matrix): { person: string; calls: string[] }[] => {
  const people = peopleOf(matrix).map((person) => ({ person, parts: plain(person).split(' ') }));
  const holders = Map.groupBy(
    people.flatMap(({ person, parts }) => [...new Set(parts)].map((part) => ({ person, part }))),
    ({ part }) => part,
  );
  return people.map(({ person, parts }) => ({
    person,
    calls: [
      plain(person),
      ...parts.filter((part) => part.length > 1 && holders.get(part)?.length === 1),
    ],
  }));
});

/** The matrix's own name in one or many, its first long word where that is unique, and what the language calls it. */
function areaNames(area: string, matrix: Matrix, { lists }: Words): string {
  const name = plain(area);
  const [first = ''] = name.split(' ');
  const alone =
    first.length > SHORTEST_NAME &&
    areasOf(matrix).filter((other) => plain(other).split(' ')[0] === first).length === 1;
  const stem = name.replace(/(?:es|s)$/, '');
  const own = [`${RegExp.escape(name)}`, `${RegExp.escape(stem)}(?:e?s)?`];
  const known = lists.areas[nameKey(area)];
  return [...own, ...(alone ? [RegExp.escape(first)] : []), ...(known ? [known] : [])].join('|');
}

function isKind(name: string, { lists }: Words): boolean {
  return lists.filters.some(({ words, gives }) => gives.kind && isAllOf(words, plain(name)));
}

function isSide(name: string, { lists }: Words): boolean {
  return SIDES.some((side) => isAllOf(lists.sides[side], plain(name)));
}

function isParty(area: string, matrix: Matrix): boolean {
  return matrix.parties.some(({ name }) => plain(name).split(' ')[0] === plain(area).split(' ')[0]);
}

function isAllOf(words: RegExp, name: string): boolean {
  return words.exec(name)?.[0] === name;
}

function firstOf(names: string[], text: string, words: Words): string | null {
  for (const name of names) {
    const found = name === '' ? null : bounded(`${RegExp.escape(name)}s?`, words).exec(text);
    if (found) return found[0];
  }
  return null;
}

function taking({ filter, rest }: Reading, gives: Filter, found: string): Reading {
  return { filter: { ...filter, ...gives }, rest: without(rest, found) };
}

/** Names come from the matrix: escaped, and whole words where the language parts its words. */
function bounded(source: string, { spaces }: Words): RegExp {
  const pattern = spaces
    ? `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`
    : `(?<![a-z0-9])(?:${source})(?![a-z0-9])`;
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  if (patterns.size < MOST_PATTERNS) patterns.set(pattern, known);
  return known;
}

/** The names of a hundred organisations; making a pattern takes longer than using it. */
const MOST_PATTERNS = 20_000;
const patterns = new Map<string, RegExp>();
