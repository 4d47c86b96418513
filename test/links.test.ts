// Links to a task: what is written is read again, and nothing else is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pages, readSubPage, readTaskLink, subPageOf, taskLink } from '../src/links.ts';

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-1111-4222-8333-000000000001';
const teams: Pages = { appId: APP, base: 'https://remit.contoso.com' };
const local: Pages = { appId: null, base: 'http://127.0.0.1:3978' };
const read = (link: string, pages = teams) => readTaskLink(link, pages, TENANT);
const PLACE = { matrix: 'main', task: 'cloud.mail-flow' };

test('in Teams it opens the tab, and the page in a browser', () => {
  const link = new URL(taskLink(teams, PLACE));
  expect(link.origin + link.pathname).toBe(`https://teams.microsoft.com/l/entity/${APP}/matrix`);
  expect(link.searchParams.get('webUrl')).toBe(
    'https://remit.contoso.com/tab/?matrix=main&task=cloud.mail-flow',
  );
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
    subEntityId: 'main/cloud.mail-flow',
  });
});

test('without an app it is the page itself', () => {
  expect(taskLink(local, PLACE)).toBe(
    'http://127.0.0.1:3978/tab/?matrix=main&task=cloud.mail-flow',
  );
});

test('whatever the ids are, a link leads back to its task', () => {
  const id = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).filter((text) => {
    return text.isWellFormed() && text.length <= 200;
  });
  fc.assert(
    fc.property(fc.oneof(fc.constant(''), id), id, (matrix, task) => {
      const place = { matrix, task };
      const [inTeams, inBrowser] = [taskLink(teams, place), taskLink(local, place)];
      expect(readSubPage(subPageOf(place))).toEqual(place);
      if (inTeams.length <= 8_000) expect(read(inTeams)).toEqual(place);
      if (inBrowser.length <= 8_000) expect(read(inBrowser, local)).toEqual(place);
    }),
  );
});

const entity = (context: unknown, more = '') =>
  `https://teams.microsoft.com/l/entity/${APP}/matrix?context=${encodeURIComponent(JSON.stringify(context))}${more}`;

describe('also read', () => {
  test.each([
    ['a task without its matrix', entity({ subEntityId: 'cloud.mail-flow' })],
    ['the other name for it', entity({ subPageId: 'cloud.mail-flow' })],
    [
      'the new host',
      entity({ subEntityId: 'cloud.mail-flow' }).replace(
        'teams.microsoft.com',
        'teams.cloud.microsoft',
      ),
    ],
    ['our own tenant', entity({ subEntityId: 'cloud.mail-flow' }, `&tenantId=${TENANT}`)],
    ['a path without its end', 'https://remit.contoso.com/tab?task=cloud.mail-flow'],
  ])('%s', (_, link) => {
    expect(read(link)).toEqual({ matrix: '', task: 'cloud.mail-flow' });
  });
});

describe('names nothing', () => {
  test.each([
    ['nothing', ''],
    ['no link', 'who owns mail flow?'],
    ['another host', 'https://evil.example/tab/?task=cloud.mail-flow'],
    ['a host that ends alike', 'https://xremit.contoso.com/tab/?task=cloud.mail-flow'],
    ['our host as a user name', 'https://remit.contoso.com@evil.example/tab/?task=x'],
    ['a user on our host', 'https://a:b@remit.contoso.com/tab/?task=x'],
    ['another port', 'https://remit.contoso.com:8443/tab/?task=x'],
    ['without encryption', 'http://remit.contoso.com/tab/?task=x'],
    ['another page of ours', 'https://remit.contoso.com/tabs/?task=x'],
    ['the page without a task', 'https://remit.contoso.com/tab/'],
    ['an empty task', 'https://remit.contoso.com/tab/?task='],
    ['a task too long', `https://remit.contoso.com/tab/?task=${'x'.repeat(201)}`],
    ['a matrix too long', `https://remit.contoso.com/tab/?task=x&matrix=${'x'.repeat(201)}`],
    ['a link too long', `https://remit.contoso.com/tab/?task=x&y=${'x'.repeat(8_000)}`],
    ['another app', entity({ subEntityId: 'x' }).replace(APP, APP.replace('1', '2'))],
    ['another page of the app', entity({ subEntityId: 'x' }).replace('/matrix', '/about')],
    ['Teams, but not an entity', entity({ subEntityId: 'x' }).replace('/entity/', '/message/')],
    ['a host like Teams', entity({ subEntityId: 'x' }).replace('microsoft.com', 'microsoft.co')],
    ['another tenant', entity({ subEntityId: 'x' }, '&tenantId=bbbb')],
    ['another tenant in the context', entity({ subEntityId: 'x', tenantId: 'bbbb' })],
    ['a context that is no object', entity('x')],
    ['a context that is no JSON', `https://teams.microsoft.com/l/entity/${APP}/matrix?context=%7B`],
    ['a task that is a number', entity({ subEntityId: 7 })],
    ['three parts', entity({ subEntityId: 'a/b/c' })],
    ['an escape cut short', entity({ subEntityId: '%E0%A4%A' })],
    ['a script', 'javascript:alert(1)'],
  ])('%s', (_, link) => {
    expect(read(link)).toBeNull();
  });

  test('a link of Teams where no app is registered', () => {
    expect(read(entity({ subEntityId: 'x' }), local)).toBeNull();
  });
});
