// The calendar against every clock there is: each local week once, whatever the clock or the server does.
import { describe, expect, test } from 'vitest';
import { slotAfter, slotBy, weekOf } from '../../src/digest/calendar.ts';
import { instantAt, isZone, localAt } from '../../src/digest/zone.ts';
import { addDays, type Day } from '../../src/matrix/day.ts';
import type { Weekday } from '../../src/subscriptions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Two years from a Monday. */
const START = Date.parse('2026-11-23T00:00:00Z');
const WEEKS = 104;
const END = START + WEEKS * WEEK;

const ZONES = Intl.supportedValuesOf('timeZone');

type Schedule = Parameters<typeof slotBy>[1];

function weekly(day: Weekday, hour: number, minute: number, zone: string): Schedule {
  const since = new Date(START - WEEK);
  return { day, hour, minute, zone, since, pausedUntil: null, holidays: [] };
}

/** Looks at the clock at each tick, as any number of servers do, and keeps what the store would: a key only once. */
function run(schedule: Schedule, ticks: readonly number[]): Map<string, Date> {
  const posted = new Map<string, Date>();
  for (const tick of ticks) {
    const slot = slotBy(new Date(tick), schedule);
    if (slot && !posted.has(slot.week)) posted.set(slot.week, slot.due);
  }
  return posted;
}

/** The weeks whose slot lies in the two years. */
function weeksOf(schedule: Schedule): string[] {
  const weeks = [];
  for (let monday = '2026-11-16' as Day, i = 0; i <= WEEKS + 1; i += 1) {
    const day = addDays(monday, 7 * i + schedule.day - 1);
    const { hour, minute, zone } = schedule;
    const due = instantAt({ day, hour, minute }, zone).getTime();
    if (due >= START && due < END) weeks.push(weekOf(day));
  }
  return weeks;
}

function every(step: number, from = START, to = END): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}

function offset(at: number, zone: string): number {
  const { day, hour, minute } = localAt(new Date(at), zone);
  return Date.parse(`${day}T00:00:00Z`) + hour * HOUR + minute * 60_000 - at;
}

/** The hours in which the zone moves its clocks, as the clock shows them before. */
function moves(zone: string): { at: number; weekday: Weekday; hour: number; minute: number }[] {
  const steps = every(DAY, START - DAY);
  const moved = steps.filter((at) => offset(at, zone) !== offset(at + DAY, zone));
  return moved.map((from) => {
    let at = from;
    while (offset(at + HOUR / 2, zone) === offset(from, zone)) at += HOUR / 2;
    const before = new Date(at + HOUR / 2 + offset(from, zone));
    const weekday = (before.getUTCDay() || 7) as Weekday;
    return { at, weekday, hour: before.getUTCHours(), minute: 30 };
  });
}

/** All of them take minutes: `REMIT_EVERY_ZONE=1 vitest run test/digest/calendar.test.ts`. */
const WHOLE = process.env['REMIT_EVERY_ZONE'] === '1';

/** Zones that move their clocks alike run alike: one of every fifth such clock stands for the rest. */
const CHOSEN = WHOLE ? ZONES : clocksThatMove();

function clocksThatMove(): string[] {
  const halfYears = every(26 * WEEK);
  const clocks = Map.groupBy(ZONES, (zone) => halfYears.map((at) => offset(at, zone)).join());
  return [...clocks]
    .filter(([offsets]) => new Set(offsets.split(',')).size > 1)
    .flatMap(([, alike]) => alike.slice(0, 1))
    .filter((_, i) => i % 5 === 0);
}

/** The hours that a zone skips or repeats; the hours people choose and the edges of the week. */
function schedules(zone: string, moved: ReturnType<typeof moves>): Schedule[] {
  const odd = moved.map(({ weekday, hour, minute }) => weekly(weekday, hour, minute, zone));
  const usual = [weekly(1, 9, 0, zone), weekly(1, 0, 0, zone), weekly(7, 23, 59, zone)];
  return WHOLE ? [...odd.slice(0, 2), ...usual] : odd.slice(0, 2);
}

describe(`each local week exactly once, in ${CHOSEN.length} of ${ZONES.length} zones`, () => {
  test.each(CHOSEN)('%s', { timeout: 120_000 }, (zone) => {
    const moved = moves(zone);
    for (const schedule of schedules(zone, moved)) {
      const posted = run(schedule, every(23 * HOUR, START, END + DAY));
      expect([...posted.keys()]).toEqual(expect.arrayContaining(weeksOf(schedule)));
      expect(posted.size).toBeLessThanOrEqual(WEEKS + 2);
      for (const due of posted.values()) {
        const { hour, minute } = localAt(due, zone);
        const asked = schedule.hour * 60 + schedule.minute;
        const late = (hour * 60 + minute - asked + 24 * 60) % (24 * 60);
        // Only where the clock skips the hour, and by no more than it skips.
        const skips = moved.some(({ at }) => Math.abs(due.getTime() - at) <= 3 * HOUR);
        expect(late, `${zone} ${due.toISOString()}`).toBeLessThanOrEqual(skips ? 120 : 0);
      }
    }
  });
});

describe('a clock that jumps', () => {
  const schedule = weekly(3, 14, 30, 'Europe/Paris');
  const steady = [...run(schedule, every(5 * HOUR)).keys()];

  test.each([
    ['back by a day, again and again', -DAY],
    ['ahead by a day, again and again', DAY],
  ])('%s', (_, jump) => {
    const ticks = every(5 * HOUR).map((at, i) => at + (Math.floor(i / 10) % 2 === 0 ? 0 : jump));
    const posted = [...run(schedule, ticks).keys()];
    expect(new Set(posted).size).toBe(posted.length);
    expect(posted).toEqual(expect.arrayContaining(steady));
  });
});

describe('an outage', () => {
  const schedule = weekly(3, 14, 30, 'Europe/Paris');
  const ticks = (from: string, to: string) =>
    every(HOUR, Date.parse('2027-01-18'), Date.parse('2027-03-08')).filter(
      (at) => at < Date.parse(from) || at >= Date.parse(to),
    );

  test('of three weeks that ends after this week’s hour is made up for once', () => {
    const posted = [...run(schedule, ticks('2027-02-01', '2027-02-26T08:00Z')).keys()];
    expect(posted).not.toContain('2027-W05');
    expect(posted).not.toContain('2027-W06');
    expect(posted).not.toContain('2027-W07');
    expect(posted.filter((week) => week === '2027-W08')).toHaveLength(1);
  });

  test('of three weeks that ends before this week’s hour is not made up for', () => {
    const posted = [...run(schedule, ticks('2027-02-01', '2027-02-23T08:00Z')).entries()];
    const late = posted.filter(([week]) => week >= '2027-W05' && week <= '2027-W08');
    expect(late.map(([week, due]) => [week, due.toISOString()])).toEqual([
      ['2027-W08', '2027-02-24T13:30:00.000Z'],
    ]);
  });

  test('over the end of the week does not lose a digest of Sunday evening', () => {
    const sunday = weekly(7, 23, 30, 'Europe/Paris');
    const posted = run(sunday, ticks('2027-02-07T20:00Z', '2027-02-08T05:00Z'));
    expect(posted.get('2027-W05')?.toISOString()).toBe('2027-02-07T22:30:00.000Z');
  });
});

describe('the slot of a week', () => {
  const paris = weekly(1, 9, 0, 'Europe/Paris');
  const at = (text: string) => new Date(text);

  test.each([
    ['before its hour', {}, '2026-12-07T07:59Z', null],
    ['at its hour', {}, '2026-12-07T08:00Z', '2026-12-07T08:00:00.000Z'],
    ['to the end of its week', {}, '2026-12-13T22:59Z', '2026-12-07T08:00:00.000Z'],
    ['not in the next', {}, '2026-12-13T23:00Z', null],
    ['not before it was turned on', { since: at('2026-12-08T00:00Z') }, '2026-12-09T08:00Z', null],
    ['not in a pause', { pausedUntil: '2026-12-08' as Day }, '2026-12-09T08:00Z', null],
    [
      'again on the day a pause ends',
      { pausedUntil: '2026-12-07' as Day },
      '2026-12-07T08:00Z',
      '2026-12-07T08:00:00.000Z',
    ],
    ['waits out a holiday', { holidays: ['2026-12-07' as Day] }, '2026-12-07T08:00Z', null],
    [
      'comes the day after a holiday',
      { holidays: ['2026-12-07' as Day] },
      '2026-12-08T08:00Z',
      '2026-12-08T08:00:00.000Z',
    ],
  ])('%s', (_, change, now, due) => {
    expect(slotBy(at(now), { ...paris, ...change })?.due.toISOString() ?? null).toBe(due);
  });

  test('a week of holidays has none', () => {
    const holidays = [0, 1, 2, 3, 4, 5, 6].map((i) => addDays('2026-12-07', i));
    expect(slotBy(at('2026-12-13T20:00Z'), { ...paris, holidays })).toBeNull();
    expect(slotAfter(at('2026-12-05T20:00Z'), { ...paris, holidays })?.day).toBe('2026-12-14');
  });

  test.each([
    ['2026-12-07T08:00Z', {}, '2026-12-14'],
    ['2026-12-07T07:00Z', {}, '2026-12-07'],
    ['2026-12-07T07:00Z', { pausedUntil: '2027-02-02' as Day }, '2027-02-08'],
  ])('the next one after %s', (now, change, day) => {
    expect(slotAfter(at(now), { ...paris, ...change })?.day).toBe(day);
  });
});

test.each([
  ['2026-11-23', '2026-W48'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2028-01-01', '2027-W52'],
] as [Day, string][])('%s is in %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});

test.each([
  ['Europe/Paris', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Atlantis', false],
  ['+02:00', false],
  ['', false],
])('%j is a zone: %s', (name, is) => {
  expect(isZone(name)).toBe(is);
});

test('a zone that is not known any more is read as UTC', () => {
  const noon = { day: '2026-12-07' as Day, hour: 12, minute: 0 };
  expect(instantAt(noon, 'Europe/Atlantis').toISOString()).toBe('2026-12-07T12:00:00.000Z');
  expect(localAt(new Date('2026-12-07T12:00Z'), 'Europe/Atlantis')).toEqual(noon);
});
