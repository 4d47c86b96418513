// The page's requests: proved, parsed, served by the desk; every refusal says what happened and what to do.
import type { IncomingMessage } from 'node:http';
import type { Server as Restify } from 'restify';
import type { Desk, Visitor } from '../desk.ts';
import type { Log } from '../log.ts';
import { type Key, sayIn, type Values } from '../strings/strings.ts';
import { type Answer, send } from './answer.ts';
import { readJson, refusedByHeaders } from './body.ts';
import { addFiles } from './files.ts';
import { createPace } from './pace.ts';
import { packed } from './packed.ts';
import { type Given, ROUTES, type Route } from './routes.ts';

/** Who asks, as far as it is proved. `id` is the Entra object id; `name` is only shown. */
export type Someone = { tenant: string; id: string; name: string; guest: boolean };

export type Proved =
  | { kind: 'proved'; someone: Someone }
  /** `why` is a constant for the log. */
  | { kind: 'refused'; status: 401 | 403; why: string };

export type PageOptions = {
  desk: Desk;
  /** `authorization`: every header of that name. Somebody fixed is local mode. */
  people: { prove(authorization: readonly string[]): Promise<Proved> } | Someone;
  /** What the page's build left. */
  folder: string;
  clock: () => Date;
};

const ANY_BASE = 'http://x';

/** A sheet of some hundred tasks takes about as long. */
const BUSY_SECONDS = 1;

const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
const JSON_TYPE = 'application/json; charset=utf-8';

/** `/api/` carries data; nobody keeps a copy, and no other site may take it in. */
const GUARDED = { 'cross-origin-resource-policy': 'same-origin' };

export function addPage(routes: Restify, options: PageOptions, log: Log): void {
  const { desk, people, clock } = options;
  const local = !('prove' in people);
  const pace = createPace();
  const busy = new Set<string>();
  addFiles(routes, options.folder, local);
  for (const route of ROUTES) {
    const add = route.method === 'GET' ? routes.get : routes.post;
    add.call(routes, route.path, async (request, response) => {
      send(response, await answer(route, request));
    });
  }

  async function answer(route: Route, request: IncomingMessage): Promise<Answer> {
    const locale = localeOf(request);
    const refuse = (status: number, key: Key, why: string): Answer => {
      log('request refused', { status, why });
      return said(status, locale, key);
    };
    try {
      if (isElsewhere(request, local)) return refuse(403, 'page.elsewhere', 'another site');
      const proved = await who(request);
      if (proved.kind === 'refused') {
        const key = proved.status === 401 ? 'page.signIn' : 'page.notAllowed';
        return refuse(proved.status, key, proved.why);
      }
      const { tenant, ...speaker } = proved.someone;
      const now = clock();
      const person = `${tenant} ${speaker.id}`;
      const seconds = pace.wait(person, route.costs, now);
      if (seconds > 0) return tooMany(seconds, locale);
      const visitor: Visitor = { tenant, speaker, locale, now };
      if (!route.alone) return await serve(route, visitor, request, refuse);
      if (busy.has(person)) return tooMany(BUSY_SECONDS, locale);
      busy.add(person);
      try {
        return await serve(route, visitor, request, refuse);
      } finally {
        busy.delete(person);
      }
    } catch (error) {
      log('request failed', { error: error instanceof Error ? error.name : 'unknown' });
      return said(500, locale, 'page.failed');
    }
  }

  async function serve(
    route: Route,
    visitor: Visitor,
    request: IncomingMessage,
    refuse: (status: number, key: Key, why: string) => Answer,
  ): Promise<Answer> {
    const given = await readGiven(route, request);
    if (given.kind === 'refused') {
      const key = given.status === 413 ? 'page.tooLarge' : 'page.unreadable';
      return refuse(given.status, key, given.error);
    }
    const served = await route.serve(desk, { visitor, seen: seenBy(request) }, given.value);
    return served === 'unreadable'
      ? refuse(400, 'page.unreadable', 'not as described')
      : shown(served, request);
  }

  function tooMany(seconds: number, locale: string): Answer {
    log('request refused', { status: 429, why: 'too many' });
    const answer = said(429, locale, 'page.tooMany', { seconds });
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
  }

  async function who(request: IncomingMessage): Promise<Proved> {
    return 'prove' in people
      ? people.prove(request.headersDistinct['authorization'] ?? [])
      : { kind: 'proved', someone: people };
  }
}

async function readGiven(route: Route, request: IncomingMessage) {
  if (route.method === 'GET') {
    const { searchParams } = new URL(request.url ?? '', ANY_BASE);
    return { kind: 'json' as const, value: Object.fromEntries(searchParams) };
  }
  return refusedByHeaders(request, route.most) ?? readJson(request, route.most);
}

async function shown(given: Given, request: IncomingMessage): Promise<Answer> {
  switch (given.kind) {
    case 'turned away':
      return { status: given.status, body: { error: given.error }, headers: GUARDED };
    case 'unchanged':
      return { status: 304, headers: { ...GUARDED, ...tagHeaders(given.tag) } };
    case 'file': {
      const { name, type, bytes } = given.taken;
      const headers = { 'content-type': type, 'content-disposition': attachment(name) };
      return { status: 200, body: Buffer.from(bytes), headers: { ...GUARDED, ...headers } };
    }
    case 'json': {
      const tag = given.tag === undefined ? {} : tagHeaders(given.tag);
      const { bytes, headers } = await packed(JSON.stringify(given.value), request);
      return {
        status: 200,
        body: bytes,
        headers: { ...GUARDED, ...tag, ...headers, 'content-type': JSON_TYPE },
      };
    }
  }
}

/** The name for old readers in plain letters, and as it is: https://www.rfc-editor.org/rfc/rfc6266#section-5 */
function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w.-]+/g, '-');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Nothing is kept on disk, so the page sends the tag back itself. */
function tagHeaders(tag: string): Record<string, string> {
  return { etag: `"${tag}"` };
}

function seenBy(request: IncomingMessage): string[] {
  const header = request.headers['if-none-match'] ?? '';
  return [...header.matchAll(/"([\w-]{1,64})"/g)].map(([, tag = '']) => tag);
}

/**
 * A page of another site, which a browser would let press here. In local mode nobody brings a token, so the address it
 * came from must be this one, too; behind a proxy the server does not know its own.
 */
function isElsewhere({ headers }: IncomingMessage, local: boolean): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'] ?? 'none';
  if (site !== 'same-origin' && site !== 'none') return true;
  return local && origin !== undefined && origin !== `http://${host}`;
}

function localeOf({ headers }: IncomingMessage): string {
  const [first = ''] = (headers['accept-language'] ?? '').split(/[,;]/);
  return LOCALE.test(first.trim()) ? first.trim() : 'en';
}

function said(status: number, locale: string, key: Key, values?: Values): Answer {
  return { status, body: { error: sayIn(locale)(key, values) }, headers: GUARDED };
}
