// One HTTP request, sent once: bounded in time, no redirect followed, no retry, and it knows whether anything left.
import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';

/** As many as Teams lets one app send in a second, with room for slow answers. */
const MAX_SOCKETS = 128;

/** Shorter than the idle limit of Azure's front ends (four minutes), so that we close first. */
const IDLE_SOCKET_MS = 30_000;

/** A connector's answer is an id or an error code; the rest is not read. */
const MAX_ANSWER_BYTES = 65_536;

export type Order = {
  method: 'POST' | 'PUT';
  url: string;
  headers: Record<string, string>;
  body: string;
};

/** `written` tells whether the other side may have got the request before it failed. */
export type Exchanged =
  | { kind: 'answered'; status: number; retryAfter: string | undefined; text: string }
  | { kind: 'failed'; written: boolean; why: string };

export type Exchange = (order: Order, timeoutMs: number) => Promise<Exchanged>;

/** Not fetch: for a small POST that takes twice the processor time (0.4 ms against 0.2 ms). */
export function createExchange(): { exchange: Exchange; close(): void } {
  const options = { keepAlive: true, maxSockets: MAX_SOCKETS, timeout: IDLE_SOCKET_MS };
  const plain = new http.Agent(options);
  const secure = new https.Agent(options);
  return {
    exchange: (order, timeoutMs) =>
      order.url.startsWith('https:')
        ? exchangeOnce(https.request, secure, 'secureConnect', order, timeoutMs)
        : exchangeOnce(http.request, plain, 'connect', order, timeoutMs),
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

function exchangeOnce(
  open: typeof http.request,
  agent: http.Agent,
  ready: 'connect' | 'secureConnect',
  { method, url, headers, body }: Order,
  timeoutMs: number,
): Promise<Exchanged> {
  return new Promise((resolve) => {
    let written = false;
    const request = open(url, {
      agent,
      method,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
    const settle = (outcome: Exchanged) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      settle({ kind: 'failed', written, why: 'no answer in time' });
      request.destroy();
    }, timeoutMs);
    request.once('socket', (socket: Socket) => {
      // A kept-alive socket is connected already; on a new one nothing leaves before it is ready.
      if (request.reusedSocket) written = true;
      else socket.once(ready, () => (written = true));
    });
    request.once('error', (error: NodeJS.ErrnoException) =>
      settle({ kind: 'failed', written, why: error.code ?? 'connection failed' }),
    );
    request.once('response', (response) => {
      const status = response.statusCode ?? 0;
      const retryAfter = response.headers['retry-after'];
      let text = '';
      const answered = () => settle({ kind: 'answered', status, retryAfter, text });
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MAX_ANSWER_BYTES) response.destroy();
      });
      // The status decides; a body cut short takes nothing back.
      response.once('close', answered);
      response.once('error', answered);
      response.once('end', answered);
    });
    request.end(body);
  });
}
