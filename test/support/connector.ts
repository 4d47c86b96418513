// A Bot Connector that never leaves this machine: records what is posted and answers, or fails, as told.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Posted = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Record<string, unknown>;
};

/** `reset` and `hang` come after the request was taken: nobody can know whether it was posted. */
export type Fault =
  | 'reset'
  | 'hang'
  | { status: number; headers?: Record<string, string>; body?: unknown };

export type FakeConnector = {
  serviceUrl: string;
  posted: Posted[];
  /** The next requests meet these, in order; then all is well again. */
  failNext(...faults: Fault[]): void;
  /** Decides about each request, where no fault waits; null lets it through. */
  script(decide: (request: Posted) => Fault | null): void;
  forget(): void;
  close(): Promise<void>;
};

/** `latencyMs` passes before each answer. */
export async function createFakeConnector({ latencyMs = 0 } = {}): Promise<FakeConnector> {
  const posted: Posted[] = [];
  const faults: Fault[] = [];
  let decide: (request: Posted) => Fault | null = () => null;
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const taken = { method, path, headers, body: text === '' ? {} : JSON.parse(text) };
      posted.push(taken);
      const fault = faults.shift() ?? decide(taken);
      if (fault === 'reset') return request.socket.resetAndDestroy();
      if (fault === 'hang') return undefined;
      const {
        status,
        headers: extra = {},
        body,
      } = fault ?? {
        status: method === 'POST' ? 201 : 200,
        body: { id: `posted-${posted.length}` },
      };
      const answer = () => {
        response.writeHead(status, { 'content-type': 'application/json', ...extra });
        response.end(body === undefined ? '' : JSON.stringify(body));
      };
      return latencyMs === 0 ? answer() : setTimeout(answer, latencyMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/amer/`,
    posted,
    failNext: (...next) => faults.push(...next),
    script(next) {
      decide = next;
    },
    forget() {
      posted.length = 0;
      faults.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
