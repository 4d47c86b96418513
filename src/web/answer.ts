// An HTTP answer as a value, and the one way it goes out.
import type { ServerResponse } from 'node:http';

/** `body` goes out as JSON; bytes go out as they are, and the headers tell what they are. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

const SAYS: Readonly<Record<number, string>> = {
  400: 'bad request',
  401: 'not authenticated',
  403: 'not allowed',
  404: 'not found',
  405: 'method not allowed',
  413: 'too large',
  415: 'content type not supported',
};

export function failed(status: number): Answer {
  return { status, body: { error: SAYS[status] ?? 'failed' } };
}

/** Straight to Node: restify's own writer picks a format, and a status, by what the caller accepts. */
export function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = Buffer.isBuffer(body) ? body : body === undefined ? '' : JSON.stringify(body);
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  if (bytes !== '') response.setHeader('content-type', 'application/json; charset=utf-8');
  if (status !== 304) response.setHeader('content-length', Buffer.byteLength(bytes));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // What is left of a body that was not read is not waited for.
  if (!response.req.complete) response.setHeader('connection', 'close');
  response.end(bytes);
}
