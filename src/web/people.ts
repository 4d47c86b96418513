// Proves who looks at the page: a token that Teams got from Entra ID for this app, this tenant and this person.
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { createKeys, type Keys } from './keys.ts';
import type { Proved } from './page.ts';
import { BEARER, LEEWAY_SECONDS, MAX_TOKEN } from './tokens.ts';

/**
 * `keys` is where each tenant's keys are, `issuer` whom v2 tokens name, `issuerV1` whom v1 tokens name:
 * https://learn.microsoft.com/entra/identity-platform/access-tokens
 */
export type Login = { keys: string; issuer: string; issuerV1: string };

const MICROSOFT = 'https://login.microsoftonline.com';
const GOVERNMENT = 'https://login.microsoftonline.us';
export const PUBLIC_LOGIN: Login = {
  ...{ keys: MICROSOFT, issuer: MICROSOFT, issuerV1: 'https://sts.windows.net' },
};
export const GOVERNMENT_LOGIN: Login = {
  ...{ keys: GOVERNMENT, issuer: GOVERNMENT, issuerV1: 'https://sts.windows.net' },
};

/** Teams on desktop and phone, and Teams on the web: nobody else gets tokens for a tab. */
const TEAMS_CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

const SCOPE = 'access_as_user';

/** With a list of tenants there are as many; without one, strangers could name tenants without end. */
const MOST_TENANTS = 1_000;

/** A name is only shown; longer ones are cut. */
const MOST_NAME = 200;

const Header = z.object({ alg: z.literal('RS256'), kid: z.string().min(1).max(256) });
const Anything = z.unknown().optional();
const Common = z.object({
  ...{ iss: z.string(), aud: z.string(), exp: z.number().int(), nbf: z.number().int() },
  ...{ tid: z.guid().toLowerCase(), oid: z.guid().toLowerCase(), scp: z.string() },
  /** Tells an app's own token, which speaks for nobody. */
  idtyp: z.literal('user').optional(),
  name: z.string().catch('').default(''),
  ...{ acct: Anything, idp: Anything },
  ...{ upn: Anything, unique_name: Anything, preferred_username: Anything },
});
const Claims = z.discriminatedUnion('ver', [
  Common.extend({ ver: z.literal('2.0'), azp: z.string() }),
  Common.extend({ ver: z.literal('1.0'), appid: z.string() }),
]);
type Claims = z.output<typeof Claims>;

export type People = { prove(authorization: readonly string[]): Promise<Proved> };

export type PeopleOptions = {
  appId: string;
  /** The public name of this server, which the app's id URI may hold; empty where it is not set. */
  host: string;
  tenants: readonly string[] | 'any';
  login: Login;
  log: Log;
  clock: () => Date;
};

export function createPeople(options: PeopleOptions): People {
  const { login, log, clock } = options;
  const appId = options.appId.toLowerCase();
  const allowed =
    options.tenants === 'any' ? 'any' : new Set(options.tenants.map((id) => id.toLowerCase()));
  const uris = urisOf(appId, options.host.toLowerCase());
  const keysOf = new Map<string, Keys>();

  function keysFor(tid: string): Keys {
    const keysUrl = `${login.keys}/${tid}/discovery/v2.0/keys`;
    const known = keysOf.get(tid) ?? createKeys({ keysUrl, setting: 'REMIT_TENANTS', log, clock });
    keysOf.delete(tid);
    keysOf.set(tid, known);
    const [oldest] = keysOf.keys();
    if (keysOf.size > MOST_TENANTS && oldest !== undefined) keysOf.delete(oldest);
    return known;
  }

  /** What the token says, as far as it could be true; null where it is no token for this app. */
  function readClaims(payload: unknown): Claims | null {
    const claims = Claims.safeParse(payload).data;
    if (!claims) return null;
    const { ver, tid, iss } = claims;
    const aud = claims.aud.toLowerCase();
    const ours = aud === appId || (ver === '1.0' && uris.includes(aud));
    return ours && iss === issuerOf(ver, tid, login) ? claims : null;
  }

  return {
    async prove(authorization) {
      const [header, ...more] = authorization;
      if (header === undefined) return refused(401, 'no token');
      if (more.length > 0) return refused(401, 'two tokens');
      if (header.length > MAX_TOKEN) return refused(401, 'token too long');
      const token = BEARER.exec(header)?.[1];
      const said = token ? decoded(token) : null;
      const claims = said && readClaims(said.payload);
      if (!token || !claims) return refused(401, 'not a token of Entra ID for this app');
      const { tid, oid, iss } = claims;
      if (allowed !== 'any' && !allowed.has(tid)) return refused(403, 'tenant');
      const found = await keysFor(tid).find(said.kid);
      if (found.kind !== 'found') return refused(401, `key ${found.kind}`);
      try {
        await jwtVerify(token, found.signing.key, {
          algorithms: ['RS256'],
          issuer: iss,
          clockTolerance: LEEWAY_SECONDS,
          currentDate: clock(),
        });
      } catch (error) {
        return refused(401, error instanceof errors.JOSEError ? error.code : 'token unreadable');
      }
      const client = claims.ver === '2.0' ? claims.azp : claims.appid;
      if (!TEAMS_CLIENTS.includes(client.toLowerCase())) return refused(403, 'client');
      if (!claims.scp.split(' ').includes(SCOPE)) return refused(403, 'scope');
      const name = claims.name.trim().slice(0, MOST_NAME);
      const guest = isGuest(claims, login);
      return { kind: 'proved', someone: { tenant: tid, id: oid, name, guest } };
    },
  };
}

/** What an app registration may be called; whoever else has one of these has the app's own id. */
function urisOf(appId: string, host: string): string[] {
  const names = [appId, `botid-${appId}`];
  return names.flatMap((name) => [
    `api://${name}`,
    ...(host === '' ? [] : [`api://${host}/${name}`]),
  ]);
}

function issuerOf(ver: Claims['ver'], tid: string, { issuer, issuerV1 }: Login): string {
  return ver === '2.0' ? `${issuer}/${tid}/v2.0` : `${issuerV1}/${tid}/`;
}

/**
 * Whoever may be a guest is one. Entra ID names another identity provider for who comes from elsewhere, and, where the
 * app asks for the claim `acct`, says 1 for every guest:
 * https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
function isGuest(claims: Claims, login: Login): boolean {
  const { acct, idp, tid, upn, unique_name, preferred_username } = claims;
  if (acct !== undefined && acct !== 0 && acct !== '0') return true;
  const own = [issuerOf('2.0', tid, login), issuerOf('1.0', tid, login)];
  if (idp !== undefined && !own.some((one) => one === idp)) return true;
  return [upn, unique_name, preferred_username].some((one) => /#EXT#/i.test(String(one ?? '')));
}

function decoded(token: string): { kid: string; payload: unknown } | null {
  try {
    const { kid } = Header.parse(decodeProtectedHeader(token));
    return { kid, payload: decodeJwt(token) };
  } catch {
    return null;
  }
}

function refused(status: 401 | 403, why: string): Proved {
  return { kind: 'refused', status, why };
}
