// The bot with the sample organisation and the built page, on loopback, and a browser in front of it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core';
import { createApp } from '../../src/app.ts';
import { dayOf } from '../../src/matrix/day.ts';
import type { Draft } from '../../src/matrix/matrix.ts';
import { SAMPLE_ADMIN, sampleDraft } from '../../src/matrix/starter/sample.ts';
import { openStore } from '../../src/sql/open.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const PAGE = join(ROOT, 'out/tab');
export const PICTURES = join(ROOT, 'out/pictures');

/** Debian's; set CHROMIUM elsewhere. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export type TabPlace = {
  address: string;
  browser: Browser;
  person(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Somebody else's press, as the chat would make it. */
  press(verb: string, data: Record<string, unknown>): Promise<unknown>;
  close(): Promise<void>;
};

export async function openTabPlace(
  draft: Draft = sampleDraft(dayOf(new Date())),
): Promise<TabPlace> {
  if (!existsSync(join(PAGE, 'index.html'))) execFileSync('npm', ['run', 'build'], { cwd: ROOT });
  mkdirSync(PICTURES, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'remit-tab-'));
  const app = createApp({
    store: await openStore({ dataFolder }),
    draft: () => draft,
    phrasebook: true,
    admins: () => [],
    identity: null,
    tokens: null,
    tenants: 'any',
    cards: join(ROOT, 'cards'),
    page: { people: { ...SAMPLE_ADMIN, tenant: 'local', guest: false }, folder: PAGE },
    log: () => undefined,
    clock: () => new Date(),
  });
  const port = await app.listen(0);
  const origin = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
      // The stand-in for Teams has a public name, and shows a page of this machine.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    ],
  });
  let presses = 0;
  return {
    address: `${origin}/tab/`,
    browser,
    person: (options = {}) =>
      browser.newContext({ viewport: { width: 1_280, height: 860 }, locale: 'en-GB', ...options }),
    async press(verb, data) {
      presses += 1;
      const response = await fetch(`${origin}/api/press`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ matrix: 'main', verb, data, once: `elsewhere-${presses}` }),
      });
      return response.json();
    },
    async close() {
      await browser.close();
      await app.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
