// Whatever the connector does, a reply is posted once, in bounded time, and what became of it is known.
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createConnector, type Sent } from '../../src/teams/connector.ts';
import { createExchange } from '../../src/teams/exchange.ts';
import { loopbackHosts, teamsHosts } from '../../src/teams/hosts.ts';
import { message } from '../support/activities.ts';
import { createFakeConnector, type FakeConnector, type Fault } from '../support/connector.ts';
import { type Running, startRunning } from './running.ts';

const roster = { error: { code: 'BotNotInConversationRoster', message: 'x' } };
const blocked = {
  errorCode: 209,
  message: '{\r\n "subCode": "MessageWritesBlocked",\r\n "details": null}',
};

const FAULTS: [string, Fault, Sent][] = [
  ['500', { status: 500 }, { kind: 'uncertain', why: 'status 500' }],
  ['502', { status: 502 }, { kind: 'uncertain', why: 'status 502' }],
  [
    '503 with a wait',
    { status: 503, headers: { 'retry-after': '1' } },
    { kind: 'uncertain', why: 'status 503' },
  ],
  ['504', { status: 504 }, { kind: 'uncertain', why: 'status 504' }],
  ['408', { status: 408 }, { kind: 'uncertain', why: 'status 408' }],
  ['a reset after it was taken', 'reset', { kind: 'uncertain', why: 'ECONNRESET' }],
  ['silence', 'hang', { kind: 'uncertain', why: 'no answer in time' }],
  ['429', { status: 429 }, { kind: 'not sent', why: 'status 429', retryAfterSeconds: null }],
  [
    '429 with an hour to wait',
    { status: 429, headers: { 'retry-after': '3600' } },
    { kind: 'not sent', why: 'status 429', retryAfterSeconds: 3_600 },
  ],
  ['412', { status: 412 }, { kind: 'not sent', why: 'status 412', retryAfterSeconds: null }],
  [
    '403, not in the roster',
    { status: 403, body: roster },
    { kind: 'refused', status: 403, code: 'BotNotInConversationRoster' },
  ],
  [
    '403, blocked',
    { status: 403, body: blocked },
    { kind: 'refused', status: 403, code: 'MessageWritesBlocked' },
  ],
  [
    '403, only a number',
    { status: 403, body: { errorCode: 209 } },
    { kind: 'refused', status: 403, code: '209' },
  ],
  ['403 without a word', { status: 403 }, { kind: 'refused', status: 403, code: '' }],
  [
    '401',
    { status: 401, body: { error: { code: 'BotNotRegistered' } } },
    { kind: 'refused', status: 401, code: 'BotNotRegistered' },
  ],
  [
    '404',
    { status: 404, body: { error: { code: 'ConversationNotFound' } } },
    { kind: 'refused', status: 404, code: 'ConversationNotFound' },
  ],
  [
    '413',
    { status: 413, body: { error: { code: 'MessageSizeTooBig' } } },
    { kind: 'refused', status: 413, code: 'MessageSizeTooBig' },
  ],
  ['501', { status: 501 }, { kind: 'refused', status: 501, code: '' }],
  [
    'a redirect',
    { status: 307, headers: { location: 'http://127.0.0.1:1/stolen' } },
    { kind: 'refused', status: 307, code: '' },
  ],
  [
    'a code that would forge a log line',
    { status: 403, body: { error: { code: 'A\n"b"' } } },
    { kind: 'refused', status: 403, code: 'Ab' },
  ],
  ['a success without an id', { status: 202 }, { kind: 'sent', id: '' }],
];

describe('the connector', () => {
  let far: FakeConnector;
  const { exchange, close } = createExchange();
  beforeAll(async () => {
    far = await createFakeConnector();
  });
  afterAll(async () => {
    close();
    await far.close();
  });
  afterEach(() => far.forget());

  const send = (timeoutMs = 150, token = async () => 't') =>
    createConnector({
      identity: { appId: 'a', token },
      trusts: loopbackHosts,
      exchange,
      timeoutMs,
    });
  const place = () => ({ serviceUrl: far.serviceUrl, conversation: 'c' });

  test('hands back the id of what it posted', async () => {
    expect(await send().post(place(), '', { text: 'hi' })).toEqual({
      kind: 'sent',
      id: 'posted-1',
    });
    expect(far.posted).toMatchObject([
      { path: '/amer/v3/conversations/c/activities', body: { text: 'hi' } },
    ]);
  });

  test.each(FAULTS)('meets %s with one request', async (_what, fault, outcome) => {
    far.failNext(fault);
    expect(await send().post(place(), 'r', {})).toEqual(outcome);
    expect(far.posted).toHaveLength(1);
  });

  test('knows that a closed port got nothing', async () => {
    const gone = await createFakeConnector();
    await gone.close();
    const sent = await send().post({ serviceUrl: gone.serviceUrl, conversation: 'c' }, '', {});
    expect(sent).toEqual({ kind: 'not sent', why: 'ECONNREFUSED', retryAfterSeconds: null });
  });

  test('knows that a server that never finishes TLS got nothing', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const sent = await send().post(
      { serviceUrl: `https://127.0.0.1:${port}`, conversation: 'c' },
      '',
      {},
    );
    expect(sent).toEqual({ kind: 'not sent', why: 'no answer in time', retryAfterSeconds: null });
    mute.close();
  });

  test.each([
    ['fails', () => Promise.reject(new Error('AADSTS7000215 secret'))],
    ['never comes', () => new Promise<string>(() => undefined)],
  ])('sends nothing when the token %s', async (_what, token) => {
    const sent = await send(50, token).post(place(), '', {});
    expect(sent).toEqual({ kind: 'not sent', why: 'no token', retryAfterSeconds: null });
    expect(far.posted).toEqual([]);
  });

  test('sends nothing to a host that is not listed', async () => {
    const strict = createConnector({ identity: null, trusts: teamsHosts, exchange });
    const sent = await strict.post(place(), '', {});
    expect(sent).toEqual({ kind: 'refused', status: 0, code: 'UntrustedHost' });
    expect(far.posted).toEqual([]);
  });

  test('keeps ids inside their place in the path', async () => {
    await send().post({ serviceUrl: far.serviceUrl, conversation: '../../a?b#c' }, '../x', {});
    expect(far.posted[0]?.path).toBe(
      '/amer/v3/conversations/..%2F..%2Fa%3Fb%23c/activities/..%2Fx',
    );
  });
});

describe('a turn whose reply cannot be delivered', () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await startRunning();
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.connector.forget();
    bot.logged.length = 0;
    bot.waited.length = 0;
  });

  const ask = () => bot.deliver(message(bot.connector.serviceUrl, 'who owns mail flow?'));
  const throttled = (wait?: number): Fault => ({
    status: 429,
    headers: wait === undefined ? {} : { 'retry-after': String(wait) },
  });

  test.each<[string, Fault[], number]>([
    ['429', [throttled()], 1],
    ['429 with a short wait', [throttled(2)], 1],
    ['412', [{ status: 412 }], 1],
    ['three of these', [throttled(1), { status: 412 }, throttled()], 3],
  ])('%s: nothing was posted, so it is tried again', async (_what, faults, again) => {
    bot.connector.failNext(...faults);
    expect((await ask()).status).toBe(200);
    expect(bot.connector.posted).toHaveLength(1 + again);
    expect(bot.waited).toHaveLength(again);
    expect(bot.logged).toEqual([]);
  });

  test.each<[string, Fault[], number]>([
    ['a wait longer than the turn', [throttled(10)], 1],
    ['no end of it', Array.from({ length: 9 }, () => throttled()), 4],
  ])('%s: it is given up, and told', async (_what, faults, posts) => {
    bot.connector.failNext(...faults);
    expect((await ask()).status).toBe(200);
    expect(bot.connector.posted).toHaveLength(posts);
    expect(bot.logged).toMatchObject([{ event: 'reply not delivered', outcome: 'not sent' }]);
  });

  const FINAL = FAULTS.slice(0, -1).filter(([, , outcome]) => outcome.kind !== 'not sent');

  test.each(FINAL)(
    '%s: one POST, 200 to Teams, one line in the log',
    async (_what, fault, outcome) => {
      bot.connector.failNext(fault);
      const { status } = await bot.deliver(
        message(bot.connector.serviceUrl, 'who owns mail flow?'),
      );
      expect(status).toBe(200);
      expect(bot.connector.posted).toHaveLength(1);
      expect(bot.logged).toMatchObject([{ event: 'reply not delivered', outcome: outcome.kind }]);
    },
  );
});
