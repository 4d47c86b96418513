// Sending to Teams: one POST a message, and what came of it as a value.
import { z } from 'zod';
import type { Exchange, Exchanged } from './exchange.ts';
import type { Trusts } from './hosts.ts';
import type { Identity } from './identity.ts';

/** Long enough for a slow connector, shorter than the 15 s after which Teams gives up on our turn. */
const SEND_TIMEOUT_MS = 10_000;

/** `id` is empty where the connector took the activity and did not name it. */
export type Sent =
  | { kind: 'sent'; id: string }
  /** Final for this conversation: `code` is the connector's own, such as BotNotInConversationRoster. */
  | { kind: 'refused'; status: number; code: string }
  /** Nothing was posted; it may be tried again, after the wait where one is given. */
  | { kind: 'not sent'; why: string; retryAfterSeconds: number | null }
  /** It may have been posted. Never sent again by itself: Teams takes no key against doubles. */
  | { kind: 'uncertain'; why: string };

export type Place = { serviceUrl: string; conversation: string };

/** The one answer that asks for a pause of everything, and says for certain that nothing was posted. */
export const THROTTLED = 'status 429';

export type Connector = {
  /** As a reply to an activity, or into the conversation where `replyTo` is empty. */
  post(place: Place, replyTo: string, activity: unknown): Promise<Sent>;
  update(place: Place, activityId: string, activity: unknown): Promise<Sent>;
  /** Asks for a conversation with these members; the id that comes back is the conversation's. */
  open(serviceUrl: string, conversation: unknown): Promise<Sent>;
};

export type ConnectorOptions = {
  /** Null on loopback, where there is no app and no token. */
  identity: Identity | null;
  trusts: Trusts;
  exchange: Exchange;
  timeoutMs?: number;
};

const Named = z.object({ id: z.string() });

/** The two shapes of an error seen from the connector: `error.code`, and a number with the code in a nested text. */
const Coded = z.object({ error: z.object({ code: z.string() }) });
const Numbered = z.object({ errorCode: z.number(), message: z.string().optional() });
const SUB_CODE = /"subCode"\s*:\s*"([A-Za-z]+)"/;

export function createConnector(options: ConnectorOptions): Connector {
  const { identity, trusts, exchange, timeoutMs = SEND_TIMEOUT_MS } = options;

  async function send(
    method: 'POST' | 'PUT',
    serviceUrl: string,
    path: string,
    content: unknown,
  ): Promise<Sent> {
    if (!trusts(serviceUrl)) return { kind: 'refused', status: 0, code: 'UntrustedHost' };
    const url = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations${path}`;
    const headers: Record<string, string> = {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
    };
    if (identity) {
      const token = await within(timeoutMs, identity.token);
      if (token === null) return { kind: 'not sent', why: 'no token', retryAfterSeconds: null };
      headers['authorization'] = `Bearer ${token}`;
    }
    return classify(
      await exchange({ method, url, headers, body: JSON.stringify(content) }, timeoutMs),
    );
  }

  return {
    post: (place, replyTo, activity) =>
      send('POST', place.serviceUrl, activityPath(place, replyTo), activity),
    update: (place, activityId, activity) =>
      send('PUT', place.serviceUrl, activityPath(place, activityId), activity),
    open: (serviceUrl, conversation) => send('POST', serviceUrl, '', conversation),
  };
}

function activityPath({ conversation }: Place, activity: string): string {
  const activities = `/${encodeURIComponent(conversation)}/activities`;
  return activity === '' ? activities : `${activities}/${encodeURIComponent(activity)}`;
}

/** Only 412 and 429 say that nothing happened; a 5xx or a lost answer may come after the message was posted. */
function classify(exchanged: Exchanged): Sent {
  if (exchanged.kind === 'failed') {
    const { written, why } = exchanged;
    return written
      ? { kind: 'uncertain', why }
      : { kind: 'not sent', why, retryAfterSeconds: null };
  }
  const { status, text } = exchanged;
  if (status >= 200 && status < 300) {
    const named = Named.safeParse(readJson(text));
    return { kind: 'sent', id: named.success ? named.data.id : '' };
  }
  if (status === 412 || status === 429) {
    return {
      kind: 'not sent',
      why: status === 429 ? THROTTLED : `status ${status}`,
      retryAfterSeconds: waitOf(exchanged.retryAfter),
    };
  }
  if (status === 408 || (status >= 500 && status !== 501)) {
    return { kind: 'uncertain', why: `status ${status}` };
  }
  return { kind: 'refused', status, code: codeOf(text) };
}

function waitOf(retryAfter: string | undefined): number | null {
  return retryAfter && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}

function codeOf(text: string): string {
  const body = readJson(text);
  const coded = Coded.safeParse(body);
  if (coded.success) return coded.data.error.code.replace(/[^A-Za-z0-9]/g, '').slice(0, 64);
  const numbered = Numbered.safeParse(body);
  if (!numbered.success) return '';
  return SUB_CODE.exec(numbered.data.message ?? '')?.[1] ?? String(numbered.data.errorCode);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null when it fails or takes too long; the send is then known not to have happened. */
async function within(timeoutMs: number, token: () => Promise<string>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, null);
  });
  try {
    return await Promise.race([token(), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
