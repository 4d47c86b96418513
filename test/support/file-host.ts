// A file host that never leaves this machine: hands out what it was given, takes what is put, and fails as told.
import { createServer, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `drip`: bytes that never end, one at a time. `flood`: more than anybody takes, as fast as it goes. */
export type Serve =
  | { bytes: Uint8Array }
  | { redirect: string }
  | 'drip'
  | 'flood'
  | 'hang'
  | 'reset';

export type FakeFiles = {
  /** The address at which a download of it would start. */
  offer(serve: Serve): string;
  /** Where an accepted file is put. */
  place: string;
  put: { headers: Record<string, unknown>; bytes: Buffer }[];
  /** Paths in the order in which they were asked for. */
  asked: string[];
  /** Bytes that went out in floods. */
  flooded(): number;
  refusePuts(status: number): void;
  close(): Promise<void>;
};

const PIECE = Buffer.alloc(65_536, 0x61);

export async function createFakeFiles(): Promise<FakeFiles> {
  const offers: Serve[] = [];
  const put: FakeFiles['put'] = [];
  const asked: string[] = [];
  let status = 201;
  let sent = 0;

  function flood(response: ServerResponse): void {
    while (!response.destroyed) {
      sent += PIECE.length;
      if (!response.write(PIECE)) return void response.once('drain', () => flood(response));
    }
  }

  /** Not chained: restify's own `writeHead`, which it gives to every response of the process, returns nothing. */
  function answer(
    response: ServerResponse,
    status: number,
    headers: OutgoingHttpHeaders,
    body: Uint8Array | string = '',
  ): void {
    response.writeHead(status, headers);
    response.end(body);
  }

  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (request.method === 'PUT') {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.once('end', () => {
        put.push({ headers: request.headers, bytes: Buffer.concat(pieces) });
        answer(response, status, {}, '{}');
      });
      return;
    }
    const serve = offers[Number(/^\/download\/(\d+)/.exec(request.url ?? '')?.[1])];
    if (serve === undefined) answer(response, 404, {});
    else if (serve === 'hang') return;
    else if (serve === 'reset') request.socket.resetAndDestroy();
    else if (serve === 'flood') {
      response.writeHead(200);
      flood(response);
    } else if (serve === 'drip') {
      response.writeHead(200);
      const drip = setInterval(() => response.write('a'), 20);
      response.once('close', () => clearInterval(drip));
    } else if ('redirect' in serve) answer(response, 302, { location: serve.redirect });
    else answer(response, 200, { 'content-length': serve.bytes.length }, serve.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    offer: (serve) => `${base}/download/${offers.push(serve) - 1}?tempauth=secret-of-the-file`,
    place: `${base}/put?tempauth=secret-of-the-place`,
    ...{ put, asked, flooded: () => sent },
    refusePuts(next) {
      status = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
