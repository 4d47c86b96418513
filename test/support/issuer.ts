// Stands for login.botframework.com: a key pair, its OpenID metadata, and tokens true or forged.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

export const ISSUER = 'https://api.botframework.com';
export const APP_ID = '0b0b0b0b-1111-4222-8333-444444444444';

export type Claims = Record<string, unknown>;

/** Undefined takes a claim or a header out. */
export type Made = { claims?: Claims; header?: Record<string, unknown>; key?: CryptoKey };

export type FakeIssuer = {
  metadataUrl: string;
  /** How often the list of keys was asked for. */
  fetches(): number;
  /** While false, the list of keys answers 503. */
  reachable(yes: boolean): void;
  /** What the connector would send with an activity for this service URL, changed as asked. */
  token(serviceUrl: string, made?: Made): Promise<string>;
  strangersKey: CryptoKey;
  close(): Promise<void>;
};

export const KEY_ID = 'key-of-the-channel';

export async function createFakeIssuer(endorsements: string[] = ['msteams']): Promise<FakeIssuer> {
  const ours = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const jwk = await exportJWK(ours.publicKey);
  let asked = 0;
  let up = true;
  const server = createServer((request, response) => {
    if (request.url === '/keys') asked += 1;
    const answer =
      request.url === '/keys'
        ? { keys: [{ ...jwk, kid: KEY_ID, use: 'sig', endorsements }] }
        : { issuer: ISSUER, jwks_uri: `${base}/keys` };
    response.writeHead(up ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    metadataUrl: `${base}/.well-known/openidconfiguration`,
    fetches: () => asked,
    reachable(yes) {
      up = yes;
    },
    token(serviceUrl, { claims = {}, header = {}, key = ours.privateKey } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const usual = {
        iss: ISSUER,
        aud: APP_ID,
        nbf: now - 10,
        exp: now + 3_600,
        serviceurl: serviceUrl,
      };
      return new SignJWT(without({ ...usual, ...claims }))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...without({ kid: KEY_ID, ...header }) })
        .sign(key);
    },
    strangersKey: stranger.privateKey,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A token of any header and claims with bytes for a signature: what a forger can make without a key. */
export function unsigned(
  header: Claims,
  claims: Claims,
  signature = 'bm90LWEtc2lnbmF0dXJl',
): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

function without(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
