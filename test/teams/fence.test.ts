// What the SDK would do by itself, it cannot: no token check of its own, no connector of its own, no retries.
import { join } from 'node:path';
import { TeamsInfo } from 'botbuilder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readActivity } from '../../src/teams/activity.ts';
import { RemitAdapter } from '../../src/teams/adapter.ts';
import type { Caller } from '../../src/teams/bot.ts';
import { createBot } from '../../src/teams/bot.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { createExchange } from '../../src/teams/exchange.ts';
import { loopbackHosts } from '../../src/teams/hosts.ts';
import { message, TENANT } from '../support/activities.ts';
import { createFakeConnector, type FakeConnector } from '../support/connector.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const HERE = 'http://127.0.0.1:1/';

let far: FakeConnector;
const { exchange, close } = createExchange();
const connector = createConnector({ identity: null, trusts: loopbackHosts, exchange });
const adapter = new RemitAdapter(connector, () => undefined);
beforeAll(async () => {
  far = await createFakeConnector();
});
afterAll(async () => {
  close();
  await far.close();
});

const incoming = () => {
  const activity = readActivity(message(far.serviceUrl, 'hi'));
  if (!activity) throw new Error('not an activity');
  return activity;
};

test('its clients lead nowhere', async () => {
  await adapter.take(incoming(), '', async (context) => {
    await expect(context.deleteActivity('x')).rejects.toThrow('src/teams/connector.ts only');
    await expect(TeamsInfo.getMember(context, '29:priya')).rejects.toThrow('connector.ts only');
  });
  expect(far.posted).toEqual([]);
});

test('its own way in is closed, whatever the token', async () => {
  const own = adapter['botFrameworkAuthentication'];
  await adapter.take(incoming(), '', async ({ activity }) => {
    const ways = [
      () => adapter.processActivityDirect('Bearer x', activity, async () => undefined),
      () => own.authenticateRequest(activity, 'Bearer x'),
      () => own.authenticateStreamingRequest('Bearer x', 'msteams'),
      () => own.authenticateChannelRequest('Bearer x'),
    ];
    for (const way of ways) await expect(way()).rejects.toThrow('receive() only');
  });
});

test('several messages of one turn go out in order, one request each', async () => {
  await adapter.take(incoming(), '', async (context) => {
    await context.sendActivities([
      { type: 'message', text: 'one' },
      { type: 'message', text: 'two' },
    ]);
  });
  expect(far.posted.map(({ body }) => body['text'])).toEqual(['one', 'two']);
});

test.each<[string, Caller, number]>([
  [
    'the channel, for this app and this address',
    { kind: 'channel', appId: 'app', serviceUrl: HERE },
    200,
  ],
  ['nobody who was checked', { kind: 'local' }, 403],
  ['the channel, for another app', { kind: 'channel', appId: 'other', serviceUrl: HERE }, 403],
  [
    'the channel, for another address',
    { kind: 'channel', appId: 'app', serviceUrl: `${HERE}x` },
    403,
  ],
])('an activity brought by %s', async (_what, caller, status) => {
  const bot = createBot({
    converse: async () => ({ kind: 'nothing' }),
    cards: join(import.meta.dirname, 'cards'),
    identity: { appId: 'app', token: async () => 'token' },
    tenants: [TENANT],
    log: () => undefined,
    clock: () => NOW,
    trusts: loopbackHosts,
  });
  const answer = await bot.receive({ body: message(HERE, 'hi'), tenantHeader: undefined, caller });
  expect(answer.status).toBe(status);
  bot.close();
});

test('a bot with an app does not serve just anyone', () => {
  const options = {
    converse: async () => ({ kind: 'nothing' as const }),
    cards: join(import.meta.dirname, 'cards'),
    identity: { appId: 'app', token: async () => 'token' },
    log: () => undefined,
    clock: () => NOW,
  };
  expect(() => createBot({ ...options, tenants: 'any' })).toThrow('REMIT_TENANTS');
});

test.each(['id', 'replyToId', 'serviceUrl'])(
  'half a character in %s makes it no activity',
  (field) => {
    expect(readActivity(message(far.serviceUrl, 'hi', { [field]: 'a\ud800' }))).toBeNull();
  },
);
