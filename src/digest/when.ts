// Days and hours as people write and read them: "mondays at 9:00", "until 5 January".
import { addDays, type Day, parseDay } from '../matrix/day.ts';
import type { Say } from '../strings/strings.ts';
import { type Hour, WEEKDAYS } from '../subscriptions.ts';

/** 4 January 2027 is a Monday. */
const A_MONDAY: Day = '2027-01-04';

/** `Monday` is 1. */
export function weekdayName(weekday: number, say: Say): string {
  const date = new Date(`${addDays(A_MONDAY, weekday - 1)}T00:00:00Z`);
  return new Intl.DateTimeFormat(say.language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** `09:00`, as clocks and inputs write it. */
export function timeText({ hour, minute }: Pick<Hour, 'hour' | 'minute'>): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `Monday 09:00 (Europe/Paris)`. */
export function hourText(at: Hour, say: Say): string {
  return `${weekdayName(at.day, say)} ${timeText(at)} (${at.zone})`;
}

export function readTime(text: string): { hour: number; minute: number } | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const read = { hour: Number(hour), minute: Number(minute) };
  return hour !== undefined && read.hour < 24 && read.minute < 60 ? read : null;
}

/** Days apart by commas or spaces; null where one of them is none. */
export function readDays(text: string): Day[] | null {
  const days = text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(parseDay);
  return days.every((day) => day !== null) ? [...new Set(days)].sort() : null;
}

/** A day to come: `2027-01-05`, `5.1.`, `5 January`, `Monday`, `2 weeks`. Null for anything else. */
export function readDay(text: string, today: Day, say: Say): Day | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '');
  const day =
    parseDay(words) ??
    inSome(words, today) ??
    weekday(words, today, say) ??
    ofMonth(words, today, say);
  return day !== null && day > today ? day : null;
}

function inSome(words: string, today: Day): Day | null {
  const [, count, unit] = /^(\d{1,3}) (day|week)s?$/.exec(words) ?? [];
  return count === undefined ? null : addDays(today, Number(count) * (unit === 'week' ? 7 : 1));
}

function weekday(words: string, today: Day, say: Say): Day | null {
  const asked = WEEKDAYS.find((day) => weekdayName(day, say).toLowerCase() === words);
  if (asked === undefined) return null;
  const ahead = [1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days));
  return ahead.find((day) => (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === asked) ?? null;
}

/** Without a year, the next time that day comes. */
function ofMonth(words: string, today: Day, say: Say): Day | null {
  const [, number = '', month = '', year] =
    /^(\d{1,2})\.?[ ]?(\d{1,2}|[\p{L}]+)\.?(?: ?(\d{4}))?$/u.exec(words) ?? [];
  const [, named = '', after = '', its] = /^(\p{L}+) (\d{1,2})(?:,? (\d{4}))?$/u.exec(words) ?? [];
  const dated =
    number === '' ? { day: after, month: named, year: its } : { day: number, month, year };
  const at = /^\d+$/.test(dated.month) ? Number(dated.month) : monthNamed(dated.month, say);
  const on = (of: string) =>
    parseDay(`${of}-${String(at).padStart(2, '0')}-${dated.day.padStart(2, '0')}`);
  if (dated.year !== undefined) return on(dated.year);
  const thisYear = on(today.slice(0, 4));
  return thisYear !== null && thisYear > today
    ? thisYear
    : on(String(Number(today.slice(0, 4)) + 1));
}

function monthNamed(word: string, say: Say): number {
  if (word.length < 3) return 0;
  const months = new Intl.DateTimeFormat(say.language, { month: 'long', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month += 1) {
    const name = months.format(new Date(Date.UTC(2027, month - 1, 1))).toLowerCase();
    if (name.startsWith(word)) return month;
  }
  return 0;
}
