// The words of a list question → a filter, or null where it is no list question.
import type { Matrix } from '../matrix/matrix.ts';
import { nameKey } from '../matrix/party.ts';
import type { Filter } from './filter.ts';
import { FILTER_WORDS, LIST_CUES, LIST_SCAFFOLD, SIDE_WORDS } from './vocabulary.ts';

type Reading = { filter: Filter; rest: string };

/**
 * A list question has a cue ("which", "everything", "my"), at least one filter, and nothing left over
 * that could name a single task.
 */
export function readFilter(text: string, matrix: Matrix): Filter | null {
  if (!LIST_CUES.test(text)) return null;
  const start: Reading = { filter: {}, rest: ` ${text} ` };
  const reading = [readArea, readPerson, readParty, readWords, readSide].reduce(
    (soFar, read) => read(soFar, matrix),
    start,
  );
  const leftOver = (reading.rest.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 1 && !LIST_SCAFFOLD.test(word),
  );
  return leftOver.length === 0 && Object.keys(reading.filter).length > 0 ? reading.filter : null;
}

/** Areas are named as the matrix names them; `in`, `for`, `area` tell an area from a party of that name. */
function readArea(reading: Reading, matrix: Matrix): Reading {
  const areas = [...new Set(matrix.tasks.map((task) => task.area))];
  for (const area of areas) {
    const stem = RegExp.escape(area.replace(/(?:s|es|ation)$/i, ''));
    const words = new RegExp(
      `(?:\\b(?:in|for|of|about|within|on) (?:the )?${stem}\\p{L}*(?: area| tasks?)?(?=\\W|$)|(?<!\\p{L})(?:${RegExp.escape(area)}|${stem}s?) (?:area|tasks?|gaps?|holes?|stuff|things|side)(?!\\p{L}))`,
      'iu',
    );
    const found = words.exec(reading.rest);
    if (!found) continue;
    const kept = /(gaps?|holes?)$/i.exec(found[0])?.[0] ?? '';
    return { filter: { ...reading.filter, area }, rest: without(reading.rest, found[0], kept) };
  }
  return reading;
}

function readPerson(reading: Reading, matrix: Matrix): Reading {
  const names = new Set(
    matrix.tasks.flatMap(({ ownership, backup }) => [
      ownership.kind === 'owned' ? ownership.lead.person : '',
      backup?.person ?? '',
    ]),
  );
  for (const person of names) {
    const first = person.split(' ')[0] ?? '';
    const unique = [...names].filter((other) => other.split(' ')[0] === first).length === 1;
    for (const name of unique && first.length > 1 ? [person, first] : [person]) {
      const found = name === '' ? null : wholeName(name).exec(reading.rest);
      if (found)
        return { filter: { ...reading.filter, person }, rest: without(reading.rest, found[0]) };
    }
  }
  return reading;
}

/** By full name, or by a first word that no other party shares. */
function readParty(reading: Reading, matrix: Matrix): Reading {
  const firstWord = (name: string) => nameKey(name).split(' ')[0] ?? '';
  for (const party of matrix.parties) {
    const first = firstWord(party.name);
    const shared = matrix.parties.filter(({ name }) => firstWord(name) === first).length > 1;
    const short = shared || first.length < 4 || SIDE_WORDS.internal.test(first) ? [] : [first];
    for (const name of [party.name, ...short]) {
      const found = wholeName(name).exec(reading.rest);
      if (found) {
        return {
          filter: { ...reading.filter, party: party.id },
          rest: without(reading.rest, found[0]),
        };
      }
    }
  }
  return reading;
}

function readWords(reading: Reading): Reading {
  return FILTER_WORDS.reduce((soFar, { words, gives }) => {
    const found = words.exec(soFar.rest);
    const taken = Object.keys(gives).some((part) => part in soFar.filter);
    return found && !taken
      ? { filter: { ...soFar.filter, ...gives }, rest: without(soFar.rest, found[0]) }
      : soFar;
  }, reading);
}

function readSide(reading: Reading): Reading {
  if (reading.filter.party) return reading;
  for (const side of ['msp', 'internal', 'vendor'] as const) {
    const found = SIDE_WORDS[side].exec(reading.rest);
    if (found)
      return { filter: { ...reading.filter, side }, rest: without(reading.rest, found[0]) };
  }
  return reading;
}

function without(text: string, words: string, kept = ''): string {
  return text.replace(words, ` ${kept} `);
}

/** Names come from the matrix, so they are escaped and matched whole, in any letter case. */
function wholeName(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?:'s)?(?![\\p{L}\\p{N}])`, 'iu');
}
