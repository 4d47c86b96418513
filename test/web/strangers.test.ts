// Tokens that are forged, stolen, old or for somebody else, on every route of the page: 401 or 403, and nothing else comes back.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PEOPLE } from '../edit/office.ts';
import { claimsFor, ENTRA_KEY } from '../support/entra.ts';
import { APP_ID, type Made, unsigned } from '../support/issuer.ts';
import { EVERY_ROUTE, requestFor } from './requests.ts';
import { FOREIGN, NOBODYS, OWN, SCOPES, startVisiting, type Visiting } from './visiting.ts';

let page: Visiting;
beforeAll(async () => {
  page = await startVisiting({ host: 'remit.example' });
});
afterAll(() => page.close());

const oid = PEOPLE.admin.id;
const who = { tid: OWN, oid, name: PEOPLE.admin.name };
const now = Math.floor(Date.now() / 1000);
const issuerOf = (tid: string) => `https://login.microsoftonline.com/${tid}/v2.0`;
const rs256 = { alg: 'RS256', kid: ENTRA_KEY };
const good = () => claimsFor(OWN, oid);

/** Whole Authorization headers; none at all where undefined. */
const HEADERS: [string, () => string | Promise<string> | undefined, number][] = [
  ['no token', () => undefined, 401],
  ['an empty header', () => '', 401],
  ['a scheme alone', () => 'Bearer ', 401],
  ['another scheme', () => 'Basic dXNlcjpwYXNz', 401],
  ['no scheme', () => page.entra.token(who), 401],
  ['words for a token', () => 'Bearer let me in', 401],
  ['two parts', () => 'Bearer abcdefghij.abcdefghij', 401],
  ['parts that are not JSON', () => 'Bearer abcdefghijkl.abcdefghijkl.abcdefghijkl', 401],
  ['two tokens in one header', async () => `Bearer ${await page.entra.token(who)}, Bearer x`, 401],
  [
    'a token of 20 KB',
    () => `Bearer ${unsigned(rs256, { ...good(), x: 'x'.repeat(15_000) })}`,
    401,
  ],
  ['no algorithm', () => `Bearer ${unsigned({ alg: 'none' }, good())}`, 401],
  [
    'no algorithm, no signature',
    () => `Bearer ${unsigned({ ...rs256, alg: 'none' }, good(), '')}`,
    401,
  ],
  ['a shared secret', () => `Bearer ${hs256()}`, 401],
  ['a signature of nothing', () => `Bearer ${unsigned(rs256, good())}`, 401],
  [
    'a key inside the token',
    () => `Bearer ${unsigned({ ...rs256, jku: 'http://127.0.0.1:1/' }, good())}`,
    401,
  ],
  [
    'a header that asks for more',
    () => `Bearer ${unsigned({ ...rs256, crit: ['x'], x: 1 }, good())}`,
    401,
  ],
  ['a key id that is a path', () => `Bearer ${unsigned({ ...rs256, kid: '../..' }, good())}`, 401],
  ['a tenant that is a path', () => `Bearer ${unsigned(rs256, { ...good(), tid: '../x' })}`, 401],
];

function hs256(): string {
  const token = unsigned({ alg: 'HS256', kid: ENTRA_KEY }, good(), '');
  return token + createHmac('sha256', ENTRA_KEY).update(token.slice(0, -1)).digest('base64url');
}

/** Signed with the tenant's own key unless said otherwise. */
const TOKENS: [string, () => Made, number][] = [
  ["a stranger's key under a known id", () => ({ key: page.entra.strangersKey }), 401],
  ['an unknown key', () => ({ key: page.entra.strangersKey, header: { kid: 'another-key' } }), 401],
  ['no key id', () => ({ header: { kid: undefined } }), 401],
  ['an end that is over', () => ({ claims: { exp: now - 120 } }), 401],
  ['a beginning that is to come', () => ({ claims: { nbf: now + 600 } }), 401],
  ['no end', () => ({ claims: { exp: undefined } }), 401],
  ['no beginning', () => ({ claims: { nbf: undefined } }), 401],
  ['an end in words', () => ({ claims: { exp: '2099-01-01' } }), 401],
  ['another app', () => ({ claims: { aud: '11111111-1111-4111-8111-111111111111' } }), 401],
  ['Microsoft Graph', () => ({ claims: { aud: '00000003-0000-0000-c000-000000000000' } }), 401],
  ['several apps', () => ({ claims: { aud: [APP_ID, 'another'] } }), 401],
  ['no app', () => ({ claims: { aud: undefined } }), 401],
  [
    "an app URI on another's host",
    () => ({ claims: { aud: `api://evil.example/${APP_ID}` } }),
    401,
  ],
  ['an app URI in a v2 token', () => ({ claims: { aud: `api://${APP_ID}` } }), 401],
  ['another issuer', () => ({ claims: { iss: 'https://evil.example/' } }), 401],
  ['an issuer of another tenant', () => ({ claims: { iss: issuerOf(FOREIGN) } }), 401],
  ['an issuer for all tenants', () => ({ claims: { iss: issuerOf('common') } }), 401],
  ['the Bot Framework', () => ({ claims: { iss: 'https://api.botframework.com' } }), 401],
  [
    'the issuer of v1 in a v2 token',
    () => ({ claims: { iss: `https://sts.windows.net/${OWN}/` } }),
    401,
  ],
  ['no issuer', () => ({ claims: { iss: undefined } }), 401],
  ['a tenant that the issuer is not of', () => ({ claims: { tid: FOREIGN } }), 401],
  ['no tenant', () => ({ claims: { tid: undefined } }), 401],
  ['a tenant that may not', () => ({ claims: { tid: NOBODYS, iss: issuerOf(NOBODYS) } }), 403],
  ['nobody', () => ({ claims: { oid: undefined } }), 401],
  ['a name for a person', () => ({ claims: { oid: 'ada@office.example' } }), 401],
  ['an app by itself', () => ({ claims: { idtyp: 'app' } }), 401],
  [
    'an app by itself, without saying so',
    () => ({ claims: { scp: undefined, roles: ['Matrix.Read.All'] } }),
    401,
  ],
  ['another permission', () => ({ claims: { scp: 'User.Read' } }), 403],
  ['a permission that sounds alike', () => ({ claims: { scp: 'access_as_user_x' } }), 403],
  ['another client', () => ({ claims: { azp: '22222222-2222-4222-8222-222222222222' } }), 403],
  ['the app as its own client', () => ({ claims: { azp: APP_ID } }), 403],
  ['no client', () => ({ claims: { azp: undefined } }), 401],
  ['no version', () => ({ claims: { ver: undefined } }), 401],
  ['a version to come', () => ({ claims: { ver: '3.0' } }), 401],
];

/** v1 tokens that are wrong in their own ways. */
const OLD_TOKENS: [string, () => Made, number][] = [
  [
    "an app URI on another's host",
    () => ({ claims: { aud: `api://evil.example/${APP_ID}` } }),
    401,
  ],
  ['an app URI of another app', () => ({ claims: { aud: 'api://botid-x' } }), 401],
  ['the issuer of v2', () => ({ claims: { iss: issuerOf(OWN) } }), 401],
  ['a client in the wrong claim', () => ({ claims: { appid: undefined, azp: APP_ID } }), 401],
  ['another client', () => ({ claims: { appid: APP_ID } }), 403],
];

const WRONG: [string, () => Promise<string | undefined>, number][] = [
  ...HEADERS.map(([name, header, status]): [string, () => Promise<string | undefined>, number] => [
    name,
    async () => header(),
    status,
  ]),
  ...TOKENS.map(([name, made, status]): [string, () => Promise<string>, number] => [
    name,
    async () => `Bearer ${await page.entra.token(who, made())}`,
    status,
  ]),
  ...OLD_TOKENS.map(([name, made, status]): [string, () => Promise<string>, number] => [
    `in a v1 token: ${name}`,
    async () => `Bearer ${await page.entra.tokenV1(who, made())}`,
    status,
  ]),
];

describe.each(EVERY_ROUTE.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    test('is served to who may', async () => {
      const { path, body } = requestFor(route);
      const got = body ? await page.post('admin', path, body) : await page.get('admin', path);
      expect(got.status).toBe(200);
    });

    test.each(WRONG)('%s', async (_what, header, status) => {
      const before = await page.kept(SCOPES.own);
      page.logged.length = 0;
      const { path, body } = requestFor(route);
      const sent = await header();
      const got = await page.ask(
        route.method,
        path,
        sent === undefined ? {} : { authorization: sent },
        body,
      );
      expect(got.status).toBe(status);
      expect(Object.keys(got.body as object)).toEqual(['error']);
      expect(got.text).not.toMatch(/Harbour|Quay|Foreign|cloud\./);
      expect(got.headers.get('cache-control')).toBe('no-store');
      expect(page.logged).toHaveLength(1);
      expect(JSON.stringify(page.logged)).not.toMatch(/eyJ|Ada|0b000000/);
      expect(await page.kept(SCOPES.own)).toBe(before);
    });
  },
);

test('no key is fetched for a tenant that may not', () => {
  expect(new Set(page.entra.asked)).toEqual(new Set([OWN]));
});

test.each([
  ['v2', () => page.entra.token(who)],
  ['v2 with a capital id', () => page.entra.token(who, { claims: { aud: APP_ID.toUpperCase() } })],
  ['v1 for the id', () => page.entra.tokenV1(who, { claims: { aud: APP_ID } })],
  ['v1 for a bot', () => page.entra.tokenV1(who)],
  [
    'v1 for a bot on its host',
    () => page.entra.tokenV1(who, { claims: { aud: `api://remit.example/botid-${APP_ID}` } }),
  ],
  [
    'Teams on the web',
    () => page.entra.token(who, { claims: { azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' } }),
  ],
  ['several permissions', () => page.entra.token(who, { claims: { scp: 'x access_as_user' } })],
  ['a clock a little behind', () => page.entra.token(who, { claims: { nbf: now + 30 } })],
])('a true token of %s is taken', async (_what, token) => {
  const got = await page.ask('GET', '/api/me', { authorization: `Bearer ${await token()}` });
  expect(got.body).toMatchObject({ name: PEOPLE.admin.name, guest: false });
});

test.each<[string, Record<string, unknown>, boolean]>([
  ['a member', {}, false],
  ['a member by claim', { acct: 0 }, false],
  ['a member by a claim as text', { acct: '0' }, false],
  ['an identity provider of their own tenant', { idp: issuerOf(OWN) }, false],
  ['a guest by claim', { acct: 1 }, true],
  ['a guest by a claim as text', { acct: '1' }, true],
  ['a claim that says something else', { acct: 'x' }, true],
  ['a claim of nothing', { acct: null }, true],
  ["another tenant's identity provider", { idp: issuerOf(FOREIGN) }, true],
  ['a private account', { idp: 'live.com' }, true],
  ['a member who comes from elsewhere', { acct: 0, idp: issuerOf(FOREIGN) }, true],
  ['an identity provider that is no text', { idp: 1 }, true],
  ['an outside name', { preferred_username: 'gus_x.example#EXT#@office.example' }, true],
])('%s: a guest is who may be one', async (_what, claims, guest) => {
  const token = await page.entra.token(who, { claims });
  const got = await page.ask('GET', '/api/me', { authorization: `Bearer ${token}` });
  expect(got.body).toMatchObject({ guest });
});
