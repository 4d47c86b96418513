// The page's words in the reader's language, loaded apart from its script.
import type { Day } from '../matrix/day.ts';
import { once } from './once.ts';
import type { PageKey } from './page-keys.ts';

export type Words = {
  (key: PageKey, values?: Record<string, string | number>): string;
  day(day: Day): string;
  time(moment: Date): string;
  /** With a capital at its beginning, as whatever stands alone has it. */
  capital(text: string): string;
  /** For `lang` and for what is asked of the bot. */
  locale: string;
};

type Loaded = { default: Readonly<Record<string, string>> };

const LANGUAGES = new Map<string, () => Promise<Loaded>>([
  ['en', () => import('words:en')],
  ['de', () => import('words:de')],
  ['es', () => import('words:es')],
  ['fr', () => import('words:fr')],
  ['ja', () => import('words:ja')],
]);

/** `locale` as Teams or the browser names it, such as `de-AT`; an unknown one reads English. */
export async function wordsIn(locale: string): Promise<Words> {
  const [wanted = ''] = locale.toLowerCase().split('-');
  const load = LANGUAGES.get(wanted) ?? LANGUAGES.get('en');
  const words = load ? (await load()).default : {};
  // English dates are written the way most of the world reads them, as in the chat.
  const dates = LANGUAGES.has(wanted) && locale !== 'en' ? locale : 'en-GB';
  const days = once(() => new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeZone: 'UTC' }));
  const times = once(() => new Intl.DateTimeFormat(dates, { timeStyle: 'short' }));
  const say = (key: PageKey, values: Record<string, string | number> = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
  return Object.assign(say, {
    day: (day: Day) => days().format(new Date(`${day}T00:00:00Z`)),
    time: (moment: Date) => times().format(moment),
    capital: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
    locale: LANGUAGES.has(wanted) ? locale : 'en',
  });
}
