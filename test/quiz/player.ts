// Plays the quiz through the real server and the real adapter: people write, read the last card, choose and press.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { importSheet } from '../../src/bring-in.ts';
import { COLUMN_GAP, cardText } from '../../src/commands/card-text.ts';
import type { Draft } from '../../src/matrix/matrix.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import { MAIN_MATRIX } from '../../src/scope.ts';
import { writeSheet } from '../../src/sheet/write.ts';
import type { Store } from '../../src/store.ts';
import { type Activity, message, press, submit, TENANT } from '../support/activities.ts';
import { executes, filledIn, inputsOf } from '../support/cards.ts';
import { createFakeConnector } from '../support/connector.ts';
import { matrixOf } from './examples.ts';

export const NOW = new Date('2026-11-23T09:00:00Z');
export const SCOPE = { tenant: TENANT, matrix: MAIN_MATRIX };

/** What came back: a card, or a line of text. */
export type Seen = { text: string; card: unknown };

export type Talk = { conversation?: string; who?: string; old?: boolean };

export type Player = Awaited<ReturnType<typeof openPlayer>>;

export async function openPlayer(openStore: () => Promise<Store>, draft?: Draft) {
  const connector = await createFakeConnector();
  let store = await openStore();
  if (draft) await bring(store, draft);
  let now = NOW;
  let { app, address } = await start();
  let presses = 0;
  const players: string[] = [];

  async function start() {
    const app = createApp({
      store,
      draft: () => starterDraft('Any'),
      phrasebook: false,
      // Whoever plays may write what they answer.
      admins: () => players,
      identity: null,
      tokens: null,
      tenants: 'any',
      cards: join(import.meta.dirname, '../../cards'),
      log: () => {},
      clock: () => now,
    });
    return { app, address: `http://127.0.0.1:${await app.listen(0)}/api/messages` };
  }

  async function deliver(activity: Activity): Promise<Seen> {
    const from = connector.posted.length;
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const body = await response.text();
    if (body !== '') return answered(JSON.parse(body));
    return posted(connector.posted.slice(from).at(-1)?.body);
  }

  function from({ who = 'Ada', conversation = `a:${who}` }: Talk): Activity {
    const isGroup = !conversation.startsWith('a:');
    players.push(`29:${who}`.toLowerCase());
    return {
      from: { id: `29:${who}`, name: who },
      conversation: {
        ...{ id: conversation, tenantId: TENANT, isGroup },
        conversationType: isGroup ? 'groupChat' : 'personal',
      },
      locale: 'en-GB',
      // A card of its own for each press: the same press twice within a minute counts as one.
      replyToId: randomUUID(),
    };
  }

  return {
    store: () => store,
    presses: () => presses,
    at(time: Date) {
      now = time;
    },
    say: (text: string, talk: Talk = {}) =>
      deliver(message(connector.serviceUrl, text, from(talk))),
    /** `chosen` is by label and title, as people see them. */
    async press(seen: Seen, title: string, chosen: Record<string, string> = {}, talk: Talk = {}) {
      const button = executes(seen.card).find((one) => one.title === title);
      if (!button) throw new Error(`no button “${title}” on:\n${seen.text}`);
      presses += 1;
      const make = talk.old ? submit : press;
      const data = { ...button.data, ...filledIn(seen.card, chosen) };
      return deliver(make(connector.serviceUrl, button.verb, data, from(talk)));
    },
    async restart() {
      await app.close();
      store = await openStore();
      ({ app, address } = await start());
    },
    async close() {
      await app.close();
      await connector.close();
    },
  };
}

export async function bring(store: Store, draft: Draft): Promise<void> {
  const text = writeSheet(matrixOf(draft));
  const brought = await importSheet({ store, scope: SCOPE, text, name: 'sheet.csv', now: NOW });
  if (brought.kind === 'problems') throw new Error(brought.says.join('\n'));
}

export const labels = (seen: Seen) => inputsOf(seen.card).map(({ label }) => String(label));
export const buttons = (seen: Seen) => executes(seen.card).map(({ title }) => title);

function answered(body: { type: string; value: unknown }): Seen {
  if (body.type.endsWith('card.adaptive')) return seenCard(body.value);
  const value = body.value;
  const text = typeof value === 'string' ? value : String(Object(value).message ?? '');
  return { text, card: null };
}

function posted(body: Record<string, unknown> | undefined): Seen {
  const attachments = body?.['attachments'];
  const card = Array.isArray(attachments) ? attachments[0]?.content : null;
  return card ? seenCard(card) : { text: String(body?.['text'] ?? ''), card: null };
}

function seenCard(card: unknown): Seen {
  return { text: cardText(card).replaceAll(COLUMN_GAP, ' '), card };
}
