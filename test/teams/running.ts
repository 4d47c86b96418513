// The whole way in and out: restify, the token check, the SDK's adapter, and a fake connector; only the inside is a stand-in.
import { join } from 'node:path';
import type { Reply } from '../../src/cards.ts';
import type { Answered, Turn } from '../../src/chat.ts';
import type { PlaceStore, Send } from '../../src/posts.ts';
import { createBot } from '../../src/teams/bot.ts';
import type { FilesOptions } from '../../src/teams/files.ts';
import { loopbackHosts, type Trusts } from '../../src/teams/hosts.ts';
import { createServer } from '../../src/web/server.ts';
import { createTokens } from '../../src/web/tokens.ts';
import { type Activity, TENANT } from '../support/activities.ts';
import { createFakeConnector, type FakeConnector } from '../support/connector.ts';
import { APP_ID, createFakeIssuer, type FakeIssuer, ISSUER } from '../support/issuer.ts';

export const NOW = new Date('2026-11-23T09:00:00Z');

/** Long enough for a busy machine, short enough for a test of silence. */
const SEND_TIMEOUT_MS = 400;

/** Longer than any test takes; who meets it has found a turn that hangs. */
const CLOSE_GRACE_MS = 5_000;

export type Said = { turn: Turn; once: string };

export type Running = {
  address: string;
  connector: FakeConnector;
  issuer: FakeIssuer;
  heard: Said[];
  logged: Record<string, unknown>[];
  /** The waits between tries, in ms; nothing really waits. */
  waited: number[];
  /** Posts unasked. */
  send: Send;
  /** What the inside answers from now on. */
  answerWith(converse: (turn: Turn, once: string) => Answered | Promise<Answered>): void;
  /** Sends an activity as the channel would, with its token; in local mode without. */
  deliver(
    activity: Activity,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
  post(body: string, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
};

export type RunningOptions = {
  local?: boolean;
  tenants?: readonly string[];
  trusts?: Trusts;
  endorsements?: string[];
  token?: () => Promise<string>;
  places?: PlaceStore;
  files?: Partial<FilesOptions>;
};

/** An answer of the inside, in a matrix called main. */
export function replying(reply: Reply, lasting = false): Answered {
  return { kind: 'reply', reply, matrix: 'main', lasting };
}

const help = (line: string): Answered =>
  replying({ kind: 'card', card: 'help', data: { line, intro: '', examples: [], note: '' } });

export { help as cardSaying };

export async function startRunning(options: RunningOptions = {}): Promise<Running> {
  const { local = false, tenants = [TENANT], trusts = loopbackHosts } = options;
  const connector = await createFakeConnector();
  const issuer = await createFakeIssuer(options.endorsements);
  const heard: Said[] = [];
  const logged: Record<string, unknown>[] = [];
  const waited: number[] = [];
  const log = (event: string, fields = {}) => {
    logged.push({ event, ...fields });
  };
  let converse: (turn: Turn, once: string) => Answered | Promise<Answered> = () =>
    help('Mail flow → Northwind');
  const bot = createBot({
    converse: async (turn, once) => {
      heard.push({ turn, once });
      return converse(turn, once);
    },
    cards: join(import.meta.dirname, 'cards'),
    identity: local
      ? null
      : { appId: APP_ID, token: options.token ?? (async () => 'token-for-the-connector') },
    tenants: local ? 'any' : tenants,
    log,
    clock: () => NOW,
    trusts,
    sendTimeoutMs: SEND_TIMEOUT_MS,
    pause: async (ms) => {
      waited.push(ms);
    },
    ...(options.places && { places: options.places }),
    ...(options.files && { files: options.files }),
  });
  const { metadataUrl } = issuer;
  const tokens = createTokens({
    appId: APP_ID,
    issuer: ISSUER,
    metadataUrl,
    log,
    clock: () => new Date(),
  });
  const server = createServer({ receive: bot.receive, tokens: local ? null : tokens, log });
  const port = await server.listen(0, '127.0.0.1');
  const address = `http://127.0.0.1:${port}`;

  async function post(body: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  return {
    address,
    connector,
    issuer,
    heard,
    logged,
    waited,
    send: bot.send,
    answerWith(next) {
      converse = next;
    },
    async deliver(activity, headers = {}) {
      const token = await issuer.token(String(activity['serviceUrl']));
      const proof: Record<string, string> = local ? {} : { authorization: `Bearer ${token}` };
      return post(JSON.stringify(activity), { ...proof, ...headers });
    },
    post,
    async close() {
      await server.close(CLOSE_GRACE_MS);
      bot.close();
      await connector.close();
      await issuer.close();
    },
  };
}
