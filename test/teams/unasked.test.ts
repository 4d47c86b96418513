// Posting unasked: where turns have shown the bot to be, in 1:1 chats opened once, and never where it is not.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/cards.ts';
import type { Recipient } from '../../src/posts.ts';
import { openStore } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import {
  channelPost,
  installation,
  members,
  message,
  PRIYA,
  press,
  TENANT,
} from '../support/activities.ts';
import { type Running, startRunning } from './running.ts';

const SCOPE = { tenant: TENANT, matrix: 'main' };

const HELLO: Reply = { kind: 'text', text: 'hello' };
const priya: Recipient = { kind: 'person', person: PRIYA };
const sam: Recipient = { kind: 'person', person: 'cccccccc-1111-4222-8333-000000000002' };
const talk = (conversation: string): Recipient => ({ kind: 'conversation', conversation });

let store: Store;
let bot: Running;
beforeEach(async () => {
  store = await openStore({ dataFolder: ':memory:' });
  bot = await startRunning({ places: store.places });
});
afterEach(async () => {
  await bot.close();
  await store.close();
});

const paths = () => bot.connector.posted.map(({ method, path }) => `${method} ${path}`);

/** Has the bot hear this, and forgets its answer. */
async function hear(activity: Record<string, unknown>): Promise<void> {
  expect((await bot.deliver(activity)).status).toBe(200);
  bot.connector.forget();
}

describe('a turn shows the place', () => {
  test.each([
    ['a message', (url: string) => message(url, 'hi')],
    ['a press', (url: string) => press(url, 'x', {})],
    ['an installation', (url: string) => installation(url, 'add')],
  ])('of %s, for the chat and for the person', async (_what, activity) => {
    await hear(activity(bot.connector.serviceUrl));
    expect(await bot.send(SCOPE, priya, HELLO)).toEqual({ kind: 'sent', id: 'posted-1' });
    expect(await bot.send(SCOPE, talk('a:chat-with-priya'), HELLO)).toMatchObject({
      kind: 'sent',
    });
    const path = 'POST /amer/v3/conversations/a%3Achat-with-priya/activities';
    expect(paths()).toEqual([path, path]);
    expect(bot.connector.posted[0]?.body).toMatchObject({
      type: 'message',
      text: 'hello',
      from: { id: expect.stringMatching(/^28:/) },
      conversation: { id: 'a:chat-with-priya', tenantId: TENANT },
    });
  });

  test('of a channel, where a post starts a thread of its own', async () => {
    await hear(channelPost(bot.connector.serviceUrl, '<at>Remit</at> hi'));
    for (const thread of ['', ';messageid=1700', ';messageid=9']) {
      await bot.send(SCOPE, talk(`19:it@thread.tacv2${thread}`), HELLO);
    }
    expect(new Set(paths())).toEqual(
      new Set(['POST /amer/v3/conversations/19%3Ait%40thread.tacv2/activities']),
    );
    expect(bot.connector.posted[0]?.body['conversation']).toMatchObject({
      id: '19:it@thread.tacv2',
    });
  });

  test('and removal takes it away', async () => {
    const url = bot.connector.serviceUrl;
    await hear(message(url, 'hi'));
    await hear(installation(url, 'remove'));
    const gone = talk('a:chat-with-priya');
    expect(await bot.send(SCOPE, gone, HELLO)).toEqual({
      ...{ kind: 'refused', why: 'no place', park: [gone] },
    });
    expect(bot.connector.posted).toEqual([]);
  });

  test('only to its own tenant, and not by what is no turn', async () => {
    await hear(members(bot.connector.serviceUrl, { membersAdded: [{ id: '29:sam' }] }));
    for (const tenant of [TENANT, 'other']) {
      expect(await bot.send({ tenant, matrix: 'main' }, priya, HELLO)).toMatchObject({
        kind: 'refused',
      });
    }
    expect(bot.connector.posted).toEqual([]);
  });

  test('and a store that fails costs nobody the answer', async () => {
    await store.close();
    const { status } = await bot.deliver(message(bot.connector.serviceUrl, 'hi'));
    expect(status).toBe(200);
    expect(bot.connector.posted).toHaveLength(1);
    expect(bot.logged).toMatchObject([{ event: 'place not kept' }]);
    store = await openStore({ dataFolder: ':memory:' });
  });
});

describe('a person who never wrote', () => {
  beforeEach(() => hear(message(bot.connector.serviceUrl, 'hi')));

  test('gets a chat opened, once', async () => {
    bot.connector.failNext({ status: 201, body: { id: 'a:with-sam' } });
    expect(await bot.send(SCOPE, sam, HELLO)).toMatchObject({ kind: 'sent' });
    expect(await bot.send(SCOPE, sam, HELLO)).toMatchObject({ kind: 'sent' });
    const post = 'POST /amer/v3/conversations/a%3Awith-sam/activities';
    expect(paths()).toEqual(['POST /amer/v3/conversations', post, post]);
    expect(bot.connector.posted[0]?.body).toMatchObject({
      ...{ isGroup: false, members: [{ id: sam.kind === 'person' && sam.person }] },
      ...{ tenantId: TENANT, channelData: { tenant: { id: TENANT } } },
    });
  });

  test.each([
    ['a lost answer', 'reset', { kind: 'uncertain', why: 'ECONNRESET' }],
    ['504', { status: 504 }, { kind: 'uncertain', why: 'status 504' }],
    [
      '429',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'not sent', throttled: true },
    ],
    ['403', { status: 403 }, { kind: 'refused', why: 'status 403', park: [sam] }],
  ] as const)('and %s to that leaves it at that', async (_what, fault, outcome) => {
    bot.connector.failNext(fault);
    expect(await bot.send(SCOPE, sam, HELLO)).toMatchObject(outcome);
    expect(bot.connector.posted).toHaveLength(1);
  });
});

describe('what the connector says', () => {
  beforeEach(() => hear(message(bot.connector.serviceUrl, 'hi')));
  const both = [talk('a:chat-with-priya'), priya];

  test.each([
    ['403 parks the chat and the person', { status: 403 }, { kind: 'refused', park: both }],
    ['404 too', { status: 404 }, { kind: 'refused', park: both }],
    ['413 is about this post alone', { status: 413 }, { kind: 'refused', park: [] }],
    ['401 is our own fault', { status: 401 }, { kind: 'not sent', throttled: false }],
    ['412 may be tried again', { status: 412 }, { kind: 'not sent', throttled: false }],
    [
      '429 throttles',
      { status: 429 },
      { kind: 'not sent', throttled: true, retryAfterSeconds: null },
    ],
    ['500 may have been posted', { status: 500 }, { kind: 'uncertain' }],
  ] as const)('%s', async (_what, fault, outcome) => {
    bot.connector.failNext(fault);
    expect(await bot.send(SCOPE, priya, HELLO)).toMatchObject(outcome);
    expect(bot.connector.posted).toHaveLength(1);
  });

  test('nothing where the store fails before: nothing was posted', async () => {
    await store.close();
    expect(await bot.send(SCOPE, priya, HELLO)).toMatchObject({ kind: 'not sent' });
    expect(bot.connector.posted).toEqual([]);
    store = await openStore({ dataFolder: ':memory:' });
  });
});
