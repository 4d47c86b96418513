// Posts what is due in one tenant: claims, waits for each turn, checks the fence, posts once, records.
import type { Log } from '../log.ts';
import type { Attempt, Came, Claimed, PostStore, Send } from '../posts.ts';
import { type Limits, RETRY_MS } from './limits.ts';
import type { Naps } from './naps.ts';
import { cameOf } from './outcome.ts';
import type { Step } from './step.ts';

/** Keeps a process that was held up from sending all that waited at once: 48 a second at 40. */
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

/** `full`: waits for others to finish, because this process has no room. */
type Pump = { again: boolean; full: boolean; rise: () => void };

export function createPumps(options: PumpOptions): Pumps {
  const { posts, send, clock, naps, random, log, limits, step } = options;
  const pumps = new Map<string, Pump>();
  // Both outlive a pump, because what it claimed may still be on its way; tenants are few.
  // Both outlive a pump, because what it claimed may still be on its way; tenants are few.
  const gates = new Map<string, number>();
  const holds = new Map<string, Date>();
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
      pump.full = claimedNow >= limits.atOnce;
      const wait = pump.full ? limits.tickMs : await round(tenant);
      if (stopping || pump.again) continue;
      if (wait === null || wait > limits.tickMs) break;
      await naps.nap(wait, (end) => {
        pump.rise = end;
      });
    }
    pumps.delete(tenant);
  }

  /** How long until there may be more; null where nothing is due. */
  async function round(tenant: string): Promise<number | null> {
    const room = limits.atOnce - claimedNow;
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
      if (stopping) return;
      step('turn');
      const now = clock();
      const until = new Date(now.getTime() + limits.sendMs);
      if (!(await posts.begin(claimed, now, until))) return;
      step('begun');
      await passGate(claimed.scope.tenant);
      const came = keptBack(claimed, until) ?? (await postOnce(claimed));
      step('answered');
      await record(claimed, came, until);
      step('recorded');
    } catch (error) {
      log('post failed', { error: nameOf(error) });
    } finally {
      claimedNow -= 1;
      // Not for each one: a claim is worth its transaction when it can take many.
      if (claimedNow <= limits.atOnce / 2) wakeFull();
    }
  }

  function wakeFull(): void {
    for (const pump of pumps.values()) if (pump.full) pump.rise();
  }

  /** After the last thing that may take long, so that what was held up together does not leave together. */
  async function passGate(tenant: string): Promise<void> {
    const apart = 1_000 / (limits.pace.perSecond * CATCH_UP);
    for (;;) {
      const now = clock().getTime();
      const wait = (gates.get(tenant) ?? now) - now;
      // A longer one means that the clock was set back.
      if (wait <= 0 || wait > apart) {
        gates.set(tenant, now + apart);
        return;
      }
      await naps.nap(wait);
    }
  }

  /** Reasons to let it be at the last moment: nothing has left yet, and saying so keeps it from being in doubt. */
  function keptBack({ scope }: Claimed, until: Date): Came | null {
    const now = clock();
    const hold = holds.get(scope.tenant);
    if (hold && hold > now) return { kind: 'not sent', why: 'held', again: hold, hold: null };
    // This process was stopped after it had begun: others have drawn their conclusions, or are about to.
    const left = until.getTime() - now.getTime();
    if (left < limits.sendMs / 2) return { kind: 'not sent', why: 'late', again: now, hold: null };
    return null;
  }

  async function postOnce(claimed: Claimed): Promise<Came> {
    const { scope, post } = claimed;
    const attempt = await send(scope, post.to, post.reply).catch(inDoubt);
    return cameOf(attempt, claimed, clock(), random());
  }

  async function record(claimed: Claimed, came: Came, until: Date): Promise<void> {
    const { kind: outcome } = came;
    if (came.kind === 'not sent' && came.hold) holds.set(claimed.scope.tenant, came.hold);
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
    const fresh: Pump = { again: false, full: false, rise: () => {} };
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

/** What throws may have thrown after the POST. */
function inDoubt(error: unknown): Attempt {
  return { kind: 'uncertain', why: nameOf(error) };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
