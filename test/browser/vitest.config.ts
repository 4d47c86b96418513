// The browser run: real Chromium against the real command, so it is slow and apart from `npm test`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/browser/*.browser.ts'], testTimeout: 90_000, hookTimeout: 60_000 },
});
