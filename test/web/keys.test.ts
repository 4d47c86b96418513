// The list of signing keys is fetched when needed, and nobody can make us fetch it again and again.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTokens, type Tokens } from '../../src/web/tokens.ts';
import { APP_ID, createFakeIssuer, type FakeIssuer, ISSUER, type Made } from '../support/issuer.ts';

const URL = 'https://smba.trafficmanager.net/amer/';
const subject = { channelId: 'msteams', serviceUrl: URL };

let issuer: FakeIssuer;
let fetched: number;
let time: number;
let logged: unknown[];
let tokens: Tokens;
beforeAll(async () => {
  issuer = await createFakeIssuer();
});
afterAll(() => issuer.close());
beforeEach(() => {
  issuer.reachable(true);
  fetched = issuer.fetches();
  time = Date.now();
  logged = [];
  const { metadataUrl } = issuer;
  const log = (event: string, fields = {}) => logged.push({ event, ...fields });
  tokens = createTokens({
    appId: APP_ID,
    issuer: ISSUER,
    metadataUrl,
    log,
    clock: () => new Date(time),
  });
});

/** Two days of life, so that the keys grow old before the token does. */
async function present(made: Made = {}): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 400_000;
  const token = await issuer.token(URL, { ...made, claims: { exp, ...made.claims } });
  const presented = tokens.read([`Bearer ${token}`]);
  if (presented.kind === 'refused') return presented.why;
  const proved = await tokens.prove(presented, subject);
  return proved.kind === 'proved' ? 'proved' : proved.why;
}

const stranger = (): Made => ({ key: issuer.strangersKey, header: { kid: `unknown-${time}` } });
const fetches = () => issuer.fetches() - fetched;

test('many tokens, one fetch', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => present()));
  expect(new Set(all)).toEqual(new Set(['proved']));
  expect(fetches()).toBe(1);
});

test('an unknown key makes us look once in five minutes', async () => {
  await present();
  for (let second = 0; second < 290; second += 10) {
    time += 10_000;
    expect(await present(stranger())).toBe('key unknown');
  }
  expect(fetches()).toBe(1);
  time += 10_000;
  await present(stranger());
  await present(stranger());
  expect(fetches()).toBe(2);
});

test('a token of the wrong shape never makes us look', async () => {
  await present({ claims: { aud: 'another' } });
  await present({ header: { kid: undefined } });
  expect(fetches()).toBe(0);
});

test('the list is renewed after a day, without making anybody wait', async () => {
  await present();
  time += 25 * 3_600_000;
  expect(await present()).toBe('proved');
  await expect.poll(fetches).toBe(2);
});

test('keys that cannot be had are an operator’s matter, named with its setting', async () => {
  issuer.reachable(false);
  expect(await present()).toBe('key unreachable');
  expect(await present()).toBe('key unreachable');
  expect(logged).toEqual([
    {
      event: 'token keys unreachable: check the network and the setting BotOpenIdMetadata',
      url: issuer.metadataUrl,
      error: 'Error',
    },
  ]);
  issuer.reachable(true);
  time += 5_000;
  expect(await present()).toBe('proved');
});

test('old keys still serve while new ones cannot be had', async () => {
  await present();
  issuer.reachable(false);
  time += 25 * 3_600_000;
  expect(await present()).toBe('proved');
  await expect.poll(() => logged.length).toBe(1);
  expect(await present()).toBe('proved');
});

test.each([
  [30, 'proved'],
  [59, 'proved'],
  [61, 'ERR_JWT_EXPIRED'],
])('%i s after its end a token is %s', async (seconds, outcome) => {
  const end = Math.floor(Date.now() / 1000) + 100;
  time = (end + seconds) * 1_000;
  expect(await present({ claims: { exp: end } })).toBe(outcome);
});

test('keys over plain http from elsewhere are not taken', async () => {
  const log = (event: string, fields = {}) => logged.push({ event, ...fields });
  tokens = createTokens({
    appId: APP_ID,
    issuer: ISSUER,
    metadataUrl: 'http://login.example/openid',
    log,
    clock: () => new Date(time),
  });
  expect(await present()).toBe('key unreachable');
  // Not a TypeError, which is what fetch throws once it has tried.
  expect(logged).toMatchObject([{ error: 'Error' }]);
});
