// The page's requests to its bot: one place for sign-in, ETags and everything that can go wrong on the way.
import type { ApiError } from '../api.ts';

/** same: nothing has moved since the tag. `why` is the bot's own sentence; empty where it gave none. */
export type Called<Value> =
  | { kind: 'ok'; value: Value; tag: string }
  | { kind: 'same' }
  | { kind: 'offline' }
  | { kind: 'signed out'; why: string }
  | { kind: 'refused'; status: number; why: string };

/** What was asked for; `type` is the kind of value that the contract promises for it. */
export type Request = {
  path: string;
  query: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  tag?: string;
};

export type Call = {
  <Value>(request: Request): Promise<Called<Value>>;
  /** A download, with the name that the bot gave it. */
  file(request: Request): Promise<Called<{ name: string; content: Blob }>>;
};

/** A bot that does not answer within this is not there; the slowest import takes a fraction of it. */
const PATIENCE_MS = 20_000;

export function createCall(token: () => Promise<string | null>, locale: string): Call {
  let burst: Promise<string | null> | null = null;
  let underWay = 0;

  /** Requests that overlap share a token; the next burst asks for its own. */
  async function signed(): Promise<Record<string, string>> {
    burst ??= token();
    const given = await burst;
    return given === null ? {} : { authorization: `Bearer ${given}` };
  }

  async function send({ path, query, body, tag }: Request): Promise<Response | Called<never>> {
    let headers: Record<string, string>;
    try {
      headers = { ...(await signed()), 'accept-language': locale };
    } catch (error) {
      return { kind: 'signed out', why: error instanceof Error ? error.message : '' };
    }
    if (tag) headers['if-none-match'] = tag;
    if (body !== undefined) headers['content-type'] = 'application/json';
    try {
      return await fetch(`/api/${path}?${new URLSearchParams(query)}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        // The tag is kept by the page; a second store in the browser could only be stale.
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      return { kind: 'offline' };
    }
  }

  async function sent(request: Request): Promise<Response | Called<never>> {
    underWay += 1;
    try {
      const first = await send(request);
      if (!(first instanceof Response) || first.status !== 401) return first;
      // The token may have run out on the way; a new one is asked for once.
      burst = null;
      return await send(request);
    } finally {
      underWay -= 1;
      if (underWay === 0) burst = null;
    }
  }

  async function answer<Value>(
    request: Request,
    read: (response: Response) => Promise<Value>,
  ): Promise<Called<Value>> {
    const response = await sent(request);
    if (!(response instanceof Response)) return response;
    if (response.status === 304) return { kind: 'same' };
    try {
      if (response.ok) {
        return {
          kind: 'ok',
          value: await read(response),
          tag: response.headers.get('etag') ?? '',
        };
      }
      const why = await whyOf(response);
      if (response.status === 401) return { kind: 'signed out', why };
      return { kind: 'refused', status: response.status, why };
    } catch {
      return { kind: 'offline' };
    }
  }

  return Object.assign(
    // Not parsed again: the same build of the same bot on the same origin wrote it by the contract.
    <Value>(request: Request) => answer<Value>(request, (response) => response.json()),
    {
      file: (request: Request) =>
        answer(request, async (response) => ({
          name: nameIn(response.headers.get('content-disposition') ?? ''),
          content: await response.blob(),
        })),
    },
  );
}

/** The form for every language goes before the plain one: https://www.rfc-editor.org/rfc/rfc6266 */
function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded) return decodeURIComponent(encoded);
  const [, plain = 'matrix'] = /filename="([^"]+)"/.exec(disposition) ?? [];
  return plain;
}

/** A proxy on the way may answer with a page of its own. */
async function whyOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('application/json')) return '';
  const told: Partial<ApiError> = await response.json();
  return typeof told.error === 'string' ? told.error : '';
}
