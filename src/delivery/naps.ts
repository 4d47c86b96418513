// Waiting that can be ended early, one by one or all at once.
import type { Timer } from './limits.ts';

export type Naps = {
  /** Resolves after the time, or when it is ended. */
  nap(ms: number, onStart?: (end: () => void) => void): Promise<void>;
  endAll(): void;
};

export function createNaps(timer: Timer): Naps {
  const ends = new Set<() => void>();
  return {
    nap: (ms, onStart) =>
      new Promise((resolve) => {
        const end = () => {
          callOff();
          ends.delete(end);
          resolve();
        };
        const callOff = timer(Math.max(0, ms), end);
        ends.add(end);
        onStart?.(end);
      }),
    endAll() {
      for (const end of [...ends]) end();
    },
  };
}
