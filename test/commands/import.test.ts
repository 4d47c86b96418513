// npm run import and npm run export on a real workbook: shown first, applied on a yes, answered by flags, and round again.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const AZURE = 'test/fixtures/matrices/azure-raci-toolkit.xlsx';
/** Each command is a program of its own, and the machine may be busy. */
const SLOW = 120_000;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'remit-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function command(name: 'import' | 'export', ...args: string[]) {
  const run = promisify(execFile)(process.execPath, [`src/commands/${name}.ts`, ...args], {
    env: { PATH: process.env['PATH'], REMIT_DATA: folder },
  });
  // A command that fails still says why.
  return run.catch((error: { stdout: string; stderr: string }) => error);
}

test('a workbook is shown, and nothing is applied without a yes', { timeout: SLOW }, async () => {
  const { stdout } = await command('import', AZURE);
  expect(stdout).toContain(
    'Read "RACI (Example)": each row is a task, and each column of marks a party.',
  );
  expect(stdout).toContain('--answer "two=first"');
  expect(stdout).toContain('82 new, 0 changed, 0 unchanged');
  expect(stdout).toContain('run it again with --yes');
  expect((await command('export')).stderr).toContain('There is no matrix');
});

test('answers and a yes apply it; the same again changes nothing', { timeout: SLOW }, async () => {
  const answers = ['--answer', 'two=first', '--answer', 'side:security-auditors=vendor'];
  expect((await command('import', AZURE, '--yes', ...answers)).stdout).toContain('Applied.');
  const again = await command('import', AZURE, ...answers);
  expect(again.stdout).toContain('0 new, 0 changed, 82 unchanged');
});

test('what is exported comes back unchanged, and what is gone is named', {
  timeout: SLOW,
}, async () => {
  for (const as of ['csv', 'xlsx', 'md']) {
    const file = join(folder, `matrix.${as}`);
    await command('export', '--as', as, file);
    expect((await command('import', file)).stdout).toContain('0 new, 0 changed, 82 unchanged');
  }
  const html = join(folder, 'matrix.html');
  await command('export', '--as', 'html', html);
  expect(readFileSync(html, 'utf8')).toContain('who does what</h1>');
});

test('a wrong answer and a wrong file change nothing and say why', { timeout: SLOW }, async () => {
  const wrong = await command('import', AZURE, '--yes', '--answer', 'two=everybody');
  expect(wrong.stderr).toContain('Nothing was imported.');
  expect(wrong.stdout).toContain('Choose shared, first, unknown.');
  expect((await command('import', 'package.json', '--yes')).stderr).toContain('This is JSON.');
  expect((await command('export', '--as', 'pdf')).stderr).toContain(
    'choose csv, xlsx, md, appendix, html',
  );
});
