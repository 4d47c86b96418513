// What is said in Spanish, German, French or Japanese → the English words for it, so that all languages share what was learned.
import { readFileSync } from 'node:fs';
import { normalise } from '../words.ts';

/** Foreign beginnings of words by their first two letters, the longest first. */
export type Glossary = ReadonlyMap<string, readonly Entry[]>;
type Entry = { said: string; means: readonly string[]; words: number };

const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const NOT_WORDS = /[^\p{L}\p{N}ー]+/gu;

/** Throws naming the line that has not five columns. */
export function readGlossary(text: string): Glossary {
  const entries = text.split(/\r?\n/).flatMap((line, i): Entry[] => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [english = '', ...languages] = line.split('|');
    if (languages.length !== 4) throw new Error(`glossary.txt:${i + 1}: not five columns`);
    const means = plain(english).split(' ');
    const foreign = languages.join(',').split(',').map(plain);
    return [...new Set(foreign)]
      .filter((said) => said !== '')
      .map((said) => ({ said, means, words: said.split(' ').length }));
  });
  const longestFirst = entries.sort((a, b) => b.said.length - a.said.length);
  return Map.groupBy(longestFirst, ({ said }) => said.slice(0, KEY));
}

export function shippedGlossary(): Glossary {
  return readGlossary(readFileSync(new URL('./glossary.txt', import.meta.url), 'utf8'));
}

function plain(text: string): string {
  return normalise(text).replace(NOT_WORDS, ' ').trim();
}

const KEY = 2;
/** Function words that only one side has: an English question is left as it stands. */
const ENGLISH = new Set(
  'the who whos my is what how to of and for are our does do i can with not it we where when which'.split(
    ' ',
  ),
);
const FOREIGN = new Set(
  (
    'wer wen wem der das dem den und ist wir ich nicht ein eine einen mein meine unser unsere bei im zum vom mit fur auf ' +
    'quien quienes el los las una del por que mi se nuestro nuestra al esta para como ' +
    'qui le les une est du aux pour dans je mon nous notre nos sur quel quelle mes'
  ).split(' '),
);

/** The words with English in the place of what the glossary has; null where it has nothing of them. */
export function inEnglish(
  words: readonly string[],
  glossary: Glossary,
): { all: string[]; found: string[] } | null {
  const english =
    words.some((word) => ENGLISH.has(word)) && !words.some((word) => FOREIGN.has(word));
  const all: string[] = [];
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const signs = SIGNS.test(word);
    const [means, taken] = signs
      ? [fromSigns(word, glossary), 1]
      : english
        ? [null, 1]
        : fromWords(words, at, glossary);
    if (means) found.push(...means);
    all.push(...(means ?? [word]));
    at += taken;
  }
  return found.length > 0 ? { all, found } : null;
}

/** What a word may have after a beginning: "contraseña|s", "restablec|iendo". */
function tailAfter(length: number): number {
  return length >= 5 ? 4 : length - 2;
}

function fromWords(
  words: readonly string[],
  at: number,
  glossary: Glossary,
): [readonly string[] | null, number] {
  const word = words[at] ?? '';
  for (const { said, means, words: count } of glossary.get(word.slice(0, KEY)) ?? []) {
    const text = count === 1 ? word : words.slice(at, at + count).join(' ');
    if (text.startsWith(said) && text.length - said.length <= tailAfter(said.length)) {
      return [means, count];
    }
  }
  return [compound(word, glossary), 1];
}

const SHORTEST_COMPOUND = 8;
const SHORTEST_PART = 4;
/** Letters between parts of a compound: "Sicherung|s|plan", "Firewall|regel|n". */
const LONGEST_LINK = 3;
/** A part that the glossary lacks hides what the compound is about. */
const LEAST_COVERED = 0.6;

function compound(word: string, glossary: Glossary): string[] | null {
  if (word.length < SHORTEST_COMPOUND) return null;
  const means: string[] = [];
  let covered = 0;
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at);
    const part = glossary
      .get(rest.slice(0, KEY))
      ?.find(({ said }) => said.length >= SHORTEST_PART && rest.startsWith(said));
    if (!part) {
      at += 1;
      continue;
    }
    means.push(...part.means);
    covered += part.said.length;
    at += part.said.length;
  }
  return covered >= LEAST_COVERED * word.length ||
    (covered > 0 && word.length - covered <= LONGEST_LINK)
    ? means
    : null;
}

/** Japanese writes no spaces: the longest entry at each place, what lies between left out. */
function fromSigns(run: string, glossary: Glossary): string[] | null {
  const means: string[] = [];
  for (let at = 0; at < run.length; ) {
    const rest = run.slice(at);
    const entry = glossary.get(rest.slice(0, KEY))?.find(({ said }) => rest.startsWith(said));
    if (entry) means.push(...entry.means);
    at += entry ? entry.said.length : 1;
  }
  return means.length > 0 ? means : null;
}
