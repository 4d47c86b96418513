// How fast one person may ask: a bucket each, which fills again by itself.

/**
 * The page asks once for each letter that somebody types, ten a second at the most, and once every few seconds for what
 * moved; opening it takes about five requests at once, and a browser may hold several.
 */
const PER_SECOND = 15;
const AT_ONCE = 60;

/** Full buckets are forgotten; more than these at one time are a flood, and the oldest start afresh. */
const MOST_PEOPLE = 10_000;

export type Pace = {
  /** Seconds to wait before this may be asked; 0 where it may now. `person` is tenant and id. */
  wait(person: string, cost: number, now: Date): number;
};

export function createPace(): Pace {
  const buckets = new Map<string, { left: number; at: number }>();

  return {
    wait(person, cost, now) {
      const at = now.getTime();
      const before = buckets.get(person) ?? { left: AT_ONCE, at };
      const filled = Math.max(0, at - before.at) * (PER_SECOND / 1_000);
      const left = Math.min(AT_ONCE, before.left + filled);
      const short = cost - left;
      buckets.delete(person);
      buckets.set(person, { left: short > 0 ? left : left - cost, at });
      for (const [oldest] of buckets) {
        if (buckets.size <= MOST_PEOPLE) break;
        buckets.delete(oldest);
      }
      return short > 0 ? Math.ceil(short / PER_SECOND) : 0;
    },
  };
}
