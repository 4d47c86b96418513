// The words that cells use for review intervals, nights, backups and choices, each with its reverse.
import type { Holder } from '../matrix/ownership.ts';
import { nameKey } from '../matrix/party.ts';
import type { Interval, Nights } from '../matrix/task.ts';

const NAMED_INTERVALS: ReadonlyMap<string, Interval> = new Map([
  ['monthly', { every: 1, unit: 'month' }],
  ['quarterly', { every: 3, unit: 'month' }],
  ['semiannual', { every: 6, unit: 'month' }],
  ['annual', { every: 12, unit: 'month' }],
]);
const COUNTED_INTERVAL = /^(?:every )?(\d{1,4}) (day|week|month|year)s?$/;
/** As many digits as are read; what weeks and years come to must be readable again in days and months. */
const MAX_INTERVAL = 9_999;
const UNITS: ReadonlyMap<string, Interval> = new Map([
  ['day', { every: 1, unit: 'day' }],
  ['week', { every: 7, unit: 'day' }],
  ['month', { every: 1, unit: 'month' }],
  ['year', { every: 12, unit: 'month' }],
]);

export function writeInterval(review: Interval | null): string {
  if (review === null) return 'per event';
  const { every, unit } = review;
  for (const [word, named] of NAMED_INTERVALS) {
    if (named.every === every && named.unit === unit) return word;
  }
  return `${every} ${unit}${every === 1 ? '' : 's'}`;
}

export function readInterval(text: string): Interval | null | 'unreadable' {
  const words = nameKey(text);
  if (words === '' || words === 'per event') return null;
  const named = NAMED_INTERVALS.get(words);
  if (named) return { ...named };
  const [, count, unit = ''] = COUNTED_INTERVAL.exec(words) ?? [];
  const one = UNITS.get(unit);
  const every = Number(count) * (one?.every ?? 0);
  if (!one || every === 0 || every > MAX_INTERVAL) return 'unreadable';
  return { every, unit: one.unit };
}

/** Who covers is free text, so somebody called Yes or No is written with a backslash. */
const YES_OR_NO = /^\\*(?:yes|no)$/i;

export function writeNights(nights: Nights): string {
  if (!nights.matter) return 'no';
  if (nights.cover === '') return 'yes';
  return YES_OR_NO.test(nights.cover) ? `\\${nights.cover}` : nights.cover;
}

export function readNights(text: string): Nights {
  const said = text.trim();
  if (said === '' || /^no$/i.test(said)) return { matter: false };
  if (/^yes$/i.test(said)) return { matter: true, cover: '' };
  const escaped = said.startsWith('\\') && YES_OR_NO.test(said.slice(1));
  return { matter: true, cover: escaped ? said.slice(1) : said };
}

/** A holder with its party by name: what a cell can say. */
export type NamedHolder = { party: string; role: string; person: string };

const BRACKETS = /[\\()[\]]/g;
const PART = String.raw`((?:\\[\s\S]|[^\\()[\]])*)`;
const HOLDER = new RegExp(String.raw`^${PART}(?:\[${PART}\]\s*)?(?:(\()${PART}\))?$`);

/** Which names a reader of the sheet takes for parties: certainly, and possibly. */
export type PartyNames = { surely(name: string): boolean; maybe(name: string): boolean };

/**
 * `Person [role] (Party)`, with each part left out where it is empty. A party alone is only its name, in brackets
 * where a reader could take it for a person; a person without a party who could be taken for one is `Person ()`.
 */
export function writeBackup(holder: Holder | null, partyName: string, names: PartyNames): string {
  if (holder === null) return '';
  const [person, role, party] = [holder.person, holder.role, partyName].map((part) =>
    part.replace(BRACKETS, '\\$&'),
  );
  if (party && !person && !role && names.surely(partyName)) return party;
  const closing = party || names.maybe(holder.person) ? `(${party})` : '';
  return [person, role ? `[${role}]` : '', closing].filter((part) => part !== '').join(' ');
}

/** Reverse of `writeBackup`. Brackets inside a known party's name need no escape. */
export function readBackup(text: string, isParty: (name: string) => boolean): NamedHolder | null {
  const said = text.trim();
  if (said === '') return null;
  const parts = HOLDER.exec(said);
  const [person, role, party] = [parts?.[1], parts?.[2], parts?.[4]].map((part) =>
    (part ?? '').replace(/\\([\\()[\]])/g, '$1').trim(),
  );
  const grouped = Boolean(parts?.[3]);
  const fits = parts !== null && (!party || isParty(party));
  if (!fits && isParty(said)) return { party: said, role: '', person: '' };
  if (!fits) {
    const split = withKnownParty(said, isParty);
    if (split) return split;
  }
  if (parts === null) return { party: '', role: '', person: said };
  if (person && !role && !grouped && isParty(person))
    return { party: person, role: '', person: '' };
  return { party: party ?? '', role: role ?? '', person: person ?? '' };
}

/** No name has more brackets; a hostile cell may, and each costs a look-up. */
const MAX_BRACKETS = 8;

/** `Person (Northwind IT (UK))`: the longest known party that the closing brackets can hold. */
function withKnownParty(said: string, isParty: (name: string) => boolean): NamedHolder | null {
  if (!said.endsWith(')')) return null;
  let open = said.indexOf('(');
  for (let tries = 0; open !== -1 && tries < MAX_BRACKETS; tries += 1) {
    const party = said.slice(open + 1, -1).trim();
    if (isParty(party)) return { party, role: '', person: said.slice(0, open).trim() };
    open = said.indexOf('(', open + 1);
  }
  return null;
}

/** The word of a list that a cell says, however cased; null for any other. */
export function oneOf<Word extends string>(words: readonly Word[], text: string): Word | null {
  const said = nameKey(text);
  return words.find((word) => word === said) ?? null;
}

/** `a, b or c`, for messages. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
