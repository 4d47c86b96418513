// One instance that delivers, in a process of its own, to be killed or stopped; says `done` when nothing is left to do.
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createDelivery } from '../../src/delivery/delivery.ts';
import { LIMITS } from '../../src/delivery/limits.ts';
import type { Step } from '../../src/delivery/step.ts';
import { openStore } from '../../src/sql/open.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { createExchange } from '../../src/teams/exchange.ts';
import { loopbackHosts } from '../../src/teams/hosts.ts';
import { createSender } from '../../src/teams/sender.ts';
import { openLook } from '../../src/worlds.ts';
import { withoutFence, withRetries } from '../delivery/guards.ts';
import { type Job, POSTS, postsOf, SCOPE } from './delivery-field.ts';

/** Shortened, so that a life takes a second and not minutes; the order of things is the same. */
const SHORT = {
  pace: { slackMs: 100, aheadMs: 200, gapMs: 0 },
  atOnce: 32,
  claimMs: 1_000,
  sendMs: 2_500,
  tickMs: 200,
};

/** So that no holder finds at the last moment that it is late: the fence alone has to hold. */
const NO_LAST_LOOK = { sendMs: 60_000 };

/** An answer that does not come is given up after this: before the lease ends, as always. */
const TIMEOUT_MS = 2_000;

const CHECK_MS = 100;

const job: Job = JSON.parse(process.argv[2] ?? '');
const pace = { ...SHORT.pace, perSecond: job.perSecond };
const store = await openStore(job.place);
const clock = () => new Date();
const { exchange, close } = createExchange();
const send = createSender({
  connector: createConnector({
    identity: null,
    trusts: loopbackHosts,
    exchange: job.without === 'single try' ? withRetries(exchange) : exchange,
    timeoutMs: TIMEOUT_MS,
  }),
  message: (reply) => (reply.kind === 'text' ? { type: 'message', text: reply.text } : {}),
  places: store.places,
  bot: '28:remit',
  clock,
});

let left = job.kill?.nth ?? 0;
const delivery = createDelivery({
  posts: job.without === 'fence' ? withoutFence(store.posts) : store.posts,
  scopes: () => store.scopes(),
  look: (scope, now) => openLook({ store, read: store.read, admins: () => [] }, scope, now),
  features: [{ due: async () => postsOf(job.count) }],
  send,
  clock,
  timer(ms, run) {
    const timeout = setTimeout(run, ms);
    return () => clearTimeout(timeout);
  },
  random: Math.random,
  log: () => {},
  limits: { ...LIMITS, ...SHORT, pace, ...(job.without === 'fence' && NO_LAST_LOOK) },
  step(label: Step) {
    if (label !== job.kill?.at) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
delivery.start();
writeSync(1, 'started\n');

for (;;) {
  await pause(CHECK_MS);
  const posted = await store.posts.posted(SCOPE, POSTS, job.count + 1);
  const open = posted.filter(({ state }) => state === 'due' || state === 'sending');
  if (posted.length === job.count && open.length === 0) break;
}
await delivery.stop();
close();
await store.close();
writeSync(1, 'done\n');
