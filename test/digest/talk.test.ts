// Talking about the digest: turning it on, off and into a pause, its items, its status, and who may.

import { describe, expect, test } from 'vitest';
import type { CardData, CardName, Reply } from '../../src/cards.ts';
import { subscriptionId } from '../../src/digest/subscription.ts';
import { SAMPLE_IDS } from '../../src/matrix/starter/sample.ts';
import { runsOf } from '../../src/subscriptions.ts';
import { createTalk, createWeeks, MONDAY, SUBSCRIPTION, settle, WEEK, withGaps } from './world.ts';

const DAY = WEEK / 7;
const HERE = subscriptionId('19:it@thread.tacv2');
const GUEST = { id: 'guest', name: 'Sam Rivera', guest: true };

function card<Name extends CardName>(reply: Reply, name: Name): CardData[Name] {
  if (reply.kind === 'card' && reply.card === name) return reply.data as CardData[Name];
  throw new Error(`no card ${name}: ${JSON.stringify(reply).slice(0, 200)}`);
}

function text(reply: Reply): string {
  return reply.kind === 'card' ? `card ${reply.card}` : reply.text;
}

/** A channel that has its digest already. */
function subscribed(gaps = 3) {
  return createWeeks(withGaps(gaps), { ...SUBSCRIPTION, id: HERE });
}

describe('digest on', () => {
  test('works with one press, at an hour in the zone of whoever asks', async () => {
    const weeks = createWeeks(withGaps(3));
    weeks.subscriptions = [];
    const talk = createTalk(weeks);
    const form = card((await talk.say('digest on')).reply, 'digest-setup');
    expect(form).toMatchObject({ day: '1', time: '09:00', zone: 'Europe/Paris', areas: '' });
    expect(form).toMatchObject({ decider: 'Sam Rivera', leadership: 'false', holidays: '' });
    const { day, time, zone, areas, decider, leadership, holidays } = form;
    const filled = { day, time, zone, areas, decider, leadership, holidays };
    const status = card((await talk.press('digest-subscribe', filled)).reply, 'digest-status');
    expect(status.line).toBe('The digest comes here: Monday 09:00 (Europe/Paris)');
    expect(weeks.subscriptions).toMatchObject([
      {
        ...{ id: HERE, conversation: '19:it@thread.tacv2', where: 'channel', day: 1, hour: 9 },
        ...{
          zone: 'Europe/Paris',
          areas: [],
          decider: { id: SAMPLE_IDS['Sam Rivera'], name: 'Sam Rivera' },
        },
        ...{ by: { id: 'priya-id', name: 'Priya Nair' }, since: MONDAY, leadership: false },
      },
    ]);
  });

  test('keeps what was chosen', async () => {
    const weeks = subscribed();
    const talk = createTalk(weeks);
    const { areaOptions } = card((await talk.say('digest on')).reply, 'digest-setup');
    const cloud = areaOptions.find(({ title }) => title === 'Cloud')?.value ?? '';
    await talk.press('digest-subscribe', {
      ...{ day: '4', time: '16:30', zone: 'Asia/Tokyo', areas: cloud, decider: 'Priya Nair' },
      ...{ leadership: 'true', holidays: '2026-12-25, 2026-12-24' },
    });
    expect(weeks.subscriptions).toMatchObject([
      {
        ...{ id: HERE, day: 4, hour: 16, minute: 30, zone: 'Asia/Tokyo', areas: ['cloud'] },
        ...{ decider: { id: 'priya-id', name: 'Priya Nair' }, leadership: true },
        holidays: ['2026-12-24', '2026-12-25'],
      },
    ]);
    expect(card((await talk.say('digest on')).reply, 'digest-setup')).toMatchObject({
      ...{ day: '4', time: '16:30', areas: cloud, holidays: '2026-12-24, 2026-12-25' },
    });
  });

  test.each([
    [{ time: '25:00' }, /hours and minutes/],
    [{ time: '' }, /hours and minutes/],
    [{ zone: 'Europe/Atlantis' }, /time zone/],
    [{ holidays: 'Christmas' }, /holidays/],
  ])('asks again for %j, and keeps the rest', async (wrong, warning) => {
    const weeks = createWeeks(withGaps(0));
    weeks.subscriptions = [];
    const form = { day: '3', time: '10:00', zone: 'UTC', ...wrong };
    const { reply } = await createTalk(weeks).press('digest-subscribe', form);
    const shown = card(reply, 'digest-setup');
    expect(shown.warning).toMatch(warning);
    expect(shown).toMatchObject({ ...form, decider: expect.any(String) });
    expect(weeks.subscriptions).toEqual([]);
  });
});

describe('digest off, pause and resume', () => {
  test('off says who else still gets one', async () => {
    const weeks = subscribed();
    const talk = createTalk(weeks);
    weeks.subscriptions.push({ ...SUBSCRIPTION, id: 'other' });
    expect(text((await talk.say('Digest off.')).reply)).toMatch(/other conversations .*: 1\./);
    expect(weeks.subscriptions.map(({ id }) => id)).toEqual(['other']);
    expect(text((await talk.say('digest off')).reply)).toMatch(/no digest here/);
  });

  test.each([
    ['digest pause until 2027-01-05', '5 Jan 2027'],
    ['digest pause until 5 January', '5 Jan 2027'],
    ['Digest pause till Jan 5', '5 Jan 2027'],
    ['digest pause until 5.1.2027', '5 Jan 2027'],
    ['digest pause for 2 weeks', '7 Dec 2026'],
    ['digest pause 3 days', '26 Nov 2026'],
    ['digest pause until Friday', '27 Nov 2026'],
  ])('%s', async (said, day) => {
    const weeks = subscribed();
    expect(text((await createTalk(weeks).say(said)).reply)).toContain(`before ${day};`);
  });

  test.each([
    'digest pause',
    'digest pause until Christmas',
    'digest pause until 2026-11-23',
    'digest pause until 31.2.2027',
  ])('%s asks back', async (said) => {
    const weeks = subscribed();
    expect(text((await createTalk(weeks).say(said)).reply)).toMatch(/^Until when\?/);
    expect(weeks.subscriptions[0]?.pausedUntil).toBeNull();
  });

  test('a pause ends by itself, without a backlog', async () => {
    const weeks = subscribed();
    await weeks.look();
    await createTalk(weeks).say('digest pause until 2026-12-10');
    const posts = [...(await weeks.nextWeek()), ...(await weeks.nextWeek())];
    expect(posts).toEqual([]);
    expect((await weeks.nextWeek()).map(({ key }) => key)).toEqual([`digest:${HERE}:2026-W51`]);
  });

  test('resume does not make up for what the pause held back', async () => {
    const weeks = subscribed();
    const talk = createTalk(weeks);
    await talk.say('digest pause until 2026-12-10');
    weeks.pass(DAY);
    await talk.say('digest resume');
    expect(await weeks.look()).toEqual([]);
    weeks.pass(6 * DAY);
    expect(await weeks.look()).toHaveLength(1);
  });
});

describe('digest now and preview', () => {
  test('now shows it here, whether there is a subscription or not', async () => {
    const weeks = createWeeks(withGaps(3));
    weeks.subscriptions = [];
    const talk = createTalk(weeks);
    expect(card((await talk.say('digest now')).reply, 'digest').items).toHaveLength(3);
    expect(weeks.posts).toEqual([]);
  });

  test('preview goes to whoever asked alone', async () => {
    const talk = createTalk(subscribed());
    expect(text((await talk.say('digest preview')).reply)).toMatch(/to you alone/);
    expect(talk.posted).toMatchObject([
      { to: { kind: 'person', person: 'priya-id' }, due: MONDAY, reply: { card: 'digest' } },
    ]);
  });

  test('preview in a 1:1 chat is there at once', async () => {
    const talk = createTalk(subscribed(), { where: 'personal', conversation: 'a:priya' });
    expect(card((await talk.say('digest preview')).reply, 'digest').note).toMatch(/for you alone/);
    expect(talk.posted).toEqual([]);
  });

  test('leadership shows its view', async () => {
    const { reply } = await createTalk(subscribed()).say('digest leadership');
    expect(card(reply, 'leadership').number).toBe('100\u00a0%');
  });
});

describe('an item', () => {
  async function posted(gaps = 3) {
    const weeks = subscribed(gaps);
    const [post] = await weeks.look();
    weeks.pass(DAY);
    const data = post?.reply ? card(post.reply, 'digest') : null;
    if (!data) throw new Error('no digest');
    return { weeks, run: data.run, items: data.items, talk: createTalk(weeks) };
  }

  test('opens with what can be done about it', async () => {
    const { talk, items, run } = await posted();
    const task = items[0]?.task ?? '';
    const { reply } = await talk.press('digest-item', { task, run });
    expect(card(reply, 'digest-item')).toMatchObject({
      task,
      run,
      version: 1,
      until: '2026-12-08',
    });
  });

  test('put off is gone from the asks, for a reason, and the card says by whom', async () => {
    const { weeks, talk, items, run } = await posted();
    const task = items[0]?.task ?? '';
    const put = { task, run, until: '2026-12-24', reason: ' waits for the audit ' };
    const data = card((await talk.press('digest-snooze', put)).reply, 'digest');
    expect(data.items.map(({ act }) => act)).toEqual(['', 'Assign', 'Assign']);
    expect(data.items[0]?.reason).toBe(
      'put off until 24 Dec 2026 by Priya Nair, because waits for the audit',
    );
    expect(data.line).toMatch(/^2 decisions for you/);
    expect(weeks.snoozes).toMatchObject([{ task, until: '2026-12-24', by: { id: 'priya-id' } }]);
    const late = card((await talk.press('digest-snooze', put)).reply, 'digest');
    expect(late.note).toMatch(/^Meanwhile: .*put off until 24 Dec 2026 by Priya Nair/);
    expect(weeks.snoozes).toHaveLength(1);
  });

  test.each(['', '2026-11-24', '2020-01-01', '2027-12-24', 'soon'])(
    'cannot be put off until %j',
    async (until) => {
      const { weeks, talk, items, run } = await posted();
      const task = items[0]?.task ?? '';
      const { reply } = await talk.press('digest-snooze', { task, run, until, reason: '' });
      expect(card(reply, 'digest-item').note).toMatch(/^Choose a day from tomorrow to 23 May 2027/);
      expect(weeks.snoozes).toEqual([]);
    },
  );

  test('that somebody settled meanwhile says so, on the card that was posted', async () => {
    const { weeks, talk, items, run } = await posted();
    const task = items[1]?.task ?? '';
    weeks.pass(DAY);
    weeks.edit(task, settle);
    const data = card((await talk.press('digest-item', { task, run })).reply, 'digest');
    expect(data.note).toMatch(/^Meanwhile: .* → Northwind IT, service desk$/);
    const shown = data.items.find((one) => one.task === task);
    expect(shown).toMatchObject({ act: '', reason: 'Northwind IT, service desk, by Sam Rivera' });
    expect(data.items).toHaveLength(3);
  });

  test('of another conversation is shown with its own digest', async () => {
    const { weeks, items, run } = await posted();
    const talk = createTalk(weeks, { where: 'personal', conversation: 'a:sam' });
    const data = card((await talk.press('digest-show', { run })).reply, 'digest');
    expect(data.items.map(({ task }) => task)).toEqual(items.map(({ task }) => task));
  });

  test('beyond the seven is in the list, with what was put off', async () => {
    const { weeks, talk, run } = await posted(12);
    const [task = ''] = weeks.matrix.tasks
      .filter(({ ownership }) => ownership.kind === 'nobody')
      .map(({ id }) => id);
    await talk.press('digest-snooze', { task, run, until: '2026-12-24', reason: '' });
    const data = card((await talk.press('digest-rest', { run })).reply, 'digest-rest');
    expect(data.items).toHaveLength(5);
    expect(data.items.at(-1)).toMatchObject({ task, tone: 'default' });
  });
});

describe('digest status', () => {
  test('tells what became of the last ones, and sends again what may not have arrived', async () => {
    const weeks = subscribed();
    await weeks.look();
    await weeks.nextWeek();
    const [last] = weeks.posts;
    if (last) last.state = 'uncertain';
    const talk = createTalk(weeks);
    const status = card((await talk.say('digest status')).reply, 'digest-status');
    expect(status.runs.map(({ when, again }) => [when, again])).toEqual([
      ['30 Nov 2026', true],
      ['23 Nov 2026', false],
    ]);
    const key = status.runs[0]?.key ?? '';
    const then = card((await talk.press('digest-again', { key })).reply, 'digest-status');
    expect(talk.again).toEqual([`${runsOf(HERE)}2026-W49`]);
    expect(then.runs[0]).toMatchObject({ outcome: 'waits to be sent', again: false });
  });

  test('tells what became of the rest: what went to the decider, and the view for leadership', async () => {
    const weeks = createWeeks(withGaps(3), { ...SUBSCRIPTION, id: HERE, leadership: true });
    await weeks.look();
    await weeks.nextWeek();
    await weeks.nextWeek();
    const escalated = weeks.posts.find(({ key }) => key.startsWith('digest-escalation'));
    if (escalated) escalated.state = 'refused';
    const talk = createTalk(weeks);
    const { runs } = card((await talk.say('digest status')).reply, 'digest-status');
    expect(runs.map(({ outcome }) => outcome.split(':').slice(0, 2).join(':'))).toEqual(
      expect.arrayContaining(['to the one who decides: refused', 'view for leadership: sent']),
    );
    await talk.press('digest-again', { key: escalated?.key });
    expect(talk.again).toEqual([`digest-escalation:${HERE}:2026-W50`]);
  });

  test.each([
    ['what arrived', `${runsOf(HERE)}2026-W48`],
    ['what was never made', `${runsOf(HERE)}2026-W47`],
    ['what is another conversation’s', 'digest:other:2026-W48'],
    ['what is no digest', 'quiz:1'],
  ])('does not send again %s', async (_, key) => {
    const weeks = subscribed();
    await weeks.look();
    const talk = createTalk(weeks);
    await talk.press('digest-again', { key });
    expect(talk.again).toEqual([]);
  });

  test('shows the other digests to whoever decides, and to nobody else', async () => {
    const weeks = subscribed();
    weeks.subscriptions.push({ ...SUBSCRIPTION, id: 'other', where: 'group', zone: 'Asia/Tokyo' });
    await weeks.look();
    const asked = (name: string) =>
      createTalk(weeks, { speaker: { id: name, name, guest: false } }).say('digest status');
    expect(card((await asked('Sam Rivera')).reply, 'digest-status').others).toEqual([
      'a group chat · Monday 09:00 (Asia/Tokyo) · Priya Nair · sent',
    ]);
    expect(card((await asked('Priya Nair')).reply, 'digest-status').others).toEqual([]);
  });
});

describe('a guest', () => {
  test.each([
    ...['digest on', 'digest off', 'digest pause 2 weeks', 'digest resume', 'digest preview'],
  ])('cannot say %s', async (said) => {
    const weeks = subscribed();
    const before = structuredClone(weeks.subscriptions);
    const outcome = await createTalk(weeks, { speaker: GUEST }).say(said);
    expect(text(outcome.reply)).toMatch(/^Guests cannot/);
    expect(outcome.effects).toEqual([]);
    expect(weeks.subscriptions).toEqual(before);
  });

  test.each([
    ['digest-setup', {}],
    ['digest-subscribe', { day: '1', time: '09:00', zone: 'UTC' }],
    ['digest-off', {}],
    ['digest-snooze', { task: 'support.second-line', run: '', until: '2026-12-24', reason: '' }],
    ['digest-again', { key: `${runsOf(HERE)}2026-W48` }],
  ])('cannot press %s', async (verb, data) => {
    const weeks = subscribed();
    await weeks.look();
    const [last] = weeks.posts;
    if (last) last.state = 'uncertain';
    const outcome = await createTalk(weeks, { speaker: GUEST }).press(verb, data);
    expect(outcome.effects).toEqual([]);
  });

  test('may look', async () => {
    const { reply } = await createTalk(subscribed(), { speaker: GUEST }).say('digest now');
    expect(card(reply, 'digest').items).toHaveLength(3);
  });
});

test.each([
  'digestion',
  'digest of logs: who owns it?',
  'who owns the digest?',
  'digest on call rota',
])('%s is a question, not a command', async (said) => {
  await expect(createTalk(subscribed()).say(said)).rejects.toThrow('nothing to say');
});

test.each(['de', 'es', 'fr', 'ja'])(
  'a month and a weekday are understood in %s',
  async (locale) => {
    const month = new Intl.DateTimeFormat(locale, { month: 'long' }).format(new Date('2027-02-10'));
    const weeks = subscribed();
    const day = locale === 'ja' ? '2027-02-10' : `10 ${month}`;
    await createTalk(weeks, { locale }).say(`digest pause until ${day}`);
    expect(weeks.subscriptions[0]?.pausedUntil).toBe('2027-02-10');
  },
);
