// The page's API as people use it: what each sees of which matrix, pressing, losing a race, following what moved.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me, Page, PageTask, Pressed } from '../../src/api.ts';
import { MARKS, NAMED, PARTYS, PEOPLE, ROLES, type Role } from '../edit/office.ts';
import { EVERY_ROUTE, requestFor } from './requests.ts';
import { SCOPES, startVisiting, type Visiting } from './visiting.ts';

let page: Visiting;
beforeAll(async () => {
  page = await startVisiting();
});
afterAll(() => page.close());

let made = 0;
/** A press that nobody has made before. */
function press(verb: string, data: Record<string, unknown>, matrix = 'main') {
  made += 1;
  return { matrix, verb, data, once: `press-number-${made}` };
}

const give = (task: string, version: number, to: string) =>
  press('edit-save', { task, version, owner: JSON.stringify(to === '' ? [to] : ['internal', to]) });

async function send(who: Role, method: string, { path, body }: { path: string; body?: unknown }) {
  return method === 'POST' ? page.post(who, path, body) : page.get(who, path);
}

async function rowsFor(who: Role, matrix = 'main'): Promise<Page> {
  return (await page.get(who, `/api/matrix?matrix=${matrix}`)).body as Page;
}

async function versionOf(task: string): Promise<number> {
  return (await rowsFor('admin')).rows.find((row) => row.task === task)?.version ?? 0;
}

test('says who looks, and which matrices there are', async () => {
  const me = (await page.get('member', '/api/me')).body as Me;
  expect(me).toEqual({
    ...{ name: PEOPLE.member.name, guest: false, matrix: 'main' },
    matrices: [
      { matrix: 'main', name: 'Office Harbour' },
      { matrix: 'quay', name: 'Office Quay' },
    ],
  });
});

test('a row of the table says what the task’s own page says', async () => {
  const { rows } = await rowsFor('member');
  expect(new Set(rows.map(({ status }) => status))).toContain('orphaned');
  for (const row of rows) {
    const one = (await page.get('member', `/api/task?matrix=main&task=${row.task}`)).body;
    expect((one as PageTask).row).toEqual(row);
  }
});

test('the first matrix is the one that the person chose', async () => {
  await page.post('member', '/api/press', press('use-matrix', {}, 'quay'));
  expect((await page.get('member', '/api/me')).body).toMatchObject({ matrix: 'quay' });
  expect((await page.get('admin', '/api/me')).body).toMatchObject({ matrix: 'main' });
});

describe('whose rows', () => {
  const routes = EVERY_ROUTE.map((route) => [`${route.method} ${route.path}`, route] as const);
  const takesMatrix = ({ takes }: (typeof EVERY_ROUTE)[number]) =>
    Object.keys(takes.shape).includes('matrix');
  const ofMatrix = routes.filter(([, route]) => takesMatrix(route));

  /** What every matrix is called by, apart from the list of matrices. */
  const namesIn = (text: string) =>
    Object.values(MARKS).filter((mark) => text.replaceAll(`Office ${mark}`, '').includes(mark));

  describe.each(routes)('%s', (_name, route) => {
    test('shows nothing of another tenant, whose matrix has the same id', async () => {
      const before = await page.kept(SCOPES.own);
      const got = await send('stranger', route.method, requestFor(route));
      expect(got.status).toBe(200);
      expect(got.text).not.toMatch(/Harbour|Quay/);
      if (takesMatrix(route))
        expect(namesIn(got.text)).toEqual(
          [MARKS.foreign].filter((mark) => got.text.includes(mark)),
        );
      expect(await page.kept(SCOPES.own)).toBe(before);
    });

    test('shows nothing of another matrix of the tenant', async () => {
      const before = await page.kept(SCOPES.own);
      const got = await send('operator', route.method, requestFor(route, 'quay'));
      expect(got.status).toBe(200);
      expect(namesIn(got.text)).not.toContain(MARKS.own);
      expect(namesIn(got.text)).not.toContain(MARKS.foreign);
      expect(await page.kept(SCOPES.own)).toBe(before);
    });
  });

  describe.each(ofMatrix)('%s', (_name, route) => {
    test('a matrix that only another tenant has is not there', async () => {
      const before = await page.kept(SCOPES.quay);
      const got = await send('stranger', route.method, requestFor(route, 'quay'));
      expect(got.status).toBe(404);
      expect(Object.keys(got.body as object)).toEqual(['error']);
      expect(await page.kept(SCOPES.quay)).toBe(before);
    });

    test.each([
      ['one that nobody has', 'nowhere'],
      ['a path', '../quay'],
      ['a long one', 'x'.repeat(201)],
      ['a pattern', 'm%'],
    ])('%s is refused', async (_what, matrix) => {
      const got = await send('admin', route.method, requestFor(route, matrix));
      expect([400, 404]).toContain(got.status);
      expect(Object.keys(got.body as object)).toEqual(['error']);
    });

    test('no matrix is refused, or one’s own usual one where it is looked at', async () => {
      const got = await send('admin', route.method, requestFor(route, ''));
      if (route.path === '/api/matrix') expect(got).toMatchObject({ body: { matrix: 'main' } });
      else expect(got).toMatchObject({ status: 400, body: { error: expect.any(String) } });
    });
  });

  test('a press that names another matrix in its data is about the matrix of the page', async () => {
    const before = await page.kept(SCOPES.quay);
    const version = await versionOf(NAMED);
    const body = give(NAMED, version, PEOPLE.admin.name);
    const sent = { ...body, data: { ...body.data, matrix: 'quay' } };
    expect((await page.post('admin', '/api/press', sent)).status).toBe(200);
    expect(await page.kept(SCOPES.quay)).toBe(before);
    expect(await versionOf(NAMED)).toBe(version + 1);
  });
});

test('no new matrix is called what looks like another one, or like nothing', async () => {
  for (const name of ['\u202e\u200b', 'Office\u200b Harbour', ' Office  Harbour\u2066 ']) {
    const names = async () => (await page.get('admin', '/api/me')).text;
    const before = await names();
    const press = { matrix: 'main', verb: 'matrix-make', data: { name, from: 'empty' } };
    await page.post('admin', '/api/press', { ...press, once: `look-alike ${name}` });
    expect(await names()).toBe(before);
  }
});

describe('rights', () => {
  test.each(ROLES.filter((role) => role !== 'stranger'))(
    '%s sees what they may change',
    async (who) => {
      const { rows, mayAdminister } = await rowsFor(who);
      const may = rows.filter(({ mayEdit }) => mayEdit).map(({ task }) => task);
      const cloud = [NAMED, PARTYS];
      const expected: Partial<Record<Role, string[]>> = {
        admin: rows.map(({ task }) => task),
        operator: rows.map(({ task }) => task),
        editor: cloud,
        otherEditor: ['security.alerts', 'security.keys'],
        speaker: [PARTYS],
      };
      const owned = rows
        .filter(({ person }) => person === PEOPLE[who].name)
        .map(({ task }) => task);
      expect(may.toSorted()).toEqual((expected[who] ?? (who === 'guest' ? [] : owned)).toSorted());
      expect(mayAdminister).toBe(who === 'admin' || who === 'operator');
      for (const { task, mayEdit } of rows) {
        const one = (await page.get(who, `/api/task?matrix=main&task=${task}`)).body as PageTask;
        expect(one.row.mayEdit).toBe(mayEdit);
        expect(one.edit !== null).toBe(mayEdit);
      }
    },
  );

  test('a guest reads, and changes nothing by any button', async () => {
    const before = await page.kept(SCOPES.own);
    const version = await versionOf(PARTYS);
    const presses = [
      give(PARTYS, version, PEOPLE.guest.name),
      press('edit-save', { task: PARTYS, version, owner: '=nobody' }),
      press('gap-save', { task: PARTYS, version, until: '2027-01-01', why: 'x' }),
      press('claim', { task: PARTYS, version }),
      press('undo', { task: PARTYS, version }),
      press('wrong-owner', { task: PARTYS }),
      press('role-save', { person: PEOPLE.guest.id, name: 'Gus', admin: 'true' }),
    ];
    for (const one of presses) {
      const got = await page.post('guest', '/api/press', one);
      expect(got.status).toBe(200);
    }
    expect(await page.kept(SCOPES.own)).toBe(before);
    expect((await rowsFor('guest')).rows).not.toEqual([]);
  });
});

describe('a press', () => {
  test('changes, says so, and shows the card as Teams would', async () => {
    const version = await versionOf(PARTYS);
    const got = (await page.post('editor', '/api/press', give(PARTYS, version, PEOPLE.admin.name)))
      .body as Extract<Pressed, { kind: 'done' }>;
    expect(got).toMatchObject({ kind: 'done', card: { type: 'AdaptiveCard' } });
    expect(got.line).toContain('Ada Admin');
    expect(got.note).toContain('Internal Harbour');
    expect(JSON.stringify(got.card)).toContain('"matrix":"main"');
    const { revision, rows } = await rowsFor('member');
    expect(got.revision).toBe(revision);
    expect(rows.find(({ task }) => task === PARTYS)).toMatchObject({
      ...{ person: 'Ada Admin', version: version + 1, status: 'assigned' },
    });
    const lines = (await page.get('member', `/api/task?matrix=main&task=${PARTYS}`))
      .body as PageTask;
    expect(lines.history[0]?.who).toBe(PEOPLE.editor.name);
  });

  test('the same once more has no second effect, and gets the same answer', async () => {
    const body = give(PARTYS, await versionOf(PARTYS), PEOPLE.owner.name);
    const first = await page.post('admin', '/api/press', body);
    const before = await page.kept(SCOPES.own);
    const again = await page.post('admin', '/api/press', body);
    expect(again.body).toMatchObject({ kind: 'done', line: (first.body as Pressed).line });
    expect(await page.kept(SCOPES.own)).toBe(before);
  });

  test('one key of two people names two presses', async () => {
    const version = await versionOf(PARTYS);
    const body = give(PARTYS, version, PEOPLE.admin.name);
    await page.post('admin', '/api/press', body);
    await page.post('operator', '/api/press', {
      ...give(PARTYS, version + 1, PEOPLE.owner.name),
      once: body.once,
    });
    expect(await versionOf(PARTYS)).toBe(version + 2);
  });

  test('on what has moved since changes nothing, and says who came first', async () => {
    const version = await versionOf(PARTYS);
    await page.post('admin', '/api/press', give(PARTYS, version, PEOPLE.admin.name));
    const before = await page.kept(SCOPES.own);
    const got = (
      await page.post('operator', '/api/press', give(PARTYS, version, PEOPLE.owner.name))
    ).body as Extract<Pressed, { kind: 'done' }>;
    expect(got.note).toContain(PEOPLE.admin.name);
    expect(got.line).toContain(PEOPLE.admin.name);
    expect(await page.kept(SCOPES.own)).toBe(before);
  });

  test('of ten at once one wins, and the others see who', async () => {
    const version = await versionOf(PARTYS);
    const lead = (n: number) => (n % 2 === 0 ? PEOPLE.admin.name : PEOPLE.owner.name);
    const now = (await rowsFor('admin')).rows.find(({ task }) => task === PARTYS)?.person;
    const others = Array.from({ length: 10 }, (_, n) => lead(n + (now === lead(0) ? 1 : 0)));
    const got = await Promise.all(
      others.map((name, n) =>
        page.post(
          n % 2 === 0 ? 'admin' : 'operator',
          '/api/press',
          give(PARTYS, version, n === 0 ? name : (others[0] ?? '')),
        ),
      ),
    );
    expect(got.every(({ status }) => status === 200)).toBe(true);
    expect(await versionOf(PARTYS)).toBe(version + 1);
    const notes = got.map(({ body }) => (body as { note: string }).note);
    expect(new Set(notes).size).toBeGreaterThan(1);
  });

  test('is undone', async () => {
    const version = await versionOf(PARTYS);
    const before = (await rowsFor('admin')).rows.find(({ task }) => task === PARTYS);
    await page.post(
      'admin',
      '/api/press',
      press('edit-save', { task: PARTYS, version, owner: '=nobody' }),
    );
    await page.post('admin', '/api/press', press('undo', { task: PARTYS, version: version + 1 }));
    const after = (await rowsFor('admin')).rows.find(({ task }) => task === PARTYS);
    expect(after).toMatchObject({ person: before?.person, version: version + 2 });
  });

  test.each([
    ['an unknown button', press('no-such-verb', {})],
    ['data that is not the button’s', press('edit-save', { task: 7 })],
  ])('%s is refused in words', async (_what, body) => {
    const got = await page.post('admin', '/api/press', body);
    expect(got).toMatchObject({ status: 200, body: { kind: 'refused' } });
  });

  test.each([
    ['no verb', { matrix: 'main', data: {}, once: 'aaaaaaaaa' }],
    ['no key', { matrix: 'main', verb: 'show', data: {} }],
    ['a short key', { matrix: 'main', verb: 'show', data: {}, once: 'a' }],
    ['data that is a list', { matrix: 'main', verb: 'show', data: [], once: 'aaaaaaaaa' }],
    ['a list', []],
    ['nothing', null],
    [
      'too many fields',
      press('show', Object.fromEntries([...Array(300).keys()].map((n) => [`f${n}`, n]))),
    ],
  ])('%s is no press', async (_what, body) => {
    expect((await page.post('admin', '/api/press', body)).status).toBe(400);
  });
});

describe('what moved', () => {
  test('a matrix that has not is not sent again', async () => {
    const first = await page.get('member', '/api/matrix?matrix=main');
    const tag = first.headers.get('etag') ?? '';
    const again = await page.get('member', '/api/matrix?matrix=main', { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.headers.get('etag')).toBe(tag);
    await page.post(
      'admin',
      '/api/press',
      give(PARTYS, await versionOf(PARTYS), PEOPLE.admin.name),
    );
    const version = await versionOf(PARTYS);
    await page.post('admin', '/api/press', press('undo', { task: PARTYS, version }));
    const moved = await page.get('member', '/api/matrix?matrix=main', { 'if-none-match': tag });
    expect(moved.status).toBe(200);
    expect(moved.headers.get('etag')).not.toBe(tag);
  });

  test('a tag is of one person, language, day and matrix', async () => {
    const tagOf = async (who: Role, matrix: string, language = 'en') =>
      (
        await page.get(who, `/api/matrix?matrix=${matrix}`, { 'accept-language': language })
      ).headers.get('etag');
    const tags = [
      await tagOf('member', 'main'),
      await tagOf('admin', 'main'),
      await tagOf('member', 'quay'),
      await tagOf('member', 'main', 'de'),
      await tagOf('stranger', 'main'),
    ];
    page.later(24 * 3_600_000);
    tags.push(await tagOf('member', 'main'));
    expect(new Set(tags).size).toBe(tags.length);
  });

  test('the tag of another is no tag of mine', async () => {
    const tag = (await page.get('admin', '/api/matrix?matrix=main')).headers.get('etag') ?? '';
    const got = await page.get('member', '/api/matrix?matrix=main', { 'if-none-match': tag });
    expect(got.status).toBe(200);
  });
});

describe('matches and cards', () => {
  test('finds what the chat finds', async () => {
    const got = await page.get('member', '/api/find?matrix=main&q=who%20owns%20mail%20flow');
    expect((got.body as { tasks: string[] }).tasks[0]).toBe(PARTYS);
  });

  test('a task that is not there is said to be gone', async () => {
    const got = await page.get('member', '/api/task?matrix=main&task=cloud.gone');
    expect(got).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('no longer') },
    });
  });

  test('shows the digest as it would be posted, and changes nothing', async () => {
    const before = await page.kept(SCOPES.own);
    const got = await page.get('member', '/api/card?matrix=main&name=digest');
    expect(got.body).toMatchObject({ card: { type: 'AdaptiveCard' } });
    expect(await page.kept(SCOPES.own)).toBe(before);
  });

  test('says why there is no result of the quiz', async () => {
    const got = await page.get('member', '/api/card?matrix=main&name=quiz');
    expect(got.body).toEqual({ line: expect.stringContaining('no result'), card: null });
  });

  test('speaks the language of the browser', async () => {
    const got = await page.get('member', '/api/task?matrix=main&task=x', {
      'accept-language': 'de-AT,en;q=0.5',
    });
    expect((got.body as { error: string }).error).toContain('Matrix');
  });
});

test('whoever asks too fast waits, and nobody else does', async () => {
  const proof = await page.proof('speaker');
  const ask = () => page.ask('GET', '/api/me', proof);
  const got = await Promise.all(Array.from({ length: 100 }, ask));
  const late = got.filter(({ status }) => status === 429);
  expect(late.length).toBe(40);
  expect(Number(late[0]?.headers.get('retry-after'))).toBe(1);
  expect(late[0]?.body).toMatchObject({ error: expect.stringContaining('Wait 1 s') });
  expect((await page.ask('GET', '/api/me', await page.proof('member'))).status).toBe(200);
  page.later(1_000);
  expect((await ask()).status).toBe(200);
});
