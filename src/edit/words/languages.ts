// Which words are read: the reader's language, then English.
import { en } from './en.ts';
import type { EditWords } from './shape.ts';

const LANGUAGES: Readonly<Record<string, EditWords>> = { en };

export function wordsFor(locale: string): readonly EditWords[] {
  const own = LANGUAGES[locale.slice(0, 2).toLowerCase()];
  return own === undefined || own === en ? [en] : [own, en];
}
