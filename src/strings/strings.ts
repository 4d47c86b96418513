// The fixed words of answers and cards, by language; English wherever a language lacks one.
import type { Day } from '../matrix/day.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

export type Key = keyof typeof en;
export type Values = Record<string, string | number>;

/** Speaks one language. */
export type Say = {
  (key: Key, values?: Values): string;
  day(day: Day): string;
  language: string;
};

export const LANGUAGES: Readonly<Record<string, Partial<Record<Key, string>>>> = {
  en,
  de,
  es,
  fr,
  ja,
};

/** `locale` is what Teams sent, such as `de-AT`; anything unknown speaks English. */
export function sayIn(locale: string): Say {
  const [language = '', region = ''] = locale.toLowerCase().split('-');
  const isSpoken = Object.hasOwn(LANGUAGES, language);
  const spoken = isSpoken ? language : 'en';
  const hasRegion = isSpoken && /^[a-z]{2}$/.test(region);
  const dates = hasRegion ? `${spoken}-${region}` : (DATES[spoken] ?? spoken);
  const known = speakers.get(dates) ?? createSay(spoken, dates);
  speakers.set(dates, known);
  return known;
}

/** Where no English region is told, English dates are written the way most of the world reads them. */
const DATES: Record<string, string> = { en: 'en-GB' };

/** Date formats cost more than a sentence; there are at most as many as languages times regions. */
const speakers = new Map<string, Say>();

/** Thirty years of dates; writing one takes longer than looking it up. */
const MOST_DAYS = 10_000;

function createSay(language: string, dates: string): Say {
  const known = LANGUAGES[language];
  const days = new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeZone: 'UTC' });
  const written = new Map<Day, string>();
  const say = (key: Key, values: Values = {}) => fill(known?.[key] ?? en[key], values);
  return Object.assign(say, {
    day(day: Day) {
      const text = written.get(day) ?? days.format(new Date(`${day}T00:00:00Z`));
      if (written.size < MOST_DAYS) written.set(day, text);
      return text;
    },
    language,
  });
}

function fill(pattern: string, values: Values): string {
  return pattern.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
