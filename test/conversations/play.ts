// Plays a story: posts each step to the real bot and compares what comes back with what the story expects.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { importSheet } from '../../src/bring-in.ts';
import { COLUMN_GAP, cardText } from '../../src/commands/card-text.ts';
import { dayOf } from '../../src/matrix/day.ts';
import { SAMPLE_IDS, sampleDraft } from '../../src/matrix/starter/sample.ts';
import type { PostState } from '../../src/posts.ts';
import { MAIN_MATRIX } from '../../src/scope.ts';
import type { Store } from '../../src/store.ts';
import {
  type Activity,
  attached,
  consent,
  installation,
  message,
  press,
  submit,
  TENANT,
} from '../support/activities.ts';

import { executes, filledIn } from '../support/cards.ts';
import { createFakeConnector, type FakeConnector } from '../support/connector.ts';
import { createFakeFiles, type FakeFiles } from '../support/file-host.ts';
import type { Step, Story } from '../support/story.ts';
import { createStoryClock } from './clock.ts';
import { collectMail, PATIENCE } from './mail.ts';

/** Where a story begins. */
const NOW = new Date('2026-11-23T09:00:00Z');
const WEEK_MS = 7 * 24 * 3_600_000;

/** Who has an id in the sample organisation; anybody else gets one from their name. */
const IDS: Readonly<Record<string, string>> = { ...SAMPLE_IDS };

const CONVERSATIONS = {
  personal: { id: 'a:', conversationType: 'personal' },
  group: { id: '19:helpers@thread.v2', conversationType: 'groupChat', isGroup: true },
  channel: { id: '19:it@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true },
};

/** What a person saw last: the card's own line or the plain text, and everything on it. */
type Seen = { first: string; shown: string; card: unknown; offer?: unknown };

export async function playStory(story: Story, openStore: () => Promise<Store>): Promise<void> {
  const connector = await createFakeConnector();
  const files = await createFakeFiles();
  const stage = await openStage(story, connector, files, openStore);
  try {
    for (const step of story.steps) await stage.play(step);
  } finally {
    await stage.close();
    await connector.close();
    await files.close();
  }
}

async function openStage(
  story: Story,
  connector: FakeConnector,
  files: FakeFiles,
  openStore: () => Promise<Store>,
) {
  let offered: unknown = null;
  let app: App | null = null;
  let store: Store | null = null;
  let address = '';
  let last: Activity = {};
  let seen: Seen | null = null;
  let card: unknown = null;
  let cardBefore: unknown = null;
  const clock = createStoryClock(NOW);
  const mail = collectMail(connector);
  const cards = new Map<string, unknown>();

  async function start(): Promise<void> {
    store = await openStore();
    if (story.sheet) await bringSheet(store, story.sheet);
    app = createApp({
      store,
      draft: (now) => sampleDraft(dayOf(now)),
      phrasebook: true,
      // Those of the operator, who are admins even of a matrix that a sheet brought.
      admins: () => [SAMPLE_IDS['Priya Nair'], SAMPLE_IDS['Sam Rivera']],
      identity: null,
      tokens: null,
      tenants: 'any',
      cards: join(import.meta.dirname, '../../cards'),
      log: () => {},
      clock: clock.now,
      timer: clock.timer,
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
    const talk = String(Object(activity['conversation']).id);
    const said = posted(connector, talk);
    seen = text === '' || said?.offer !== undefined ? said : answered(JSON.parse(text));
    if (seen?.offer) offered = seen.offer;
    if (seen?.card) {
      [cardBefore, card] = [card, seen.card];
      cards.set(nameOf(activity), card);
    }
  }

  function from(who: string): Activity {
    const id = slug(who);
    const place = CONVERSATIONS[story.where];
    const conversation = story.where === 'personal' ? { ...place, id: `a:${id}` } : place;
    return {
      from: { id: `29:${id}`, name: who, aadObjectId: IDS[who] ?? idFor(id) },
      conversation: { ...conversation, tenantId: TENANT },
      locale: story.locale,
      localTimezone: 'Europe/Paris',
    };
  }

  /** In a 1:1 chat everyone has a card of their own; elsewhere all look at the last one. */
  function pressed(step: Extract<Step, { kind: 'presses' }>): Activity {
    const { who, title, fills, old, late, line } = step;
    const own = story.where === 'personal' ? cards.get(who) : undefined;
    const pressedOn = late ? cardBefore : (own ?? card);
    const button = executes(pressedOn).find((action) => action.title === title);
    if (!button) throw new Error(`line ${line}: the last card has no button “${title}”`);
    const make = old ? submit : press;
    const data = { ...filledIn(pressedOn, fills, line), ...button.data };
    return make(connector.serviceUrl, button.verb, data, from(who));
  }

  async function hand({ who, file, pastes }: Extract<Step, { kind: 'hands' }>): Promise<void> {
    const bytes = await readFile(join(import.meta.dirname, '../fixtures', file));
    const { serviceUrl } = connector;
    const name = file.split('/').at(-1) ?? '';
    return deliver(
      pastes
        ? message(serviceUrl, bytes.toString(), from(who))
        : attached(serviceUrl, name, files.offer({ bytes }), from(who)),
    );
  }

  /** What was put is read where it is text. */
  async function answerOffer({ who, accepts }: Extract<Step, { kind: 'consents' }>): Promise<void> {
    const before = files.put.length;
    const place = accepts ? files.place : null;
    await deliver(consent(connector.serviceUrl, offered, place, from(who)));
    const put = files.put[before];
    if (seen && put) seen = { ...seen, shown: `${seen.shown}\n${put.bytes.toString()}` };
  }

  /** Once it is also on record that it was sent: the next step may ask about it. */
  async function unasked(talk: string, missing: string, first: string | null): Promise<Seen> {
    const isMeant = (body: Record<string, unknown>) =>
      first === null || seenIn(body).first === first;
    const found = seenIn(await mail.next(talk, missing, isMeant));
    await none('sending');
    return found;
  }

  /** What is under way when time leaps is taken for a process that was stopped, and a clock at work misses the leap. */
  async function pass(ms: number, before = () => {}): Promise<void> {
    await none('sending', 'due');
    await vi.waitUntil(clock.isHeld, PATIENCE);
    before();
    clock.pass(ms);
  }

  async function none(...states: PostState[]): Promise<void> {
    await vi.waitFor(async () => {
      const posts = await store?.posts.posted({ tenant: TENANT, matrix: MAIN_MATRIX }, '', 100);
      expect(posts?.filter(({ state }) => states.includes(state))).toEqual([]);
    }, PATIENCE);
  }

  async function find({ who, first, line }: Extract<Step, { kind: 'gets' }>): Promise<void> {
    const missing = `line ${line}: what came to ${who} is not “${first ?? 'anything'}”`;
    seen = await unasked(`a:${slug(who)}`, missing, first);
    if (seen?.card) cards.set(who, seen.card);
  }

  async function week(): Promise<void> {
    const talk = CONVERSATIONS[story.where].id.replace(/;messageid=.*$/, '');
    await pass(WEEK_MS, () => mail.forget(talk));
    seen = await unasked(talk, 'nothing came after a week', null);
    card = seen.card;
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
        case 'hands':
          return hand(step);
        case 'consents':
          return answerOffer(step);
        case 'gets':
          return find(step);
        case 'later':
          return pass(step.ms);
        case 'event':
          return happen(step.event);
        case 'expects':
          return compare(step, seen);
      }
    },
    close: async () => app?.close(),
  };
}

function nameOf(activity: Activity): string {
  return String(Object(activity['from']).name ?? '');
}

function slug(who: string): string {
  return who.toLowerCase().replaceAll(' ', '-');
}

/** A GUID that is always the same for a name. */
function idFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
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

/** What the connector got as a reply: one message, or none. Others may be told something meanwhile. */
function posted(connector: FakeConnector, talk: string): Seen | null {
  const here = `/v3/conversations/${encodeURIComponent(talk)}/activities/`;
  // A busy machine is slow enough for the word that a file is being read.
  const waiting = (body: Record<string, unknown>) => /^Reading .* …$/.test(String(body['text']));
  const replies = connector.posted.filter(
    ({ path, body }) => path.includes(here) && !waiting(body),
  );
  expect(replies.length).toBeLessThanOrEqual(1);
  const body = replies[0]?.body;
  return body ? seenIn(body) : null;
}

function seenIn(body: Record<string, unknown>): Seen {
  const attachments = body['attachments'];
  const [attachment] = Array.isArray(attachments) ? attachments : [];
  const card = attachment?.content ?? null;
  const first = String(body['summary'] ?? body['text'] ?? '');
  if (String(attachment?.contentType).includes('.teams.card.file.')) {
    const shown = `${first}\n${attachment.name}`;
    return { first, shown, card: null, offer: card.acceptContext ?? null };
  }
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
