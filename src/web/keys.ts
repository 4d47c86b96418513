// Microsoft's signing keys, the Bot Framework's or a tenant's: fetched once, renewed daily, and not on anybody's command.
import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import type { Log } from '../log.ts';

/** Microsoft asks for a daily look: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const MAX_AGE_MS = 24 * 3_600_000;

/** A new key is announced long before it signs; anyone can name a key id, so an unknown one waits. */
const UNKNOWN_KEY_COOLDOWN_MS = 300_000;

/** After a failed attempt people wait for their answers, so the next one comes soon. */
const FAILED_COOLDOWN_MS = 5_000;

const FETCH_TIMEOUT_MS = 5_000;

/** The real list has about ten keys in 20 KB. */
const MAX_LIST_BYTES = 1_048_576;

export type SigningKey = { key: CryptoKey; endorsements: readonly string[] };

export type Found = { kind: 'found'; signing: SigningKey } | { kind: 'unknown' | 'unreachable' };

export type Keys = { find(kid: string): Promise<Found> };

/** Where the list of keys is, or the metadata that tells where; `setting` is what an operator can look at. */
export type KeysOptions = ({ metadataUrl: string } | { keysUrl: string }) & {
  setting?: string;
  log: Log;
  clock: () => Date;
};

const Metadata = z.object({ jwks_uri: z.string().max(512) });
const KeyList = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.string(),
      kid: z.string().optional(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).optional(),
    }),
  ),
});

export function createKeys(options: KeysOptions): Keys {
  const { setting = 'BotOpenIdMetadata', log, clock } = options;
  const url = 'keysUrl' in options ? options.keysUrl : options.metadataUrl;
  let known: ReadonlyMap<string, SigningKey> | null = null;
  let renewAt = 0;
  let askAgainAt = 0;
  let asking: Promise<void> | null = null;

  async function renew(): Promise<void> {
    const now = clock().getTime();
    try {
      known = await fetchKeys('keysUrl' in options ? url : await keysUrlIn(url));
      renewAt = now + MAX_AGE_MS;
      askAgainAt = now + UNKNOWN_KEY_COOLDOWN_MS;
    } catch (error) {
      askAgainAt = now + FAILED_COOLDOWN_MS;
      log(`token keys unreachable: check the network and the setting ${setting}`, {
        url,
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }

  return {
    async find(kid) {
      const now = clock().getTime();
      const stale = known === null || now >= renewAt || !known.has(kid);
      if (stale && now >= askAgainAt) {
        asking ??= renew().finally(() => {
          asking = null;
        });
      }
      // A key past its day still serves while the new list is on its way, or cannot be had.
      if (!known?.has(kid)) await asking;
      const signing = known?.get(kid);
      if (signing) return { kind: 'found', signing };
      return { kind: known ? 'unknown' : 'unreachable' };
    },
  };
}

async function keysUrlIn(metadataUrl: string): Promise<string> {
  return Metadata.parse(await fetchJson(metadataUrl)).jwks_uri;
}

async function fetchKeys(keysUrl: string): Promise<Map<string, SigningKey>> {
  const { keys } = KeyList.parse(await fetchJson(keysUrl));
  const found = new Map<string, SigningKey>();
  for (const { kty, kid, n, e, endorsements = [] } of keys) {
    if (kty !== 'RSA' || !kid || !n || !e) continue;
    const key = await importJWK({ kty, n, e }, 'RS256');
    if (!(key instanceof Uint8Array)) found.set(kid, { key, endorsements });
  }
  return found;
}

async function fetchJson(address: string): Promise<unknown> {
  const url = new URL(address);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !loopback) throw new Error('keys must come over https');
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error('no keys at the address');
  const text = await response.text();
  if (text.length > MAX_LIST_BYTES) throw new Error('the list of keys is too long');
  return JSON.parse(text);
}
