// Sends forged tokens by the thousand, each from another tenant, to a server in a process of its own: its memory must not grow.
import { type ChildProcess, fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createBot } from '../../src/teams/bot.ts';
import { createServer } from '../../src/web/server.ts';
import { createTokens } from '../../src/web/tokens.ts';
import { message } from '../support/activities.ts';
import { APP_ID, createFakeIssuer, ISSUER, KEY_ID, unsigned } from '../support/issuer.ts';

/** The SDK alone grows by 324 MB in 20,000 of these. */
const MAX_GROWTH_MB = 5;

const AT_ONCE = 32;

/** Enough to compile what is hot and to fill what is filled once. */
const WARM_UP = 2_000;

const SERVICE_URL = 'https://smba.trafficmanager.net/amer/';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, serve: { type: 'boolean' } },
});

if (values.serve) await serve();
else await attack(Number(values.count));

async function serve(): Promise<void> {
  const { gc } = globalThis;
  if (!gc) throw new Error('start this with node --expose-gc');
  const clock = () => new Date();
  const log = () => undefined;
  const { metadataUrl } = await createFakeIssuer();
  const tokens = createTokens({ appId: APP_ID, issuer: ISSUER, metadataUrl, log, clock });
  const bot = createBot({
    converse: async () => ({ kind: 'nothing' }),
    cards: join(import.meta.dirname, '../teams/cards'),
    identity: { appId: APP_ID, token: async () => '' },
    tenants: [],
    log,
    clock,
  });
  const port = await createServer({ receive: bot.receive, tokens, log }).listen(0, '127.0.0.1');
  process.on('message', () => {
    gc();
    process.send?.({ heap: process.memoryUsage().heapUsed / 1_048_576 });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port });
}

async function attack(count: number): Promise<void> {
  const child = fork(import.meta.filename, ['--serve'], { execArgv: ['--expose-gc'] });
  const port = await told(child, 'port');
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const body = JSON.stringify(message(SERVICE_URL, 'who owns mail flow?'));
  const heap = () => {
    const answer = told(child, 'heap');
    child.send('heap');
    return answer;
  };
  const statuses = new Map<number, number>();
  let next = 0;
  const send = async (until: number) => {
    while (next < until) {
      next += 1;
      const status = await post(port, agent, body, forged(next));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const flood = (until: number) => Promise.all(Array.from({ length: AT_ONCE }, () => send(until)));

  await flood(WARM_UP);
  const before = await heap();
  const begun = performance.now();
  await flood(WARM_UP + count);
  const seconds = (performance.now() - begun) / 1_000;
  const after = await heap();
  agent.destroy();
  child.disconnect();

  const growth = after - before;
  const refused = statuses.get(401) === WARM_UP + count;
  const fine = refused && growth <= MAX_GROWTH_MB;
  process.stdout.write(
    `${fine ? 'ok' : 'FAILED'}: ${count} forged tokens in ${seconds.toFixed(0)} s, ` +
      `${refused ? 'all 401' : JSON.stringify([...statuses])}, ` +
      `heap ${before.toFixed(1)} → ${after.toFixed(1)} MB (at most +${MAX_GROWTH_MB})\n`,
  );
  process.exitCode = fine ? 0 : 1;
}

/** By turns: the emulator's shape that the SDK keeps, our shape under a stolen key id, and under one nobody has. */
function forged(number: number): string {
  const tid = `${number}-${'t'.repeat(4_000)}`;
  const now = Math.floor(Date.now() / 1_000);
  const channel = {
    iss: ISSUER,
    aud: APP_ID,
    nbf: now - 60,
    exp: now + 600,
    serviceurl: SERVICE_URL,
  };
  switch (number % 3) {
    case 0: {
      const iss = `https://sts.windows.net/${tid}/`;
      return unsigned(
        { alg: 'RS256', kid: KEY_ID },
        { ...channel, iss, tid, appid: APP_ID, ver: '1.0' },
      );
    }
    case 1:
      return unsigned({ alg: 'RS256', kid: KEY_ID }, { ...channel, tid });
    default:
      return unsigned({ alg: 'RS256', kid: `key-${number}` }, { ...channel, tid });
  }
}

function post(port: number, agent: Agent, body: string, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      port,
      host: '127.0.0.1',
      path: '/api/messages',
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    outgoing.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The next number the child tells under this name. */
function told(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (said: Record<string, number>) => resolve(said[name] ?? Number.NaN));
    child.once('exit', (code) => reject(new Error(`the server stopped with code ${code}`)));
  });
}
