// What operators get wrong with commands: answered in one line, and nothing of the sample in a real tenant.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sayUnlessBuilt } from '../../src/commands/place.ts';

const CONTOSO = 'aaaaaaaa-1111-4222-8333-000000000001';

/** Several commands one after another, each of which loads the whole bot. */
const PATIENCE_MS = 30_000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remit-place-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  input = '',
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(`src/commands/${command}.ts`), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      input,
      env: { PATH: process.env['PATH'], REMIT_DATA: join(folder, 'data'), ...env },
    },
  );
  return { status, stdout, stderr };
}

test('a tenant id in capitals is the same tenant, as it is in Teams', {
  timeout: PATIENCE_MS,
}, () => {
  writeFileSync(join(folder, 'sheet.csv'), 'name,owner,side\nMail flow,Northwind,msp\n');
  const capitals = { MicrosoftAppTenantId: CONTOSO.toUpperCase() };
  expect(run('import', ['sheet.csv', '--yes'], capitals).status).toBe(0);
  expect(run('export', ['--tenant', CONTOSO]).stdout).toContain('Mail flow');
});

test('asking for a tenant without a matrix leaves no sample there', {
  timeout: PATIENCE_MS,
}, () => {
  const asked = run('ask', ['--tenant', CONTOSO, 'who owns mail flow?']);
  expect(asked).toMatchObject({ status: 1, stdout: '' });
  expect(asked.stderr).toMatch(/^There is no matrix for .* yet: npm run import/);
  expect(run('export', ['--tenant', CONTOSO]).status).toBe(1);
});

test.each([
  ['an empty tenant', ['--tenant', ''], {}, /^--tenant: empty/],
  ['data in a file', [], { REMIT_DATA: 'sheet.csv' }, /^REMIT_DATA: cannot keep data/],
  ['a folder as the file', ['.'], {}, /^\.: cannot be written \(EISDIR\)/],
])('%s is said in one line', { timeout: PATIENCE_MS }, (_what, args, env, says) => {
  writeFileSync(join(folder, 'sheet.csv'), 'name,owner,side\nMail flow,Northwind,msp\n');
  run('import', ['sheet.csv', '--yes']);
  const { status, stderr } = run('export', args, { ...env });
  expect(status).toBe(1);
  expect(stderr).toMatch(says);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('questions saved with a byte order mark are all answered', { timeout: PATIENCE_MS }, () => {
  const { status, stdout } = run(
    'ask',
    ['--json'],
    {},
    '\ufeff{"question": "who owns mail flow?"}\r\n',
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'owner' });
});

test('words of one’s own are understood, and what is wrong with their file is named with its line', {
  timeout: PATIENCE_MS,
}, () => {
  const file = join(folder, 'words.txt');
  writeFileSync(file, '# ours\nmail flow = brieftaube express\n');
  const asked = run('ask', ['who owns brieftaube express?'], { REMIT_SYNONYMS: file });
  expect(asked.stdout).toContain('Mail flow →');
  writeFileSync(file, 'mail flow = brieftaube\nalone\n');
  const wrong = run('ask', ['who owns brieftaube?'], { REMIT_SYNONYMS: file });
  expect([wrong.status, wrong.stdout]).toEqual([1, '']);
  expect(wrong.stderr).toContain(`${file}:2:`);
  const missing = run('ask', ['who owns it?'], { REMIT_SYNONYMS: join(folder, 'none.txt') });
  expect(missing.stderr).toMatch(/^REMIT_SYNONYMS: .*none\.txt cannot be read/);
});

test('an install without development dependencies ends well, and says how the page is built', {
  timeout: PATIENCE_MS,
}, () => {
  const prepared = run('prepare', []);
  expect(prepared).toMatchObject({ status: 0, stdout: '' });
  expect(prepared.stderr).toMatch(/^The page was not built.*: npm ci --include=dev/);
});

test('a bot that starts without its page says which command builds it', () => {
  const said: unknown[] = [];
  const log = (...event: unknown[]) => void said.push(event);
  sayUnlessBuilt(folder, log);
  expect(said).toEqual([
    ['page not built', { run: expect.stringMatching(/^npm ci --include=dev/) }],
  ]);
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  sayUnlessBuilt(folder, log);
  expect(said).toHaveLength(1);
});
