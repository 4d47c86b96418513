// Exports for people: workbook, wiki table, contract appendix. What people typed stays text in each of them.

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { Line } from '../../src/matrix/change.ts';
import type { Matrix } from '../../src/matrix/matrix.ts';
import { toDraft } from '../../src/sheet/draft.ts';
import { writeAppendixHtml } from '../../src/sheet/exporting/html.ts';
import { writeAppendix, writeMarkdown } from '../../src/sheet/exporting/markdown.ts';
import { writeXlsx } from '../../src/sheet/exporting/xlsx.ts';
import { readTables } from '../../src/sheet/reading/read-tables.ts';
import type { TextTable } from '../../src/sheet/reading/workbook.ts';
import { understand } from '../../src/sheet/understanding/understand.ts';
import { anyMatrix, TODAY } from './drafts.ts';
import { fax, internal, mailFlow, matrix, northwind, priya } from './matrices.ts';

/** What a cell, a page or a renderer might run, follow or take for its own sign. */
const HOSTILE = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\tx',
  '\u000bup',
  '_x000D_',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[link](javascript:alert(1))',
  '![i](http://evil.example/p.png)',
  'https://evil.example www.evil.example a@evil.example',
  '| pipe \\| `code` **bold**',
  "'quoted'",
  '${1+1} {{x}} &amp; &lt;',
  '日本語 “quotes”\nsecond line',
];

const hostile: Matrix = {
  ...matrix,
  name: HOSTILE.join(' '),
  parties: [{ ...northwind, hours: '=1+1 <b>', mail: '=cmd' }, internal],
  tasks: HOSTILE.map((name, n) => ({
    ...mailFlow,
    id: `t.${n}`,
    name: name.trim(),
    area: n % 2 === 0 ? '=area' : '<i>area</i>',
    description: name,
    reason: name,
    views: [],
  })),
};

const lines: Line[] = [
  {
    seq: 2,
    task: mailFlow.id,
    version: 7,
    at: new Date('2026-05-12T09:30:00Z'),
    by: { id: 'p', name: 'Priya Nair' },
    why: 'contract signed',
    batch: '',
    before: { ...mailFlow, ownership: { kind: 'unknown' } },
    after: mailFlow,
    gone: false,
  },
];

async function sheetsOf(bytes: Uint8Array): Promise<Map<string, TextTable>> {
  const book = await readTables(bytes, 'matrix.xlsx');
  if (book.kind === 'refused') throw new Error(book.says);
  return new Map(book.tables.map((table) => [table.sheet, table]));
}

test('a workbook has tasks, parties, gaps and history, each with a frozen head and a filter', async () => {
  const bytes = writeXlsx(matrix, lines, TODAY);
  const sheets = await sheetsOf(bytes);
  expect([...sheets.keys()]).toEqual(['Tasks', 'Parties', 'Gaps', 'History']);
  expect(sheets.get('Gaps')?.rows[1]?.cells.slice(0, 3)).toEqual([
    'cloud',
    'Fax line',
    'accepted gap',
  ]);
  expect(sheets.get('History')?.rows[1]?.cells).toEqual([
    '2026-05-12 09:30',
    'Mail flow',
    'ownership',
    'unknown',
    'Northwind IT, service desk',
    'Priya Nair',
    'contract signed',
  ]);
  const parts = unzipSync(bytes);
  for (const n of [1, 2, 3, 4]) {
    const sheet = strFromU8(parts[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array());
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:');
  }
});

test('the workbook comes back as it was, whatever people typed', async () => {
  for (const each of [matrix, hostile]) {
    const book = await readTables(writeXlsx(each, [], TODAY), 'matrix.xlsx');
    if (book.kind === 'refused') throw new Error(book.says);
    const found = understand(book, { match: () => null, current: each, answers: {} });
    if (found.kind !== 'canonical') throw new Error(found.kind);
    const read = toDraft(found, each, TODAY);
    expect(read.kind === 'ok' && read.tasks).toEqual(
      each.tasks.map(({ version: _, ...task }) => task),
    );
  }
});

test('any matrix comes back from its workbook to the last field', async () => {
  await fc.assert(
    fc.asyncProperty(anyMatrix, async (any) => {
      const book = await readTables(writeXlsx(any, [], TODAY), 'matrix.xlsx');
      if (book.kind === 'refused') throw new Error(book.says);
      const found = understand(book, { match: () => null, current: any, answers: {} });
      if (found.kind !== 'canonical') throw new Error(found.kind);
      const read = toDraft(found, any, TODAY);
      if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
      expect(read.tasks).toEqual(any.tasks.map(({ version: _, ...task }) => task));
    }),
    { numRuns: 60 },
  );
});

test('no cell of a workbook can run: all are typed as text, and hold no formula', () => {
  const parts = unzipSync(writeXlsx(hostile, lines, TODAY));
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const sheet = strFromU8(bytes);
    expect(sheet).not.toMatch(/<f[\s>]/);
    expect([...sheet.matchAll(/<c (?![^>]*t="inlineStr")/g)]).toEqual([]);
    if (name.endsWith('sheet1.xml')) expect(sheet).not.toMatch(/<t xml:space="preserve">\s*[=+@-]/);
  }
});

test('a wiki table is read back with the same owners', async () => {
  const book = await readTables(Buffer.from(writeMarkdown(matrix, TODAY)), 'matrix.md');
  if (book.kind === 'refused') throw new Error(book.says);
  const found = understand(book, { match: () => null, current: matrix, answers: {} });
  if (found.kind !== 'understood') throw new Error(found.kind);
  expect(found.tasks.map(({ name }) => name)).toEqual(['Mail flow', 'Fax line']);
  expect(found.orientation).toBe('roles');
});

test('Markdown shows what people typed, and nothing of it is a link, a picture or HTML', () => {
  for (const page of [writeMarkdown(hostile, TODAY), writeAppendix(hostile, TODAY)]) {
    const bare = page.replaceAll('<br>', ' ');
    expect(bare).not.toMatch(/<[a-z/!]/i);
    expect(bare).not.toMatch(/(?<!\\)\]\(/);
    expect(bare).not.toMatch(/:\/\/|www\.|[a-z]@[a-z]/i);
    const widths = page.split('\n').filter((line) => line.startsWith('| '));
    for (const line of widths) expect(line.split(/(?<!\\)\|/).length).toBeGreaterThanOrEqual(6);
  }
});

test('the printable appendix has no element of anybody else, and loads nothing', () => {
  const page = writeAppendixHtml(hostile, TODAY);
  const seen = new Set<string>();
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      seen.add(name);
      for (const key of Object.keys(attributes))
        expect(['src', 'href', 'style']).not.toContain(key);
    },
    ontext: (piece) => {
      text += piece;
    },
  });
  parser.end(page);
  const ours = [
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'h1',
    'h2',
    'p',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ];
  expect([...seen].filter((name) => !ours.includes(name))).toEqual([]);
  for (const typed of HOSTILE.filter((each) => !/\p{Cc}/u.test(each)))
    expect(text).toContain(typed);
  expect(page).toContain("default-src 'none'");
});

test('an appendix says by area who does what, with split and hours, and what nobody does', () => {
  const page = writeAppendix(
    { ...matrix, parties: [{ ...northwind, hours: 'Mon-Fri 7-19' }, internal], people: [priya] },
    TODAY,
  );
  expect(page).toContain('## cloud');
  expect(page).toContain(
    '| Mail flow | Northwind IT, service desk | Internal IT | Internal IT: mailbox requests | Mon-Fri 7-19; nights: Northwind IT | Internal IT, Priya Nair |',
  );
  expect(page).toContain('## Not covered by anyone');
  expect(page).toContain(
    `| cloud | ${fax.name} | accepted gap |  | accepted until 2027-01-31 by Sam Rivera; Contract, annex 2 |`,
  );
});
