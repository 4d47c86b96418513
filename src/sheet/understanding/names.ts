// The names in a cell: `Red Hat and Customer` is two where both are known by themselves, `Smith and Sons` is one.
import { nameKey } from '../../matrix/party.ts';
import { BLANK, type Mark, parseMark } from './marks.ts';

/** A name, not a sentence. */
const LONGEST = 80;
const STRONG = /\s*(?:[;\n、・]|\s[/|]\s)\s*/u;
const WEAK = /\s*(?:,|\/|&|\+)\s*|\s+(?:and|und|et|y|e|with|mit|avec|con)\s+|と/iu;
const FOOTNOTE = /(?:\s*(?:\*+|†|‡|\^\[?\d{1,2}\]?\^?|\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]))+$/u;

/** What a cell of names says: who, or a word such as `Shared` or `n/a` in place of a name. */
export type NamesRead = { names: string[]; word: Mark | null };

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
    const told = pieces.length > 1 && pieces.every((piece) => alone.has(nameKey(piece)));
    return told ? pieces : [part];
  }

  return {
    read(cell) {
      const word = wordOf(cell);
      if (word) return { names: [], word };
      return { names: [...new Set(strong(cell).flatMap(apart))], word: null };
    },
  };
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
  return cell
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{L}{3})(?:\s?\([1-9]\d?\)|\s?\[[1-9]\d?\]|[¹²³⁴⁵⁶⁷⁸⁹*†‡]+)$/u, '')
    .trim();
}
