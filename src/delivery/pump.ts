// Posts what is due in one tenant: claims, waits for each turn, checks the fence, posts once, records.
import type { Log } from '../log.ts';
import type { Attempt, Came, Claimed, PostStore, Send } from '../posts.ts';
import { type Limits, RETRY_MS, ROOM_MS } from './limits.ts';
import type { Naps } from './naps.ts';
import { cameOf } from './outcome.ts';
import type { Step } from './step.ts';

/** Keeps a process whose timers were late from sending all of them at once: 48 a second at 40. */
const CATCH_UP = 1.2;

/** A record that fails is tried again this soon, then twice as late each time, until the lease is over. */
const RECORD_MS = 250;

export type PumpOptions = {
  posts: PostStore;
  send: Send;
  clock: () => Date;
  naps: Naps;
  random: () => number;
  log: Log;
  limits: Limits;
  step: (label: Step) => void;
};

export type Pumps = {
  /** Something may be due in this tenant. */
  poke(tenant: string): void;
  /** Nothing new is begun; resolves when all that was begun is recorded. */
  stop(): Promise<void>;
};

type Pump = { again: boolean; rise: () => void };

export function createPumps(options: PumpOptions): Pumps {
  const { posts, send, clock, naps, random, log, limits, step } = options;
  const pumps = new Map<string, Pump>();
  const gates = new Map<string, number>();
  const underway = new Set<Promise<void>>();
  let claimedNow = 0;
  let stopping = false;

  function track(work: Promise<void>): void {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  }

  async function run(tenant: string, pump: Pump): Promise<void> {
    while (!stopping) {
      pump.again = false;
      const wait = await round(tenant);
      if (stopping || pump.again) continue;
      if (wait === null || wait > limits.tickMs) break;
      await naps.nap(wait, (end) => {
        pump.rise = end;
      });
    }
    pumps.delete(tenant);
    gates.delete(tenant);
  }

  /** How long until there may be more; null where nothing is due. */
  async function round(tenant: string): Promise<number | null> {
    const room = limits.atOnce - claimedNow;
    if (room <= 0) return ROOM_MS;
    try {
      const now = clock();
      const until = new Date(now.getTime() + limits.claimMs);
      const { claimed, next } = await posts.claim(tenant, limits.pace, room, now, until);
      if (claimed.length > 0) step('claimed');
      for (const one of claimed) track(deliver(one));
      return next && next.getTime() - clock().getTime();
    } catch (error) {
      log('claim failed', { error: nameOf(error) });
      return RETRY_MS;
    }
  }

  async function deliver(claimed: Claimed): Promise<void> {
    claimedNow += 1;
    try {
      await naps.nap(claimed.turn.getTime() - clock().getTime());
      await passGate(claimed.scope.tenant);
      if (stopping) return;
      step('turn');
      const now = clock();
      const until = new Date(now.getTime() + limits.sendMs);
      if (!(await posts.begin(claimed, now, until))) return;
      step('begun');
      const attempt = await tryOnce(claimed);
      step('answered');
      const came = cameOf(attempt, claimed, clock(), random());
      await record(claimed, came, until);
      step('recorded');
    } catch (error) {
      log('post failed', { error: nameOf(error) });
    } finally {
      claimedNow -= 1;
    }
  }

  async function passGate(tenant: string): Promise<void> {
    const now = clock().getTime();
    const free = Math.max(now, gates.get(tenant) ?? 0);
    gates.set(tenant, free + 1_000 / (limits.pace.perSecond * CATCH_UP));
    if (free > now && !stopping) await naps.nap(free - now);
  }

  /** What throws may have thrown after the POST. */
  async function tryOnce({ scope, post }: Claimed): Promise<Attempt> {
    try {
      return await send(scope, post.to, post.reply);
    } catch (error) {
      return { kind: 'uncertain', why: nameOf(error) };
    }
  }

  async function record(claimed: Claimed, came: Came, until: Date): Promise<void> {
    const { kind: outcome } = came;
    for (let wait = RECORD_MS; ; wait *= 2) {
      try {
        const recorded = await posts.finish(claimed, came, clock());
        if (!recorded) log('post not recorded', { outcome, why: 'old fence' });
        else if (came.kind !== 'sent') log('post not delivered', { outcome, why: came.why });
        break;
      } catch (error) {
        if (clock().getTime() + wait > until.getTime()) {
          // Whoever looks next finds it without a word, and calls it uncertain.
          log('post not recorded', { outcome, why: nameOf(error) });
          break;
        }
      }
      await naps.nap(wait);
    }
    if (came.kind === 'not sent') poke(claimed.scope.tenant);
  }

  function poke(tenant: string): void {
    if (stopping) return;
    const pump = pumps.get(tenant);
    if (pump) {
      pump.again = true;
      pump.rise();
      return;
    }
    const fresh: Pump = { again: false, rise: () => {} };
    pumps.set(tenant, fresh);
    track(run(tenant, fresh));
  }

  return {
    poke,
    async stop() {
      stopping = true;
      naps.endAll();
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
