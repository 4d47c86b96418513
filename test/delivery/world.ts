// Deliveries on a virtual clock, a store in memory, and a Teams that answers as told and keeps count.
import type { Feature } from '../../src/chat.ts';
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import { LIMITS, type Limits } from '../../src/delivery/limits.ts';
import type { Step } from '../../src/delivery/step.ts';
import type { Scope } from '../../src/matrix/matrix.ts';
import type { Attempt, Post, PostState, PostStore, Recipient } from '../../src/posts.ts';
import { openStore } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import { openLook } from '../../src/worlds.ts';
import { DRAFT, PRIYA } from '../sql/samples.ts';
import { createVirtual, type Virtual } from '../support/virtual.ts';

export const START = new Date('2026-11-23T09:00:00Z');
export const SCOPE: Scope = { tenant: 'contoso', matrix: 'main' };

/** A POST as Teams saw it. */
export type Seen = { at: number; tenant: string; to: string; instance: number };

export type Teams = (seen: Seen, before: Seen[]) => Attempt | Promise<Attempt>;

/** What a process does from outside, while it may be stopped: SIGSTOP between any two of its steps. */
export type Gate = { pass(): Promise<void>; freeze(): void; thaw(): void };

export function createGate(): Gate {
  let waiting: (() => void)[] | null = null;
  return {
    pass: () =>
      new Promise((resolve) => {
        if (waiting) waiting.push(resolve);
        else resolve();
      }),
    freeze() {
      waiting ??= [];
    },
    thaw() {
      const all = waiting ?? [];
      waiting = null;
      for (const go of all) go();
    },
  };
}

export type World = {
  time: Virtual;
  store: Store;
  seen: Seen[];
  logged: { event: string; [field: string]: unknown }[];
  /** Another process; `posts` may be a store with a guard taken out. */
  instance(change?: {
    features?: readonly Feature[];
    limits?: Partial<Limits>;
    posts?: PostStore;
    step?: (label: Step) => void;
    random?: () => number;
    gate?: Gate;
  }): Delivery;
  /** Adds what follows from the matrix by itself. */
  add(posts: readonly Post[], scope?: Scope): Promise<void>;
  states(scope?: Scope): Promise<Record<string, number>>;
  state(key: string, scope?: Scope): Promise<PostState | undefined>;
  close(): Promise<void>;
};

export const conversation = (name: string): Recipient => ({
  kind: 'conversation',
  conversation: name,
});

export function post(name: string, due = START, to = conversation(name)): Post {
  return { key: name, to, reply: { kind: 'text', text: name }, memo: '', due };
}

export function posts(count: number, due = START): Post[] {
  return Array.from({ length: count }, (_, i) => post(`k${i}`, due));
}

/** How long Teams takes for an answer. */
export const LATENCY_MS = 120;

export async function createWorld(
  teams: Teams = () => ({ kind: 'sent', id: 'x' }),
): Promise<World> {
  const time = createVirtual(START);
  const store = await openStore({ dataFolder: ':memory:' });
  await store.create(SCOPE, { ...DRAFT, tasks: [] }, PRIYA, START);
  const seen: Seen[] = [];
  const logged: World['logged'] = [];
  const running: Delivery[] = [];

  return {
    time,
    store,
    seen,
    logged,
    instance({ features = [], limits = {}, posts: kept = store.posts, gate, ...change } = {}) {
      const number = running.length;
      const delivery = createDelivery({
        posts: gated(counted(kept, time), gate),
        scopes: () => time.busy(store.scopes()),
        look: (scope, now) =>
          time.busy(openLook({ store, read: store.read, admins: () => [] }, scope, now)),
        features,
        send: async ({ tenant }, to) => {
          await gate?.pass();
          const at = time.clock().getTime();
          const name = to.kind === 'person' ? to.person : to.conversation;
          const one = { at, tenant, to: name, instance: number };
          const outcome = teams(one, seen);
          seen.push(one);
          await time.pause(LATENCY_MS);
          return outcome;
        },
        clock: time.clock,
        timer: time.timer,
        random: change.random ?? (() => 0.5),
        log: (event, fields) => logged.push({ event, ...fields }),
        limits: { ...LIMITS, ...limits },
        ...(change.step && { step: change.step }),
      });
      running.push(delivery);
      return delivery;
    },
    async add(some, scope = SCOPE) {
      await store.posts.add(scope, some, time.clock());
    },
    async states(scope = SCOPE) {
      const all = await store.posts.posted(scope, '', 100_000);
      const counts: Record<string, number> = {};
      for (const { state } of all) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },
    async state(key, scope = SCOPE) {
      const all = await store.posts.posted(scope, key, 100_000);
      return all.find((one) => one.key === key)?.state;
    },
    async close() {
      const stopped = Promise.all(running.map((delivery) => delivery.stop()));
      await time.until(new Date(time.clock().getTime() + 120_000));
      await stopped;
      await store.close();
    },
  };
}

/** Time stands still while the store works. */
function counted(kept: PostStore, time: Virtual): PostStore {
  return {
    add: (...given) => time.busy(kept.add(...given)),
    waiting: (...given) => time.busy(kept.waiting(...given)),
    claim: (...given) => time.busy(kept.claim(...given)),
    begin: (...given) => time.busy(kept.begin(...given)),
    finish: (...given) => time.busy(kept.finish(...given)),
    expire: (...given) => time.busy(kept.expire(...given)),
    posted: (...given) => time.busy(kept.posted(...given)),
  };
}

function gated(kept: PostStore, gate: Gate | undefined): PostStore {
  if (!gate) return kept;
  const after = async <T>(work: () => Promise<T>) => {
    await gate.pass();
    return work();
  };
  return {
    add: (...given) => after(() => kept.add(...given)),
    waiting: (...given) => after(() => kept.waiting(...given)),
    claim: (...given) => after(() => kept.claim(...given)),
    async begin(...given) {
      const may = await after(() => kept.begin(...given));
      await gate.pass();
      return may;
    },
    finish: (...given) => after(() => kept.finish(...given)),
    expire: (...given) => after(() => kept.expire(...given)),
    posted: (...given) => after(() => kept.posted(...given)),
  };
}

/** The most that fell into any window of this length. */
export function mostWithin(ms: number, times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  sorted.forEach((at, i) => {
    while ((sorted[from] ?? 0) <= at - ms) from += 1;
    most = Math.max(most, i - from + 1);
  });
  return most;
}

/** Who was posted to more than once. */
export function twice(seen: readonly Seen[]): string[] {
  const counts = new Map<string, number>();
  for (const { to } of seen) counts.set(to, (counts.get(to) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([to]) => to);
}
