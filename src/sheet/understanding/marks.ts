// A cell's text → the mark it holds, however it is spelled: `**RA**`, `R A`, `AR*`, `(I)`, `R (Backup)`, `X`, `Yes`.
import { DUTIES, type Duty, LETTERS, SIGNS, UNKNOWN, WORDS } from './mark-words.ts';

/** `code` is how a careful reader writes it: letters in the order RACISV, or one word; empty for a blank. */
export type Mark = { code: string; duties: Duty[] };

export const BLANK: Mark = { code: '', duties: [] };

/** Marks are short; longer text is something else, and not worth a look. */
const LONGEST = 60;
const ORDER = Object.keys(LETTERS).join('');
/** What may stand around and between the letters and words of one mark. */
const BETWEEN = /[\s/,;&+()[\]|:.・、]+|(?<=\s)(?:and|und|et|y|e|と)(?=\s)/giu;
/** Emphasis, and the star, dagger or number of a footnote behind it. */
const AROUND = /^[\s*_"'`]+|[\s*_"'`†‡§¹²³⁴⁵⁶⁷⁸⁹]+$/gu;
const FOOTNOTE = /(?<=\p{L})\s*(?:\(\d{1,2}\)|\[\d{1,2}\]|\d\)|\^\[?\d{1,2}\]?\^?)$/u;

/** Null for text that is no mark. */
export function parseMark(text: string): Mark | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .normalize('NFKC')
    .replace(AROUND, '')
    .replace(FOOTNOTE, '')
    .replace(AROUND, '');
  const said = plain.toLowerCase();
  if (said === '' || UNKNOWN.has(said)) return BLANK;
  const sign = SIGNS[plain.toUpperCase()] ?? WORDS.get(said);
  if (sign) return { code: sign.code, duties: [sign.duty] };
  const tokens = plain.split(BETWEEN).filter((token) => token !== '');
  if (tokens.length === 0) return null;
  const parts: { code: string; duty: Duty }[] = [];
  for (const token of tokens) {
    const meant = WORDS.get(token.toLowerCase()) ?? SIGNS[token.toUpperCase()];
    const letters = meant ? [meant] : lettersOf(token);
    if (letters === null) return null;
    parts.push(...letters);
  }
  return joined(parts);
}

/** `RA`, `RASCI`: letters of the alphabet of marks, each once. Small ones are words, but for one or two of R, A, C and I. */
function lettersOf(token: string): { code: string; duty: Duty }[] | null {
  const upper = token.toUpperCase();
  if (token !== upper && !/^[raci]{1,2}$/.test(token)) return null;
  if (token.length > ORDER.length) return null;
  if (new Set(upper).size !== upper.length) return null;
  const found = [...upper].map((letter) => ({ code: letter, duty: LETTERS[letter] }));
  return found.every((each): each is { code: string; duty: Duty } => each.duty !== undefined)
    ? found
    : null;
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

/** The same text stands in thousands of cells. `cells` are those of the whole table. */
export function createMarks(cells: readonly string[]): (text: string) => Mark | null {
  const known = new Map<string, Mark | null>();
  const ring = ringIn(cells);
  return (text) => {
    if (text.length > LONGEST) return null;
    const found = known.get(text);
    if (found !== undefined) return found;
    const mark = ring !== null && RING.test(text.trim()) ? ring : parseMark(text);
    known.set(text, mark);
    return mark;
  };
}
