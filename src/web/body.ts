// Reads a JSON body of limited size and depth, and stops reading as soon as it cannot be one.
import type { IncomingMessage } from 'node:http';

/** A Teams activity has a few KB; Teams itself stops at 100 KB a message. */
export const MAX_BODY_BYTES = 262_144;

/** Activities nest about six deep; what walks them later may be recursive. */
const MAX_DEPTH = 64;

const JSON_TYPE = /^application\/json\s*(;|$)/i;

export type Unread = { kind: 'refused'; status: 400 | 413 | 415; error: string };

export type Body = { kind: 'json'; value: unknown } | Unread;

/** What the headers alone tell. restify's own parser reads a body to its end before it says "too large". */
export function refusedByHeaders(
  { headers }: IncomingMessage,
  most = MAX_BODY_BYTES,
): Unread | null {
  if (Number(headers['content-length'] ?? 0) > most) return TOO_LARGE;
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) return NOT_JSON_TYPE;
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' ? null : NOT_JSON_TYPE;
}

export function readJson(request: IncomingMessage, most = MAX_BODY_BYTES): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else resolve(TOO_LARGE);
    });
    request.once('end', () => resolve(parse(Buffer.concat(chunks).toString('utf8'))));
    request.once('close', () => resolve(BROKEN));
    request.once('error', () => resolve(BROKEN));
  });
}

const TOO_LARGE: Unread = { kind: 'refused', status: 413, error: 'body too large' };
const NOT_JSON_TYPE: Unread = { kind: 'refused', status: 415, error: 'body must be JSON' };
const BROKEN: Unread = { kind: 'refused', status: 400, error: 'body is not JSON' };

function parse(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return tooDeep(value) ? BROKEN : { kind: 'json', value };
  } catch {
    return BROKEN;
  }
}

/** Walks level by level, without recursion. */
function tooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((entry) =>
      typeof entry === 'object' && entry !== null ? Object.values(entry) : [],
    );
  }
  return false;
}
