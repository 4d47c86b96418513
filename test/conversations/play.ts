// Plays a story: posts each step to the real bot and compares what comes back with what the story expects.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { importSheet } from '../../src/commands/bring-in.ts';
import { COLUMN_GAP, cardText } from '../../src/commands/card-text.ts';
import { dayOf } from '../../src/matrix/day.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import type { Store } from '../../src/store.ts';
import { MAIN_MATRIX } from '../../src/turns.ts';
import {
  type Activity,
  installation,
  message,
  press,
  submit,
  TENANT,
} from '../support/activities.ts';
import { chosenOn, executes } from '../support/cards.ts';
import { createFakeConnector, type FakeConnector } from '../support/connector.ts';
import type { Step, Story } from '../support/story.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

const CONVERSATIONS = {
  personal: { conversationType: 'personal' },
  group: { id: '19:helpers@thread.v2', conversationType: 'groupChat', isGroup: true },
  channel: { id: '19:it@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true },
};

/** What a person saw last: the card's own line or the plain text, and everything on it. */
type Seen = { first: string; shown: string; card: unknown };

export async function playStory(story: Story, openStore: () => Promise<Store>): Promise<void> {
  const connector = await createFakeConnector();
  const stage = await openStage(story, connector, openStore);
  try {
    for (const step of story.steps) await stage.play(step);
  } finally {
    await stage.close();
    await connector.close();
  }
}

async function openStage(story: Story, connector: FakeConnector, openStore: () => Promise<Store>) {
  let app: App | null = null;
  let address = '';
  let last: Activity = {};
  let seen: Seen | null = null;
  let card: unknown = null;
  let cardBefore: unknown = null;

  async function start(): Promise<void> {
    const store = await openStore();
    if (story.sheet) await bringSheet(store, story.sheet);
    app = createApp({
      store,
      draft: (now) => sampleDraft(dayOf(now)),
      phrasebook: true,
      identity: null,
      tokens: null,
      tenants: 'any',
      cards: join(import.meta.dirname, '../../cards'),
      log: () => {},
      clock: () => NOW,
    });
    address = `http://127.0.0.1:${await app.listen(0)}/api/messages`;
  }

  async function deliver(activity: Activity): Promise<void> {
    last = activity;
    connector.forget();
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    expect(response.status).toBe(200);
    const text = await response.text();
    seen = text === '' ? posted(connector) : answered(JSON.parse(text));
    if (seen?.card) [cardBefore, card] = [card, seen.card];
  }

  function from(who: string): Activity {
    const id = who.toLowerCase().replaceAll(' ', '-');
    return {
      from: { id: `29:${id}`, name: who },
      // In a chat with Remit alone, nobody else is in the conversation.
      conversation: { id: `a:${id}`, ...CONVERSATIONS[story.where], tenantId: TENANT },
      locale: story.locale,
    };
  }

  function pressed(step: Extract<Step, { kind: 'presses' }>): Activity {
    const { who, title, chosen, old, late, line } = step;
    const on = late ? cardBefore : card;
    const button = executes(on).find((action) => action.title === title);
    if (!button) throw new Error(`line ${line}: the last card has no button “${title}”`);
    const make = old ? submit : press;
    const data = { ...button.data, ...chosenOn(on, chosen) };
    return make(connector.serviceUrl, button.verb, data, from(who));
  }

  async function happen(event: Extract<Step, { kind: 'event' }>['event']): Promise<void> {
    const where = from('Tove Berg');
    switch (event) {
      case 'added':
        return deliver({ ...installation(connector.serviceUrl, 'add'), ...where });
      case 'removed':
        return deliver({ ...installation(connector.serviceUrl, 'remove'), ...where });
      case 'again':
        return deliver(last);
      case 'restart':
        await app?.close();
        return start();
    }
  }

  await start();
  return {
    async play(step: Step): Promise<void> {
      switch (step.kind) {
        case 'says':
          return deliver(message(connector.serviceUrl, step.text, from(step.who)));
        case 'presses':
          return deliver(pressed(step));
        case 'event':
          return happen(step.event);
        case 'expects':
          return compare(step, seen);
      }
    },
    close: async () => app?.close(),
  };
}

function compare(step: Extract<Step, { kind: 'expects' }>, seen: Seen | null): void {
  const where = `line ${step.line}`;
  if (step.first !== undefined) expect(seen?.first ?? null, where).toBe(step.first);
  if (step.first !== null) expect(seen, `${where}: no reply`).not.toBeNull();
  for (const text of step.contains) expect(seen?.shown, where).toContain(text);
  for (const text of step.lacks) expect(seen?.shown, where).not.toContain(text);
}

/** What the connector got: one message, or none. */
function posted(connector: FakeConnector): Seen | null {
  expect(connector.posted.length).toBeLessThanOrEqual(1);
  const body = connector.posted[0]?.body;
  if (!body) return null;
  const attachments = body['attachments'];
  const card = Array.isArray(attachments) ? attachments[0]?.content : null;
  const first = String(body['summary'] ?? body['text'] ?? '');
  return { first, shown: card ? cardText(card) : first, card };
}

/** What an invoke got back in its response: a card that replaces the one pressed, or a sentence. */
function answered(body: { type: string; value: unknown }): Seen {
  if (body.type.endsWith('card.adaptive')) {
    const shown = cardText(body.value);
    const [line = ''] = shown.split('\n');
    const [first = ''] = line.split(COLUMN_GAP);
    return { first, shown, card: body.value };
  }
  const value = body.value;
  const first = typeof value === 'string' ? value : String(Object(value).message ?? '');
  return { first, shown: first, card: null };
}

async function bringSheet(store: Store, name: string): Promise<void> {
  const text = await readFile(join(import.meta.dirname, '../fixtures', name), 'utf8');
  const scope = { tenant: TENANT, matrix: MAIN_MATRIX };
  const brought = await importSheet({ store, scope, text, name, now: NOW });
  expect(brought.kind).toBe('done');
}
