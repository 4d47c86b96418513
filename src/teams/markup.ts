// The markup of somebody's message → plain words; one pass, so that hostile markup costs no more than honest.

/** Teams sends up to 28 KB; what is far behind the cut is not worth reading. */
const MAX_READ = 32_768;

/** What is inside these was not said: scripts and styles, the older message that a reply quotes, whom it is addressed to. */
const UNSAID = new Set([
  ...['script', 'style', 'title', 'template'],
  ...['blockquote', 'attachment', 'at'],
]);

/** These stand inside words. */
const INLINE = new Set([
  ...['a', 'b', 'i', 'u', 's', 'em', 'strong', 'span', 'font', 'mark', 'small'],
  ...['code', 'sub', 'sup', 'del', 'ins', 'wbr'],
]);

/** What follows these stands on a line of its own. */
const BREAKS = new Set([
  ...['br', 'p', 'div', 'li', 'tr', 'table', 'ul', 'ol', 'pre', 'hr'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'],
]);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi;

/** Everything a reader sees, without tags. */
export function textOfMarkup(markup: string): string {
  const html = markup.slice(0, MAX_READ);
  const lower = html.toLowerCase();
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open < 0 ? undefined : open);
    if (open < 0) break;
    const tag = tagAt(lower, open);
    if (tag === null) {
      text += '<';
      at = open + 1;
      continue;
    }
    text += BREAKS.has(tag.name) ? '\n' : INLINE.has(tag.name) ? '' : ' ';
    at = tag.end;
    if (UNSAID.has(tag.name) && !tag.closes) {
      const closing = lower.indexOf(`</${tag.name}`, at);
      at = closing < 0 ? html.length : closing;
    }
  }
  return decodeEntities(text);
}

type Tag = { name: string; closes: boolean; end: number };

const NAME = /(\/?)([a-z][a-z0-9]*)/y;

/** Null where the `<` opens nothing. A tag that never ends takes the rest along. */
function tagAt(lower: string, open: number): Tag | null {
  const next = lower[open + 1] ?? '';
  if (next === '!' || next === '?') {
    const mark = lower.startsWith('<!--', open) ? '-->' : '>';
    return { name: '', closes: false, end: endOf(lower, mark, open + 2) };
  }
  NAME.lastIndex = open + 1;
  const [, slash = '', name = ''] = NAME.exec(lower) ?? [];
  return name === '' ? null : { name, closes: slash !== '', end: endOf(lower, '>', open + 1) };
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}

/** Each entity is read once, so that `&amp;lt;` is the text `&lt;` and no tag. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal, hex, named) => {
    if (named) return NAMED[String(named).toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
