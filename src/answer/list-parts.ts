// The parts of a list question: its filters, names, days, order and exceptions, each taking its words out of the text.
import type { Day } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { type Filter, ORDERS, type Order } from './filter.ts';
import {
  type Reading,
  readArea,
  readJoinedAreas,
  readMarkedArea,
  readParty,
  readPerson,
  readSide,
} from './list-names.ts';
import { without, withoutAll } from './plain.ts';
import { readSince } from './since.ts';
import type { Words } from './words/shape.ts';

export type Parts = Reading & { order: Order | null };

type At = { matrix: Matrix; today: Day };

export function readParts(text: string, words: Words, { matrix, today }: At): Parts {
  const since = readSince(text, words, today);
  const start: Reading = since
    ? { filter: { changedSince: since.day }, rest: since.rest }
    : { filter: {}, rest: text };
  // "Number of projects" counts projects; only "in projects" is an area.
  const counted = words.spaces ? without(start.rest, words.lists.count) : start.rest;
  const { order, rest } = readOrder(counted, words);
  const polite = { ...start, rest: without(rest, words.lists.polite) };
  const read =
    readExcept(polite, words, matrix) ??
    readStandIn(polite, words, matrix) ??
    readAll(polite, words, matrix);
  return { ...read, order };
}

function readAll(reading: Reading, words: Words, matrix: Matrix): Reading {
  return readMine(readNames(readConcepts(reading, words, matrix), words, matrix), words);
}

function readConcepts(reading: Reading, words: Words, matrix: Matrix): Reading {
  const areas = readJoinedAreas(reading, matrix, words);
  return readFilters(readMarkedArea(areas, matrix, words), words);
}

/** "All but the projects", "what does Priya not do", "rather than the provider"; null where nothing is left out. */
function readExcept(reading: Reading, words: Words, matrix: Matrix): Reading | null {
  const { lists } = words;
  const { rest } = reading;
  // "Not accepted yet" is a status: what its words take does not leave anything out.
  const open = readConcepts(reading, words, matrix).rest;
  for (const { says, reach } of [
    { says: lists.lacks, reach: 'before' },
    { says: lists.without, reach: 'after' },
  ] as const) {
    const cut = says.test(open) ? says.exec(rest) : null;
    if (!cut) continue;
    const sides = [rest.slice(0, cut.index), rest.slice(cut.index + cut[0].length)];
    const [before, after] = sides.map((part) => readAll({ filter: {}, rest: part }, words, matrix));
    if (!before || !after) continue;
    const taken = reach === 'before' ? before : after;
    const kept = reach === 'before' ? after : before;
    const split = splitExcepted(taken.filter, kept.filter, reach);
    if (split === null) continue;
    const filter = { ...reading.filter, ...keptOf(kept.filter, split), ...split };
    return { filter, rest: `${before.rest} ${after.rest}` };
  }
  return readNot(reading, open, words, matrix);
}

/** So many words after a bare "not" may be what is left out: "not very critical". */
const MOST_NEGATED = 3;

/** "Which are not critical": a bare "not" leaves out what follows at once, and never an area. */
function readNot(reading: Reading, open: string, words: Words, matrix: Matrix): Reading | null {
  const cut = words.lists.not.test(open) ? words.lists.not.exec(reading.rest) : null;
  if (!cut) return null;
  const after = reading.rest
    .slice(cut.index + cut[0].length)
    .trim()
    .split(' ');
  const next = after.slice(0, MOST_NEGATED).join(' ');
  const taken = readAll({ filter: {}, rest: next }, words, matrix);
  const { area, otherAreas, ...except } = taken.filter;
  if (Object.keys(except).length === 0) return null;
  const others = `${reading.rest.slice(0, cut.index)} ${after.slice(MOST_NEGATED).join(' ')}`;
  const kept = readAll({ filter: reading.filter, rest: others }, words, matrix);
  const place = area === undefined ? {} : { area, ...(otherAreas ? { otherAreas } : {}) };
  return {
    filter: { ...place, ...kept.filter, except },
    rest: `${kept.rest} ${taken.rest}`,
  };
}

/** Which of the parts beside the cut are left out; null where none is. */
function splitExcepted(taken: Filter, kept: Filter, reach: 'before' | 'after'): Filter | null {
  const { area, otherAreas, ...others } = taken;
  const place = area === undefined ? {} : { area, ...(otherAreas ? { otherAreas } : {}) };
  const holder = holderOf(taken);
  if (reach === 'before') {
    if (holder === null) return null;
    const rest = Object.fromEntries(Object.entries(taken).filter(([part]) => !(part in holder)));
    return { ...rest, except: holder };
  }
  // "Vendors rather than the MSP": the one that is wanted leaves the other out by itself.
  const wanted = holderOf(kept);
  if (holder !== null && wanted !== null && !isSame(holder, wanted)) return {};
  if (holder === null && area !== undefined && kept.area !== undefined) return {};
  if (Object.keys(taken).length === 0) return null;
  // "What is not with the provider in cloud" stays in cloud.
  return holder === null ? { except: taken } : { ...place, except: others };
}

/** "Outsourced, but not to the provider": what is left out is not wanted as well. */
function keptOf(kept: Filter, { except }: Filter): Filter {
  const wanted = holderOf(kept);
  const holder = except ? holderOf(except) : null;
  if (wanted === null || holder === null) return kept;
  const { party, side, person, mine, ...others } = kept;
  return others;
}

function isSame(a: Filter, b: Filter): boolean {
  const parts = (filter: Filter) => JSON.stringify(Object.entries(filter).sort());
  return parts(a) === parts(b);
}

function holderOf({ party, side, person, mine }: Filter): Filter | null {
  if (party !== undefined) return { party };
  if (side !== undefined) return { side };
  if (person !== undefined) return { person };
  return mine ? { mine } : null;
}

function readNames(reading: Reading, words: Words, matrix: Matrix): Reading {
  return [readArea, readPerson, readParty, readSide].reduce(
    (soFar, read) => read(soFar, matrix, words),
    reading,
  );
}

/**
 * Longer phrases stand first; each takes its words out of the question. Said twice, or as a gap beside what kind of
 * gap it is ("gaps that we accepted"), a thing counts once.
 */
function readFilters({ filter, rest }: Reading, { lists }: Words): Reading {
  const given: Filter = { ...filter };
  let left = rest;
  for (const { words, gives } of lists.filters) {
    if (!words.test(left)) continue;
    const said = { ...gives, ...given };
    const again = isSame(said, given) || gives.status === 'nobody';
    const taken = Object.keys(gives).some((part) => part in given);
    if (taken && !again) continue;
    Object.assign(given, said);
    left = withoutAll(left, words);
  }
  return { filter: given, rest: left };
}

function readMine(reading: Reading, { lists }: Words): Reading {
  if (!lists.mine.test(reading.rest)) return reading;
  return {
    filter: { ...reading.filter, mine: true },
    rest: withoutAll(reading.rest, lists.mine),
  };
}

function readOrder(text: string, { lists }: Words): { order: Order | null; rest: string } {
  for (const order of ORDERS) {
    const found = lists.orders[order].exec(text);
    if (found) return { order, rest: without(text, found[0]) };
  }
  return { order: null, rest: text };
}

/** "What is Sam the backup for": after a holder these words ask where that one stands in; before one, who does. */
function readStandIn(reading: Reading, words: Words, matrix: Matrix): Reading | null {
  const found = words.lists.standsIn.exec(reading.rest);
  // "No backup" is a filter of its own.
  if (!found || !words.lists.standsIn.test(readConcepts(reading, words, matrix).rest)) return null;
  const before = readAll({ filter: {}, rest: reading.rest.slice(0, found.index) }, words, matrix);
  if (holderOf(before.filter) === null) return null;
  const read = readAll({ ...reading, rest: without(reading.rest, found[0]) }, words, matrix);
  return { ...read, filter: { ...read.filter, standIn: true } };
}
