// How text is put into one cell and taken out again: formulas made harmless, lists with escapes.

/**
 * What a spreadsheet may run: a formula sign, also full-width or behind blanks, and leading tabs and line breaks.
 * Apostrophes in front count as well, so that taking one away is exactly the reverse of adding one.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const RUNS = /^[\s']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/u;

/** Puts an apostrophe before a cell that a spreadsheet would run. */
export function harmless(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** Takes away exactly the apostrophe that `harmless` adds. */
export function asMeant(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** `;` separates; a semicolon or backslash inside an item is written `\;` or `\\`. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, '\\$&')).join('; ');
}

/** Reverse of `joinList`; blanks around items and empty items do not count. Other backslashes stay as they are. */
export function splitList(text: string): string[] {
  const items = text.match(/(?:\\[\\;]|[^;])+/g) ?? [];
  return items.map((item) => item.replace(/\\([\\;])/g, '$1').trim()).filter((item) => item !== '');
}
