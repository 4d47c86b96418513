// Requests that are forged, broken or lost: each is turned away with a constant line, and nothing inside hears of it.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Activity, message, TENANT } from '../support/activities.ts';
import { APP_ID, ISSUER, KEY_ID, type Made, unsigned } from '../support/issuer.ts';
import { type Running, startRunning } from '../teams/running.ts';

let bot: Running;
beforeAll(async () => {
  bot = await startRunning();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.forget();
  bot.heard.length = 0;
  bot.logged.length = 0;
});

const now = Math.floor(Date.now() / 1000);
const at = () => bot.connector.serviceUrl;
const asked = (change: Activity = {}) => message(at(), 'who owns mail flow?', change);
const good = () => ({ iss: ISSUER, aud: APP_ID, nbf: now - 10, exp: now + 600, serviceurl: at() });

function expectNothingHappened(answer: { status: number; body: unknown }): void {
  expect(Object.keys(answer.body as object)).toEqual(['error']);
  expect(JSON.stringify(answer.body)).toMatch(/^\{"error":"[a-z ]{3,40}"\}$/i);
  expect(bot.heard).toEqual([]);
  expect(bot.connector.posted).toEqual([]);
  expect(bot.logged).toHaveLength(1);
  expect(JSON.stringify(bot.logged)).not.toMatch(/mail flow|eyJ|Priya/);
}

test('a true token gets one reply', async () => {
  expect((await bot.deliver(asked())).status).toBe(200);
  expect(bot.heard).toHaveLength(1);
  expect(bot.connector.posted).toHaveLength(1);
});

/** Whole Authorization headers. */
const HEADERS: [string, () => string | Promise<string> | undefined, number][] = [
  ['no token', () => undefined, 401],
  ['an empty header', () => '', 401],
  ['a scheme and no token', () => 'Bearer ', 401],
  ['another scheme', () => 'Basic dXNlcjpwYXNz', 401],
  ['a small scheme', async () => `bearer ${await bot.issuer.token(at())}`, 401],
  ['two spaces', async () => `Bearer  ${await bot.issuer.token(at())}`, 401],
  ['no scheme', () => bot.issuer.token(at()), 401],
  ['words for a token', () => 'Bearer let me in', 401],
  ['two parts', () => 'Bearer abcdefghij.abcdefghij', 401],
  ['five parts', () => `Bearer ${['abcdefghij', 'b', 'c', 'd', 'e'].join('.')}`, 401],
  ['parts that are not JSON', () => 'Bearer abcdefghijkl.abcdefghijkl.abcdefghijkl', 401],
  ['two tokens in one header', async () => `Bearer ${await bot.issuer.token(at())}, Bearer x`, 401],
  [
    'a token of 20 KB',
    () =>
      `Bearer ${unsigned({ alg: 'RS256', kid: KEY_ID }, { ...good(), tid: 'x'.repeat(15_000) })}`,
    401,
  ],
  ['no algorithm', () => `Bearer ${unsigned({ alg: 'none' }, good())}`, 401],
  [
    'no algorithm and no signature',
    () => `Bearer ${unsigned({ alg: 'none', kid: KEY_ID }, good(), '')}`,
    401,
  ],
  ['a shared secret', () => `Bearer ${hs256()}`, 401],
  [
    'a signature of nothing',
    () => `Bearer ${unsigned({ alg: 'RS256', kid: KEY_ID }, good())}`,
    401,
  ],
  [
    'a header that asks for more',
    () => `Bearer ${unsigned({ alg: 'RS256', kid: KEY_ID, crit: ['x'], x: 1 }, good())}`,
    401,
  ],
  [
    'a key inside the token',
    () => `Bearer ${unsigned({ alg: 'RS256', kid: KEY_ID, jku: 'http://127.0.0.1:1/' }, good())}`,
    401,
  ],
  [
    'a key id that is a path',
    () => `Bearer ${unsigned({ alg: 'RS256', kid: '../../etc/passwd' }, good())}`,
    401,
  ],
  [
    'a key id that is an object',
    () => `Bearer ${unsigned({ alg: 'RS256', kid: { a: 1 } }, good())}`,
    401,
  ],
  [
    'claims that are a list',
    () => `Bearer ${unsigned({ alg: 'RS256', kid: KEY_ID }, { 0: 1 })}`,
    401,
  ],
];

function hs256(): string {
  const token = unsigned({ alg: 'HS256', kid: KEY_ID }, good(), '');
  return token + createHmac('sha256', KEY_ID).update(token.slice(0, -1)).digest('base64url');
}

/** Tokens signed with the channel's own key unless said otherwise. */
const TOKENS: [string, () => Made, number][] = [
  ['another key under our id', () => ({ key: bot.issuer.strangersKey }), 401],
  ['an unknown key', () => ({ key: bot.issuer.strangersKey, header: { kid: 'other' } }), 401],
  ['no key id', () => ({ header: { kid: undefined } }), 401],
  ['another app', () => ({ claims: { aud: 'another-app' } }), 401],
  ['several audiences', () => ({ claims: { aud: [APP_ID, 'another-app'] } }), 401],
  ['no audience', () => ({ claims: { aud: undefined } }), 401],
  ['another issuer', () => ({ claims: { iss: 'https://evil.example' } }), 401],
  ['the issuer of another cloud', () => ({ claims: { iss: 'https://api.botframework.us' } }), 401],
  [
    'the emulator',
    () => ({ claims: { iss: `https://sts.windows.net/${TENANT}/`, appid: APP_ID, ver: '1.0' } }),
    401,
  ],
  [
    "a user's own token for this app",
    () => ({
      claims: {
        iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        azp: APP_ID,
        tid: TENANT,
        oid: 'user',
        scp: 'access_as_user',
        ver: '2.0',
      },
    }),
    401,
  ],
  [
    'the token of our tab',
    () => ({
      claims: {
        iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
        tid: TENANT,
        scp: 'access_as_user',
      },
    }),
    401,
  ],
  [
    'a skill',
    () => ({
      claims: { iss: 'https://login.microsoftonline.com/x/v2.0', appid: 'another-bot', ver: '1.0' },
    }),
    401,
  ],
  ['yesterday', () => ({ claims: { exp: now - 120 } }), 401],
  ['four minutes ago, which the SDK takes', () => ({ claims: { exp: now - 240 } }), 401],
  ['tomorrow', () => ({ claims: { nbf: now + 3_600 } }), 401],
  ['no end', () => ({ claims: { exp: undefined } }), 401],
  ['no beginning', () => ({ claims: { nbf: undefined } }), 401],
  ['an end in words', () => ({ claims: { exp: 'never' } }), 401],
  ['no service URL', () => ({ claims: { serviceurl: undefined } }), 401],
  [
    'another service URL',
    () => ({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }),
    403,
  ],
  ['a service URL without its slash', () => ({ claims: { serviceurl: at().slice(0, -1) } }), 403],
];

describe('the token', () => {
  test.each(HEADERS)('%s', async (_what, header, status) => {
    const authorization = await header();
    const answer = await bot.post(
      JSON.stringify(asked()),
      authorization === undefined ? {} : { authorization },
    );
    expect(answer.status).toBe(status);
    expectNothingHappened(answer);
  });

  test.each(TOKENS)('%s', async (_what, made, status) => {
    const authorization = `Bearer ${await bot.issuer.token(at(), made())}`;
    const answer = await bot.post(JSON.stringify(asked()), { authorization });
    expect(answer.status).toBe(status);
    expectNothingHappened(answer);
  });
});
