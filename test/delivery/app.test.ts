// The whole app: what is said unasked goes where a question came from, and a question is answered whatever happens to it.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Timer } from '../../src/delivery/limits.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import type { Post, PostState } from '../../src/posts.ts';
import { openStore } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import { type Activity, installation, message, PRIYA, TENANT } from '../support/activities.ts';
import { createFakeConnector, type FakeConnector, type Fault } from '../support/connector.ts';

const SCOPE = { tenant: TENANT, matrix: 'main' };

/** Minutes pass in a moment. */
const hasty: Timer = (ms, run) => {
  const timeout = setTimeout(run, Math.min(ms, 2));
  return () => clearTimeout(timeout);
};

let app: App;
let store: Store;
let connector: FakeConnector;
let address = '';

beforeEach(async () => {
  connector = await createFakeConnector();
  store = await openStore({ dataFolder: ':memory:' });
  app = createApp({
    ...{ store, draft: () => sampleDraft('2026-11-23'), phrasebook: false, identity: null },
    ...{
      admins: () => [],
      tokens: null,
      tenants: 'any',
      cards: join(import.meta.dirname, '../../cards'),
    },
    ...{ log: () => {}, clock: () => new Date(), timer: hasty },
  });
  address = `http://127.0.0.1:${await app.listen(0)}/api/messages`;
});
afterEach(async () => {
  await app.close();
  await connector.close();
});

async function hear(activity: Activity): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  expect(response.status).toBe(200);
}

const ask = () => hear(message(connector.serviceUrl, 'who owns mail flow?'));

function post(key: string): Post {
  const reply = { kind: 'text', text: `unasked ${key}` } as const;
  return { key, to: { kind: 'person', person: PRIYA }, reply, memo: '', due: new Date() };
}

const unasked = () =>
  connector.posted.filter(({ body }) => String(body['text']).startsWith('unasked'));

/** Everything unasked meets this from now on; answers get through. */
function refuseUnasked(fault: Fault | null): void {
  connector.script(({ body }) => (String(body['text']).startsWith('unasked') ? fault : null));
}

async function untilState(key: string, state: PostState): Promise<void> {
  await expect
    .poll(async () => (await store.posts.posted(SCOPE, key, 1))[0]?.state, {
      interval: 2,
      timeout: 5_000,
    })
    .toBe(state);
}

test('what is due goes to the chat that a question came from', async () => {
  await ask();
  await store.posts.add(SCOPE, [post('a')], new Date());
  await untilState('a', 'sent');
  expect(unasked().map(({ path }) => path)).toEqual([
    '/amer/v3/conversations/a%3Achat-with-priya/activities',
  ]);
});

test.each([
  ['writing', () => ask()],
  ['installing', () => hear(installation(connector.serviceUrl, 'add'))],
])('whose app is gone is left in peace, and told after %s', async (_what, comeBack) => {
  await ask();
  refuseUnasked({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
  await store.posts.add(SCOPE, [post('a')], new Date());
  await untilState('a', 'refused');
  await store.posts.add(SCOPE, [post('b')], new Date());
  await untilState('b', 'refused');
  expect(unasked()).toHaveLength(1);
  refuseUnasked(null);
  await comeBack();
  await untilState('a', 'sent');
  // The second waits for its gap after the first.
  await untilState('b', 'due');
});

test('a question is answered while the tenant is held', async () => {
  await ask();
  refuseUnasked({ status: 429, headers: { 'retry-after': '3600' } });
  await store.posts.add(SCOPE, [post('a')], new Date());
  await expect.poll(() => unasked().length, { interval: 2 }).toBe(1);
  await untilState('a', 'due');
  const before = connector.posted.length;
  const begun = performance.now();
  await ask();
  expect(connector.posted).toHaveLength(before + 1);
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(unasked()).toHaveLength(1);
});
