// When a digest is due: the slot of a local ISO week, how late it may still come, and when the next one is.
import { addDays, type Day } from '../matrix/day.ts';
import type { Subscription } from '../subscriptions.ts';
import { instantAt, localAt } from './zone.ts';

/** `week` names it once and for all, as `2026-W48`. */
export type Slot = { week: string; day: Day; due: Date };

type Schedule = Pick<
  Subscription,
  'day' | 'hour' | 'minute' | 'zone' | 'since' | 'pausedUntil' | 'holidays'
>;

/** After an outage a digest still comes within its own week, and late on a Sunday for this long. */
const LATE_MS = 24 * 3_600_000;

/** Two months of nothing but holidays and pauses: nobody needs to know what comes after. */
const WEEKS_AHEAD = 9;

/** The newest slot that has come and is not too old to be made up for; null while there is none. */
export function slotBy(now: Date, schedule: Schedule): Slot | null {
  const today = localAt(now, schedule.zone).day;
  for (const monday of [mondayOf(today), addDays(mondayOf(today), -7)]) {
    const slot = slotOf(monday, schedule);
    if (!slot || slot.due > now) continue;
    const late = now.getTime() - slot.due.getTime();
    return monday === mondayOf(today) || late <= LATE_MS ? slot : null;
  }
  return null;
}

/** The first slot after `now`; null where holidays or a pause leave none for weeks. */
export function slotAfter(now: Date, schedule: Schedule): Slot | null {
  const { zone, pausedUntil } = schedule;
  const today = localAt(now, zone).day;
  const from = mondayOf(pausedUntil !== null && pausedUntil > today ? pausedUntil : today);
  for (let weeks = 0; weeks < WEEKS_AHEAD; weeks += 1) {
    const slot = slotOf(addDays(from, 7 * weeks), schedule);
    if (slot && slot.due > now) return slot;
  }
  return null;
}

/** On a holiday it waits for the next day of the week that is none; a week without one has no slot. */
function slotOf(monday: Day, schedule: Schedule): Slot | null {
  const { hour, minute, zone, since, pausedUntil, holidays } = schedule;
  const days: Day[] = [];
  for (let day: number = schedule.day; day <= 7; day += 1) days.push(addDays(monday, day - 1));
  const day = days.find((one) => !holidays.includes(one));
  if (day === undefined || (pausedUntil !== null && day < pausedUntil)) return null;
  const due = instantAt({ day, hour, minute }, zone);
  return due < since ? null : { week: weekOf(day), day, due };
}

/** The ISO 8601 week of a day: the one its Thursday is in. */
export function weekOf(day: Day): string {
  const thursday = addDays(mondayOf(day), 3);
  const first = mondayOf(`${thursday.slice(0, 4)}-01-04` as Day);
  const week = 1 + Math.round((utc(thursday) - utc(first)) / (7 * DAY_MS));
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

const DAY_MS = 24 * 3_600_000;

function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7));
}

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
