// Text → words: one spelling for what people write in many ways, and stems to compare them by.
import porter2 from 'wink-porter2-stemmer';

/** Questions are one or two sentences; a pasted mail thread has its subject in front, so the rest is not read. */
export const LONGEST_TEXT = 1_000;
/** Enough for any task name; keeps the work for one question bounded. */
export const MOST_WORDS = 80;

const ASCII = /^[\t-~]*$/;
const URL_OR_ADDRESS = /\b(?:https?:\/\/|www\.)\S+/g;
const ACCENTED_LATIN = /(\p{Script=Latin})\p{M}+/gu;
const LETTERS_NFD_KEEPS = /[ßæœøłđ]/g;
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};
const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}ー]/u;
const CJK_RUN =
  /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]+|\p{Script=Hiragana}+|[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}ー]+/gu;
const HIRAGANA = /^\p{Script=Hiragana}/u;
/** Shorter hiragana runs are particles and endings (の, は, です, ですか), which say nothing about the task. */
const HIRAGANA_WORD = 4;

/** One case, one form of each letter; accents go from Latin letters only, because か and が are different letters. */
export function normalise(text: string): string {
  const start = text.slice(0, LONGEST_TEXT);
  if (ASCII.test(start)) return start.toLowerCase();
  return start
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTED_LATIN, '$1')
    .normalize('NFC')
    .replace(LETTERS_NFD_KEEPS, (letter) => PLAIN[letter] ?? letter);
}

/** The words in order, before synonyms. Japanese, Chinese and Korean runs become pairs of characters. */
export function wordsOf(text: string): string[] {
  const plain = normalise(text)
    .replace(URL_OR_ADDRESS, ' ')
    .replace(/[’ʼ`]/g, "'")
    .replace(/'s\b/g, '')
    .replace(/'/g, '')
    .replace(/\b([a-z])&([a-z])\b/g, '$1n$2');
  const runs: string[] = plain.match(RUN) ?? [];
  const words = CJK.test(plain)
    ? runs.flatMap((run) => (CJK.test(run) ? pairs(run) : [run]))
    : runs;
  return words.slice(0, MOST_WORDS);
}

function pairs(run: string): string[] {
  return (run.match(CJK_RUN) ?? []).flatMap((part) => {
    if (!CJK.test(part)) return [part];
    const letters = [...part];
    if (HIRAGANA.test(part) && letters.length < HIRAGANA_WORD) return [];
    if (letters.length === 1) return [part];
    return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  });
}

/** Longer runs of letters are no words, and the stemmer's patterns slow down on them. */
const ENGLISH_WORD = /^[a-z]{4,40}$/;

/** What forms of a word share: British and American spelling, then Porter 2. Only English words change. */
export function stemOf(word: string): string {
  if (!ENGLISH_WORD.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[^aeiouy]+s$/.test(word) ? word.slice(0, -1) : porter2(american(word));
  if (stems.size < MOST_STEMS) stems.set(word, stem);
  return stem;
}

/** A language has this many words in use; stemming was a tenth of a question's time. */
const MOST_STEMS = 20_000;
const stems = new Map<string, string>();

function american(word: string): string {
  return word
    .replace(/(\w{3}[^aeiou])is(e|es|ed|er|ers|ing|ation|ations)$/, '$1iz$2')
    .replace(/(\w{3})our(s|ed|ing)?$/, '$1or$2')
    .replace(/(\w{3})tre(s?)$/, '$1ter$2')
    .replace(/(licen|defen)c(e|es|ed|ing)$/, '$1s$2')
    .replace(/^programme(s?)$/, 'program$1');
}
