// A cell's text → the mark it holds, however it is spelled: `**RA**`, `R A`, `AR*`, `(I)`, `R (Backup)`, `X`, `Yes`.
import { type Alphabet, alphabetOf } from './alphabet.ts';
import { DUTIES, type Duty, LETTERS, SIGNS, UNKNOWN, WORDS } from './mark-words.ts';

/** `code` is how a careful reader writes it: letters in the order RACISV, or one word; empty for a blank. */
export type Mark = { code: string; duties: Duty[] };

export const BLANK: Mark = { code: '', duties: [] };

/** Marks are short; longer text is something else, and not worth a look. */
const LONGEST = 60;
const ORDER = `${Object.keys(LETTERS).join('')}DPMBLEO`;
/** A cross in brackets is the lesser of two. */
const IN_BRACKETS = /^\(\s*[xX✓✔●]\s*\)$/u;
const RACI: Alphabet = new Map(
  Object.entries(LETTERS).map(([code, duty]) => [code, { code, duty }]),
);
/** What may stand around and between the letters and words of one mark. */
const BETWEEN = /[\s/,;&+()[\]|:.・、]+|(?<=\s)(?:and|und|et|y|e|と)(?=\s)/giu;
/** Emphasis, and the star, dagger or number of a footnote behind it. */
const AROUND = /^[\s*_"'`]+|[\s*_"'`†‡§¹²³⁴⁵⁶⁷⁸⁹]+$/gu;
const FOOTNOTE = /(?<=\p{L})\s*(?:\(\d{1,2}\)|\[\d{1,2}\]|\d\)|\^\[?\d{1,2}\]?\^?)$/u;

/** Null for text that is no mark. `alphabet` is what the file's own letters and signs stand for. */
export function parseMark(text: string, alphabet: Alphabet = RACI): Mark | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/\uFE0F/g, '')
    .replace(AROUND, '')
    .replace(FOOTNOTE, '')
    .replace(AROUND, '');
  const said = plain.toLowerCase();
  if (said === '' || UNKNOWN.has(said)) return BLANK;
  if (IN_BRACKETS.test(plain)) return { code: 'PARTIAL', duties: ['part'] };
  const sign = alphabet.get(plain) ?? SIGNS[plain.toUpperCase()] ?? WORDS.get(said);
  if (sign) return { code: sign.code, duties: [sign.duty] };
  const tokens = plain.split(BETWEEN).filter((token) => token !== '');
  if (tokens.length === 0) return null;
  const parts: { code: string; duty: Duty }[] = [];
  for (const token of tokens) {
    const own = alphabet.get(token);
    const meant = own ?? WORDS.get(token.toLowerCase()) ?? SIGNS[token.toUpperCase()];
    const letters = meant ? [meant] : lettersOf(token, alphabet);
    if (letters === null) return null;
    parts.push(...letters);
  }
  return joined(parts);
}

/** `RA`, `RASCI`: letters of the alphabet of marks, each once. Small ones are words, but for one or two of R, A, C and I. */
function lettersOf(token: string, alphabet: Alphabet): { code: string; duty: Duty }[] | null {
  const upper = token.toUpperCase();
  if (token !== upper && !/^[raci]{1,2}$/.test(token)) return null;
  if (token.length > ORDER.length) return null;
  if (new Set(upper).size !== upper.length) return null;
  const found = [...upper].map((letter) => alphabet.get(letter) ?? RACI.get(letter));
  return found.every((each) => each !== undefined) ? found : null;
}

function joined(parts: readonly { code: string; duty: Duty }[]): Mark {
  const codes = [...new Set(parts.map(({ code }) => code))];
  const letters = codes.filter((code) => code.length === 1 && ORDER.includes(code));
  letters.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const others = codes.filter((code) => !letters.includes(code));
  const duties = DUTIES.filter((duty) => parts.some((part) => part.duty === duty));
  return { code: [letters.join(''), ...others].filter(Boolean).join(' '), duties };
}

/** Partly filled circles; beside them an empty one is nothing. */
const HARVEY = /[◐◑◒◓◔◕]/u;
const FULLER = /[●◎◉⬤]/u;
const RING = /^[○〇◯]$/u;

/** What an empty circle says depends on the others in the table: alone it ticks, beside a fuller one it is the lesser. */
function ringIn(cells: readonly string[]): Mark | null {
  const short = cells.filter((cell) => cell.length <= LONGEST);
  if (short.some((cell) => HARVEY.test(cell))) return { code: 'NO', duties: ['no'] };
  const beside = short.some((cell) => FULLER.test(cell));
  return beside ? { code: 'S', duties: ['support'] } : null;
}

/** The same text stands in thousands of cells. `cells` are those of the whole table, `legend` that of the file. */
export function createMarks(
  cells: readonly string[],
  legend: Alphabet = new Map(),
): (text: string) => Mark | null {
  const known = new Map<string, Mark | null>();
  const own = alphabetOf(cells, legend);
  const alphabet: Alphabet = own.size > 0 ? own : RACI;
  const ring = [...own.keys()].some((sign) => RING.test(sign)) ? null : ringIn(cells);
  return (text) => {
    if (text.length > LONGEST) return null;
    const found = known.get(text);
    if (found !== undefined) return found;
    const mark = ring !== null && RING.test(text.trim()) ? ring : parseMark(text, alphabet);
    known.set(text, mark);
    return mark;
  };
}
