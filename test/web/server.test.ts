// The server by itself: routes, methods, sizes, half-sent requests, and local mode's closed door.
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { message } from '../support/activities.ts';
import { type Running, startRunning } from '../teams/running.ts';

let bot: Running;
let local: Running;
beforeAll(async () => {
  bot = await startRunning();
  local = await startRunning({ local: true });
});
afterAll(async () => {
  await bot.close();
  await local.close();
});
beforeEach(() => {
  for (const running of [bot, local]) {
    running.connector.forget();
    running.heard.length = 0;
    running.logged.length = 0;
  }
});

/** Sends bytes as they are and hands back what comes until the server closes or `enough` is there. */
function raw(running: Running, ...pieces: string[]): Promise<string> {
  const port = Number(new URL(running.address).port);
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk;
      if (/\r\n\r\n/.test(text)) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
    for (const piece of pieces) socket.write(piece);
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

test('is well', async () => {
  const response = await fetch(`${bot.address}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('{"ok":true}');
  expect(response.headers.get('server')).toBeNull();
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

test.each([
  ['GET', '/', 404],
  ['GET', '/api/messages', 405],
  ['PUT', '/api/messages', 405],
  ['DELETE', '/api/messages', 405],
  ['OPTIONS', '/api/messages', 405],
  ['POST', '/healthz', 405],
  ['POST', '/api/messages/', 404],
  ['POST', '/api/Messages', 404],
  ['GET', '/%E0%A4%A', 404],
  ['GET', '/..%2f..%2fetc/passwd', 404],
  ['GET', '/.git/config', 404],
  ['GET', `/${'a'.repeat(5_000)}`, 404],
  ['TRACE', '/', 404],
  ['PROPFIND', '/api/messages', 405],
  ['QUERY', '/', 404],
])('%s %s → %i', async (method, path, status) => {
  const answer = await raw(
    bot,
    `${method} ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`,
  );
  expect(statusOf(answer)).toBe(status);
  expect(answer).not.toMatch(/^server:|restify|node|ResourceNotFound|does not exist/im);
});

test.each([
  ['an address that is none', 'GET http://[::1 HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['an address with a bad port', 'GET http://a:99999999/ HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['two slashes', 'GET // HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['no HTTP', 'hello\r\n\r\n'],
  [
    'an upgrade',
    'GET /api/messages HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  ],
  ['too many headers', `GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`],
])('%s leaves the server standing', async (_what, bytes) => {
  expect(statusOf(await raw(bot, bytes))).toBeLessThan(500);
  expect((await fetch(`${bot.address}/healthz`)).status).toBe(200);
});

test('two tokens are none', async () => {
  const token = await bot.issuer.token(bot.connector.serviceUrl);
  const body = JSON.stringify(message(bot.connector.serviceUrl, 'hi'));
  const head = `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`;
  const one = `authorization: Bearer ${token}\r\n`;
  expect(statusOf(await raw(bot, `${head}${one}${one}\r\n${body}`))).toBe(401);
  expect(statusOf(await raw(bot, `${head}${one}\r\n${body}`))).toBe(200);
});

test('closing waits for the turns under way, and for nothing else', async () => {
  const closing = await startRunning({ local: true });
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  closing.answerWith(async () => {
    await finished;
    return { kind: 'nothing' };
  });
  const turn = closing.deliver(message(closing.connector.serviceUrl, 'hi'));
  await expect.poll(() => closing.heard.length).toBe(1);
  const closed = closing.close();
  finish();
  expect((await turn).status).toBe(200);
  await closed;
});

describe('bodies', () => {
  const post = (headers: string, ...body: string[]) =>
    raw(
      local,
      `POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}\r\n\r\n`,
      ...body,
    );

  test('too large is refused by its length, unread', async () => {
    expect(statusOf(await post('content-length: 262145'))).toBe(413);
  });

  test('too large without a length is refused where it gets too large', async () => {
    const piece = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    expect(
      statusOf(await post('transfer-encoding: chunked', piece, piece, piece, piece, piece)),
    ).toBe(413);
  });

  test('too large for a stranger is refused before the token is looked at', async () => {
    const answer = await raw(
      bot,
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 999999\r\n\r\n',
    );
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/connection: close/i);
  });

  test.each<[string, string, Record<string, string>, number]>([
    ['no JSON', 'hello', {}, 400],
    ['half of JSON', '{"type":"mess', {}, 400],
    ['nothing', '', {}, 400],
    ['null', 'null', {}, 400],
    ['a number', '7', {}, 400],
    ['a text', '"message"', {}, 400],
    ['a list', '[]', {}, 400],
    ['a list of activities', '[{"type":"message"}]', {}, 400],
    ['an empty object', '{}', {}, 400],
    ['lists in lists', '['.repeat(100_000) + ']'.repeat(100_000), {}, 400],
    ['objects in objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`, {}, 400],
    ['a prototype', '{"__proto__":{"type":"message"},"constructor":{"prototype":{}}}', {}, 400],
    ['a byte-order mark', '\ufeff{}', {}, 400],
    ['text', '{}', { 'content-type': 'text/plain' }, 415],
    ['a form', 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['several parts', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['nearly JSON', '{}', { 'content-type': 'application/jsonp' }, 415],
    ['packed', '{}', { 'content-encoding': 'gzip' }, 415],
  ])('%s', async (_what, body, headers, status) => {
    const answer = await local.post(body, headers);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toMatch(/^\{"error":"[a-z ]+"\}$/);
    expect(local.heard).toEqual([]);
  });

  test('a body cut off in the middle disturbs nobody', async () => {
    const port = Number(new URL(local.address).port);
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"a":',
        );
        setImmediate(() => socket.resetAndDestroy());
      });
      socket.on('close', () => resolve());
    });
    await expect.poll(() => local.logged.at(-1)).toMatchObject({ status: 400 });
    expect((await fetch(`${local.address}/healthz`)).status).toBe(200);
  });
});

describe('local mode', () => {
  test('needs no token, no Teams and no tenant', async () => {
    const at = local.connector.serviceUrl;
    const asked = message(at, 'hello', {
      channelId: 'emulator',
      channelData: undefined,
      conversation: { id: 'c' },
      from: { id: 'user-id-0', name: 'Alex' },
    });
    expect((await local.deliver(asked)).status).toBe(200);
    expect(local.heard[0]?.turn).toMatchObject({
      tenant: 'local',
      speaker: { id: 'user-id-0', guest: false },
    });
    expect(local.connector.posted[0]?.headers['authorization']).toBeUndefined();
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1:3978',
    '',
  ])('is not there for the host %j', async (host) => {
    const answer = await raw(local, `GET /healthz HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    expect(statusOf(answer)).toBe(403);
  });

  test.each(['localhost', 'localhost:3978', '127.0.0.1:1', '[::1]:3978', 'LOCALHOST'])(
    'is there for %s',
    async (host) => {
      expect(statusOf(await raw(local, `GET /healthz HTTP/1.1\r\nhost: ${host}\r\n\r\n`))).toBe(
        200,
      );
    },
  );

  test('answers to this machine only', async () => {
    expect(
      (await local.deliver(message('https://smba.trafficmanager.net/amer/', 'hi'))).status,
    ).toBe(403);
    expect(local.heard).toEqual([]);
  });
});
