// The tab as people use it inside Teams: find, filter, change, lose a race, take back, bring a sheet in, follow a link.
import { join } from 'node:path';
import type { BrowserContext, FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openTabPlace, PICTURES, type TabPlace } from './tab-place.ts';
import { type InTeams, openInTeams, TEAMS_TOKEN, type TeamsHost } from './teams-host.ts';

let place: TabPlace;
let person: BrowserContext;

beforeAll(async () => {
  place = await openTabPlace();
}, 120_000);
afterAll(() => place?.close());
beforeEach(async () => {
  person = await place.person();
});
afterEach(() => person.close());

async function open(inTeams: InTeams = {}): Promise<TeamsHost> {
  return openInTeams(person, place.address, inTeams);
}

const rows = (tab: FrameLocator) => tab.locator('table.matrix tbody tr:not(.space)');
const count = (tab: FrameLocator) => tab.locator('.count [role=status]');

async function until<Value>(read: () => Promise<Value>, want: Value): Promise<void> {
  await expect.poll(read, { timeout: 8_000, interval: 50 }).toEqual(want);
}

test('finds by the words of the chat, and by what is typed', async () => {
  const { tab, page } = await open();
  await rows(tab).first().waitFor();
  const asked = page.waitForResponse(/api\/find/);
  await tab.getByRole('searchbox').fill('bounced mail');
  await asked;
  await expect
    .poll(() => rows(tab).first().locator('a').textContent(), { timeout: 8_000 })
    .toBe('Mail flow');
  await tab.getByRole('searchbox').fill('service desk');
  await until(() => rows(tab).first().locator('a').textContent(), 'First-line service desk');
  expect(await count(tab).textContent()).toMatch(/^\d+ of 160 tasks$/);
});

test('asks Teams for a token with every burst and keeps it nowhere', async () => {
  const { tab, page, calls } = await open();
  const sent = page.waitForRequest((request) => /api\/matrix/.test(request.url()));
  expect(await (await sent).headerValue('authorization')).toBe(`Bearer ${TEAMS_TOKEN}`);
  await rows(tab).first().waitFor();
  const before = (await calls('authentication.getAuthToken')).length;
  await page.waitForRequest(/api\/matrix/);
  expect((await calls('authentication.getAuthToken')).length).toBeGreaterThan(before);
  const kept = `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])`;
  const frame = page.frames().find((one) => one.url().startsWith(place.address));
  expect(await frame?.evaluate(kept)).not.toContain(TEAMS_TOKEN);
});

test('the heat map filters the table by the cell that is pressed', async () => {
  const { tab } = await open();
  await tab.getByRole('button', { name: 'Heat map' }).click();
  const cell = tab.getByTitle(/^Cloud, Northwind IT: (\d+)/i);
  const [, counted = ''] = /: (\d+)/.exec((await cell.getAttribute('title')) ?? '') ?? [];
  await cell.click();
  await until(() => count(tab).textContent(), `${counted} of 160 tasks`);
  expect(await tab.getByLabel('Party').inputValue()).toBe('northwind-it');
  await tab.getByRole('button', { name: 'Clear search and filters' }).click();
  await until(() => count(tab).textContent(), '160 of 160 tasks');
});

test('changes the owner, says what it did, and takes it back', async () => {
  const { tab } = await open({ subPage: 'cloud.mail-flow' });
  await tab.getByRole('button', { name: 'Edit' }).click();
  await tab.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Internal IT' });
  await tab.getByLabel('Why').fill('moved in house');
  await tab.getByRole('button', { name: 'Save' }).click();
  const said = tab.locator('.said');
  await said.getByText('Northwind IT, service desk → Internal IT').waitFor();
  expect(await tab.locator('.answer .owner strong').textContent()).toBe('Internal IT');
  await tab.locator('.history').getByText('moved in house').waitFor();
  await said.getByRole('button', { name: 'Undo' }).click();
  await said.getByText('Internal IT → Northwind IT, service desk').waitFor();
  expect(await tab.locator('.answer .owner strong').textContent()).toBe(
    'Northwind IT, service desk',
  );
});

test('who comes second is told what changed meanwhile, and sees it', async () => {
  const { task, version } = await anyTask();
  const { tab, page } = await open({ subPage: task });
  await tab.getByRole('button', { name: 'Edit' }).click();
  await tab.getByLabel('Health').selectOption('failing');
  // The page has not looked again yet when the other one comes first.
  await page.route(/api\/matrix/, (route) => route.abort());
  await place.press('edit-save', { task, version, owner: '["internal-it"]', why: 'x' });
  await page.unroute(/api\/matrix/);
  await tab.getByRole('button', { name: 'Save' }).click();
  const said = tab.locator('.said .warning');
  await said.getByText('Nothing of yours was saved').waitFor();
  await until(() => tab.locator('.answer .owner strong').textContent(), 'Internal IT');
  expect(await tab.locator('.answer .marks').textContent()).not.toContain('failing');
  expect(await said.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

test('who still fills in the form hears that somebody came first', async () => {
  const { task, version } = await anyTask();
  const { tab } = await open({ subPage: task });
  await tab.getByRole('button', { name: 'Edit' }).click();
  await tab.getByLabel('Why').fill('my reason');
  await place.press('edit-save', { task, version, owner: '["northwind-it"]' });
  await tab.locator('form.edit [role=alert]').getByText('Changed a moment ago by Priya').waitFor();
  expect(await tab.getByLabel('Why').inputValue()).toBe('my reason');
  await tab.getByRole('button', { name: 'Start from how it stands now' }).click();
  await until(() => tab.locator('form.edit [role=alert]').count(), 0);
});

test('shares a task on the card of the chat, and sees it shared', async () => {
  const { tab } = await open({ subPage: 'cloud.mail-flow' });
  await tab.getByRole('button', { name: 'Edit' }).click();
  await tab.getByRole('button', { name: 'Share it' }).click();
  const card = tab.locator('.work .ac-adaptiveCard');
  await card.getByLabel('What the lead does').fill('connectors');
  await card.getByLabel('With whom').selectOption({ label: 'Internal IT' });
  await card.getByLabel('What they do').fill('mailbox requests');
  await card.getByRole('button', { name: 'Save' }).click();
  await tab.locator('.said .good').waitFor();
  await tab.locator('dt', { hasText: 'Split' }).waitFor();
  await tab.locator('.said').getByRole('button', { name: 'Undo' }).click();
  await until(() => tab.locator('dt', { hasText: 'Split' }).count(), 0);
});

test('brings a sheet in once its preview is agreed to', async () => {
  const { tab, page } = await open();
  await tab.getByRole('button', { name: 'Import and export' }).click();
  const sheet =
    'Task,Area,Owner\nBadge printer,devices,Tallow Print\nLobby screens,devices,Internal IT\n';
  const file = { name: 'extra.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
  await tab.locator('input[type=file]').setInputFiles(file);
  await tab.locator('.preview .counts').waitFor();
  expect(await tab.locator('.counts .created strong').textContent()).toBe('2');
  await page.screenshot({ path: join(PICTURES, 'tab-import.png') });
  await tab.getByRole('button', { name: 'Discard' }).click();
  await tab.locator('.drop').waitFor();
  await tab.locator('input[type=file]').setInputFiles(file);
  await tab.getByRole('button', { name: 'Apply' }).click();
  await tab.locator('.said .good').waitFor();
  await tab.getByRole('button', { name: 'Tasks', exact: true }).click();
  await tab.getByRole('searchbox').fill('badge printer');
  await until(() => rows(tab).first().locator('a').textContent(), 'Badge printer');
});

test('takes the matrix along as a file', async () => {
  const { tab, page } = await open();
  await tab.getByRole('button', { name: 'Import and export' }).click();
  const saved = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await tab.locator('.said .good').waitFor();
});

test('a deep link leads to its task, and from there back to the chat and out again as a link', async () => {
  const { tab, calls } = await open({ subPage: 'cloud.mail-flow' });
  await tab.getByRole('heading', { name: 'Mail flow' }).waitFor();
  await tab.getByRole('button', { name: 'Copy link' }).click();
  await until(async () => (await calls('shareDeepLink')).length, 1);
  expect((await calls('shareDeepLink'))[0]).toContain('cloud.mail-flow');
  await tab.getByRole('button', { name: 'Ask in chat' }).click();
  await until(
    async () => JSON.stringify(await calls('executeDeepLink')).includes('28:remit'),
    true,
  );
});

test('a link to a task that is gone leads to the table, and says so', async () => {
  const { tab } = await open({ subPage: 'cloud.long-gone' });
  await tab.locator('.said').getByText('not in the matrix any more').waitFor();
  await rows(tab).first().waitFor();
});

test('shows the digest as Teams would, and acts on it', async () => {
  const { tab } = await open();
  await tab.getByRole('button', { name: 'Digest' }).click();
  const card = tab.locator('.ac-adaptiveCard');
  await card.getByText('decisions for you').waitFor();
});

test('says what to do while the line is broken, keeps what it shows, and catches up by itself', async () => {
  const { tab } = await open();
  await rows(tab).first().waitFor();
  await person.setOffline(true);
  await tab.getByText('No connection. You see how it stood at').waitFor();
  expect(await rows(tab).count()).toBeGreaterThan(10);
  await person.setOffline(false);
  await until(() => tab.getByText('No connection.').count(), 0);
});

const Rows = z.object({ rows: z.array(z.object({ task: z.string(), version: z.number() })) });

/** One that nobody else in here changes, as it stands now. */
async function anyTask() {
  const response = await fetch(new URL('/api/matrix?matrix=main', place.address));
  const { rows } = Rows.parse(await response.json());
  return rows[6] ?? expect.fail('no task');
}
