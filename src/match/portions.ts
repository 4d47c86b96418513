// Long work in portions, so that questions are answered in between; or all at once, where nobody waits.
import { setImmediate } from 'node:timers/promises';

/** Work that can pause wherever it yields. */
export type Steps<Result> = Generator<void, Result>;

/** Milliseconds at a stretch: Node answers nobody meanwhile, and a question itself takes a few. */
const PORTION_MS = 5;

/** So many tasks or terms between two looks at the clock. */
export const EVERY = 16;

export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export async function inPortions<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + PORTION_MS;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await setImmediate();
  }
}
