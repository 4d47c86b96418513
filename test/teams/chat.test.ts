// What people say in Teams, and what comes back: one reply, in the right place, to the right turn.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  BOT,
  channelPost,
  installation,
  members,
  message,
  PRIYA,
  TENANT,
} from '../support/activities.ts';
import { cardSaying, NOW, type Running, replying, startRunning } from './running.ts';

let bot: Running;
beforeAll(async () => {
  bot = await startRunning();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.forget();
  bot.heard.length = 0;
  bot.logged.length = 0;
  bot.answerWith(() => cardSaying('Mail flow → Northwind'));
});

const at = () => bot.connector.serviceUrl;

describe('a question', () => {
  test('is answered with one card, as a reply to it', async () => {
    const asked = message(at(), 'who owns mail flow?');
    expect(await bot.deliver(asked)).toEqual({ status: 200, body: null });
    expect(bot.connector.posted).toHaveLength(1);
    const [reply] = bot.connector.posted;
    expect(reply?.method).toBe('POST');
    expect(reply?.path).toBe(
      `/amer/v3/conversations/a%3Achat-with-priya/activities/${asked['id']}`,
    );
    expect(reply?.headers['authorization']).toBe('Bearer token-for-the-connector');
    expect(reply?.body).toMatchObject({
      type: 'message',
      summary: 'Mail flow → Northwind',
      from: { id: BOT },
      recipient: { id: '29:priya' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    });
    expect(reply?.body).not.toHaveProperty('text');
  });

  test('becomes a turn with nothing of Teams left in it', async () => {
    await bot.deliver(message(at(), 'who owns mail flow?', { id: 'the-id' }));
    expect(bot.heard).toEqual([
      {
        once: 'the-id',
        turn: {
          tenant: TENANT,
          conversation: 'a:chat-with-priya',
          where: 'personal',
          speaker: { id: PRIYA, name: 'Priya N.', guest: false },
          locale: 'en-GB',
          zone: '',
          now: NOW,
          said: { kind: 'text', text: 'who owns mail flow?' },
        },
      },
    ]);
  });

  test.each([
    [{ localTimezone: 'Europe/Paris' }, 'Europe/Paris'],
    [{ entities: [{ type: 'clientInfo', timezone: 'Asia/Tokyo' }] }, 'Asia/Tokyo'],
    [{ localTimezone: 'Europe/Atlantis' }, ''],
    [{ localTimezone: '' }, ''],
    [{ entities: ['clientInfo', { type: 'clientInfo', timezone: 5 }] }, ''],
  ])('knows the time zone from %j', async (change, zone) => {
    await bot.deliver(message(at(), 'hello', change));
    expect(bot.heard[0]?.turn.zone).toBe(zone);
  });

  test('in a channel thread stays in its thread, without the mention', async () => {
    await bot.deliver(channelPost(at(), '<at>Remit</at> who owns the VPN?'));
    expect(bot.heard[0]?.turn).toMatchObject({
      where: 'channel',
      conversation: '19:it@thread.tacv2;messageid=1700',
      said: { text: 'who owns the VPN?' },
    });
    expect(bot.connector.posted[0]?.path).toContain('19%3Ait%40thread.tacv2%3Bmessageid%3D1700/');
  });

  test('may be answered with one plain line', async () => {
    bot.answerWith(() => replying({ kind: 'text', text: 'Any time.' }));
    await bot.deliver(message(at(), 'thanks'));
    expect(bot.connector.posted[0]?.body).toMatchObject({ text: 'Any time.', textFormat: 'plain' });
    expect(bot.connector.posted[0]?.body).not.toHaveProperty('attachments');
  });

  test('that came before gets no second reply', async () => {
    bot.answerWith(() => ({
      ...{ kind: 'again', matrix: 'main', reply: { kind: 'text', text: 'said already' } },
    }));
    expect((await bot.deliver(message(at(), 'who owns mail flow?'))).status).toBe(200);
    expect(bot.connector.posted).toEqual([]);
  });

  test('that is refused gets the reason as a line', async () => {
    bot.answerWith(() => ({ kind: 'refused', why: 'Somebody changed this. Please try again.' }));
    await bot.deliver(message(at(), 'assign it to me'));
    expect(bot.connector.posted[0]?.body['text']).toBe('Somebody changed this. Please try again.');
  });

  test('with expectReplies is answered in the response', async () => {
    const asked = message(at(), 'who owns mail flow?', { deliveryMode: 'expectReplies' });
    const { status, body } = await bot.deliver(asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({ activities: [{ summary: 'Mail flow → Northwind' }] });
    expect(bot.connector.posted).toEqual([]);
  });

  test('without an id is known by what it says', async () => {
    const asked = message(at(), 'who owns mail flow?', { id: undefined });
    await bot.deliver(asked);
    await bot.deliver(asked);
    await bot.deliver({ ...asked, text: 'who owns the VPN?' });
    const [first, second, other] = bot.heard.map(({ once }) => once);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
    expect(bot.connector.posted[0]?.path).toMatch(/\/activities$/);
  });

  test.each([
    ['personal', { conversationType: 'personal' }],
    ['group', { conversationType: 'groupChat' }],
    ['channel', { conversationType: 'channel' }],
    ['personal', {}],
    ['group', { isGroup: true }],
    ['personal', { conversationType: 'meeting', isGroup: false }],
  ])('is asked in %s when the conversation is %j', async (where, conversation) => {
    const place = { id: 'c', tenantId: TENANT, ...conversation };
    await bot.deliver(message(at(), 'hello', { conversation: place }));
    expect(bot.heard[0]?.turn.where).toBe(where);
  });

  test.each([
    ['a person of the directory', { id: '29:p', aadObjectId: PRIYA }, false],
    ['a guest', { id: '29:p', aadObjectId: PRIYA, userRole: 'guest' }, true],
    ['an anonymous person', { id: '29:p', userRole: 'anonymous' }, true],
    ['somebody Teams cannot name', { id: '29:p', name: null }, true],
  ])('from %s', async (_who, from, guest) => {
    await bot.deliver(message(at(), 'hello', { from }));
    expect(bot.heard[0]?.turn.speaker.guest).toBe(guest);
  });

  test.each([
    ['de-AT', 'de-AT'],
    [undefined, 'en'],
    ['../../etc', 'en'],
  ])('with locale %j speaks %s', async (locale, spoken) => {
    await bot.deliver(message(at(), 'hello', { locale }));
    expect(bot.heard[0]?.turn.locale).toBe(spoken);
  });
});

describe('coming and going', () => {
  test('two activities of one installation share one key', async () => {
    await bot.deliver(installation(at(), 'add'));
    await bot.deliver(members(at(), { membersAdded: [{ id: '29:priya' }, { id: BOT }] }));
    expect(bot.heard.map(({ turn, once }) => [turn.said.kind, once])).toEqual([
      ['installed', 'welcome'],
      ['installed', 'welcome'],
    ]);
  });

  test('a removed bot says nothing into the conversation it left', async () => {
    await bot.deliver(installation(at(), 'remove'));
    await bot.deliver(members(at(), { membersRemoved: [{ id: BOT }] }));
    expect(bot.heard.map(({ turn }) => turn.said.kind)).toEqual(['removed', 'removed']);
    expect(bot.connector.posted).toEqual([]);
  });

  test('who is taken from a team is heard of by object id, and nobody is answered', async () => {
    bot.answerWith(() => ({ kind: 'nothing' }));
    const team = { id: '19:it@thread.tacv2', conversationType: 'channel', isGroup: true };
    const membersRemoved = [{ id: '29:jo', aadObjectId: PRIYA }, { id: '29:unknown' }];
    await bot.deliver(members(at(), { membersRemoved, conversation: team }));
    await bot.deliver(members(at(), { membersRemoved }));
    expect(bot.heard.map(({ turn }) => turn.said)).toEqual([{ kind: 'gone', people: [PRIYA] }]);
    expect(bot.connector.posted).toEqual([]);
  });

  test.each([
    ['an upgrade', () => installation(at(), 'add-upgrade')],
    ['somebody else joining', () => members(at(), { membersAdded: [{ id: '29:other' }] })],
    [
      'a renamed channel',
      () => members(at(), { channelData: { tenant: { id: TENANT }, eventType: 'channelRenamed' } }),
    ],
    ['an edited message', () => message(at(), 'x', { type: 'messageUpdate' })],
    ['a deleted message', () => message(at(), 'x', { type: 'messageDelete' })],
    [
      'a reaction',
      () =>
        message(at(), undefined, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
    ],
    ['typing', () => message(at(), undefined, { type: 'typing' })],
    ['an event', () => message(at(), undefined, { type: 'event', name: 'x' })],
    ['the end of a conversation', () => message(at(), undefined, { type: 'endOfConversation' })],
    ['a kind nobody knows yet', () => message(at(), 'x', { type: 'somethingNew' })],
    ['its own message', () => message(at(), 'x', { from: { id: BOT, name: 'Remit' } })],
  ])('%s is taken note of and left alone', async (_what, activity) => {
    expect((await bot.deliver(activity())).status).toBe(200);
    expect(bot.heard).toEqual([]);
    expect(bot.connector.posted).toEqual([]);
  });
});

describe('when the inside fails', () => {
  test('the person gets a reference, the log gets it too, and neither gets the error', async () => {
    bot.answerWith(() => {
      throw new Error('SQLITE_BUSY near "who owns mail flow?"');
    });
    expect((await bot.deliver(message(at(), 'who owns mail flow?'))).status).toBe(200);
    expect(bot.connector.posted).toHaveLength(1);
    const text = String(bot.connector.posted[0]?.body['text']);
    const reference = /reference ([0-9a-f]{8})\.$/.exec(text)?.[1];
    expect(text).toContain('nothing was changed');
    expect(bot.logged).toEqual([
      {
        event: 'turn failed',
        reference,
        error: 'Error',
        thrown: expect.stringContaining('chat.test'),
      },
    ]);
    expect(JSON.stringify(bot.logged) + text).not.toMatch(/SQLITE|mail flow/);
  });

  test('a card that cannot be drawn still says its first line', async () => {
    const data = { line: 'Two lines', task: 'mail.flow', lines: [], words: { back: 'Back' } };
    bot.answerWith(() => replying({ kind: 'card', card: 'history', data }));
    await bot.deliver(message(at(), 'vpn'));
    expect(bot.connector.posted.map(({ body }) => body['text'])).toEqual(['Two lines']);
    expect(bot.logged).toMatchObject([{ event: 'card failed' }]);
  });
});
