// Proves that an activity comes from Teams: the token's shape first, then its signature and what it claims.
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { createKeys } from './keys.ts';

export const PUBLIC_CLOUD = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};
export const US_GOVERNMENT = {
  issuer: 'https://api.botframework.us',
  metadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
};

/** Real ones have about 1 KB. */
export const MAX_TOKEN = 16_384;

/** Clocks kept by NTP differ by seconds; the SDK's five minutes would only lengthen a stolen token's life. */
export const LEEWAY_SECONDS = 60;

const CHANNEL = 'msteams';

/** The scheme is case-insensitive by its RFC, but the channel writes it one way, so any other is not the channel. */
export const BEARER = /^Bearer ([\w-]{8,}\.[\w-]{8,}\.[\w-]{8,})$/;

const Header = z.object({ alg: z.literal('RS256'), kid: z.string().min(1).max(256) });
const time = z.number().int();

/** Why a request is turned away: a constant for the log; the caller learns the status alone. */
export type Refused = { kind: 'refused'; status: 401 | 403; why: string };

/** A token whose shape is right; nothing in it is proved yet. */
export type Presented = { kind: 'presented'; token: string; kid: string };

export type Proved = { kind: 'proved'; appId: string; serviceUrl: string };

export type Subject = { channelId: string; serviceUrl: string };

export type Tokens = {
  /** Costs no fetch and keeps nothing, whatever is sent. `authorization`: every header of that name. */
  read(authorization: readonly string[]): Presented | Refused;
  prove(presented: Presented, subject: Subject): Promise<Proved | Refused>;
};

export type TokensOptions = {
  appId: string;
  issuer: string;
  metadataUrl: string;
  log: Log;
  clock: () => Date;
};

export function createTokens({ appId, issuer, metadataUrl, log, clock }: TokensOptions): Tokens {
  const keys = createKeys({ metadataUrl, log, clock });
  // Settings are typed by people, some of whom write a GUID in capitals.
  const audience = [...new Set([appId, appId.toLowerCase()])];
  const Claims = z.object({
    iss: z.literal(issuer),
    aud: z.enum(audience),
    exp: time,
    nbf: time,
    serviceurl: z.string().min(1),
  });

  return {
    read(authorization) {
      const [header, ...more] = authorization;
      if (header === undefined) return refused(401, 'no token');
      if (more.length > 0) return refused(401, 'two tokens');
      if (header.length > MAX_TOKEN) return refused(401, 'token too long');
      const token = BEARER.exec(header)?.[1];
      if (!token) return refused(401, 'not a bearer token');
      try {
        const { kid } = Header.parse(decodeProtectedHeader(token));
        Claims.parse(decodeJwt(token));
        return { kind: 'presented', token, kid };
      } catch {
        return refused(401, 'not a token of this channel for this app');
      }
    },

    async prove({ token, kid }, { channelId, serviceUrl }) {
      if (channelId !== CHANNEL) return refused(403, 'channel');
      const found = await keys.find(kid);
      if (found.kind !== 'found') return refused(401, `key ${found.kind}`);
      const { key, endorsements } = found.signing;
      if (endorsements.length > 0 && !endorsements.includes(channelId)) {
        return refused(403, 'key not endorsed for the channel');
      }
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['RS256'],
          issuer,
          audience,
          clockTolerance: LEEWAY_SECONDS,
          currentDate: clock(),
        });
        if (Claims.parse(payload).serviceurl !== serviceUrl) return refused(403, 'service URL');
        return { kind: 'proved', appId, serviceUrl };
      } catch (error) {
        return refused(401, error instanceof errors.JOSEError ? error.code : 'token unreadable');
      }
    },
  };
}

function refused(status: 401 | 403, why: string): Refused {
  return { kind: 'refused', status, why };
}
