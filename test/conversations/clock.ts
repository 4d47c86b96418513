// The clock of a story: short waits pass by themselves, long ones when the story says so.
import type { Timer } from '../../src/delivery/limits.ts';

/** The waits within one delivery; the tick of the clock is longer. */
const SHORT_MS = 10_000;

export function createStoryClock(start: Date) {
  let now = start.getTime();
  const held = new Set<{ at: number; run: () => void }>();

  const timer: Timer = (ms, run) => {
    const entry = { at: now + ms, run };
    if (ms > SHORT_MS) {
      held.add(entry);
      return () => held.delete(entry);
    }
    const soon = setImmediate(() => {
      now = Math.max(now, entry.at);
      run();
    });
    return () => clearImmediate(soon);
  };

  return {
    now: () => new Date(now),
    timer,
    /** The clock of the delivery waits for its next look. */
    isHeld: () => held.size > 0,
    pass(ms: number): void {
      now += ms;
      for (const entry of [...held]) {
        if (entry.at > now) continue;
        held.delete(entry);
        entry.run();
      }
    },
  };
}
