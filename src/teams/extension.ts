// The message extension: its invokes as what was said, and what goes back for each.
import { z } from 'zod';
import type { Said } from '../chat.ts';
import { type Pages, readTaskLink } from '../links.ts';
import type { Incoming } from './activity.ts';
import { cleanText } from './clean.ts';
import { textOfMarkup } from './markup.ts';
import { tidied } from './text.ts';

/** The ids that the manifest gives the two commands and the search box. */
export const FIND = 'find';
export const WHO_OWNS = 'who-owns';
export const QUERY = 'query';

/** Longer than any question. */
const MAX_QUERY = 500;

/** What the client draws: a list to choose from, the preview of a link, or a dialog. */
export type Wants = 'results' | 'link' | 'dialog';

/** `said` null: nothing to answer, or not readable. */
export type Extended = { wants: Wants; said: Said | null };

/** Teams names the command always, the local one where somebody filled it in; there is one of each kind. */
const only = (command: string) => z.literal([command, '']).nullish();

const Query = z.object({
  commandId: only(FIND),
  parameters: z.array(z.object({ name: z.string().max(64).nullish(), value: z.string() })).max(10),
  queryOptions: z.object({ skip: z.number().nullish() }).nullish(),
});

const Link = z.object({ url: z.string() });

const Fetch = z.object({
  commandId: only(WHO_OWNS),
  messagePayload: z.object({
    subject: z.string().nullish(),
    body: z.object({ content: z.string().nullish(), contentType: z.string().nullish() }),
  }),
});

const Verb = z.string().min(1).max(128);
const Submitted = z.object({
  commandId: only(WHO_OWNS),
  data: z.looseObject({ verb: Verb }),
});

/** Null for an invoke of something else. */
export function readExtension(
  { name, value }: Incoming,
  pages: Pages | null,
  tenant: string,
): Extended | null {
  switch (name) {
    case 'composeExtension/query':
      return readQuery(value);
    case 'composeExtension/queryLink':
      return { wants: 'link', said: readLink(value, pages, tenant) };
    // Whoever has not installed the app is nobody we know: they see the link as it is.
    case 'composeExtension/anonymousQueryLink':
      return { wants: 'link', said: null };
    case 'composeExtension/fetchTask':
      return { wants: 'dialog', said: readMessage(value) };
    case 'composeExtension/submitAction':
      return { wants: 'dialog', said: readSubmitted(value) };
    default:
      return null;
  }
}

function readQuery(value: unknown): Extended {
  const parsed = Query.safeParse(value);
  if (!parsed.success) return { wants: 'results', said: null };
  const { parameters, queryOptions } = parsed.data;
  // All there is was on the first page.
  if ((queryOptions?.skip ?? 0) > 0) return { wants: 'link', said: null };
  const query = parameters.find(({ name }) => (name ?? QUERY) === QUERY)?.value ?? '';
  return { wants: 'results', said: { kind: 'search', query: tidied(query).slice(0, MAX_QUERY) } };
}

function readLink(value: unknown, pages: Pages | null, tenant: string): Said | null {
  const parsed = Link.safeParse(value);
  const place = parsed.success && pages ? readTaskLink(parsed.data.url, pages, tenant) : null;
  return place && { kind: 'link', place };
}

function readMessage(value: unknown): Said | null {
  const parsed = Fetch.safeParse(value);
  if (!parsed.success) return null;
  const { subject, body } = parsed.data.messagePayload;
  const content = body.content ?? '';
  const words = body.contentType === 'text' ? content : textOfMarkup(content);
  return { kind: 'message', text: tidied(`${subject ?? ''}\n${words}`) };
}

function readSubmitted(value: unknown): Said | null {
  const parsed = Submitted.safeParse(value);
  if (!parsed.success) return null;
  const { verb, ...data } = parsed.data.data;
  return { kind: 'action', verb, data };
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';

export type ExtensionAnswer = { status: 200; body: unknown };

export type Shown = { title: string; text: string; card: unknown };

export function listAnswer(found: readonly Shown[]): ExtensionAnswer {
  const attachments = found.map(({ title, text, card }) => ({
    contentType: CARD,
    content: card,
    preview: {
      contentType: THUMBNAIL,
      content: { title: previewed(title), text: previewed(text) },
    },
  }));
  return composed({ type: 'result', attachmentLayout: 'list', attachments });
}

/** In place of a list: one plain sentence. */
export function noteAnswer(text: string): ExtensionAnswer {
  return composed({ type: 'message', text: cleanText(text) });
}

export function dialogAnswer(title: string, card: unknown): ExtensionAnswer {
  const value = {
    ...{ title: cleanText(title), width: 'medium', height: 'medium' },
    card: { contentType: CARD, content: card },
  };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** One sentence on a card: a dialog's own message type is not drawn after a message extension's submit. */
export function saidInDialog(title: string, text: string): ExtensionAnswer {
  const inlines = [{ type: 'TextRun', text: cleanText(text) }];
  const body = [{ type: 'RichTextBlock', inlines }];
  return dialogAnswer(title, { type: 'AdaptiveCard', version: '1.5', body });
}

function composed(composeExtension: unknown): ExtensionAnswer {
  return { status: 200, body: { composeExtension } };
}

/** A thumbnail's text is read as markup: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format */
function previewed(text: string): string {
  return cleanText(text).replaceAll('<', '‹').replaceAll('>', '›');
}
