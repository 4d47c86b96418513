// Owners of teams as a Graph on this machine tells them: who counts, for how long, and that no failure ever grants.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTeamOwners } from '../../src/teams/team-owners.ts';

const TEAM = '0c000000-0000-4000-8000-000000000001';
const OTHER = '0c000000-0000-4000-8000-000000000002';
const OWNER = '0A000000-0000-4000-8000-0000000000AA';
const KEEP_MS = 5 * 60_000;
const RETRY_MS = 60_000;

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let asked: { path: string; proof: string }[];
let handle: Handle;
let logged: Record<string, unknown>[];
let now: number;

const members = (...value: unknown[]) => ({ value });
const owner = { userId: OWNER, roles: ['owner'] };
const json =
  (body: unknown, status = 200): Handle =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

beforeEach(async () => {
  asked = [];
  logged = [];
  now = 0;
  handle = json(members(owner));
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', proof: request.headers.authorization ?? '' });
    handle(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1.0`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const owners = (teams: readonly string[] = [TEAM], token = async () => 'proof') =>
  createTeamOwners({
    ...{ teams, base, token, timeoutMs: 300 },
    log: (event, fields) => logged.push({ event, ...fields }),
    clock: () => new Date(now),
  });

test('owners of all teams count, by their ids in small letters; members and guests do not', async () => {
  handle = (request, response) =>
    json(
      request.url?.includes(TEAM)
        ? members(
            owner,
            { userId: 'member', roles: [] },
            { userId: 'x', roles: ['owner', 'guest'] },
          )
        : members({ userId: 'second', roles: ['owner'] }, { userId: null, roles: ['owner'] }),
    )(request, response);
  expect(await owners([TEAM, OTHER]).ids()).toEqual([OWNER.toLowerCase(), 'second']);
  expect(asked.map(({ proof }) => proof)).toEqual(['Bearer proof', 'Bearer proof']);
  expect(asked.map(({ path }) => path).sort()).toEqual([
    `/v1.0/teams/${TEAM}/members?$top=999`,
    `/v1.0/teams/${OTHER}/members?$top=999`,
  ]);
});

test('a large team is told in pages', async () => {
  handle = (request, response) => {
    const second = request.url?.includes('page=2');
    const body = second
      ? members({ userId: 'late', roles: ['owner'] })
      : { ...members(owner), '@odata.nextLink': `${base}/teams/${TEAM}/members?page=2` };
    json(body)(request, response);
  };
  expect(await owners().ids()).toEqual([OWNER.toLowerCase(), 'late']);
});

test('turns that come together ask once, and so do those of the next minutes', async () => {
  const { ids } = owners();
  await Promise.all([ids(), ids(), ids()]);
  now = KEEP_MS - 1;
  await ids();
  expect(asked.length).toBe(1);
});

test('who is no owner any more is none once the minutes are over', async () => {
  const { ids } = owners();
  expect(await ids()).toEqual([OWNER.toLowerCase()]);
  handle = json(members());
  now = KEEP_MS;
  expect(await ids()).toEqual([]);
});

const failures: [string, () => Handle, string][] = [
  ['refuses', () => json({ error: {} }, 403), 'Graph answered 403'],
  ['does not know the team', () => json({ error: {} }, 404), 'Graph answered 404'],
  ['asks for a pause', () => json({}, 429), 'Graph answered 429'],
  ['is broken', () => json({}, 503), 'Graph answered 503'],
  ['answers something else', () => json({ value: [{ id: OWNER }] }), 'ZodError'],
  ['answers no JSON', () => (_, response) => response.end('<html>'), 'SyntaxError'],
  ['does not answer', () => () => {}, 'TimeoutError'],
  ['hangs up', () => (request) => request.socket.destroy(), 'TypeError'],
  [
    'sends the token elsewhere',
    () => json({ ...members(owner), '@odata.nextLink': 'http://127.0.0.1:9/v1.0/x' }),
    'Graph pointed elsewhere',
  ],
  [
    'redirects',
    () => (_, response) => {
      response.writeHead(302, { location: `${base}/other` }).end();
    },
    'TypeError',
  ],
  [
    'never ends',
    () => json({ ...members(owner), '@odata.nextLink': `${base}/teams/${TEAM}/members?more` }),
    'Graph told more members than a team has',
  ],
];

test.each(failures)('a Graph that %s makes nobody an admin and leaves one line', async (...row) => {
  const [, failing, why] = row;
  handle = failing();
  const { ids } = owners();
  expect(await ids()).toEqual([]);
  expect(logged).toEqual([{ event: 'team owners not told', why }]);
  now = RETRY_MS - 1;
  expect(await ids()).toEqual([]);
  expect(logged.length).toBe(1);
  handle = json(members(owner));
  now = RETRY_MS;
  expect(await ids()).toEqual([OWNER.toLowerCase()]);
});

test('a Graph that fails later takes the right away with the minutes', async () => {
  const { ids } = owners();
  await ids();
  handle = json({}, 503);
  now = KEEP_MS;
  expect(await ids()).toEqual([]);
});

test('one team that cannot be asked leaves none of them', async () => {
  handle = (request, response) =>
    json(members(owner), request.url?.includes(OTHER) ? 403 : 200)(request, response);
  expect(await owners([TEAM, OTHER]).ids()).toEqual([]);
});

test.each<[string, () => Promise<string>, string]>([
  ['fails', () => Promise.reject(new RangeError('secret')), 'RangeError'],
  ['does not come', () => new Promise(() => {}), 'Error'],
])('a token that %s makes nobody an admin', async (_what, token, why) => {
  expect(await owners([TEAM], token).ids()).toEqual([]);
  expect(logged).toEqual([{ event: 'team owners not told', why }]);
  expect(asked).toEqual([]);
});
