// What a person wrote, as plain words: without the mentions of the bot, without markup, not too long.
import type { Incoming } from './activity.ts';
import { mentionsOf } from './activity.ts';

/** Longer than any question; matching takes time with the length. */
export const MAX_TEXT = 4_000;

/** Teams sends up to 28 KB; what is far behind the cut is not worth reading. */
const MAX_READ = 32_768;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi;

export function wordsOf(activity: Incoming): string {
  let text = (activity.text ?? '').slice(0, MAX_READ);
  for (const mention of mentionsOf(activity, activity.recipient.id)) {
    text = text.replaceAll(mention, ' ');
  }
  // Mentions of other people keep their name: "is <at>Priya</at> the owner?" asks about Priya.
  text = text.replace(/<\/?at\b[^<>]{0,200}>/gi, '');
  if (activity.textFormat === 'xml') text = decode(text);
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
    .slice(0, MAX_TEXT)
    .toWellFormed();
}

/** Each entity is read once, so that `&amp;lt;` is the text `&lt;` and no tag. */
function decode(text: string): string {
  return text
    .replace(/<(?:br|\/p|\/div)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(ENTITY, (whole, decimal, hex, named) => {
      if (named) return NAMED[String(named).toLowerCase()] ?? whole;
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}
