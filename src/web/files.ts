// The page's own files, as its build left them: known by name, with what a browser may do with them.
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import type { Server as Restify } from 'restify';
import { type Answer, send } from './answer.ts';
import { type Encoding, preferred } from './packed.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const ENDINGS: Readonly<Record<Exclude<Encoding, 'identity'>, string>> = { br: '.br', gzip: '.gz' };

/** Who may show the page in a frame: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const TEAMS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
];

/** A page on this machine that stands for Teams. */
const THIS_MACHINE = ['http://127.0.0.1:*', 'http://localhost:*'];

/** teams-js asks here which hosts are Teams'; without an answer it takes those it knows. */
const TEAMS_HOSTS_LIST = 'https://res.cdn.office.net';

/** Vite writes a name with a hash of the content; the same name is the same file for ever. */
const HASHED = /^\/tab\/assets\/[^/]+-[\w-]{8,}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Remit</title>
<h1>The page is not built yet</h1>
<p>Run <code>npm ci --include=dev</code>, which builds it, and reload.</p>
</html>
`;

type File = { type: string; bytes: Buffer; packed: Partial<Record<Encoding, Buffer>> };

/** Files are read once, at the first request after they were built; any other name is not there. */
export function addFiles(routes: Restify, folder: string, local: boolean): void {
  let known: ReadonlyMap<string, File> | null = null;
  const policy = policyFor(local);

  routes.get('/tab', (request, response, next) => {
    const [, asked] = (request.url ?? '').split('?');
    const location = asked === undefined ? '/tab/' : `/tab/?${asked}`;
    send(response, { status: 308, headers: { location } });
    next(false);
  });
  routes.get('/tab/*', (request, response, next) => {
    send(response, answer(request));
    next(false);
  });

  function answer(request: IncomingMessage): Answer {
    known ??= filesIn(folder);
    const headers = { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' };
    if (known === null) {
      return {
        status: 503,
        body: Buffer.from(NOT_BUILT),
        headers: { ...headers, 'content-type': TYPES['.html'] ?? '' },
      };
    }
    const [path = ''] = (request.url ?? '').split('?');
    const name = path === '/tab/' ? '/tab/index.html' : path;
    const file = known.get(name);
    if (!file) return { status: 404, body: { error: 'not found' } };
    const encoding = preferred(request);
    const small = file.packed[encoding];
    return {
      status: 200,
      body: small ?? file.bytes,
      headers: {
        ...headers,
        'content-type': file.type,
        'cache-control': HASHED.test(name) ? FOR_EVER : 'no-cache',
        vary: 'accept-encoding',
        ...(small && { 'content-encoding': encoding }),
      },
    };
  }
}

function policyFor(local: boolean): string {
  const hosts = local ? [...TEAMS, ...THIS_MACHINE] : TEAMS;
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${local ? '' : ` ${TEAMS_HOSTS_LIST}`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${hosts.join(' ')}`,
  ].join('; ');
}

/** By the address that asks for them; null where nothing is built. */
function filesIn(folder: string): Map<string, File> | null {
  const names = namesIn(folder);
  if (!names.includes('index.html')) return null;
  const plain = names.filter((name) => TYPES[extname(name)] !== undefined);
  return new Map(
    plain.map((name) => {
      const packed: File['packed'] = {};
      for (const [encoding, ending] of Object.entries(ENDINGS)) {
        if (!names.includes(name + ending)) continue;
        packed[encoding as Encoding] = readFileSync(join(folder, name + ending));
      }
      const type = TYPES[extname(name)] ?? '';
      return [`/tab/${name}`, { type, bytes: readFileSync(join(folder, name)), packed }];
    }),
  );
}

function namesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch {
    return [];
  }
}
