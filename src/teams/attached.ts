// What comes along with a message: a file to be fetched, the sign of one that is not handed over, or a pasted table.
import { z } from 'zod';
import type { Incoming } from './activity.ts';
import { mentionsOf } from './activity.ts';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const FILE = 'application/vnd.microsoft.teams.file.download.info';
const HTML = 'text/html';
/** A quoted message, which is no file. */
const QUOTE = 'messageReference';

/** A message carries ten files at most. */
const MAX_LISTED = 20;
const MAX_URL = 8_192;
const MAX_NAME = 1_000;

const Attachment = z.object({
  contentType: z.string().max(256),
  name: z.string().nullish(),
  content: z.unknown().optional(),
});
const Download = z.object({ downloadUrl: z.string().min(1).max(MAX_URL) });
const Consent = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.unknown().optional(),
  uploadInfo: z
    .object({
      contentUrl: z.string().max(MAX_URL),
      uploadUrl: z.string().max(MAX_URL),
      uniqueId: z.string().max(MAX_NAME),
      fileType: z.string().max(100),
    })
    .nullish(),
});

export type ToFetch = { name: string; url: string };
export type UploadPlace = NonNullable<z.output<typeof Consent>['uploadInfo']>;

type Read = z.output<typeof Attachment>;

function attachmentsOf({ attachments }: Incoming): Read[] {
  return (attachments ?? []).slice(0, MAX_LISTED).flatMap((one) => {
    const parsed = Attachment.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The first file: several are sent one by one. */
export function fileIn(activity: Incoming): ToFetch | null {
  for (const { contentType, name, content } of attachmentsOf(activity)) {
    const download = contentType === FILE ? Download.safeParse(content) : null;
    if (download?.success) {
      return { name: (name ?? '').slice(0, MAX_NAME), url: download.data.downloadUrl };
    }
  }
  return null;
}

/** In channels and groups the message only says where a file stands in its text. */
export function hintsAtFile(activity: Incoming): boolean {
  const all = attachmentsOf(activity);
  const tagged = /<attachment\b/i.test(htmlOf(all));
  const others = all.filter(({ contentType }) => contentType !== HTML);
  return others.length === 0 ? tagged : others.some(({ contentType }) => contentType !== QUOTE);
}

/** Null for what is no answer to an offered file. */
export function consentIn(activity: Incoming) {
  const parsed = Consent.safeParse(activity.value);
  if (!parsed.success) return null;
  const { action, context, uploadInfo } = parsed.data;
  return { accepted: action === 'accept', context: context ?? null, upload: uploadInfo ?? null };
}

/** More text than this Teams does not carry. */
const MAX_PASTED = 262_144;
const FEWEST_ROWS = 3;
/** Of the lines, so many have to be cut alike. */
const EVEN = 0.8;
/** Cells are short, and no blank follows the sign; in a sentence one does. */
const SHORT_CELL = 40;

/** The bytes of what looks like a copied table; null for anything that might be a question. */
export function tableIn(activity: Incoming): Uint8Array | null {
  const html = htmlOf(attachmentsOf(activity));
  if (html.length <= MAX_PASTED && isHtmlTable(html)) return bytesOf(html);
  let text = (activity.text ?? '').slice(0, MAX_PASTED);
  for (const mention of mentionsOf(activity, activity.recipient.id)) {
    text = text.replaceAll(mention, '');
  }
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.length >= FEWEST_ROWS && isTextTable(lines) ? bytesOf(text.trim()) : null;
}

function htmlOf(all: readonly Read[]): string {
  const found = all.find(
    ({ contentType, content }) => contentType === HTML && typeof content === 'string',
  );
  return typeof found?.content === 'string' ? found.content : '';
}

function isHtmlTable(html: string): boolean {
  if (!/<table[\s>]/i.test(html)) return false;
  const rows = html.match(/<tr[\s>]/gi)?.length ?? 0;
  const cells = html.match(/<t[dh][\s>]/gi)?.length ?? 0;
  return rows >= FEWEST_ROWS && cells >= rows * 2;
}

function isTextTable(lines: readonly string[]): boolean {
  if (lines.some((line) => /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$/.test(line))) {
    return lines.filter((line) => line.includes('|')).length >= FEWEST_ROWS;
  }
  if (isEven(lines, '\t', 1)) return true;
  // Commas stand in sentences as well: three short cells a line, and nobody asks anything.
  if (lines.some((line) => /[?？]\s*$/.test(line))) return false;
  return [',', ';'].some((sign) => isEven(lines, sign, 2) && isShort(lines, sign));
}

function isEven(lines: readonly string[], sign: string, fewest: number): boolean {
  const counts = lines.map((line) => line.split(sign).length - 1);
  const first = counts[0] ?? 0;
  const same = counts.filter((count) => count === first).length;
  return first >= fewest && same >= lines.length * EVEN;
}

function isShort(lines: readonly string[], sign: string): boolean {
  const cells = lines.flatMap((line) => line.split(sign));
  const spaced = lines
    .flatMap((line) => line.split(sign).slice(1))
    .filter((cell) => cell.startsWith(' '));
  if (spaced.length > cells.length / 4) return false;
  return cells.filter((cell) => cell.trim().length <= SHORT_CELL).length >= cells.length * EVEN;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text.toWellFormed());
}
