// Text with the signs of Markdown or AsciiDoc → the text people see.

/** Longer cells keep their signs: looking for pairs costs the square of the length. */
const MAX_STYLED = 2_000;

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** `RA*` keeps its star: only pairs are emphasis. */
function unstyled(text: string): string {
  return text
    .replace(/`([^`]*)`/g, '$1')
    .replace(/(\*\*|__)(?=\S)((?:(?!\1).)*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/~~([^~]*)~~/g, struck(text) ? '$1' : '');
}

/** What is struck out is gone, unless nothing else is left. */
function struck(text: string): boolean {
  return text.replace(/~~[^~]*~~/g, '').trim() === '';
}

export function plainMarkdown(cell: string): string {
  const text = cell.replace(/<br\s*\/?>/gi, '\n').replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, known);
  if (text.length > MAX_STYLED) return text.trim();
  const linked = shielded(text)
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[\^[^\]]{1,20}\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z][^>]{0,200}>/gi, '');
  return unshielded(unstyled(linked)).trim();
}

/** Signs behind a backslash are no signs: they wait as letters of the private area until pairs have been looked for. */
const SHIELD = 0xe000;

function shielded(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) =>
    String.fromCharCode(SHIELD + sign.charCodeAt(0)),
  );
}

function unshielded(text: string): string {
  return text.replace(/[\uE021-\uE07E]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - SHIELD),
  );
}

export function plainAsciidoc(cell: string): string {
  const text = cell.replace(/\{nbsp\}/g, ' ').replace(/\{[\w-]{1,60}\}/g, '');
  if (text.length > MAX_STYLED) return text.trim();
  const linked = text
    .replace(/\^\[?[^\s^]{1,9}\]?\^/g, '')
    .replace(/footnote:[\w-]{0,40}\[[^\]]*\]/g, '')
    .replace(/(?:link:|xref:|https?:\/\/|mailto:)[^\s[\]]{1,500}\[([^\]]*)\]/g, '$1')
    .replace(/<<[^>,]{1,200},([^>]{1,200})>>/g, '$1');
  return unstyled(linked)
    .replace(/\s*\n\s*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function known(entity: string): string {
  return ENTITIES[entity] ?? entity;
}
