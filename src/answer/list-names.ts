// Names in a list question: the areas, people and parties of the matrix at hand, and the sides without a name.
import type { Matrix } from '../matrix/matrix.ts';
import { nameKey, SIDES } from '../matrix/party.ts';
import type { Filter } from './filter.ts';
import { plain, without } from './plain.ts';
import type { Words } from './words/shape.ts';

export type Reading = { filter: Filter; rest: string };

/** A first word stands for a longer name from this length, so that "IT" is not "IT finance". */
const SHORTEST_NAME = 3;

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
  const names = peopleOf(matrix);
  for (const person of names) {
    const parts = plain(person).split(' ');
    const unique = parts.filter(
      (part) =>
        part.length >= SHORTEST_NAME &&
        names.filter((other) => plain(other).split(' ').includes(part)).length === 1,
    );
    const found = firstOf([plain(person), ...unique], reading.rest, words);
    if (found) return taking(reading, { person }, found);
  }
  return reading;
}

/** By full name, or by a first word that no other party shares. */
export function readParty(reading: Reading, matrix: Matrix, words: Words): Reading {
  const firstWord = (name: string) => plain(name).split(' ')[0] ?? '';
  for (const { id, name } of matrix.parties) {
    const first = firstWord(name);
    const shared = matrix.parties.filter((party) => firstWord(party.name) === first).length > 1;
    const short = shared || first.length <= SHORTEST_NAME || isSide(first, words) ? [] : [first];
    const found = firstOf([plain(name), ...short], reading.rest, words);
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

export function peopleOf(matrix: Matrix): string[] {
  const holders = matrix.tasks.flatMap(({ ownership, backup }) => [
    ownership.kind === 'owned' ? ownership.lead.person : '',
    backup?.person ?? '',
  ]);
  const all = [...matrix.people.map(({ name }) => name), ...holders];
  return [...new Set(all)].filter((name) => plain(name) !== '');
}

function areasOf(matrix: Matrix): string[] {
  return [...new Set(matrix.tasks.map(({ area }) => area))].filter((area) => plain(area) !== '');
}

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
  return spaces
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u')
    : new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'u');
}
