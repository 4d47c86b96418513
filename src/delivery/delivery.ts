// The clock of everything said unasked: scheduled exactly once, posted at most once, nothing lost in silence.
import type { Feature, Look } from '../chat.ts';
import type { Log } from '../log.ts';
import type { Scope } from '../matrix/matrix.ts';
import type { PostStore, Send } from '../posts.ts';
import type { Store } from '../store.ts';
import { LIMITS, type Limits, RETRY_MS, type Timer } from './limits.ts';
import { createLooks } from './looks.ts';
import { createNaps } from './naps.ts';
import { createPumps } from './pump.ts';
import type { Step } from './step.ts';

export type DeliveryOptions = {
  posts: PostStore;
  scopes: Store['scopes'];
  /** What features look at; null where there is no such matrix. */
  look(scope: Scope, now: Date): Promise<Look | null>;
  features: readonly Feature[];
  send: Send;
  clock: () => Date;
  timer: Timer;
  /** In [0, 1). */
  random: () => number;
  log: Log;
  limits?: Limits;
  step?: (label: Step) => void;
};

export type Delivery = {
  start(): void;
  /** A turn changed something in this matrix: what follows from it need not wait for the clock. */
  wake(scope: Scope): void;
  /** Begins nothing new; resolves when what was begun is recorded. */
  stop(): Promise<void>;
};

/** Any number of instances, no leader: the store decides who makes, claims and sends a post. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { posts, scopes, clock, timer, log, limits = LIMITS, step = () => {} } = options;
  const naps = createNaps(timer);
  const looks = createLooks({ ...options, step });
  const pumps = createPumps({ ...options, naps, limits, step });
  const woken = new Map<string, Scope>();
  let working: Promise<void> | null = null;
  let stopping = false;

  async function tick(): Promise<void> {
    const expired = await posts.expire(clock());
    if (expired > 0) {
      log('posts uncertain', { count: expired });
      step('expired');
    }
    // What is known already does not wait for what features may add.
    await pokeWaiting();
    await looks.round(await scopes(), async () => {
      // Reading a matrix takes a few milliseconds; hundreds of them in a row must not hold up a turn.
      await naps.nap(0);
    });
    await pokeWaiting();
  }

  async function pokeWaiting(): Promise<void> {
    for (const tenant of await posts.waiting(clock())) pumps.poke(tenant);
  }

  async function keepTicking(): Promise<void> {
    while (!stopping) {
      const failed = await tick().then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
      );
      if (failed !== null) log('tick failed', { error: failed });
      if (stopping) return;
      const past = clock().getTime() % limits.tickMs;
      await naps.nap(failed === null ? limits.tickMs - past : RETRY_MS);
    }
  }

  async function lookAtWoken(): Promise<void> {
    for (const [key, scope] of woken) {
      woken.delete(key);
      try {
        await looks.once(scope);
      } catch (error) {
        log('look failed', { error: error instanceof Error ? error.name : 'unknown' });
      }
      pumps.poke(scope.tenant);
    }
  }

  let waking: Promise<void> | null = null;

  return {
    start() {
      working ??= keepTicking();
    },
    wake(scope) {
      if (stopping) return;
      woken.set(JSON.stringify([scope.tenant, scope.matrix]), scope);
      // A map that grows while it is walked is walked to its new end, so one walker is enough.
      waking ??= lookAtWoken().finally(() => {
        waking = null;
      });
    },
    async stop() {
      stopping = true;
      await Promise.all([pumps.stop(), working, waking]);
    },
  };
}
