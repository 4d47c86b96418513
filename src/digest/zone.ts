// Local time: the wall clock of a zone at an instant, and the instant of a wall clock.
import { Cron } from 'croner';
import type { Day } from '../matrix/day.ts';

export type Local = { day: Day; hour: number; minute: number };

/** Making a formatter takes a hundred times as long as using it; there are some 400 zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether it is an IANA zone this Node knows, such as `Europe/Paris`. */
export function isZone(name: string): boolean {
  if (formatters.has(name)) return true;
  try {
    // Offsets such as +02:00 are accepted as well; they know no summer time, so nobody means them.
    return /^[A-Za-z]/.test(name) && formatterOf(name) !== null;
  } catch {
    return false;
  }
}

/** Zones leave the time zone database now and then; a digest at another hour is better than none. */
function knownZone(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}

/** The wall clock in the zone; in UTC for one that this Node does not know. */
export function localAt(instant: Date, zone: string): Local {
  const parts = formatterOf(knownZone(zone)).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const day = `${of('year')}-${of('month')}-${of('day')}` as Day;
  return { day, hour: Number(of('hour')), minute: Number(of('minute')) };
}

/** When a clock on the wall shows that time: the first time where it does twice, as much later as it skips where it never does. */
export function instantAt({ day, hour, minute }: Local, zone: string): Date {
  const text = `${day}T${two(hour)}:${two(minute)}:00`;
  const instant = new Cron(text, { timezone: knownZone(zone), paused: true }).nextRun(new Date(0));
  if (!instant) throw new Error(`no such time in ${zone}: ${text}`);
  return instant;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  formatters.set(zone, made);
  return made;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
