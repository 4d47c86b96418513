// What the tab costs: bytes before it works, time until it does, a key among 5,000 tasks, an edit made elsewhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dayOf } from '../../src/matrix/day.ts';
import type { Draft } from '../../src/matrix/matrix.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { openTabPlace, PAGE, type TabPlace } from './tab-place.ts';
import { openInTeams } from './teams-host.ts';

/** Kilobytes are of 1,024 bytes. */
const MOST_SCRIPT = 60 * 1_024;
const MOST_USABLE_MS = 400;
/** In Teams two messages go back and forth with its own page first: initialize, then context and token together. */
const MOST_IN_TEAMS_MS = 600;
const MOST_KEY_MS = 50;
/** Between two looks, and the look itself. */
const MOST_ELSEWHERE_MS = 4_000;

/** The machine's hiccups only ever add: the quickest of so many tells what the page takes, the median is told too. */
const TIMES = 9;

let place: TabPlace;
let person: BrowserContext;

const FIRST_ROW = 'table.matrix tbody a';
const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

function tell(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}

describe('160 tasks', () => {
  beforeAll(async () => {
    place = await openTabPlace();
  }, 120_000);
  afterAll(() => place.close());

  test('the script that is loaded before the page works is small', async () => {
    person = await place.person();
    const scripts = new Set<string>();
    person.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    const { tab } = await openInTeams(person, place.address);
    await tab.locator(FIRST_ROW).first().waitFor();
    const sizes = [...scripts].map(
      (path) => readFileSync(join(PAGE, `${path.slice(4)}.br`)).length,
    );
    const all = sizes.reduce((sum, size) => sum + size, 0);
    tell('script of the first load in Teams, compressed', `${(all / 1_024).toFixed(1)} KB`);
    expect(scripts.size).toBeGreaterThan(2);
    expect([...scripts].filter((path) => path.includes('drawing'))).toEqual([]);
    expect(all).toBeLessThanOrEqual(MOST_SCRIPT);
    await person.close();
  });

  test.each([
    ['a plain browser', MOST_USABLE_MS],
    ['Teams', MOST_IN_TEAMS_MS],
  ])('the table is soon usable in %s', async (where, most) => {
    const times: number[] = [];
    for (let turn = 0; turn < TIMES; turn += 1) {
      person = await place.person();
      const page =
        where === 'Teams'
          ? (await openInTeams(person, place.address)).page
          : await person.newPage();
      if (where !== 'Teams') await page.goto(place.address);
      const frame = page.frames().find((one) => one.url().startsWith(place.address));
      // From the arrival of the document to the first table that has been painted.
      const usable = `performance.getEntriesByName('usable')[0]?.startTime -
        performance.getEntriesByType('navigation')[0].responseEnd`;
      await expect
        .poll(() => frame?.evaluate(usable), { interval: 50, timeout: 10_000 })
        .toBeGreaterThan(0);
      times.push(Number(await frame?.evaluate(usable)));
      await person.close();
    }
    tell(
      `usable in ${where}`,
      `${Math.round(median(times))} ms (${times.map(Math.round).join(', ')})`,
    );
    expect(Math.min(...times)).toBeLessThanOrEqual(most);
  });

  test('an edit made elsewhere is seen within seconds', async () => {
    person = await place.person();
    const page = await person.newPage();
    await page.goto(place.address);
    const owner = page.locator('tbody tr:not(.space)').first().locator('.owner .text');
    await owner.waitFor();
    const times: number[] = [];
    const sides = ['Internal IT', 'Northwind IT'] as const;
    for (let turn = 0; turn < 4; turn += 1) {
      const [name, party] = turn % 2 === 0 ? [sides[0], 'internal-it'] : [sides[1], 'northwind-it'];
      const task = 'support.service-desk';
      await place.press('edit-save', { task, version: turn + 1, owner: JSON.stringify([party]) });
      const from = performance.now();
      await expect.poll(() => owner.textContent(), { timeout: 10_000, interval: 20 }).toBe(name);
      times.push(performance.now() - from);
    }
    tell('an edit elsewhere is seen after', `${times.map(Math.round).join(', ')} ms`);
    expect(Math.max(...times)).toBeLessThanOrEqual(MOST_ELSEWHERE_MS);
    await person.close();
  });

  test('a page that nobody looks at asks for nothing', async () => {
    person = await place.person();
    const page = await person.newPage();
    await page.goto(place.address);
    await page.locator(FIRST_ROW).first().waitFor();
    await show(page, false);
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    await expect(page.waitForRequest(/api\/matrix/, { timeout: 7_000 })).rejects.toThrow();
    expect(asked).toBe(0);
    const again = page.waitForRequest(/api\/matrix/, { timeout: 1_000 });
    await show(page, true);
    await again;
    await person.close();
  });
});

describe('5,000 tasks', () => {
  beforeAll(async () => {
    place = await openTabPlace(largeDraft(5_000));
  }, 180_000);
  afterAll(() => place.close());

  test('a key is answered at once, scrolling draws what comes into sight, and little is drawn', async () => {
    person = await place.person();
    const page = await person.newPage();
    await page.goto(place.address);
    await page.locator(FIRST_ROW).first().waitFor();
    await page.getByRole('searchbox').focus();
    // The page's own time for a key, drawing included: it does not count what else the machine does.
    const watch = await watchTime(person, page);
    const times: number[] = [];
    const keys = [...'backup monitoring'].map((key) => (key === ' ' ? 'Space' : key));
    for (const key of [...keys, ...keys.map(() => 'Backspace')]) {
      const before = await watch();
      await page.keyboard.press(key);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
      times.push((await watch()) - before);
    }
    const rows = page.locator('.count [role=status]');
    await expect.poll(() => rows.textContent(), { timeout: 10_000 }).toContain('5000 of 5000');
    const slowest = times
      .toSorted((a, b) => b - a)
      .slice(0, 4)
      .map(Math.round);
    tell(
      'a key among 5,000',
      `median ${Math.round(median(times))} ms, slowest ${slowest.join(', ')} ms`,
    );
    expect(Math.max(...times)).toBeLessThanOrEqual(MOST_KEY_MS);

    expect(await page.locator('tbody tr').count()).toBeLessThan(80);
    await page.evaluate('scrollTo(0, document.body.scrollHeight / 2)');
    await expect.poll(() => seen(page)).toBeGreaterThan(8);
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await expect
      .poll(() => page.locator('tbody tr').last().getAttribute('aria-rowindex'))
      .toBe('5001');
    expect(await page.locator('tbody tr').count()).toBeLessThan(80);
    await person.close();
  });
});

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** Milliseconds that the page's main thread has worked so far. */
async function watchTime(context: BrowserContext, page: Page): Promise<() => Promise<number>> {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = Metrics.parse(await session.send('Performance.getMetrics'));
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

/** How many rows can be seen right now. */
function seen(page: Page): Promise<number> {
  return page
    .evaluate(`[...document.querySelectorAll('tbody tr:not(.space)')]
      .filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight).length`)
    .then(Number);
}

/** What a browser does when another tab of it is opened, or this one again. */
async function show(page: Page, visible: boolean): Promise<void> {
  await page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${!visible} });
    document.dispatchEvent(new Event('visibilitychange'))`);
}

function largeDraft(count: number): Draft {
  const draft = sampleDraft(dayOf(new Date()));
  const tasks = Array.from({ length: count }, (_, at) => {
    const task = draft.tasks[at % draft.tasks.length] ?? expect.fail('the sample has no tasks');
    const round = Math.floor(at / draft.tasks.length);
    return round === 0
      ? task
      : { ...task, id: `${task.id}-${round}`, name: `${task.name} ${round}`, aliases: [] };
  });
  return { ...draft, tasks };
}
