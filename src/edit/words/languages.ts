// Which words are read: the reader's language, then English.
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { EditWords } from './shape.ts';

const LANGUAGES: Readonly<Record<string, EditWords>> = { de, en, es, fr, ja };

export function wordsFor(locale: string): readonly EditWords[] {
  const own = LANGUAGES[locale.slice(0, 2).toLowerCase()];
  return own === undefined || own === en ? [en] : [own, en];
}
