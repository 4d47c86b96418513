// Text → features: words, pairs of words and pieces of words, each as a number, with what one occurrence counts.
import { LONGEST_TEXT, normalise, stemOf } from '../words.ts';
import { type Glossary, inEnglish } from './glossary.ts';

/** Feature → how often it occurs, times what its kind counts. */
export type Features = Map<number, number>;

/**
 * Measured on the tuning questions: pieces carry typos and compounds, pairs carry turns of phrase. What the glossary
 * found counts a little less than what was said.
 */
const COUNTS = {
  word: 1,
  frame: 0.15,
  piece: 0.28,
  pair: 0.6,
  turn: 0.4,
  sign: 0.7,
  particle: 0.15,
} as const;
const MEANT = { word: 0.8, pair: 0.5 };

type Kind = keyof typeof COUNTS;
const KINDS: ReadonlySet<Kind> = new Set<Kind>([
  'word',
  'frame',
  'piece',
  'pair',
  'turn',
  'sign',
  'particle',
]);
/** What tells what a text is about. */
export const TELLING: ReadonlySet<Kind> = new Set<Kind>(['word', 'pair', 'sign']);

/** Words that stand in any question; they matter in turns of phrase only. */
const FRAME = new Set(
  (
    'a an the of to for and or in on at is are was be been do does did i we you he she it they my our your their me ' +
    'us them this that these those who whom whose what which how can could would should will shall may please hi ' +
    'hello hey thanks thank with by from as about have has had if so just any some there here ' +
    'wer wen wem der das dem den und ist sind wir ich nicht ein eine einen einem einer mein meine unser unsere unseren ' +
    'bei im zum zur vom mit fur auf wenn sich um kummert zustandig verantwortlich betreut macht bitte es an von wo wohin ' +
    'quien quienes el los las una un del al por que mi se nuestro nuestra nuestros esta para como con la lo en su cuando ' +
    'encarga ocupa lleva gestiona responsable donde a ' +
    'qui le les une est du aux pour dans je mon ma nous notre nos sur quel quelle mes des d l j qu s c n et ou chez gere ' +
    'occupe charge au ce cette'
  ).split(' '),
);

/** Longer texts are tickets with a mail thread below; more pieces would only slow a question down. */
const MOST_WORDS = 60;
const PIECES = [3, 4, 5];
const EDGE = '^';
const SHORTEST_CUT = 4;

const RUN = /[\p{L}\p{N}]+/gu;
const PARTICLE = /^[\p{Script=Hiragana}誰]+$|誰|担当|責任/u;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function featuresOf(
  text: string,
  glossary: Glossary,
  kinds: ReadonlySet<Kind> = KINDS,
): Features {
  const words = plainWordsOf(text);
  return featuresOfWords(words, inEnglish(words, glossary)?.found ?? [], kinds);
}

/** The words as they stand, in lower case and without accents. */
export function plainWordsOf(text: string): string[] {
  const words: string[] = normalise(text.slice(0, LONGEST_TEXT)).match(RUN) ?? [];
  return words.slice(0, MOST_WORDS);
}

export function featuresOfWords(
  words: readonly string[],
  english: readonly string[],
  kinds: ReadonlySet<Kind> = KINDS,
): Features {
  const features: Features = new Map();
  const add = (kind: Kind, what: string, count: number = COUNTS[kind]) => {
    if (!kinds.has(kind)) return;
    const feature = hash(`${kind}:${what}`);
    features.set(feature, (features.get(feature) ?? 0) + count);
  };
  const telling: string[] = [];
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (next !== undefined) add('turn', `${word} ${next}`);
    if (SIGNS.test(word))
      for (const sign of signsOf(word)) add(PARTICLE.test(sign) ? 'particle' : 'sign', sign);
    else if (FRAME.has(word)) add('frame', word);
    else {
      const stem = stemOf(word);
      telling.push(stem);
      add('word', stem);
      if (word.length >= SHORTEST_CUT) for (const piece of piecesOf(word)) add('piece', piece);
    }
  });
  for (const [i, stem] of telling.slice(1).entries()) add('pair', `${telling[i]} ${stem}`);
  const meant = english.map(stemOf);
  for (const stem of new Set(meant)) add('word', stem, MEANT.word);
  for (const [i, stem] of meant.slice(1).entries()) add('pair', `${meant[i]} ${stem}`, MEANT.pair);
  return features;
}

function piecesOf(word: string): string[] {
  const whole = `${EDGE}${word}$`;
  return PIECES.flatMap((size) =>
    Array.from({ length: Math.max(0, whole.length - size + 1) }, (_, i) =>
      whole.slice(i, i + size),
    ),
  );
}

/** Japanese writes no spaces: one, two and three signs stand for words. */
function signsOf(run: string): string[] {
  const signs = [...run];
  return [1, 2, 3].flatMap((size) =>
    Array.from({ length: Math.max(0, signs.length - size + 1) }, (_, i) =>
      signs.slice(i, i + size).join(''),
    ),
  );
}

/** FNV-1a, 32 bits: with some 70,000 features about one in 60,000 shares its number with another. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}
