// How the tab looks and reads: every view in every theme, narrow and wide, checked with axe and kept as a picture.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTabPlace, PICTURES, type TabPlace } from './tab-place.ts';
import { openInTeams, type TeamsHost } from './teams-host.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const Texts = z.array(z.string());

let place: TabPlace;
beforeAll(async () => {
  place = await openTabPlace();
}, 120_000);
afterAll(() => place?.close());

const THEMES = ['default', 'dark', 'contrast'] as const;
const WIDTHS = [1_280, 320] as const;

type View = { name: string; subPage?: string; go(host: TeamsHost): Promise<void> };

const ready = ({ tab }: TeamsHost) => tab.locator('table.matrix tbody a').first().waitFor();
const way = (name: string, wait: string) => async (host: TeamsHost) => {
  await ready(host);
  await host.tab.getByRole('navigation').getByRole('button', { name }).click();
  await host.tab.locator(wait).first().waitFor();
};

const VIEWS: readonly View[] = [
  { name: 'table', go: ready },
  {
    name: 'filters',
    async go(host) {
      await ready(host);
      const fold = host.tab.locator('.fold');
      if (await fold.isVisible()) await fold.click();
      await host.tab.getByRole('combobox', { name: 'Status' }).selectOption('nobody');
      await host.tab.getByRole('button', { name: 'Clear search and filters' }).waitFor();
    },
  },
  {
    name: 'empty',
    async go(host) {
      await ready(host);
      await host.tab.getByRole('searchbox').fill('zzzzqq');
      await host.tab.getByText('No task fits').waitFor();
    },
  },
  { name: 'map', go: way('Heat map', '.heat td button') },
  {
    name: 'task',
    subPage: 'cloud.mail-flow',
    go: ({ tab }) => tab.locator('.history').waitFor(),
  },
  {
    name: 'edit',
    subPage: 'cloud.mail-flow',
    async go({ tab }) {
      await tab.getByRole('button', { name: 'Edit' }).click();
      await tab.locator('form.edit').waitFor();
    },
  },
  {
    name: 'share',
    subPage: 'cloud.mail-flow',
    async go({ tab }) {
      await tab.getByRole('button', { name: 'Edit' }).click();
      await tab.getByRole('button', { name: 'Share it' }).click();
      await tab.locator('.ac-adaptiveCard').waitFor();
    },
  },
  { name: 'digest', go: way('Digest', '.ac-adaptiveCard') },
  { name: 'quiz', go: way('Quiz result', '.sheet-of-card p') },
  { name: 'sheet', go: way('Import and export', '.drop') },
];

describe.each(THEMES)('%s', (theme) => {
  test.each(VIEWS)('$name reads well, and fits', async ({ name, subPage = '', go }) => {
    for (const width of WIDTHS) {
      const person = await place.person({ viewport: { width, height: width < 500 ? 720 : 860 } });
      const host = await openInTeams(person, place.address, { theme, subPage });
      await go(host);
      const frame = frameOf(host.page);
      expect(await frame.evaluate('document.documentElement.dataset.theme')).toBe(theme);
      await host.page.screenshot({ path: join(PICTURES, `tab-${name}-${width}-${theme}.png`) });
      expect(await frame.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      expect(await faultsOf(frame), `${name}, ${width} px`).toEqual([]);
      expect(await smallTargets(frame), `${name}, ${width} px`).toEqual([]);
      await person.close();
    }
  });
});

test('the theme follows Teams while the page is open', async () => {
  const person = await place.person();
  const host = await openInTeams(person, place.address);
  await ready(host);
  const ground = () =>
    frameOf(host.page).evaluate('getComputedStyle(document.documentElement).backgroundColor');
  const seen = [await ground()];
  for (const theme of ['dark', 'contrast', 'default']) {
    await host.switchTo(theme);
    await expect
      .poll(() => frameOf(host.page).evaluate('document.documentElement.dataset.theme'))
      .toBe(theme);
    seen.push(await ground());
  }
  expect(seen[3]).toBe(seen[0]);
  expect(new Set(seen).size).toBe(3);
  await person.close();
});

test.each(['light', 'dark'] as const)('a plain browser that prefers %s gets it', async (scheme) => {
  const person = await place.person({ colorScheme: scheme });
  const page = await person.newPage();
  await page.goto(`${place.address}?task=cloud.mail-flow`);
  await page.getByRole('heading', { name: 'Mail flow' }).waitFor();
  const theme = await page.evaluate('document.documentElement.dataset.theme');
  expect(theme).toBe(scheme === 'light' ? 'default' : 'dark');
  await person.close();
});

test.each(['de', 'es', 'fr', 'ja'])('speaks %s', async (locale) => {
  const person = await place.person({ viewport: { width: 320, height: 720 } });
  const host = await openInTeams(person, place.address, { locale, subPage: 'cloud.mail-flow' });
  await host.tab.locator('.history').waitFor();
  await host.page.screenshot({ path: join(PICTURES, `tab-task-320-${locale}.png`) });
  const frame = frameOf(host.page);
  expect(await frame.evaluate('document.documentElement.lang')).toBe(locale);
  expect(await frame.evaluate('document.body.innerText')).not.toMatch(/tab\.|All tasks|\{\w+\}/);
  expect(await frame.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  await person.close();
});

test('everything can be reached and done with the keyboard', async () => {
  const person = await place.person();
  const page = await person.newPage();
  await page.goto(place.address);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('mail flow');
  const first = page.locator('table.matrix tbody a').first();
  await expect.poll(() => first.textContent()).toBe('Mail flow');
  while (!(await first.evaluate((link) => link === link.ownerDocument.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('.history').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('task');
  await page.goBack();
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Mail flow');
  await person.close();
});

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().startsWith(place.address));
  return frame ?? expect.fail('the tab is not in its frame');
}

/** What axe finds by the rules of WCAG 2.2 AA. */
async function faultsOf(frame: Frame): Promise<string[]> {
  // Through the driver, because the page's own policy lets no foreign script in.
  await frame.evaluate(axe);
  const found = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, impact, nodes }) => impact + ' ' + id + ': ' + nodes.map(({ html, any }) => html.slice(0, 160) + ' ' + (any[0]?.message ?? '')).slice(0, 3).join(' | ')))`;
  return Texts.parse(await frame.evaluate(found));
}

/** WCAG 2.2, 2.5.8: 24 px, but for links in a line of text. */
async function smallTargets(frame: Frame): Promise<string[]> {
  const found = `[...document.querySelectorAll('button, select, input:not([type=file]), summary')]
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, { width, height }]) => width > 0 && (width < 24 || height < 24) && !one.closest('.ac-adaptiveCard'))
    .map(([one]) => one.outerHTML.slice(0, 120))`;
  return Texts.parse(await frame.evaluate(found));
}
