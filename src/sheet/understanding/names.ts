// The names in a cell: `Red Hat and Customer` is two where both are known by themselves, `Smith and Sons` is one.
import { nameKey } from '../../matrix/party.ts';
import { looksLikeParty, undecorated } from './header-words.ts';
import { BLANK, type Mark, parseMark } from './marks.ts';

/** A name, not a sentence. */
const LONGEST = 80;
const STRONG = /\s*(?:[;\n、・]|\s[/|]\s)\s*/u;
const WEAK = /\s*(?:,|\/|&|\+)\s*|\s+(?:and|und|et|y|e|en|with|mit|met|avec|con|com)\s+|と/iu;
const FOOTNOTE = /(?:\s*(?:\*+|†|‡|\^\[?\d{1,2}\]?\^?|\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]))+$/u;

/** What a cell of names says: who, and a word such as `Shared` or `n/a` beside or in place of a name. */
export type NamesRead = { names: Named[]; word: Mark | null };

export type Named = { name: string; person?: string; role?: string };

export type Names = { read(cell: string): NamesRead };

/** Learns from all cells of a column which names stand alone, so that joined ones can be taken apart. */
export function createNames(cells: readonly string[], known: readonly string[]): Names {
  const alone = new Set(known.map(nameKey));
  for (const cell of cells) {
    for (const part of strong(cell)) if (!WEAK.test(part)) alone.add(nameKey(part));
  }

  function apart(part: string): string[] {
    if (alone.has(nameKey(part)) && !WEAK.test(part)) return [part];
    const pieces = part
      .split(WEAK)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '');
    const isAlone = (piece: string) => alone.has(nameKey(piece));
    // A stranger beside one who is known is somebody as well, if it is called like that.
    const told =
      pieces.some(isAlone) &&
      pieces.every((piece) => isAlone(piece) || looksLikeParty(piece) === 1);
    return told && pieces.length > 1 ? pieces : [part];
  }

  return {
    read(cell) {
      const word = wordOf(cell);
      if (word) return { names: [], word };
      const [, said = '', lead = ''] = LED.exec(cell) ?? [];
      const shared = lead === '' ? null : wordOf(said);
      const texts = strong(shared?.code === 'SHARED' ? lead : cell).flatMap((part) => {
        const whole = besideName(part, alone);
        return whole.length === 1 ? whole : apart(part).map((name) => ({ name }));
      });
      const names = texts.filter(
        ({ name }, at) => texts.findIndex((each) => each.name === name) === at,
      );
      return { names, word: shared?.code === 'SHARED' ? shared : null };
    },
  };
}

/** `Shared (lead: IT)`, `joint, led by IT`. */
const LED =
  /^(\p{L}+)\s*[(,:–—-]\s*(?:lead|led by|leader|leitung|federführend|pilote?|lidera|líder|主担当)\s*[:=–-]?\s*([^()]{2,80}?)\s*\)?$/iu;
const ASIDE = /^([^()（）]{2,60}?)\s*(?:[(（]([^()（）]{2,60})[)）]|\s[-–—]\s+(.{2,60}))$/u;
const ROLE =
  /(?:^|[^\p{L}])(?:head|lead|leader|chief|manager|director|officer|engineer|administrator|admin|architect|analyst|coordinator|specialist|technician|developer|owner|supervisor|leiter(?:in)?|leitung|responsable|chef|directeur|directrice|jefe|jefa|encargad[oa]|gerente|coordenador|hoofd|beheerder|c[a-z]o)(?:[^\p{L}]|$)|長$|担当$/iu;

const isPerson = (name: string) =>
  looksLikeParty(name) < 1 && /^\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){1,2}$/u.test(name);

/** `Internal IT (Maria Lopez)`, `Owen Pryce - Network engineer`: who or what is told beside the name is none of it. */
function besideName(part: string, alone: ReadonlySet<string>): Named[] {
  const [, name = '', bracketed, dashed] = ASIDE.exec(part) ?? [];
  const aside = bracketed ?? dashed ?? '';
  if (name === '') return [];
  if (isPerson(name) && !alone.has(nameKey(aside))) {
    return ROLE.test(aside) ? [{ name, role: aside }] : [];
  }
  if (isPerson(aside) && (alone.has(nameKey(name)) || looksLikeParty(name) === 1)) {
    return [{ name, person: aside }];
  }
  const within = alone.has(nameKey(name)) && (ROLE.test(aside) || looksLikeParty(aside) === 1);
  return within && !alone.has(nameKey(aside)) ? [{ name, role: aside }] : [];
}

/** `Shared`, `both`, `nobody`, `n/a`, `?`: said instead of a name. Null for anything that may be one. */
function wordOf(cell: string): Mark | null {
  const mark = parseMark(cell);
  if (mark === null) return null;
  const instead = ['SHARED', 'NOBODY', 'NA', 'NO', ''];
  return instead.includes(mark.code) ? (mark.code === '' ? BLANK : mark) : null;
}

function strong(cell: string): string[] {
  return cell
    .split(STRONG)
    .map((part) =>
      part
        .replace(FOOTNOTE, '')
        .replace(/^[*_]+|[*_]+$/g, '')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** Cells that may be names: short, and no marks. */
export function mayBeNames(cell: string): boolean {
  return cell.length <= LONGEST && !/^[\d.,%:/\-\s]+$/.test(cell) && !/https?:|@/.test(cell);
}

/** `… backbone network(1)` without its footnote; `AC-02 (1)` is a number of its own and stays. */
export function taskName(cell: string): string {
  return undecorated(cell.replace(/\s+/g, ' '))
    .replace(/(?<=\p{L}{3})(?:\s?\([1-9]\d?\)|\s?\[[1-9]\d?\]|[¹²³⁴⁵⁶⁷⁸⁹*†‡]+)$/u, '')
    .trim();
}
