// Names in a list question: areas, people and parties of the matrix at hand, and the sides without a name.
import type { Matrix } from '../matrix/matrix.ts';
import type { Filter } from './filter.ts';
import { type Names, namesIn } from './names-in.ts';
import { without, withoutAll } from './plain.ts';
import type { Words } from './words/shape.ts';

export type Reading = { filter: Filter; rest: string };

/** "In cloud and security": several areas, where a word joins them. */
export function readJoinedAreas(reading: Reading, matrix: Matrix, words: Words): Reading {
  const { joinedAreas, everyArea } = namesIn(matrix, words);
  const found = joinedAreas?.exec(reading.rest)?.[0];
  if (found === undefined) return reading;
  const areas = everyArea.filter(({ says }) => says.test(found)).map(({ area }) => area);
  const [area, ...otherAreas] = areas;
  if (area === undefined || otherAreas.length === 0) return reading;
  return { filter: { ...reading.filter, area, otherAreas }, rest: without(reading.rest, found) };
}

export function readMarkedArea(reading: Reading, matrix: Matrix, words: Words): Reading {
  return reading.filter.area ? reading : readOne(reading, namesIn(matrix, words).markedAreas);
}

export function readArea(reading: Reading, matrix: Matrix, words: Words): Reading {
  return reading.filter.area ? reading : readOne(reading, namesIn(matrix, words).areas);
}

export function readPerson(reading: Reading, matrix: Matrix, words: Words): Reading {
  return readOne(reading, namesIn(matrix, words).people);
}

export function readParty(reading: Reading, matrix: Matrix, words: Words): Reading {
  return readOne(reading, namesIn(matrix, words).parties);
}

export function readSide(reading: Reading, _matrix: Matrix, words: Words): Reading {
  const { filter, rest } = reading;
  for (const side of ['msp', 'vendor', 'internal'] as const) {
    const pattern = words.lists.sides[side];
    if (!pattern.test(rest)) continue;
    const taken = filter.shared || filter.party ? {} : { side };
    return { filter: { ...filter, ...taken }, rest: withoutAll(rest, pattern) };
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

function readOne({ filter, rest }: Reading, names: Names): Reading {
  if (!names.any.test(rest)) return { filter, rest };
  for (const { gives, says } of names.each) {
    const found = says.exec(rest);
    if (found) return { filter: { ...filter, ...gives }, rest: without(rest, found[0]) };
  }
  return { filter, rest };
}
