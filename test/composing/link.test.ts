// A link to a task, pasted while composing: its card where it is ours to show, and the bare link everywhere else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardText } from '../../src/commands/card-text.ts';
import { taskLink } from '../../src/links.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import { TENANT } from '../support/activities.ts';
import { nodes } from '../support/cards.ts';
import { APP, type Desk, GUEST, NOW, openDesk, PAGES, resultsOf, TOVE } from './desk.ts';

const NOTHING = { kind: 'list', results: [] };
const MAIL_FLOW = taskLink(PAGES, { matrix: 'main', task: 'cloud.mail-flow' });
const by = { id: 'remit', name: 'Remit' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.say('hello');
});
afterAll(() => desk.close());

test.each([
  ['the link on a card', MAIL_FLOW],
  ['the page in a browser', 'https://remit.contoso.com/tab/?task=cloud.mail-flow'],
  ['with its matrix', 'https://remit.contoso.com/tab/?matrix=main&task=cloud.mail-flow'],
])('%s becomes the answer card', async (_, link) => {
  const [found, ...more] = resultsOf(await desk.link(link));
  expect(more).toEqual([]);
  expect(found?.title).toBe('Mail flow');
  expect(cardText(found?.card)).toContain('Northwind IT, service desk');
});

test('the link on the card is one that unfurls', async () => {
  const [found] = resultsOf(await desk.search('mail flow'));
  const open = nodes(found?.card).find(({ type }) => type === 'Action.OpenUrl');
  expect(resultsOf(await desk.link(String(open?.['url'])))).toHaveLength(1);
});

describe('nothing, and no error', () => {
  test.each([
    ['an unknown task', taskLink(PAGES, { matrix: 'main', task: 'cloud.nothing' })],
    ['an unknown matrix', taskLink(PAGES, { matrix: 'elsewhere', task: 'cloud.mail-flow' })],
    ['another app', MAIL_FLOW.replace(APP, APP.replaceAll('1', '9'))],
    ['another tenant', `${MAIL_FLOW}&tenantId=bbbb`],
    ['another host', 'https://evil.example/tab/?task=cloud.mail-flow'],
    ['a name of JavaScript', 'https://remit.contoso.com/tab/?task=__proto__'],
    ['no link', 'mail flow'],
  ])('%s', async (_, link) => {
    expect(await desk.link(link)).toEqual(NOTHING);
  });

  test('for whoever has not installed the app', async () => {
    expect(await desk.send('anonymousQueryLink', { url: MAIL_FLOW })).toEqual(NOTHING);
  });

  test('where there is no page', async () => {
    const plain = await openDesk({ pages: null });
    expect(await plain.link(MAIL_FLOW)).toEqual(NOTHING);
    await plain.close();
  });

  test('for another tenant’s task of the same address', async () => {
    const tenant = 'cccccccc-1111-4222-8333-000000000003';
    const draft = starterDraft('Theirs');
    const tasks = draft.tasks.filter(({ id }) => id !== 'cloud.mail-flow');
    await desk.store.create({ tenant, matrix: 'main' }, { ...draft, tasks }, by, NOW);
    expect(await desk.link(MAIL_FLOW, { ...TOVE, tenant })).toEqual(NOTHING);
  });
});

test('a guest reads the card as in the chat, and looking leaves nothing behind', async () => {
  const before = desk.commits.length;
  expect(resultsOf(await desk.link(MAIL_FLOW, GUEST))).toHaveLength(1);
  expect(desk.commits.slice(before)).toEqual([]);
});

describe('where there are several matrices', () => {
  const quay = { tenant: TENANT, matrix: 'quay' };

  beforeAll(async () => {
    const draft = starterDraft('Quay');
    const tasks = draft.tasks.map((task) => ({ ...task, name: `${task.name} at Quay` }));
    await desk.store.create(quay, { ...draft, name: 'Quay', tasks }, by, NOW);
  });

  test('a link opens its own, a search asks to choose, and a choice in one’s own chat counts', async () => {
    const who = { id: '0b000000-0000-4000-8000-000000000031', name: 'Wim Which' };
    const link = taskLink(PAGES, { matrix: 'quay', task: 'cloud.mail-flow' });
    expect(resultsOf(await desk.link(link, who))[0]?.title).toBe('Mail flow at Quay');
    expect(await desk.search('mail flow', who, 'theirs')).toEqual({
      kind: 'note',
      text: 'There are several matrices here. Write “matrices” in a chat with Remit and choose one.',
    });
    await desk.press({ verb: 'use-matrix', matrix: 'quay' }, who, 'theirs');
    const [found] = resultsOf(await desk.search('mail flow', who, 'theirs'));
    expect(found?.title).toBe('Mail flow at Quay');
    const other = { ...who, id: '0b000000-0000-4000-8000-000000000032' };
    expect((await desk.search('mail flow', other, 'theirs')).kind).toBe('note');
  });

  test('a group that keeps to one matrix shows nothing of another', async () => {
    await desk.store.commit({
      ...{ scope: { tenant: TENANT, matrix: 'main' }, by, at: NOW, reply: '' },
      once: { conversation: '19:helpers@thread.v2', person: TOVE.id, key: 'bind' },
      effects: [{ kind: 'bind', matrix: 'main' }],
    });
    const link = taskLink(PAGES, { matrix: 'quay', task: 'cloud.mail-flow' });
    expect(await desk.link(link, TOVE, 'group')).toEqual(NOTHING);
    const [found] = resultsOf(await desk.search('mail flow', TOVE, 'group'));
    expect(found?.title).toBe('Mail flow');
  });
});
