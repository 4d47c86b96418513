// Reply → activity: the card's template filled with cleaned data, or one plain line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { Activity, Attachment } from 'botbuilder';
import type { CardReply, Reply } from '../cards.ts';
import { firstLine } from '../cards.ts';
import type { Pages } from '../links.ts';
import { clean, cleanText } from './clean.ts';
import { type Bring, finished } from './fit.ts';

const ENDING = '.template.json';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#message-requesting-permission-to-upload */
const CONSENT_TYPE = 'application/vnd.microsoft.teams.card.file.consent';

/** Filling costs 0.2 ms, and the same few answers are asked for again and again; 200 cards stay under 5 MB. */
const MOST_KEPT = 200;

export type Message = Pick<Activity, 'type' | 'text' | 'textFormat' | 'summary' | 'attachments'>;

export type Render = {
  /** A message that can be sent; beside a card there is no text, the first line is the summary. Its buttons bring `matrix` back, and the `digest` they were opened out of. */
  message(reply: Reply, matrix?: string, digest?: string | null): Partial<Message>;
};

/** Without `pages` no card links to a task's page. Reads every template in the folder once; throws naming the file that is not a template. */
export function createRender(folder: string, pages: Pages | null = null): Render {
  const templates = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(ENDING))
      .map((file) => [file.slice(0, -ENDING.length), readTemplate(join(folder, file))]),
  );
  const kept = new Map<string, unknown>();

  function card({ card: name, data }: CardReply, bring: Bring): unknown {
    const key = `${JSON.stringify(bring)} ${name} ${JSON.stringify(data)}`;
    const known = kept.get(key);
    kept.delete(key);
    const filled = known ?? finished(fill(name, data), bring, pages);
    kept.set(key, filled);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return filled;
  }

  function fill(name: string, data: unknown): unknown {
    const template = templates.get(name);
    if (!template) throw new Error(`There is no card ${name}${ENDING} in the cards folder`);
    return template.expand({ $root: clean(data) });
  }

  return {
    message(reply, matrix = '', digest = null) {
      if (reply.kind === 'text') {
        return { type: 'message', textFormat: 'plain', text: cleanText(reply.text) };
      }
      if (reply.kind === 'offer') return offered(reply);
      if (reply.kind === 'file') throw new TypeError('A file is put, not shown');
      const content = card(reply, { matrix, digest });
      const attachment: Attachment = { contentType: CARD_TYPE, content };
      return { type: 'message', summary: cleanText(firstLine(reply)), attachments: [attachment] };
    },
  };
}

function offered({ text, name, bytes, context }: Extract<Reply, { kind: 'offer' }>) {
  const description = cleanText(text);
  const content = { description, sizeInBytes: bytes, acceptContext: context };
  const card = { ...content, declineContext: context };
  const attachment = { contentType: CONSENT_TYPE, name, content: card };
  return { type: 'message', summary: description, attachments: [attachment] };
}

function readTemplate(path: string): Template {
  try {
    return new Template(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path}: not a card template`, { cause });
  }
}
