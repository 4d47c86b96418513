// Under a true token, what else can be wrong: an activity that is none, another tenant, another channel, another host.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Activity, message, TENANT } from '../support/activities.ts';
import { type Running, startRunning } from '../teams/running.ts';

let bot: Running;
beforeAll(async () => {
  bot = await startRunning();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.forget();
  bot.heard.length = 0;
});

const at = () => bot.connector.serviceUrl;
const asked = (change: Activity = {}) => message(at(), 'who owns mail flow?', change);

function deep(levels: number): unknown {
  return levels === 0 ? {} : { a: deep(levels - 1) };
}

describe('the activity under a true token', () => {
  test.each<[string, () => Activity, number]>([
    ['nothing', () => ({}), 400],
    ['a type and no more', () => ({ type: 'message' }), 400],
    ['no type', () => asked({ type: undefined }), 400],
    ['a type that is a number', () => asked({ type: 7 }), 400],
    ['no channel', () => asked({ channelId: undefined }), 400],
    ['an empty channel', () => asked({ channelId: '' }), 400],
    ['no service URL', () => asked({ serviceUrl: undefined }), 400],
    ['nobody it is from', () => asked({ from: undefined }), 400],
    ['somebody without an id', () => asked({ from: { name: 'Priya' } }), 400],
    ['no conversation', () => asked({ conversation: undefined }), 400],
    ['a conversation that is a text', () => asked({ conversation: 'c' }), 400],
    ['nobody it is for', () => asked({ recipient: null }), 400],
    ['text that is an object', () => asked({ text: { $ne: '' } }), 400],
    ['an id of 2 KB', () => asked({ id: 'x'.repeat(2_000) }), 400],
    ['a value a hundred deep', () => asked({ value: deep(100) }), 400],
    ['another channel', () => asked({ channelId: 'directline' }), 403],
    ['the emulator', () => asked({ channelId: 'emulator' }), 403],
    [
      'channel data of another tenant',
      () => asked({ channelData: { tenant: { id: 'other' } } }),
      403,
    ],
    [
      'a conversation of another tenant',
      () => asked({ conversation: { id: 'c', tenantId: 'other' } }),
      403,
    ],
    ['no tenant', () => asked({ channelData: {}, conversation: { id: 'c' } }), 403],
    [
      'a tenant that is not served',
      () =>
        asked({
          channelData: { tenant: { id: 'other' } },
          conversation: { id: 'c', tenantId: 'other' },
        }),
      403,
    ],
  ])('%s', async (_what, activity, status) => {
    const authorization = `Bearer ${await bot.issuer.token(at())}`;
    const answer = await bot.post(JSON.stringify(activity()), { authorization });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toMatch(/^\{"error":"[a-z ]{3,40}"\}$/);
    expect(bot.heard).toEqual([]);
    expect(bot.connector.posted).toEqual([]);
  });

  test('a header that names another tenant', async () => {
    const answer = await bot.deliver(asked(), { 'x-ms-tenant-id': 'other' });
    expect(answer.status).toBe(403);
    expect(bot.heard).toEqual([]);
  });

  test('a header that names the same tenant, in capitals', async () => {
    expect((await bot.deliver(asked(), { 'x-ms-tenant-id': TENANT.toUpperCase() })).status).toBe(
      200,
    );
    expect(bot.heard[0]?.turn.tenant).toBe(TENANT);
  });

  test.each([
    ['conversation', { channelData: {} }],
    ['channel data', { conversation: { id: 'c' } }],
  ])('a tenant named in the %s alone is enough', async (_where, change) => {
    await bot.deliver(asked(change));
    expect(bot.heard[0]?.turn.tenant).toBe(TENANT);
  });
});

test('a service URL outside Teams is refused, whatever the token says of it', async () => {
  const strict = await startRunning({ trusts: (url) => url.startsWith('https://smba.') });
  const answer = await strict.deliver(message('https://evil.example/', 'hi'));
  expect(answer).toEqual({ status: 403, body: { error: 'not allowed' } });
  expect(strict.heard).toEqual([]);
  await strict.close();
});

test('a key that is not endorsed for Teams proves nothing', async () => {
  const other = await startRunning({ endorsements: ['webchat', 'directline'] });
  const answer = await other.deliver(message(other.connector.serviceUrl, 'hi'));
  expect(answer).toEqual({ status: 403, body: { error: 'not allowed' } });
  await other.close();
});

test('a key endorsed for other channels too does not bring them in', async () => {
  const other = await startRunning({ endorsements: ['msteams', 'directline'] });
  const at = other.connector.serviceUrl;
  expect((await other.deliver(message(at, 'hi'))).status).toBe(200);
  expect((await other.deliver(message(at, 'hi', { channelId: 'directline' }))).status).toBe(403);
  expect(other.heard).toHaveLength(1);
  await other.close();
});
