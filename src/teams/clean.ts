// Makes text from people harmless before it is shown: nothing in it may act, hide or reorder.

/** Everything that is not seen but changes what is: controls, marks of direction, invisible joints. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Tag characters carry hidden text, except in the flags of England, Scotland and Wales, where they follow a black flag. */
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

const LINE_END = /\r\n?|[\u2028\u2029]/g;

/** Teams turns `<at>…</at>` into a mention; the quote looks alike and is not. */
const MENTION = /(?:<|&lt;)(?=\s*\/?\s*at\b)/gi;

/** Teams expands {{DATE(…)}} and {{TIME(…)}} on the client. */
const DOUBLE_BRACE = /\{(?=\{)/g;

/** Keeps line breaks, emoji and every script as they are. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replace(TAGS, '$1')
    .replace(MENTION, '‹')
    .replace(DOUBLE_BRACE, '{ ');
}

/** Every text in a card's data, however deep. */
export function clean(data: unknown): unknown {
  if (typeof data === 'string') return cleanText(data);
  if (Array.isArray(data)) return data.map(clean);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, clean(value)]));
}
