// "Changed since Monday", "in the last 30 days": the day a list question starts from.
import { addDays, addMonths, type Day, parseDay } from '../matrix/day.ts';
import { leftOver, plain, without } from './plain.ts';
import type { Words } from './words/shape.ts';

/** Without a day, "what changed" means what people still remember. */
const RECENT_DAYS = 30;

const ISO = /(?<!\d)\d{4} \d{2} \d{2}(?!\d)/;
const DAY_NUMBER = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|日)?(?!\d)/;
const YEAR = /(?<!\d)(20\d\d)(?!\d)/;

export type Since = { day: Day; rest: string };

/** Null where the text does not ask for changes. Days are never in the future. */
export function readSince(text: string, words: Words, today: Day): Since | null {
  const changed = words.since.changed.exec(text);
  if (!changed) return null;
  const rest = without(text, changed[0]);
  return (
    relative(rest, words, today) ??
    counted(rest, words, today) ??
    dated(rest, words, today) ?? { day: addDays(today, -RECENT_DAYS), rest }
  );
}

/** A whole text that is a day, or a span that goes back to one; null for anything else, and for a day to come. */
export function readOnDay(text: string, words: Words, today: Day): Day | null {
  const read = isoDay(text) ?? weekday(text, words, today) ?? dayOfMonth(text, words, today);
  const dated = read && {
    day: read.day,
    rest: read.taken.reduce((rest, part) => without(rest, part), text),
  };
  const spans = [relative(text, words, today), counted(text, words, today), dated];
  const whole = spans.find((span) => span && leftOver(span.rest, JOINING).length === 0);
  return whole && whole.day <= today ? whole.day : null;
}

/** `the 1st of October`, `1 de octubre`, `10月1日`. */
const JOINING =
  /(?<![\p{L}\p{N}])(?:the|of|st|nd|rd|th|er|de|del|ago|den|dem)(?![\p{L}\p{N}])|[年月日]/gu;

function relative(text: string, { since }: Words, today: Day): Since | null {
  for (const { words, back } of since.relative) {
    const found = words.exec(text);
    if (!found) continue;
    const day = typeof back === 'number' ? addDays(today, -back) : startOf(back, today);
    return { day, rest: without(text, found[0]) };
  }
  return null;
}

function startOf(span: 'week' | 'month' | 'quarter' | 'year', today: Day): Day {
  if (span === 'week') return weekdayBefore(today, 1, true);
  const month = Number(today.slice(5, 7));
  const first = { month, quarter: month - ((month - 1) % 3), year: 1 }[span];
  return parseDay(`${today.slice(0, 5)}${String(first).padStart(2, '0')}-01`) ?? today;
}

function counted(text: string, { since }: Words, today: Day): Since | null {
  const found = since.last.exec(text);
  const groups = found?.groups;
  if (!found || !groups) return null;
  const count = Number(groups['count']);
  const day = groups['months']
    ? addMonths(today, -count)
    : addDays(today, -count * (groups['weeks'] ? 7 : 1));
  return { day, rest: without(text, found[0]) };
}

function dated(text: string, words: Words, today: Day): Since | null {
  const start = words.since.since.exec(text);
  if (!start) return null;
  const after = text.slice(start.index + start[0].length);
  const read = isoDay(after) ?? weekday(after, words, today) ?? dayOfMonth(after, words, today);
  if (!read || read.day > today) return null;
  const taken = [start[0], ...read.taken];
  return { day: read.day, rest: taken.reduce((rest, part) => without(rest, part), text) };
}

type Read = { day: Day; taken: string[] } | null;

function isoDay(text: string): Read {
  const found = ISO.exec(text)?.[0];
  const day = found ? parseDay(found.replaceAll(' ', '-')) : null;
  return found && day ? { day, taken: [found] } : null;
}

function weekday(text: string, words: Words, today: Day): Read {
  const names = weekdays(words.language).flat();
  const says = saying(text, words);
  const place = names.findIndex(says);
  const name = names[place];
  return name === undefined ? null : { day: weekdayBefore(today, place, false), taken: [name] };
}

/** Where words run together, `1月` is no part of `11月`. */
function saying(text: string, { spaces }: Words): (name: string) => boolean {
  const parts = leftOver(text);
  return spaces
    ? (name) => parts.includes(name)
    : (name) => new RegExp(`(?<!\\d)${RegExp.escape(name)}`, 'u').test(text);
}

/** Sunday is 0. `itself`: today counts when it is that weekday. */
function weekdayBefore(today: Day, weekdayNumber: number, itself: boolean): Day {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const back = (now - weekdayNumber + 7) % 7;
  return addDays(today, -(back === 0 && !itself ? 7 : back));
}

/** `1 may`, `may 1`, `may`, each with or without a year; without one, the latest that is not in the future. */
function dayOfMonth(text: string, words: Words, today: Day): Read {
  const names = months(words.language);
  const says = saying(text, words);
  const place = names.findIndex((of) => of.some(says));
  const name = names[place]?.find(says);
  if (name === undefined) return null;
  const year = YEAR.exec(text);
  const others = text.replace(name, ' ').replace(year?.[0] ?? '', ' ');
  const number = DAY_NUMBER.exec(others);
  const monthAndDay = [place + 1, Number(number?.[1] ?? 1)]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const running = Number(today.slice(0, 4));
  const years = year ? [Number(year[1])] : [running, running - 1];
  const day = years.map((each) => parseDay(`${each}-${monthAndDay}`)).find((d) => d && d <= today);
  if (!day) return null;
  return { day, taken: [name, number?.[0] ?? '', year?.[0] ?? ''].filter((part) => part !== '') };
}

/** Formatters are slow to make; a language has the same names for good. */
function namesOf(make: (language: string) => string[][]): (language: string) => string[][] {
  const known = new Map<string, string[][]>();
  return (language) => {
    const names = known.get(language) ?? make(language);
    known.set(language, names);
    return names;
  };
}

const weekdays = namesOf((language) => {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, i) => [
    plain(name.format(new Date(Date.UTC(2026, 1, 1 + i)))),
  ]);
});

const months = namesOf((language) => {
  const long = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, i) =>
    [long, short].map((name) => plain(name.format(new Date(Date.UTC(2026, i, 1))))),
  );
});
