// Looking for an owner while composing: what is listed, what is inserted, and that nothing is left behind.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardText } from '../../src/commands/card-text.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import { cardFaults, executes, nodes } from '../support/cards.ts';
import { type Desk, GUEST, openDesk, PRIYA, resultsOf, TODAY, TOVE, type Who } from './desk.ts';

/** Message extensions allow 28 KB a card: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
const MOST_BYTES = 28_000;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const titles = async (query: string, who?: Who) =>
  resultsOf(await desk.search(query, who)).map(({ title }) => title);

describe('what is found', () => {
  test.each([
    ['a whole question', 'who owns mail flow?', 'Mail flow'],
    ['a name alone', 'mail flow', 'Mail flow'],
    ['a name not yet finished', 'mail fl', 'Mail flow'],
    ['a question not yet finished', 'who owns mail fl', 'Mail flow'],
    ['another language', 'wer betreut den mailflow', 'Mail flow'],
    ['a slip', 'mail folw', 'Mail flow'],
  ])('%s', async (_, query, first) => {
    expect((await titles(query))[0]).toBe(first);
  });

  test('the owner stands first in the list, then the status', async () => {
    const [first] = resultsOf(await desk.search('mail flow'));
    expect(first?.text).toBe('Northwind IT, service desk · confirmed');
  });

  test('what was asked leads: the nights, not the owner', async () => {
    const [first] = resultsOf(await desk.search('who covers mail flow at night?'));
    expect(first?.text).toBe('Mail flow at night → +1 555 0101 (Northwind IT) · confirmed');
    expect(cardText(first?.card)).toContain('Mail flow at night');
  });

  test('a list asked for is the list', async () => {
    const results = resultsOf(await desk.search('what does nobody own?'));
    expect(results.length).toBeGreaterThan(1);
    for (const { text } of results) expect(text).toContain('· nobody');
  });

  test('at most eight, each once', async () => {
    for (const query of [
      'all tasks',
      'security',
      'everything',
      'a',
      'what does Northwind IT do?',
    ]) {
      const got = await desk.search(query);
      const found = got.kind === 'list' ? got.results.map(({ card }) => JSON.stringify(card)) : [];
      expect(found.length).toBeLessThanOrEqual(8);
      expect(new Set(found).size).toBe(found.length);
    }
  });

  test.each([
    ['en-GB', 'No task fits “???”. Name the system or the work, such as “VPN” or “new laptops”.'],
    [
      'de-DE',
      'Keine Aufgabe passt zu „???“. Nennen Sie das System oder die Arbeit, etwa „VPN“ oder „neue Laptops“.',
    ],
  ])('nothing is said to be nothing (%s)', async (locale, text) => {
    expect(await desk.search('???', { ...TOVE, locale })).toEqual({ kind: 'note', text });
  });
});

describe('before anything is typed', () => {
  const first = { commandId: 'find', parameters: [{ name: 'initialRun', value: 'true' }] };

  test('the five questions that everybody has', async () => {
    const found = resultsOf(await desk.send('query', first));
    expect(found).toHaveLength(5);
    expect(resultsOf(await desk.search(''))).toEqual(found);
    expect(resultsOf(await desk.send('query', { commandId: 'find', parameters: [] }))).toEqual(
      found,
    );
  });

  test('led by what was asked a moment ago in the chat with Remit, wherever one composes', async () => {
    const ana: Who = { id: '0b000000-0000-4000-8000-000000000011', name: 'Ana Asker' };
    await desk.say('who owns the firewall rules?', ana);
    const [asked] = resultsOf(await desk.send('query', first, ana, 'theirs'));
    expect(asked?.title).toMatch(/firewall/i);
    expect(resultsOf(await desk.send('query', first, TOVE))[0]?.title).not.toMatch(/firewall/i);
  });

  test('the local Teams names neither command nor parameter', async () => {
    const got = await desk.send('query', { parameters: [{ value: 'mail flow' }] });
    expect(resultsOf(got)[0]?.title).toBe('Mail flow');
  });

  test('all there is comes at once: a second page is empty', async () => {
    const more = { commandId: 'find', parameters: [], queryOptions: { skip: 8, count: 25 } };
    expect(await desk.send('query', more)).toEqual({ kind: 'list', results: [] });
  });
});

describe('the card that is inserted', () => {
  test('is the answer of the chat, buttons and all, where Remit is', async () => {
    const answered = await desk.say('who owns mail flow?');
    const [found] = resultsOf(await desk.search('who owns mail flow?', TOVE, 'ours'));
    expect(found?.card).toEqual(answered);
    expect(executes(found?.card).map(({ title }) => title)).toEqual(['Wrong owner', 'History']);
  });

  test('has only links where no bot hears its buttons', async () => {
    const [found] = resultsOf(await desk.search('mail flow', PRIYA, 'theirs'));
    const actions = nodes(found?.card).filter(({ type }) => String(type).startsWith('Action.'));
    expect(actions).toEqual([
      {
        type: 'Action.OpenUrl',
        title: 'Open in Remit',
        url: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/entity\//),
      },
    ]);
    expect(cardFaults(found?.card)).toEqual([]);
  });

  test('offers Edit to who may, and never to a guest', async () => {
    await desk.say('hello', PRIYA, 'group');
    const buttons = async (who: Who) => {
      const [found] = resultsOf(await desk.search('mail flow', who, 'group'));
      return executes(found?.card).map(({ title }) => title);
    };
    expect(await buttons(PRIYA)).toContain('Edit');
    expect(await buttons(TOVE)).not.toContain('Edit');
    expect(await buttons(GUEST)).toEqual(['Wrong owner', 'History']);
  });

  test('stays small and sound, and its preview harmless, whatever people wrote', async () => {
    const hostile = '<b>x</b><at>all</at> [a](https://evil.example) {{DATE(x)}} \u202e';
    const draft = sampleDraft(TODAY);
    const tasks = draft.tasks.map((task) => ({
      ...task,
      name: `${task.name} ${hostile} ${'n'.repeat(2_000)}`,
      description: hostile.repeat(800),
      reason: hostile.repeat(800),
    }));
    const big = await openDesk({ draft: () => ({ ...draft, tasks }) });
    const results = [
      ...resultsOf(await big.search('mail flow')),
      ...resultsOf(await big.search('what does nobody own?')),
    ];
    expect(results.length).toBeGreaterThan(2);
    for (const { title, text, card } of results) {
      expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(MOST_BYTES);
      expect(cardFaults(card)).toEqual([]);
      expect(title + text).not.toMatch(/[<>\u202e]|\{\{/);
      expect(JSON.stringify(card)).not.toMatch(/<at>|\{\{/);
    }
    await big.close();
  });

  test('without a page there is no link', async () => {
    const plain = await openDesk({ pages: null });
    const [found] = resultsOf(await plain.search('mail flow'));
    expect(JSON.stringify(found?.card)).not.toContain('OpenUrl');
    await plain.close();
  });
});

test('looking leaves nothing behind: no count, no memory, no place', async () => {
  const before = desk.commits.length;
  const zoe: Who = { id: '0b000000-0000-4000-8000-000000000012', name: 'Zoe Zest' };
  for (const query of ['', 'mail', 'who owns mail flow?', 'assign mail flow to me', 'digest on']) {
    await desk.search(query, zoe, 'theirs');
  }
  expect(desk.commits.slice(before)).toEqual([]);
  const person = { kind: 'person', person: zoe.id } as const;
  expect(await desk.store.places.find('aaaaaaaa-1111-4222-8333-000000000001', person)).toBeNull();
});

test('another tenant finds nothing of ours', async () => {
  const tenant = 'bbbbbbbb-1111-4222-8333-000000000002';
  const draft = starterDraft('Starter');
  const [some] = draft.tasks;
  if (!some) throw new Error('an empty starter');
  const secret = { ...some, id: 'cloud.zebra-ledger', name: 'Zebra ledger', aliases: [] };
  const by = { id: 'remit', name: 'Remit' };
  const ours = { tenant: 'aaaaaaaa-9999-4222-8333-000000000009', matrix: 'main' };
  await desk.store.create(ours, { ...draft, tasks: [...draft.tasks, secret] }, by, new Date());
  expect(await titles('zebra ledger', { ...TOVE, tenant: ours.tenant })).toContain('Zebra ledger');
  const theirs = await desk.search('zebra ledger', { ...TOVE, tenant });
  expect(JSON.stringify(theirs)).not.toContain('Zebra ledger');
});
