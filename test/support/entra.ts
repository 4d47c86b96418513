// Stands for login.microsoftonline.com: keys of each tenant, and tokens of people for the page, true or forged.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Login } from '../../src/web/people.ts';
import { APP_ID, type Claims, type Made } from './issuer.ts';

export const TEAMS_DESKTOP = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const ENTRA_KEY = 'key-of-the-tenant';

const ISSUERS = {
  issuer: 'https://login.microsoftonline.com',
  issuerV1: 'https://sts.windows.net',
};

/** Who the token is about. */
export type Subject = { tid: string; oid: string; name?: string };

export type FakeEntra = {
  login: Login;
  /** The tenants whose keys were asked for. */
  asked: string[];
  /** What Teams would send for this person, changed as asked. */
  token(who: Subject, made?: Made): Promise<string>;
  /** The same as an app registration gives that asks for v1. */
  tokenV1(who: Subject, made?: Made): Promise<string>;
  strangersKey: CryptoKey;
  close(): Promise<void>;
};

export async function createFakeEntra(): Promise<FakeEntra> {
  const ours = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const jwk = await exportJWK(ours.publicKey);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const tid = /^\/([\w-]+)\/discovery\/v2\.0\/keys$/.exec(request.url ?? '')?.[1];
    if (tid) asked.push(tid);
    response.writeHead(tid ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [{ ...jwk, kid: ENTRA_KEY, use: 'sig' }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const keys = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function signed(usual: Claims, { claims = {}, header = {}, key = ours.privateKey }: Made) {
    return new SignJWT(without({ ...usual, ...claims }))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...without({ kid: ENTRA_KEY, ...header }) })
      .sign(key);
  }

  return {
    login: { keys, ...ISSUERS },
    asked,
    token: ({ tid, oid, name = 'Priya Nair' }, made = {}) =>
      signed({ ...common(tid, oid, name), ...v2(tid) }, made),
    tokenV1: ({ tid, oid, name = 'Priya Nair' }, made = {}) =>
      signed({ ...common(tid, oid, name), ...v1(tid) }, made),
    strangersKey: stranger.privateKey,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The claims of a true v2 token, for forgers who have no key. */
export function claimsFor(tid: string, oid: string): Claims {
  return { ...common(tid, oid, 'Priya Nair'), ...v2(tid) };
}

function common(tid: string, oid: string, name: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { tid, oid, name, scp: 'access_as_user', iat: now - 10, nbf: now - 10, exp: now + 3_600 };
}

function v2(tid: string): Claims {
  return {
    ...{ ver: '2.0', aud: APP_ID, azp: TEAMS_DESKTOP, azpacr: '0' },
    iss: `${ISSUERS.issuer}/${tid}/v2.0`,
  };
}

function v1(tid: string): Claims {
  return {
    ...{ ver: '1.0', aud: `api://botid-${APP_ID}`, appid: TEAMS_DESKTOP, appidacr: '0' },
    iss: `${ISSUERS.issuerV1}/${tid}/`,
  };
}

function without(values: Claims): Claims {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
