// The names in one matrix as questions in one language may say them: areas, people and parties, compiled once.
import type { Matrix } from '../matrix/matrix.ts';
import { nameKey, SIDES } from '../matrix/party.ts';
import type { Filter } from './filter.ts';
import { leftOver, plain } from './plain.ts';
import { WORD_END, WORD_START, type Words } from './words/shape.ts';

/** `any` tells most questions at one look that no such name is in them. */
export type Names = { any: RegExp; each: readonly { gives: Filter; says: RegExp }[] };

export type NamesIn = {
  people: Names;
  parties: Names;
  areas: Names;
  /** Areas beside a word that says so: their names could also be a kind, a side or a party. */
  markedAreas: Names;
  everyArea: readonly { area: string; says: RegExp }[];
  /** Two areas or more with a word that joins them; null where the language has none. */
  joinedAreas: RegExp | null;
};

/** A first word stands for a longer name from this length, so that "IT" is not "IT finance". */
const SHORTEST_NAME = 3;

/** The same as long as the matrix is: its copies change, they are not changed. */
export function namesIn(matrix: Matrix, words: Words): NamesIn {
  const known = kept.get(matrix) ?? new Map<Words, NamesIn>();
  kept.set(matrix, known);
  const names = known.get(words) ?? compile(matrix, words);
  known.set(words, names);
  return names;
}

const kept = new WeakMap<Matrix, Map<Words, NamesIn>>();

type Source = { gives: Filter; sources: readonly string[] };

function compile(matrix: Matrix, words: Words): NamesIn {
  const all = areasOf(matrix);
  const firsts = Map.groupBy(all, firstOf);
  const areas = all.map((area) => ({
    area,
    names: areaNames(area, firsts.get(firstOf(area))?.length === 1, words),
  }));
  const bare = areas.filter(
    ({ area }) => !isKind(area, words) && !isSide(area, words) && !isParty(area, matrix),
  );
  return {
    people: names(peopleIn(matrix, words), words),
    parties: names(partiesIn(matrix, words), words),
    areas: names(
      bare.map(({ area, names }) => ({ gives: { area }, sources: [names] })),
      words,
    ),
    markedAreas: names(
      areas.map(({ area, names }) => ({ gives: { area }, sources: marked(area, names, words) })),
      words,
    ),
    everyArea: areas.map(({ area, names }) => ({ area, says: bounded(names, words) })),
    joinedAreas: joined(
      areas.map(({ names }) => names),
      words,
    ),
  };
}

function joined(names: readonly string[], words: Words): RegExp | null {
  const { areaBefore, areaAfter, joins } = words.lists;
  if (joins === '' || names.length < 2) return null;
  const one = `(?:${names.join('|')})`;
  const before = areaBefore === '' ? '' : `(?:${areaBefore} )?`;
  return bounded(`${before}${one}(?:${joins}${before}${one})+(?: ?${areaAfter})?`, words);
}

function names(sources: readonly Source[], words: Words): Names {
  const patterns = sources.map(({ gives, sources }) => ({ gives, source: sources.join('|') }));
  const all = patterns.map(({ source }) => source).join('|');
  return {
    any: all === '' ? /(?!)/ : bounded(all, words),
    each: patterns.map(({ gives, source }) => ({ gives, says: bounded(source, words) })),
  };
}

function marked(area: string, names: string, words: Words): string[] {
  const { lists } = words;
  const after = isKind(area, words) ? lists.areaAfter : `${lists.areaAfter}|${lists.areaTasks}`;
  return [
    lists.areaBefore && `(?:${lists.areaBefore}) ?(?:${names})(?! ?(?:${lists.areaTasks}))`,
    `(?:${names})(?= ?(?:${after}))`,
    lists.areaIs && `(?:${lists.areaIs}) ?(?:${names})`,
  ].filter((source) => source !== '');
}

/** By full name, its first two words, or by a first word that no other party shares. */
function partiesIn(matrix: Matrix, words: Words): Source[] {
  const parties = matrix.parties.map(({ id, name }) => ({ id, name: plain(name) }));
  const firsts = Map.groupBy(parties, ({ name }) => name.split(' ')[0] ?? '');
  return parties.map(({ id, name }) => {
    const [first = ''] = name.split(' ');
    const alone = firsts.get(first)?.length === 1 && first.length > SHORTEST_NAME;
    const two = name.split(' ').slice(0, 2).join(' ');
    const calls = alone && !isSide(first, words) ? [name, two, first] : [name];
    return { gives: { party: id }, sources: called(calls) };
  });
}

/** By full name, and by each part of it that nobody shares. */
function peopleIn(matrix: Matrix, words: Words): Source[] {
  const people = peopleOf(matrix).map((person) => ({ person, parts: plain(person).split(' ') }));
  const holders = Map.groupBy(
    people.flatMap(({ person, parts }) => [...new Set(parts)].map((part) => ({ person, part }))),
    ({ part }) => part,
  );
  return people.map(({ person, parts }) => {
    const own = parts.filter((part) => part.length > 1 && holders.get(part)?.length === 1);
    const calls = [plain(person), ...own].filter(
      (call) => call.length >= SHORTEST_NAME || isOnlyName(call, words),
    );
    return { gives: { person }, sources: called(calls) };
  });
}

/** "Jo" is a name where the language has no such word; "Al" and "An" may be one. */
function isOnlyName(part: string, { frame, pointing, spaces }: Words): boolean {
  return spaces && leftOver(part, frame, pointing).length > 0;
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

function firstOf(name: string): string {
  return plain(name).split(' ')[0] ?? '';
}

/** The matrix's own name in one or many, its first long word where no other begins with it, and what the language calls it. */
function areaNames(area: string, isOnly: boolean, { lists }: Words): string {
  const name = plain(area);
  const first = firstOf(area);
  const alone = isOnly && first.length > SHORTEST_NAME;
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
  return matrix.parties.some(({ name }) => firstOf(name) === firstOf(area));
}

function isAllOf(words: RegExp, name: string): boolean {
  return words.exec(name)?.[0] === name;
}

function called(calls: readonly string[]): string[] {
  return calls.filter((call) => call !== '').map((call) => `${RegExp.escape(call)}s?`);
}

/** Whole words where the language parts its words; else no part of a Latin one. */
function bounded(source: string, { spaces }: Words): RegExp {
  const pattern = spaces
    ? `${WORD_START}(?:${source})${WORD_END}`
    : `(?<![a-z0-9])(?:${source})(?![a-z0-9])`;
  return new RegExp(pattern, 'u');
}
