// Dates to come, as people write them: "1 October", "end of March", "2027-03-01", "in 3 months", in five languages.
import { addDays, addMonths, type Day, dayOf, parseDay } from '../matrix/day.ts';

const LANGUAGES = ['en', 'es', 'de', 'fr', 'ja'] as const;

/** Full and short names of months in every language, without accents' dots, in small letters. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index): [string, number] => [
        bare(format.format(new Date(Date.UTC(2026, index, 1)))),
        index + 1,
      ]);
    }),
  ),
);

const UNITS: readonly [RegExp, (day: Day, count: number) => Day][] = [
  [/^(?:days?|d[ií]as?|tage?n?|jours?|日)/iu, addDays],
  [/^(?:weeks?|semanas?|wochen?|semaines?|週間?)/iu, (day, count) => addDays(day, 7 * count)],
  [/^(?:months?|mes(?:es)?|monate?n?|mois|か月|ヶ月)/iu, addMonths],
  [/^(?:years?|años?|jahre?n?|ans?|années?|年間)/iu, (day, count) => addMonths(day, 12 * count)],
];

/** Null where no date can be read. A day without a year is the next one to come. */
export function dayIn(text: string, now: Date): Day | null {
  const today = dayOf(now);
  const said = text.trim().replace(/[.!]+$/, '');
  return parseDay(said) ?? countedFrom(said, today) ?? japanese(said, today) ?? named(said, today);
}

function countedFrom(said: string, today: Day): Day | null {
  const counted =
    /^(?:(?:in|for|en|dentro de|por|für|dans|pendant)\s+)?(\d{1,3}|an?|una?|eine[mnr]?|une?)\s*(.+?)(?:後|間)?$/iu.exec(
      said,
    );
  if (!counted) return null;
  const [, amount = '', unit = ''] = counted;
  const add = UNITS.find(([words]) => words.test(unit) && !/\d/.test(unit))?.[1];
  return add ? add(today, /^\d/.test(amount) ? Number(amount) : 1) : null;
}

function japanese(said: string, today: Day): Day | null {
  const parts = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|末)?/.exec(said);
  if (!parts) return null;
  const [, year, month, day] = parts;
  return onward(Number(month), day ? Number(day) : null, year ? Number(year) : null, today);
}

function named(said: string, today: Day): Day | null {
  const words = bare(said)
    .split(/[\s,/-]+/)
    .filter((word) => word !== '');
  const month = words.map((word) => MONTHS.get(word)).find((found) => found !== undefined);
  if (month === undefined) return null;
  const numbers = words.flatMap((word) =>
    /^\d+(?:st|nd|rd|th|er|º)?$/.test(word) ? [parseInt(word, 10)] : [],
  );
  const year = numbers.find((number) => number > 31) ?? null;
  const day = numbers.find((number) => number >= 1 && number <= 31) ?? null;
  return onward(month, day, year, today);
}

/** Without a day the last of the month: an "until March" lasts through March. */
function onward(month: number, day: number | null, year: number | null, today: Day): Day | null {
  const thisYear = Number(today.slice(0, 4));
  for (const candidate of year === null ? [thisYear, thisYear + 1] : [year]) {
    const first = parseDay(`${candidate}-${two(month)}-01`);
    if (first === null) return null;
    const found =
      day === null
        ? addDays(addMonths(first, 1), -1)
        : parseDay(`${candidate}-${two(month)}-${two(day)}`);
    if (found !== null && (found >= today || year !== null)) return found;
  }
  return null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\./g, '').trim();
}
