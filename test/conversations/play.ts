// Plays a story: posts each step to the real bot and compares what comes back with what the story expects.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
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
import { executes, inputs } from '../support/cards.ts';
import { createFakeConnector, type FakeConnector } from '../support/connector.ts';
import type { Step, Story } from '../support/story.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const WEEK_MS = 7 * 24 * 3_600_000;

const CONVERSATIONS = {
  personal: { id: 'a:personal', conversationType: 'personal' },
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
  let now = NOW;
  let filled: Record<string, string> = {};

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
      clock: () => now,
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
    if (seen?.card) card = seen.card;
  }

  function from(who: string): Activity {
    const id = who.toLowerCase().replaceAll(' ', '-');
    return {
      from: { id: `29:${id}`, name: who },
      conversation: { ...CONVERSATIONS[story.where], tenantId: TENANT },
      locale: story.locale,
      localTimezone: 'Europe/Paris',
    };
  }

  function pressed({ who, title, old, line }: Extract<Step, { kind: 'presses' }>): Activity {
    const button = executes(card).find((action) => action.title === title);
    if (!button) throw new Error(`line ${line}: the last card has no button “${title}”`);
    const make = old ? submit : press;
    const data = { ...inputs(card), ...filled, ...button.data };
    filled = {};
    return make(connector.serviceUrl, button.verb, data, from(who));
  }

  async function week(): Promise<void> {
    await app?.close();
    now = new Date(now.getTime() + WEEK_MS);
    connector.forget();
    await start();
    await vi.waitUntil(() => connector.posted.length > 0, 5_000);
    seen = posted(connector);
    card = seen?.card;
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
      case 'week':
        return week();
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
        case 'fills':
          filled = { ...filled, [step.input]: step.text };
          return;
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
  const first = seen ? spaced(seen.first) : null;
  if (step.first !== undefined) expect(first, where).toBe(step.first && spaced(step.first));
  if (step.first !== null) expect(seen, `${where}: no reply`).not.toBeNull();
  const shown = spaced(seen?.shown ?? '');
  for (const text of step.contains) expect(shown, where).toContain(spaced(text));
  for (const text of step.lacks) expect(shown, where).not.toContain(spaced(text));
}

/** In a story any space stands for any space: those that do not break look the same. */
function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
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
