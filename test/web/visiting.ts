// The page's whole way in and out: the web server, the token check, the desk and a real store, as seen from a browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInside } from '../../src/app.ts';
import type { Reply } from '../../src/cards.ts';
import type { Draft, Scope } from '../../src/matrix/matrix.ts';
import { openStore } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import { createRender } from '../../src/teams/render.ts';
import { createPeople } from '../../src/web/people.ts';
import { createServer } from '../../src/web/server.ts';
import { createTokens } from '../../src/web/tokens.ts';
import { GRANTS, MARKS, officeDraft, PEOPLE, type Role } from '../edit/office.ts';
import { createFakeEntra, type FakeEntra } from '../support/entra.ts';
import { APP_ID, ISSUER } from '../support/issuer.ts';

export const OWN = 'aaaaaaaa-1111-4222-8333-000000000001';
export const FOREIGN = 'bbbbbbbb-1111-4222-8333-000000000002';
/** Not on the list of those who may use the app. */
export const NOBODYS = 'cccccccc-1111-4222-8333-000000000003';

export const SCOPES = {
  own: { tenant: OWN, matrix: 'main' },
  quay: { tenant: OWN, matrix: 'quay' },
  foreign: { tenant: FOREIGN, matrix: 'main' },
} satisfies Record<string, Scope>;

const CARDS = join(import.meta.dirname, '../../cards');
const NOW = new Date('2026-11-23T09:00:00Z');
const CLOSE_GRACE_MS = 2_000;

/** Between two requests of one person, so that no test is too fast by accident. */
const UNHURRIED_MS = 2_000;

export type Got = { status: number; headers: Headers; text: string; body: unknown };

export type Visiting = {
  address: string;
  entra: FakeEntra;
  store: Store;
  logged: Record<string, unknown>[];
  /** Time for the page; tokens live by the real one. */
  later(ms: number): void;
  /** The header of a true token. */
  proof(who: Role): Promise<Record<string, string>>;
  ask(method: string, path: string, headers?: Record<string, string>, body?: unknown): Promise<Got>;
  get(who: Role, path: string, headers?: Record<string, string>): Promise<Got>;
  post(who: Role, path: string, body: unknown, headers?: Record<string, string>): Promise<Got>;
  /** What is stored in a matrix, as text that is the same while nothing changed. */
  kept(scope: Scope): Promise<string>;
  close(): Promise<void>;
};

export type VisitingOptions = {
  local?: boolean;
  /** In place of the small office. */
  draft?: Draft;
  folder?: string;
  host?: string;
};

export async function startVisiting(options: VisitingOptions = {}): Promise<Visiting> {
  const { local = false, draft, folder = join(tmpdir(), 'remit-not-built'), host = '' } = options;
  const dataFolder = mkdtempSync(join(tmpdir(), 'remit-page-'));
  const store = await openStore({ dataFolder });
  const entra = await createFakeEntra();
  const logged: Record<string, unknown>[] = [];
  const log = (event: string, fields = {}) => {
    logged.push({ event, ...fields });
  };
  const own = draft ?? officeDraft(MARKS.own, GRANTS);
  const by = { id: 'remit', name: 'Remit' };
  const admins = [{ person: PEOPLE.stranger.id, name: '', admin: true, areas: [], speaksFor: [] }];
  if (!local) {
    await store.create(SCOPES.own, own, by, NOW);
    await store.create(SCOPES.quay, officeDraft(MARKS.quay, []), by, NOW);
    await store.create(SCOPES.foreign, officeDraft(MARKS.foreign, admins), by, NOW);
  }
  const inside = createInside({
    ...{ store, draft: () => own, phrasebook: false, admins: () => [PEOPLE.operator.id], log },
  });
  const render = createRender(CARDS);
  const draw = (reply: Reply, matrix: string) =>
    render.message(reply, matrix).attachments?.[0]?.content ?? null;
  let now = NOW;
  const real = () => new Date();
  const people = createPeople({
    ...{ appId: APP_ID, host, tenants: [OWN, FOREIGN], login: entra.login, log, clock: real },
  });
  const { id, name } = PEOPLE.admin;
  const server = createServer({
    receive: async () => ({ status: 200 }),
    tokens: local
      ? null
      : createTokens({ appId: APP_ID, issuer: ISSUER, metadataUrl: '', log, clock: real }),
    page: {
      desk: inside.desk(draw),
      people: local ? { tenant: 'local', id, name, guest: false } : people,
      folder,
      clock: () => now,
    },
    log,
  });
  const port = await server.listen(0, '127.0.0.1');
  const address = `http://127.0.0.1:${port}`;

  function later(ms: number): void {
    now = new Date(now.getTime() + ms);
  }

  async function ask(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<Got> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const type: Record<string, string> =
      body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${address}${path}`, {
      ...{ method, redirect: 'manual' },
      headers: { ...type, ...headers },
      ...sent,
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      ...{ status: response.status, headers: response.headers, text },
      body: json ? JSON.parse(text) : null,
    };
  }

  async function proof(who: Role): Promise<Record<string, string>> {
    if (local) return {};
    const { id: oid, name, guest } = PEOPLE[who];
    const tid = who === 'stranger' ? FOREIGN : OWN;
    const made = guest ? { claims: { acct: 1 } } : {};
    return { authorization: `Bearer ${await entra.token({ tid, oid, name }, made)}` };
  }

  return {
    ...{ address, entra, store, logged, later, proof, ask },
    async get(who, path, headers) {
      later(UNHURRIED_MS);
      return ask('GET', path, { ...(await proof(who)), ...headers });
    },
    async post(who, path, body, headers) {
      later(UNHURRIED_MS);
      return ask('POST', path, { ...(await proof(who)), ...headers }, body);
    },
    async kept(scope) {
      const matrix = await store.read(scope);
      const lines = await store.lines(scope, { all: true }, 10_000);
      return JSON.stringify([matrix, lines]);
    },
    async close() {
      await server.close(CLOSE_GRACE_MS);
      await inside.close();
      await entra.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}
