// The quiz in a real browser: choose on a card, press, check what the matrix says, read the result, go back.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Person, sitDown } from './teams.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'out/pictures');
const data = mkdtempSync(join(tmpdir(), 'remit-browser-'));
const TEAMS_PORT = 56_181;

let remit: ChildProcess;
let lead: Person;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const command = ['src/commands/try.ts', '--teams-port', String(TEAMS_PORT)];
  remit = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', REMIT_DATA: data, DATABASE_URL: '' },
  });
  lead = await sitDown(await addressFrom(remit), { width: 1_280, height: 1_200 });
}, 120_000);

afterAll(async () => {
  await lead?.leave();
  const stopped = new Promise((resolve) => remit.once('exit', resolve));
  remit.kill('SIGTERM');
  await stopped;
  rmSync(data, { recursive: true, force: true });
});

test('takes the quiz by choosing and pressing', async () => {
  await lead.open('Personal Chat');
  await lead.say('quiz');
  const ask = await lead.card('What only you can say', 'What does leadership want?');
  await ask.screenshot({ path: join(pictures, 'quiz-ask.png') });
  await choose('What does leadership want?', 'To keep control inside and buy help');
  await lead.press('Check the matrix');
  const check = await lead.card('What the matrix says', 'From the matrix, which counts');
  await check.screenshot({ path: join(pictures, 'quiz-check.png') });
  await choose('In how many areas is it unclear who owns the work?', 'Five or more');
  await lead.press('Show the result');
  const result = await lead.card('Co-managed IT fits');
  const shown = await result.textContent();
  expect(shown).toContain('Leadership: To keep control inside and buy help');
  expect(shown).toContain('you say “Five or more”, the matrix “None or one”. The matrix counts');
  await result.screenshot({ path: join(pictures, 'quiz-result.png') });
  await lead.press('Propose owners');
  const owners = await lead.card('tasks without an owner: the usual owners under co-managed');
  await owners.screenshot({ path: join(pictures, 'quiz-owners.png') });
  await lead.press('Back to the result');
  await lead.card('Co-managed IT fits');
}, 120_000);

/** The local Teams draws a card anew while its update arrives, and forgets what was chosen a moment before. */
async function choose(label: string, title: string): Promise<void> {
  const box = lead.page.locator('.ac-adaptiveCard').last().getByRole('combobox', { name: label });
  await vi.waitFor(
    async () => {
      await box.click({ timeout: 2_000 });
      await lead.page.getByRole('option', { name: title }).click({ timeout: 2_000 });
      await expect
        .poll(() => box.inputValue({ timeout: 1_000 }), { timeout: 1_000 })
        .toContain(title);
    },
    { timeout: 20_000, interval: 250 },
  );
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const found = /local Teams: (http:\S+)/.exec(printed);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`npm run try stopped with code ${code}`)));
  });
}
