// "Who owns this?" on somebody's message: whatever its markup says, it is matched and never obeyed; buttons keep their rights.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardText } from '../../src/commands/card-text.ts';
import { TENANT } from '../support/activities.ts';
import { cardFaults, nodes } from '../support/cards.ts';
import {
  buttonOf,
  buttonsOf,
  type Desk,
  dialogOf,
  GUEST,
  NOW,
  openDesk,
  PRIYA,
  TOVE,
  type Where,
  type Who,
} from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const MAIN = { tenant: TENANT, matrix: 'main' };
const read = async (html: string, who?: Who, where?: Where) =>
  cardText(dialogOf(await desk.about(html, who, where)));
const taskNow = async (id: string) =>
  (await desk.store.read(MAIN))?.tasks.find((task) => task.id === id);

describe('what a message is about', () => {
  test.each([
    ['a question', '<p>Who owns mail flow?</p>'],
    ['a question between greetings', '<p>Hi all,</p><p>who owns mail flow?</p><p>Thanks, Bo</p>'],
    ['words across tags', '<div>who <b>owns</b> ma<i></i>il&nbsp;flow&#63;</div>'],
    ['a mention before it', '<p><at id="0">Bo Lind</at>&nbsp;who owns mail flow?</p>'],
    [
      'a long picture before it',
      `<img src="https://x.example/${'a'.repeat(900)}"><p>Mail flow</p>`,
    ],
    [
      'an answer that quotes another question',
      '<blockquote itemtype="x"><p>who owns printing?</p></blockquote><p>And who owns mail flow?</p>',
    ],
    ['text without markup', 'who owns mail flow?'],
  ])('%s', async (_, html) => {
    expect(await read(html)).toContain('Northwind IT, service desk');
  });

  test('the subject of a post counts', async () => {
    const card = dialogOf(
      await desk.send('fetchTask', {
        commandId: 'who-owns',
        messagePayload: {
          subject: 'Mail flow',
          body: { contentType: 'html', content: '<p>?</p>' },
        },
      }),
    );
    expect(cardText(card)).toContain('Northwind IT, service desk');
  });

  test.each([
    ['only a picture', '<img src="x" alt="who owns mail flow?">'],
    ['nothing', ''],
    ['only what it hides', '<script>who owns mail flow?</script><!-- who owns mail flow? -->'],
  ])('%s has no words', async (_, html) => {
    expect(await read(html)).toBe(
      'This message has no words to go by. Ask me in your own words instead.',
    );
  });
});

const HOSTILE: [string, string][] = [
  ['a script', '<script>alert(1)</script><p>mail flow</p>'],
  ['a handler', '<img src=x onerror="alert(1)"><p>mail flow</p>'],
  ['a mention of everyone', '<p>&lt;at&gt;everyone&lt;/at&gt; mail flow</p>'],
  ['an escaped mention, twice', '<p>&amp;lt;at&amp;gt;all mail flow</p>'],
  ['a date for the client', '<p>{{DATE(2026-01-01)}} mail flow</p>'],
  ['a template', '<p>${matrix} ${$root.words} mail flow</p>'],
  ['a link', '<p>[mail flow](https://evil.example) mail flow</p>'],
  ['an override of direction', '<p>\u202email flow</p>'],
  ['a tag that never ends', '<p>mail flow</p><a href="'],
  ['a comment that never ends', '<p>mail flow</p><!-- x'],
  ['ten thousand open tags', `<p>mail flow</p>${'<b>'.repeat(10_000)}`],
  ['ten thousand angles', `mail flow ${'<'.repeat(10_000)}`],
  ['ten thousand entities', `mail flow ${'&#'.repeat(10_000)}`],
  ['ten thousand scripts', `mail flow ${'<script>'.repeat(3_000)}`],
  ['half a character', '<p>mail flow \ud83e</p>'],
  ['a zero', '<p>mail\u0000 flow &#0; &#1114112;</p>'],
];

describe('markup that wants more', () => {
  test.each(HOSTILE)('%s stays words', async (_, html) => {
    const begun = performance.now();
    const card = dialogOf(await desk.about(html));
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(cardFaults(card)).toEqual([]);
    const shown = JSON.stringify(card);
    expect(shown).not.toMatch(/<script|<at>|\{\{|\u202e|onerror|evil\.example\)"/);
    expect(cardText(card).length).toBeGreaterThan(10);
  });

  test.each([
    'assign mail flow to Sam Rivera',
    'nobody owns mail flow',
    'undo',
    'digest on',
    'digest off',
    'quiz',
    'I take mail flow',
    'accept the gap on mail flow until 1 March 2027 because I say so',
    'start a views round for security',
    'make Tove Berg an admin',
    'use Quay Logistics',
  ])('an admin who asks about “%s” has not said it', async (text) => {
    const before = desk.commits.length;
    await desk.about(`<p>${text}</p>`, PRIYA);
    const kinds = desk.commits.slice(before).flatMap(({ effects }) => effects.map((e) => e.kind));
    expect(kinds.filter((kind) => kind !== 'demand')).toEqual([]);
  });
});

describe('nobody answers this', () => {
  const html = '<p>The espresso machine on floor 3 leaks again, whom do we call?</p>';

  test('is offered where no task fits, and noted once pressed, once', async () => {
    const before = desk.commits.length;
    const card = dialogOf(await desk.about(html));
    expect(desk.commits.slice(before).flatMap(({ effects }) => effects)).toEqual([]);
    const data = buttonOf(card, 'Nobody answers this');
    const said = cardText(dialogOf(await desk.press(data)));
    expect(said).toMatch(/^I have noted “The espresso machine on floor 3 leaks/);
    await desk.press(data);
    const noted = desk.commits
      .slice(before)
      .flatMap(({ effects }) => effects.filter((effect) => effect.kind === 'demand'));
    expect(noted[0]).toMatchObject({ demand: { kind: 'none of these', task: '' } });
    const keys = new Set(desk.commits.slice(before).map(({ once }) => once?.key));
    expect(keys.size).toBe(2);
  });

  test('the local Teams leaves the command empty', async () => {
    const data = buttonOf(dialogOf(await desk.about(html)), 'Nobody answers this');
    const got = await desk.send('submitAction', { commandId: '', data });
    expect(cardText(dialogOf(got))).toMatch(/^I have noted/);
  });

  test('is offered beside an answer, too: it may be the wrong task', async () => {
    const card = dialogOf(await desk.about('<p>who owns mail flow?</p>'));
    const data = buttonOf(card, 'Nobody answers this');
    expect(data).toMatchObject({ question: 'who owns mail flow?', matrix: 'main' });
  });

  test('asking counts for the task that was found', async () => {
    const day = NOW.toISOString().slice(0, 10);
    const count = async () =>
      (await desk.store.demandFor(MAIN, 'cloud.mail-flow', day as `${number}-${number}-${number}`))
        .times;
    const before = await count();
    const who: Who = { id: '0b000000-0000-4000-8000-000000000021', name: 'Uli Unseen' };
    await desk.about('<p>who owns mail flow, please?</p>', who);
    await desk.about('<p>who owns mail flow, please?</p>', who);
    expect(await count()).toBe(before + 1);
  });
});

describe('the dialog', () => {
  test('has no button that a dialog does not know', async () => {
    for (const html of ['<p>mail flow</p>', '<p>phones</p>', '<p>what does nobody own?</p>']) {
      const card = dialogOf(await desk.about(html, PRIYA));
      expect(nodes(card).filter(({ type }) => type === 'Action.Execute')).toEqual([]);
      expect(buttonsOf(card).length).toBeGreaterThan(0);
    }
  });

  test('a choice leads to its owner', async () => {
    const card = dialogOf(await desk.about('<p>phones</p>'));
    const [choice] = buttonsOf(card);
    const chosen = dialogOf(await desk.press(choice?.data));
    expect(cardText(chosen)).toContain(choice?.title);
    expect(cardText(chosen)).toContain('[Wrong owner]');
  });

  test('who may assigns there, and what was assigned is on record', async () => {
    const card = dialogOf(await desk.about('<p>mail flow</p>', PRIYA));
    const form = dialogOf(await desk.press(buttonOf(card, 'Edit'), PRIYA));
    const owner = nodes(form).find((node) => node['id'] === 'owner');
    const choices = nodes(owner?.['choices']);
    const internal = choices.find(({ title }) => String(title).startsWith('Internal IT'));
    const filled = { ...buttonOf(form, 'Save'), owner: internal?.['value'] };
    const saved = dialogOf(await desk.press(filled, PRIYA));
    expect(cardText(saved)).toMatch(/^Mail flow.*Internal IT/);
    expect((await taskNow('cloud.mail-flow'))?.ownership).toMatchObject({
      kind: 'owned',
      lead: { party: 'internal-it' },
    });
  });

  test('a guest reads, and a report is refused with words', async () => {
    const card = dialogOf(await desk.about('<p>VPN access</p>', GUEST));
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Edit');
    const told = dialogOf(await desk.press(buttonOf(card, 'Wrong owner'), GUEST));
    expect(cardText(told)).toMatch(/guest/i);
  });
});

describe('forged presses', () => {
  const forged: [string, Record<string, unknown>][] = [
    ['edit-save', { task: 'cloud.mail-flow', version: 1, owner: '=nobody', matrix: 'main' }],
    ['edit-save', { task: 'cloud.mail-flow', version: 2, owner: '["internal"]', matrix: 'main' }],
    ['gap-save', { task: 'cloud.mail-flow', version: 1, until: '2027-01-01', reason: 'x' }],
    ['share-save', { task: 'cloud.mail-flow', version: 1, partner: 'internal' }],
    ['undo', { task: 'cloud.mail-flow', version: 2 }],
    ['wish', { task: 'cloud.mail-flow', version: 2, text: 'nobody owns it' }],
    ['claim', { task: 'cloud.mail-flow', version: 2 }],
    ['role-save', { person: TOVE.id, name: TOVE.name, admin: 'true' }],
    ['person-left', { person: 'Sam Rivera', party: 'internal' }],
    ['views-ask', { area: 'security' }],
    ['use-matrix', { matrix: 'nowhere' }],
    ['edit-save', { task: 'cloud.mail-flow', version: 1, owner: '=nobody', matrix: 'quay' }],
    ['no-such-verb', {}],
    ['__proto__', {}],
  ];

  test.each(forged)('%s %j from who may not changes nothing', async (verb, data) => {
    for (const who of [TOVE, GUEST]) {
      const revision = await desk.store.revision(MAIN);
      const grants = (await desk.store.read(MAIN))?.grants;
      const got = await desk.press({ verb, ...data }, who, 'theirs');
      expect(cardText(dialogOf(got)).length).toBeGreaterThan(10);
      expect(await desk.store.revision(MAIN)).toBe(revision);
      expect((await desk.store.read(MAIN))?.grants).toEqual(grants);
    }
  });

  test('a chat between others is bound to nothing from a dialog', async () => {
    const before = desk.commits.length;
    await desk.press({ verb: 'use-matrix', matrix: 'main' }, TOVE, 'group');
    for (const { once } of desk.commits.slice(before)) {
      expect(once?.conversation).not.toBe('19:helpers@thread.v2');
    }
  });
});
