// What `npm test` runs; the browser run has its own file, because it needs a browser.
import { defineConfig } from 'vitest/config';

const ALL = ['test/**/*.test.ts'];

/** They measure how long something takes, so nothing else may run beside them. */
const TIMED = ['test/**/large.test.ts', 'test/**/hostile.test.ts', 'test/snapshots.test.ts'];

const LIMITS = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'together',
          ...{ include: ALL, exclude: TIMED, ...LIMITS },
          ...{ maxWorkers: 2, sequence: { groupOrder: 0 } },
        },
      },
      {
        test: {
          name: 'alone',
          ...{ include: TIMED, ...LIMITS },
          ...{ maxWorkers: 1, sequence: { groupOrder: 1 } },
        },
      },
    ],
  },
});
