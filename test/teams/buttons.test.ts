// Pressed buttons: HTTP 200 with the outcome inside, the card replaced, and a press repeated by Teams done once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answered } from '../../src/chat.ts';
import { invoke, message, press, submit } from '../support/activities.ts';
import { cardSaying, type Running, replying, startRunning } from './running.ts';

let bot: Running;
beforeAll(async () => {
  bot = await startRunning();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.forget();
  bot.heard.length = 0;
  bot.logged.length = 0;
  bot.answerWith(() => cardSaying('Done'));
});

const at = () => bot.connector.serviceUrl;

/** No two tests press the same button on the same card, for that would be a repeat. */
let cards = 0;
const onNewCard = () => {
  cards += 1;
  return { replyToId: `card-${cards}` };
};

describe('Action.Execute', () => {
  test('hands verb and data to the inside', async () => {
    await bot.deliver(press(at(), 'wrongOwner', { task: 'mail.flow', version: 7 }, onNewCard()));
    expect(bot.heard[0]?.turn.said).toEqual({
      kind: 'action',
      verb: 'wrongOwner',
      data: { task: 'mail.flow', version: 7 },
    });
  });

  test.each([
    ['a card', () => cardSaying('Done'), 200, 'application/vnd.microsoft.card.adaptive'],
    [
      'a line',
      () => replying({ kind: 'text', text: 'Noted.' }),
      200,
      'application/vnd.microsoft.activity.message',
    ],
    [
      'the first answer again',
      () => ({ kind: 'again', matrix: 'main', reply: { kind: 'text', text: 'Noted.' } }) as const,
      200,
      'application/vnd.microsoft.activity.message',
    ],
    [
      'nothing',
      () => ({ kind: 'nothing' }) as const,
      200,
      'application/vnd.microsoft.activity.message',
    ],
    [
      'a refusal',
      () => ({ kind: 'refused', why: 'Ask again and use the fresh card.' }) as const,
      400,
      'application/vnd.microsoft.error',
    ],
  ])('answered with %s', async (_what, answer, statusCode, type) => {
    bot.answerWith(answer);
    const { status, body } = await bot.deliver(press(at(), 'show', {}, onNewCard()));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode, type });
    expect(bot.connector.posted).toEqual([]);
  });

  test('that changed something shows it to everyone who opens the card', async () => {
    const { reply } = cardSaying('Mail flow → Priya') as Extract<Answered, { kind: 'reply' }>;
    bot.answerWith(() => replying(reply, true));
    await bot.deliver(press(at(), 'show', {}, onNewCard()));
    expect(bot.connector.posted.map(({ method }) => method)).toEqual(['PUT']);
    expect(JSON.stringify(bot.connector.posted[0]?.body)).toContain('Mail flow → Priya');
  });

  test('replaces the card with the one of the answer', async () => {
    const { body } = await bot.deliver(press(at(), 'show', { task: 'vpn' }, onNewCard()));
    expect(body).toMatchObject({ value: { type: 'AdaptiveCard', version: '1.5' } });
    expect(JSON.stringify(body)).toContain('Done');
  });

  test('says why it was refused in words for people', async () => {
    bot.answerWith(() => ({ kind: 'refused', why: 'This button is from an older card.' }));
    const { body } = await bot.deliver(press(at(), 'gone', {}, onNewCard()));
    expect(body).toMatchObject({
      value: { code: 'BadRequest', message: 'This button is from an older card.' },
    });
  });

  test('that fails gives a reference and no internal text', async () => {
    bot.answerWith(() => {
      throw new Error('relation "tasks" does not exist');
    });
    const { status, body } = await bot.deliver(press(at(), 'show', {}, onNewCard()));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
    expect(JSON.stringify(body)).toMatch(/reference [0-9a-f]{8}\./);
    expect(JSON.stringify([body, bot.logged])).not.toContain('relation');
  });

  test('that fails, or cannot be read, says so in the language of who pressed', async () => {
    const german = { ...onNewCard(), locale: 'de-DE' };
    bot.answerWith(() => {
      throw new Error('relation "tasks" does not exist');
    });
    const failed = await bot.deliver(press(at(), 'show', {}, german));
    expect(JSON.stringify(failed.body)).toMatch(/Referenz [0-9a-f]{8}\./);
    const unread = await bot.deliver({
      ...invoke(at(), 'adaptiveCard/action', {}),
      ...german,
    });
    expect(JSON.stringify(unread.body)).toContain('Schaltfläche');
    bot.answerWith(() => ({ kind: 'nothing' }));
    const empty = await bot.deliver(press(at(), 'show', {}, { ...german, ...onNewCard() }));
    expect(empty.body).toMatchObject({ value: 'Dazu gibt es nichts anzuzeigen.' });
  });

  test('with expectReplies buffers the answer like any reply', async () => {
    const pressed = press(at(), 'show', {}, { ...onNewCard(), deliveryMode: 'expectReplies' });
    const { status, body } = await bot.deliver(pressed);
    expect(status).toBe(200);
    expect(body).toMatchObject({ activities: [{ type: 'invokeResponse' }] });
  });

  test.each([
    ['no value', undefined],
    ['no action', {}],
    ['no verb', { action: { type: 'Action.Execute', data: {} } }],
    ['a verb that is no text', { action: { verb: { a: 1 } } }],
    ['an endless verb', { action: { verb: 'x'.repeat(500) } }],
    ['a list', [1, 2]],
  ])('that brings %s is told so', async (_what, value) => {
    const { status, body } = await bot.deliver(invoke(at(), 'adaptiveCard/action', value));
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
    expect(bot.heard).toEqual([]);
  });
});

describe('the fallback Action.Submit', () => {
  test('is the same action', async () => {
    await bot.deliver(submit(at(), 'wrongOwner', { task: 'mail.flow' }, onNewCard()));
    expect(bot.heard[0]?.turn.said).toEqual({
      kind: 'action',
      verb: 'wrongOwner',
      data: { task: 'mail.flow' },
    });
  });

  test('has its card replaced in place', async () => {
    await bot.deliver(submit(at(), 'show', {}, { replyToId: 'card-of-old' }));
    expect(bot.connector.posted.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /amer/v3/conversations/a%3Achat-with-priya/activities/card-of-old',
    ]);
  });

  test('whose card is gone is answered with a new one', async () => {
    bot.connector.failNext({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
    await bot.deliver(submit(at(), 'show', {}, onNewCard()));
    expect(bot.connector.posted.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });

  test('whose card may have been replaced is not answered twice', async () => {
    bot.connector.failNext({ status: 502 });
    await bot.deliver(submit(at(), 'show', {}, onNewCard()));
    expect(bot.connector.posted.map(({ method }) => method)).toEqual(['PUT']);
    expect(bot.logged).toMatchObject([{ event: 'card not updated', outcome: 'uncertain' }]);
  });

  test('answered with a line is answered below the card', async () => {
    bot.answerWith(() => replying({ kind: 'text', text: 'Noted.' }));
    await bot.deliver(submit(at(), 'note', {}, onNewCard()));
    expect(bot.connector.posted.map(({ method }) => method)).toEqual(['POST']);
  });

  test('that repeats one of a moment ago fills its card again, and never adds a second one', async () => {
    const again = (first: Answered) =>
      first.kind === 'reply' ? ({ ...first, kind: 'again' } as const) : first;
    bot.answerWith(() => again(cardSaying('Owner: Northwind')));
    bot.connector.failNext({ status: 404 });
    await bot.deliver(submit(at(), 'show', { task: 'a' }, onNewCard()));
    await bot.deliver(submit(at(), 'show', { task: 'a' }, onNewCard()));
    expect(bot.connector.posted.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  });

  test('is not seen in a message that has words', async () => {
    await bot.deliver(message(at(), 'hello', { value: { verb: 'wrongOwner' } }));
    expect(bot.heard[0]?.turn.said).toEqual({ kind: 'text', text: 'hello' });
  });
});

describe('a press that Teams delivers again', () => {
  test('under the same id keeps its key', async () => {
    const pressed = press(at(), 'accept', { task: 'a' }, onNewCard());
    await bot.deliver(pressed);
    await bot.deliver(pressed);
    expect(new Set(bot.heard.map(({ once }) => once))).toEqual(new Set([pressed['id']]));
  });

  test('under a new id and time keeps the key of the first', async () => {
    const card = onNewCard();
    const first = press(at(), 'accept', { task: 'a', version: 3 }, card);
    await bot.deliver(first);
    await bot.deliver(
      press(
        at(),
        'accept',
        { task: 'a', version: 3 },
        { ...card, timestamp: '2026-11-23T09:00:31Z' },
      ),
    );
    expect(bot.heard.map(({ once }) => once)).toEqual([first['id'], first['id']]);
  });

  test.each([
    ['other data', { data: { task: 'a', version: 4 } }],
    ['another verb', { verb: 'decline' }],
    ['another card', { change: { replyToId: 'another' } }],
    ['another person', { change: { from: { id: '29:sam', name: 'Sam', aadObjectId: 'sam' } } }],
  ])('is not confused with %s', async (_what, differs) => {
    const {
      verb = 'accept',
      data = { task: 'a', version: 3 },
      change = {},
    } = {
      verb: undefined,
      data: undefined,
      change: undefined,
      ...differs,
    };
    const card = onNewCard();
    await bot.deliver(press(at(), 'accept', { task: 'a', version: 3 }, card));
    await bot.deliver(press(at(), verb, data, { ...card, ...change }));
    expect(new Set(bot.heard.map(({ once }) => once)).size).toBe(2);
  });
});

test.each([
  'composeExtension/querySettingUrl',
  'composeExtension/selectItem',
  'task/fetch',
  'task/submit',
  'application/search',
  'suggestedAction/submit',
  'signin/verifyState',
  'message/submitAction',
  '',
])('the invoke %j is not supported', async (name) => {
  expect(await bot.deliver(invoke(at(), name, { queryText: '' }))).toEqual({
    status: 501,
    body: null,
  });
  expect(bot.heard).toEqual([]);
});
