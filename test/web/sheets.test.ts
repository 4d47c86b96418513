// Sheets through the page: taken along by members, brought in by admins once they have seen what it would change.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Imported, ImportPreview, Page } from '../../src/api.ts';
import { MAX_BYTES } from '../../src/sheet/columns.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { PARTYS, PEOPLE, type Role } from '../edit/office.ts';
import { SCOPES, startVisiting, type Visiting } from './visiting.ts';

let page: Visiting;
beforeAll(async () => {
  page = await startVisiting();
});
afterAll(() => page.close());

const take = (who: Role, format: string) =>
  page.get(who, `/api/export?matrix=main&format=${format}`);

function bring(who: Role, text: string, more: Record<string, unknown> = {}) {
  const file = Buffer.from(text).toString('base64');
  return page.post(who, '/api/import', { matrix: 'main', name: 'tasks.csv', file, ...more });
}

const SHEET =
  'name,area,owner\nTape robot,cloud,Northwind Harbour\nMail flow Harbour,cloud,Internal Harbour\n';

describe('taking along', () => {
  test.each([
    ['csv', 'text/csv', /^\uFEFFid,name,area/],
    ['md', 'text/markdown', /\| .*Mail flow Harbour/],
    ['appendix', 'text/html', /<html[\s\S]*Mail flow Harbour/],
    ['xlsx', 'openxmlformats', /^PK/],
  ])('as %s', async (format, type, start) => {
    const response = await fetch(`${page.address}/api/export?matrix=main&format=${format}`, {
      headers: await page.proof('member'),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Office-Harbour-2026-11-23\.\w+"; filename\*=UTF-8''Office%20Harbour/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toMatch(start);
  });

  test('what was taken along comes back without a change', async () => {
    const { text } = await take('admin', 'csv');
    const got = (await bring('admin', text)).body as ImportPreview;
    expect(got).toMatchObject({
      kind: 'preview',
      mark: '',
      counts: { created: 0, changed: 0, gone: 0 },
    });
  });

  test('one at a time by one person, so that nobody waits behind another’s hundred', async () => {
    const mine = Promise.all(Array.from({ length: 4 }, () => take('speaker', 'csv')));
    expect((await take('member', 'csv')).status).toBe(200);
    expect((await mine).map(({ status }) => status).toSorted()).toEqual([200, 429, 429, 429]);
    const late = (await mine).find(({ status }) => status === 429);
    expect(late?.headers.get('retry-after')).toBe('1');
    expect((await take('speaker', 'csv')).status).toBe(200);
  });

  test('not by a guest, and not in another form', async () => {
    expect((await take('guest', 'csv')).status).toBe(403);
    expect((await take('admin', 'exe')).status).toBe(400);
  });
});

describe('bringing in', () => {
  test.each(['editor', 'otherEditor', 'owner', 'speaker', 'member', 'guest'] as const)(
    '%s may not, nor see what it would change',
    async (who) => {
      const before = await page.kept(SCOPES.own);
      const got = await bring(who, SHEET);
      expect(got).toMatchObject({
        status: 403,
        body: { error: expect.stringContaining('admins') },
      });
      expect(await page.kept(SCOPES.own)).toBe(before);
    },
  );

  test('is looked at first, and then applied as it was looked at', async () => {
    const before = await page.kept(SCOPES.own);
    const preview = (await bring('admin', SHEET)).body as ImportPreview;
    expect(preview).toMatchObject({ kind: 'preview', counts: { created: 1, gone: 3 } });
    expect(preview.created[0]).toMatchObject({ name: 'Tape robot', owner: 'Northwind Harbour' });
    expect(await page.kept(SCOPES.own)).toBe(before);

    const done = (await bring('admin', SHEET, { mark: preview.mark })).body as Imported;
    expect(done).toMatchObject({ kind: 'done', line: expect.stringContaining('1 new') });
    const { rows, revision } = (await page.get('member', '/api/matrix?matrix=main')).body as Page;
    expect(rows.map(({ name }) => name)).toContain('Tape robot');
    expect(done).toMatchObject({ revision });
    const [line] = await page.store.lines(SCOPES.own, { all: true }, 1);
    expect(line).toMatchObject({ by: { id: PEOPLE.admin.id, name: PEOPLE.admin.name } });
    expect(line?.why).toContain('tasks.csv');
  });

  test('is taken back as a whole, as one from the chat is', async () => {
    const sheet = 'name,area,owner\nTelex line,cloud,Northwind Harbour\n';
    const { mark } = (await bring('admin', sheet)).body as ImportPreview;
    await bring('admin', sheet, { mark });
    const [line] = await page.store.lines(SCOPES.own, { all: true }, 1);
    const got = await page.post('admin', '/api/press', {
      ...{ matrix: 'main', verb: 'undo-import', data: { batch: line?.batch } },
      once: 'take-back-1',
    });
    expect(got).toMatchObject({ status: 200, body: { kind: 'done' } });
    const { rows } = (await page.get('admin', '/api/matrix?matrix=main')).body as Page;
    expect(rows.map(({ name }) => name)).not.toContain('Telex line');
  });

  test('keeps of the file name what can be read', async () => {
    const sheet = 'name,area,owner\nPager,cloud,Northwind Harbour\n';
    const name = '../a\u0000b\u202egpj.csv';
    const { mark } = (await bring('admin', sheet, { name })).body as ImportPreview;
    await bring('admin', sheet, { name, mark });
    const [line] = await page.store.lines(SCOPES.own, { all: true }, 1);
    expect(line?.why).toMatch(/ abgpj\.csv$/);
  });

  test('twice has no second effect', async () => {
    const sheet = 'name,area,owner\nFloppy disks,cloud,Northwind Harbour\n';
    const { mark } = (await bring('admin', sheet)).body as ImportPreview;
    await bring('admin', sheet, { mark });
    const before = await page.kept(SCOPES.own);
    expect((await bring('admin', sheet, { mark })).status).toBe(409);
    expect(await page.kept(SCOPES.own)).toBe(before);
  });

  test('once the task has moved, what was looked at is not what would be applied', async () => {
    const sheet = 'name,area,owner\nMail flow Harbour,cloud,Northwind Harbour\n';
    const preview = (await bring('admin', sheet)).body as ImportPreview;
    const { rows } = (await page.get('admin', '/api/matrix?matrix=main')).body as Page;
    const version = rows.find(({ task }) => task === PARTYS)?.version ?? 0;
    const data = { task: PARTYS, version, owner: '=nobody' };
    await page.post('admin', '/api/press', {
      matrix: 'main',
      verb: 'edit-save',
      data,
      once: 'meanwhile-1',
    });
    const before = await page.kept(SCOPES.own);
    const got = await bring('admin', sheet, { mark: preview.mark });
    expect(got).toMatchObject({ status: 409, body: { error: expect.stringContaining('preview') } });
    expect(await page.kept(SCOPES.own)).toBe(before);
  });

  test.each([
    ['no file', '', 'unreadable'],
    ['no table', 'hello', 'unreadable'],
    ['a program', 'MZ\u0000\u0001\u0002', 'unreadable'],
    [
      'rows that contradict themselves',
      'id,name,area,review every\ncloud.x,X,cloud,sometimes\n',
      'problems',
    ],
  ])('%s: says so, and changes nothing', async (_what, text, kind) => {
    const before = await page.kept(SCOPES.own);
    const got = await bring('admin', text);
    expect(got).toMatchObject({ status: 200, body: { kind } });
    expect(await page.kept(SCOPES.own)).toBe(before);
  });

  test('more than a sheet may have is refused unread', async () => {
    const got = await page
      .post('admin', '/api/import', {
        ...{ matrix: 'main', name: 'x.csv', file: 'a'.repeat(14_000_000) },
      })
      .catch(() => null);
    expect(got === null || got.status === 413).toBe(true);
  });

  test('the largest file that is read at all fits into a request', () => {
    const most = ROUTES.find(({ path }) => path === '/api/import')?.most ?? 0;
    expect(most).toBeGreaterThan(Math.ceil(MAX_BYTES / 3) * 4);
  });
});
