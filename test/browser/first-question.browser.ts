// The newcomer's first minute in a real browser: npm run try, open the local Teams, ask, read the card, press a button.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, sitDown } from './teams.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'out/pictures');
const data = mkdtempSync(join(tmpdir(), 'remit-browser-'));
const TEAMS_PORT = 56_171;

let remit: ChildProcess;
let newcomer: Person;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const command = ['src/commands/try.ts', '--teams-port', String(TEAMS_PORT)];
  remit = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', REMIT_DATA: data, DATABASE_URL: '' },
  });
  newcomer = await sitDown(await addressFrom(remit), { width: 1_280, height: 900 });
});

afterAll(async () => {
  await newcomer?.leave();
  const stopped = new Promise((resolve) => remit.once('exit', resolve));
  remit.kill('SIGTERM');
  await stopped;
  rmSync(data, { recursive: true, force: true });
});

test('is greeted, asks who owns mail flow, reads the owner and looks at the history', async () => {
  await newcomer.open('Personal Chat');
  await newcomer.card('Hello, I am Remit');
  await newcomer.say('who owns mail flow?');
  const answer = await newcomer.card('Mail flow', 'Northwind IT, service desk');
  expect(await answer.textContent()).toContain('servicedesk@northwind.example');
  expect(await answer.textContent()).toContain('confirmed');
  await answer.screenshot({ path: join(pictures, 'answer.png') });
  await newcomer.press('History');
  const history = await newcomer.card('one change on record');
  expect(await history.textContent()).toContain('recorded: Northwind IT, service desk');
  await newcomer.press('Back to the owner');
  await newcomer.card('Northwind IT, service desk');
  await newcomer.page.screenshot({ path: join(pictures, 'local-teams.png') });
});

test('sees a gap as a gap, and choices as buttons', async () => {
  await newcomer.say('who owns vendor support escalation?');
  const gap = await newcomer.card('Vendor support escalation', 'Nobody. For now ask Sam Rivera');
  await gap.screenshot({ path: join(pictures, 'gap.png') });
  await newcomer.say('phones');
  const choices = await newcomer.card('Which one do you mean?');
  await choices.screenshot({ path: join(pictures, 'choices.png') });
  await newcomer.press('Company phones and tablets');
  await newcomer.card('Company phones and tablets', 'Internal IT');
  await newcomer.say('holes in the vendors area');
  const list = await newcomer.card('Vendors', 'nobody');
  await list.screenshot({ path: join(pictures, 'list.png') });
});

test('reads the digest, puts an item off, turns the digest on with one press', async () => {
  await newcomer.say('digest now');
  const digest = await newcomer.card('To begin with: 7 decisions for you', 'Device compliance');
  await digest.screenshot({ path: join(pictures, 'digest-local-teams.png') });
  await newcomer.press('Vendor support escalation');
  await newcomer.card('Vendor support escalation', 'Put off');
  await newcomer.press('Put off');
  await newcomer.card('To begin with', '1 put off');
  await newcomer.say('digest on');
  const form = await newcomer.card('Every week, what nobody owns', 'Turn on');
  await form.screenshot({ path: join(pictures, 'digest-setup-local-teams.png') });
  await newcomer.press('Turn on');
  await newcomer.card('The digest comes here: Monday 09:00');
  await newcomer.say('digest leadership');
  const view = await newcomer.card('of what you bought');
  await view.screenshot({ path: join(pictures, 'leadership-local-teams.png') });
});

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
