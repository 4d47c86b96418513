// A clock that only moves when nothing else does: hours of delivery in a moment, always in the same order.
import type { Timer } from '../../src/delivery/limits.ts';

export type Virtual = {
  clock: () => Date;
  timer: Timer;
  /** Counts as work that time has to wait for. */
  busy<T>(work: Promise<T>): Promise<T>;
  /** A promise that time brings. */
  pause(ms: number): Promise<void>;
  /** Lets time pass up to then. */
  until(end: Date): Promise<void>;
  /** Lets time pass until this holds, at most up to then; asked after each timer. */
  untilTrue(holds: () => boolean, end: Date): Promise<void>;
};

/** Promises that follow each other within one turn of the event loop are settled after this many. */
const SETTLING_TURNS = 3;

export function createVirtual(start: Date): Virtual {
  let now = start.getTime();
  let made = 0;
  let working = 0;
  const timers: { at: number; order: number; run: () => void }[] = [];

  const timer: Timer = (ms, run) => {
    const entry = { at: now + Math.max(0, ms), order: made++, run };
    // Kept in order: most timers are set for later than those there are.
    let place = timers.length;
    while (place > 0 && later(timers[place - 1], entry)) place -= 1;
    timers.splice(place, 0, entry);
    return () => {
      const at = timers.indexOf(entry);
      if (at >= 0) timers.splice(at, 1);
    };
  };

  function later(one: { at: number } | undefined, other: { at: number }): boolean {
    return one !== undefined && one.at > other.at;
  }

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < SETTLING_TURNS; quiet += 1) {
      await new Promise((turn) => setImmediate(turn));
      if (working > 0) quiet = 0;
    }
  }

  async function untilTrue(holds: () => boolean, end: Date): Promise<void> {
    await settle();
    while (!holds()) {
      const [next] = timers;
      if (!next || next.at > end.getTime()) break;
      timers.shift();
      now = Math.max(now, next.at);
      next.run();
      await settle();
    }
    if (!holds()) now = Math.max(now, end.getTime());
  }

  return {
    clock: () => new Date(now),
    timer,
    async busy(work) {
      working += 1;
      try {
        return await work;
      } finally {
        working -= 1;
      }
    },
    pause: (ms) => new Promise((resolve) => void timer(ms, resolve)),
    until: (end) => untilTrue(() => false, end),
    untilTrue,
  };
}
