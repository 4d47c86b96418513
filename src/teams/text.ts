// What a person wrote, as plain words: without the mentions of the bot, without markup, not too long.
import type { Incoming } from './activity.ts';
import { mentionsOf } from './activity.ts';
import { decodeEntities } from './markup.ts';

/** Longer than any question; matching takes time with the length. */
export const MAX_TEXT = 4_000;

/** Teams sends up to 28 KB; what is far behind the cut is not worth reading. */
const MAX_READ = 32_768;

export function wordsOf(activity: Incoming): string {
  let text = (activity.text ?? '').slice(0, MAX_READ);
  for (const mention of mentionsOf(activity, activity.recipient.id)) {
    text = text.replaceAll(mention, ' ');
  }
  // Mentions of other people keep their name: "is <at>Priya</at> the owner?" asks about Priya.
  text = text.replace(/<\/?at\b[^<>]{0,200}>/gi, '');
  if (activity.textFormat === 'xml') text = withoutMarkup(text);
  return tidied(text);
}

/** One space between words, one line under the other, and not too long. */
export function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
    .slice(0, MAX_TEXT)
    .toWellFormed();
}

function withoutMarkup(text: string): string {
  const bare = text
    .replace(/<(?:br|\/p|\/div)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '');
  return decodeEntities(bare);
}
