// What the letters and signs of one file stand for: as its legend says, or as DACI, RAPID and their like are known.
import type { TextTable } from '../reading/workbook.ts';
import { type Duty, LETTERS, SIGNS, WORDS } from './mark-words.ts';

/** By letter or sign; those of RACI count where nothing else is said. */
export type Alphabet = ReadonlyMap<string, { code: string; duty: Duty }>;

/** Letters that stand for something else than in RACI; each is told by its first ones, which RACI has not. */
const KNOWN: readonly { told: string; duties: Readonly<Record<string, Duty>> }[] = [
  {
    told: 'DP',
    duties: { D: 'accountable', P: 'responsible', R: 'consulted', A: 'consulted', I: 'consulted' },
  },
  { told: 'D', duties: { D: 'responsible', A: 'accountable', C: 'consulted', I: 'informed' } },
  { told: 'VM', duties: { V: 'responsible', M: 'support', I: 'informed' } },
  { told: 'PS', duties: { P: 'accountable', S: 'support', B: 'backup' } },
];

/** Letters written together may be a name. */
const MARKED = /^\p{Lu}(?:\s*[/,;&+\s]\s*\p{Lu}){0,3}$/u;
const SIGN = String.raw`[^\p{L}\p{N}\s\p{P}=<>+|~$^]️?`;
const ENTRY = new RegExp(
  String.raw`(?:^|[\s,;:：|·•(（])(?:(\p{Lu})\s*(?:[=＝:：]|\s[-–—]|[-–—]\s)\s*|(${SIGN})\s*[=＝:：–—-]?\s*)(\p{L}[^,;|·•=＝\n　]*)`,
  'gu',
);
/** A legend has a line for each mark; a row of a matrix has more. */
const LONGEST_ENTRY = 200;
const MOST_ENTRIES = 20;

export function alphabetOf(cells: readonly string[], legend: Alphabet): Alphabet {
  if (legend.size > 0) return legend;
  const letters = new Set(
    cells.filter((cell) => MARKED.test(cell)).flatMap((cell) => cell.match(/\p{Lu}/gu) ?? []),
  );
  const known = KNOWN.find(
    ({ told, duties }) =>
      [...told].every((letter) => letters.has(letter)) &&
      [...letters].every((letter) => Object.hasOwn(duties, letter)),
  );
  return new Map(Object.entries(known?.duties ?? {}).map(([code, duty]) => [code, { code, duty }]));
}

/** All legends of a file, which often has them on a sheet of their own. Fewer than two marks explained are none. */
export function legendIn(tables: readonly TextTable[]): Alphabet {
  const found = new Map<string, { code: string; duty: Duty }>();
  const add = (sign: string, meaning: string) => {
    const duty = dutyOf(meaning);
    const bare = sign.replace(/\uFE0F/g, '');
    if (duty === null || found.size >= MOST_ENTRIES || found.has(bare)) return;
    found.set(bare, { code: /\p{Lu}/u.test(bare) ? bare : duty.code, duty: duty.duty });
  };
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
      const [first = '', second = ''] = texts;
      if (texts.length === 2 && isSign(first)) add(first, second);
      if (texts.length === 1)
        for (const [, letter, sign, means = ''] of entriesIn(first))
          add(letter ?? sign ?? '', means);
    }
  }
  const usual = [...found].every(
    ([sign, { duty }]) => LETTERS[sign] === duty || SIGNS[sign]?.duty === duty,
  );
  return found.size < 2 || usual ? new Map() : found;
}

function entriesIn(text: string) {
  return text.length > LONGEST_ENTRY ? [] : text.matchAll(ENTRY);
}

const isSign = (text: string) => /^\p{Lu}$/u.test(text) || new RegExp(`^${SIGN}$`, 'u').test(text);

/** `Responsible - does the work`, `Primary   `, `does it`: by the whole, else by what stands before a dash, else by its first word. */
function dutyOf(meaning: string): { code: string; duty: Duty } | null {
  const said =
    meaning
      .normalize('NFKC')
      .toLowerCase()
      .split(/\s{2,}/)[0]
      ?.trim() ?? '';
  const short = said.split(/\s[-–—]\s|[.:(]/)[0]?.trim() ?? '';
  const [word = ''] = short.split(/\s/);
  return WORDS.get(said) ?? WORDS.get(short) ?? WORDS.get(word) ?? null;
}
