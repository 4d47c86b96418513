// The languages Remit understands; English first, because it is tried for every text.
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Words } from './shape.ts';

export const LANGUAGES: readonly Words[] = [en, es, de, fr, ja];
