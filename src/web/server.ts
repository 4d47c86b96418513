// The HTTP server: what the bot hears, the page, limits on time and size, and answers that tell a stranger nothing.
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { type Answer, failed, send } from './answer.ts';
import { readJson, refusedByHeaders } from './body.ts';
import { addPage, type PageOptions } from './page.ts';
import type { Tokens } from './tokens.ts';

/** Node's own 60 s, 300 s and 30 s let half-sent requests pile up. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
const CHECK_INTERVAL_MS = 5_000;

/** While closing; short beside the time that a turn takes. */
const SWEEP_INTERVAL_MS = 50;

/** Longer than the 60 s after which common proxies drop an idle connection, so that they close first. */
const KEEP_ALIVE_MS = 65_000;

/** Room to answer a token that is too long with a 401. */
const MAX_HEADER_BYTES = 32_768;

/** What restify reads a request's address against. */
const ANY_BASE = 'http://x';

const ROUTING_FAULTS: ReadonlySet<number> = new Set([404, 405]);

const LOOPBACK = '127.0.0.1';
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** What a request must tell before its token can be checked. */
const Addressed = z.object({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
});

export type Caller = { kind: 'channel'; appId: string; serviceUrl: string } | { kind: 'local' };

export type Delivery = { body: unknown; tenantHeader: string | undefined; caller: Caller };

export type { Answer };

export type ServerOptions = {
  /** Takes what has been proved to come from the channel. */
  receive(delivery: Delivery): Promise<Answer>;
  /** Null is local mode: no token is asked for, and only this machine is served. */
  tokens: Tokens | null;
  /** The page and what it asks; without it neither is there. */
  page?: PageOptions;
  log: Log;
};

export type Server = {
  /** The port that was taken; 0 picks a free one. Local mode listens on loopback, whatever `host` says. */
  listen(port: number, host?: string): Promise<number>;
  /** Takes no more requests, waits for those under way at most this long. */
  close(graceMs: number): Promise<void>;
};

export function createServer({ receive, tokens, page, log }: ServerOptions): Server {
  const routes = restify.createServer({ name: '' });
  routes.get('/healthz', async (_request, response) =>
    send(response, { status: 200, body: { ok: true } }),
  );
  routes.post('/api/messages', async (request, response) => {
    try {
      send(response, await messages(request));
    } catch (error) {
      log('request failed', { error: error instanceof Error ? error.name : 'unknown' });
      send(response, failed(500));
    }
  });
  if (page) addPage(routes, page, log);
  // Not calling back keeps restify from sending its own text after ours.
  routes.on('restifyError', (_request, response, error) => {
    send(response, failed(ROUTING_FAULTS.has(error.statusCode) ? error.statusCode : 500));
  });

  async function messages(request: http.IncomingMessage): Promise<Answer> {
    const unread = refusedByHeaders(request);
    if (unread) return refuse(unread.status, unread.error);
    const presented = tokens?.read(request.headersDistinct['authorization'] ?? []);
    if (presented?.kind === 'refused') return refuse(presented.status, presented.why);
    const body = await readJson(request);
    if (body.kind === 'refused') return refuse(body.status, body.error);
    const addressed = Addressed.safeParse(body.value);
    if (!addressed.success) return refuse(400, 'not an activity');
    const proved = presented && (await tokens?.prove(presented, addressed.data));
    if (proved?.kind === 'refused') return refuse(proved.status, proved.why);
    const tenantHeader = request.headersDistinct['x-ms-tenant-id']?.join();
    const caller: Caller = proved
      ? { kind: 'channel', appId: proved.appId, serviceUrl: proved.serviceUrl }
      : { kind: 'local' };
    return receive({ body: body.value, tenantHeader, caller });
  }

  function refuse(status: number, why: string): Answer {
    log('request refused', { status, why });
    return failed(status);
  }

  // Our own, because restify passes no options to Node's.
  const server = http.createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (request, response) => {
      if (!tokens && !LOOPBACK_HOST.test(request.headers.host ?? '')) {
        // A page in a browser can point its own name at this machine.
        send(response, refuse(403, 'host'));
        return;
      }
      if (!URL.canParse(request.url ?? '', ANY_BASE)) {
        // restify's router throws on it outside of any handler, which would end the process.
        send(response, refuse(400, 'address'));
        return;
      }
      routes.server.emit('request', request, response);
    },
  );

  return {
    listen: (port, host = '0.0.0.0') =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, tokens ? host : LOOPBACK, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    close: (graceMs) =>
      new Promise((resolve) => {
        // A connection kept alive is idle only once its answer is out.
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_INTERVAL_MS);
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}
