// The page without Teams: on this machine only, as the sample's admin, and closed to other sites in the same browser.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PARTYS, PEOPLE } from '../edit/office.ts';
import { EVERY_ROUTE, requestFor } from './requests.ts';
import { startVisiting, type Visiting } from './visiting.ts';

let folder: string;
let local: Visiting;
let inTeams: Visiting;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remit-built-'));
  local = await startVisiting({ local: true, folder });
  inTeams = await startVisiting({ folder });
});
afterAll(async () => {
  await local.close();
  await inTeams.close();
  rmSync(folder, { recursive: true });
});

/** Bytes as they are: fetch mends an address before it sends it. */
function raw(visiting: Visiting, head: string): Promise<string> {
  const port = Number(new URL(visiting.address).port);
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(head));
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk;
      if (/\r\n\r\n/.test(text)) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

test('before it is built, the page says how to build it', async () => {
  const got = await local.ask('GET', '/tab/');
  expect(got.status).toBe(503);
  expect(got.text).toContain('npm ci --include=dev');
});

test('needs no token: it is the admin of the sample', async () => {
  expect((await local.get('member', '/api/me')).body).toMatchObject({
    ...{ name: PEOPLE.admin.name, guest: false, matrix: 'main' },
  });
});

describe.each(EVERY_ROUTE.map((route) => [route.path, route] as const))('%s', (_path, route) => {
  const send = (headers: Record<string, string>) => {
    const { path, body } = requestFor(route);
    local.later(2_000);
    return local.ask(route.method, path, headers, body);
  };

  test('answers the page itself', async () => {
    const headers = { origin: local.address, 'sec-fetch-site': 'same-origin' };
    expect((await send(headers)).status).toBe(200);
    expect((await send({ 'sec-fetch-site': 'none' })).status).toBe(200);
  });

  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, in a browser that does not tell', { origin: 'https://evil.example' }],
    [
      'a page of another port of this machine',
      { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
    ],
    ['another port, in a browser that does not tell', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a link on another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is turned away', async (_what, headers) => {
    const before = await local.kept({ tenant: 'local', matrix: 'main' });
    const got = await send(headers);
    expect(got.status).toBe(403);
    expect(Object.keys(got.body as object)).toEqual(['error']);
    expect(await local.kept({ tenant: 'local', matrix: 'main' })).toBe(before);
  });

  test.each(['evil.example', '127.0.0.1.evil.example', '10.0.0.1'])(
    'is not there under the name %s',
    async (host) => {
      const { path } = requestFor(route);
      const head = `${route.method} ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 0\r\n\r\n`;
      expect(statusOf(await raw(local, head))).toBe(403);
    },
  );
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a form of type %s presses nothing',
  async (type) => {
    const { body } = requestFor(EVERY_ROUTE.find(({ path }) => path === '/api/press') ?? fail());
    const before = await local.kept({ tenant: 'local', matrix: 'main' });
    const got = await local.ask('POST', '/api/press', { 'content-type': type }, body);
    expect(got.status).toBe(415);
    expect(await local.kept({ tenant: 'local', matrix: 'main' })).toBe(before);
  },
);

function fail(): never {
  throw new Error('no such route');
}

test('no other site is told that it may read', async () => {
  const got = await local.ask('OPTIONS', '/api/press', {
    ...{ origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect(got.status).toBe(405);
  expect([...got.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

describe('files', () => {
  const page = '<!doctype html><title>Remit</title>';
  const script = `console.log('${'x'.repeat(2_000)}')`;

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), page);
    writeFileSync(join(folder, 'assets/page-Ab12Cd34.js'), script);
    writeFileSync(join(folder, 'assets/page-Ab12Cd34.js.gz'), gzipSync(script));
    writeFileSync(join(folder, 'secret.pem'), 'secret');
    writeFileSync(join(folder, '../remit-outside.txt'), 'secret');
  });

  test('the page is asked for each time, what is named by its content never again', async () => {
    const index = await local.ask('GET', '/tab/');
    expect([index.status, index.text]).toEqual([200, page]);
    expect(index.headers.get('cache-control')).toBe('no-cache');
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const asset = await local.ask('GET', '/tab/assets/page-Ab12Cd34.js');
    expect([asset.status, asset.text]).toEqual([200, script]);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect(asset.headers.get('vary')).toBe('accept-encoding');
    expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('who takes nothing packed gets it as it is', async () => {
    const got = await local.ask('GET', '/tab/assets/page-Ab12Cd34.js', {
      'accept-encoding': 'identity',
    });
    expect(got.headers.get('content-encoding')).toBeNull();
    expect(got.text).toBe(script);
  });

  test('the address without its slash leads to the page, with what it asks for', async () => {
    const got = await local.ask('GET', '/tab?task=cloud.mail-flow');
    expect([got.status, got.headers.get('location')]).toEqual([308, '/tab/?task=cloud.mail-flow']);
    expect((await local.ask('GET', '/tab/?task=cloud.mail-flow')).text).toBe(page);
  });

  test('only Teams may frame it, and this machine where there is no Teams', async () => {
    const policy = (await inTeams.ask('GET', '/tab/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|127\.0\.0\.1|localhost|frame-ancestors[^;]*\*[; ]/);
    expect(policy).toMatch(
      /frame-ancestors https:\/\/\*\.cloud\.microsoft https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com$/,
    );
    const here = (await local.ask('GET', '/tab/')).headers.get('content-security-policy') ?? '';
    expect(here).toContain('http://127.0.0.1:*');
    expect(here).not.toContain('office.net');
  });

  test.each([
    '/tab/../remit-outside.txt',
    '/tab/..%2fremit-outside.txt',
    '/tab/%2e%2e/remit-outside.txt',
    '/tab/%2e%2e%2fremit-outside.txt',
    '/tab/..\\remit-outside.txt',
    '/tab/....//remit-outside.txt',
    '/tab//etc/passwd',
    '/tab/%00',
    '/tab/assets/',
    '/tab/assets',
    '/tab/secret.pem',
    '/tab/assets/page-Ab12Cd34.js.gz',
    '/tab/constructor',
    '/tab/__proto__',
    '/tab/%E0%A4%A',
  ])('%s is not there', async (path) => {
    const answer = await raw(local, `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    expect(statusOf(answer)).toBe(404);
    expect(answer).not.toContain('secret');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s does nothing to them', async (method) => {
    expect((await local.ask(method, '/tab/')).status).toBe(405);
  });
});

test('the same task is found here as anywhere', async () => {
  const got = await local.get('admin', '/api/find?matrix=main&q=mail%20flow');
  expect(got.body).toMatchObject({ tasks: expect.arrayContaining([PARTYS]) });
});
