// Weeks that pass: what a digest says, when it is silent, when it goes to the decider.
import { describe, expect, test } from 'vitest';
import type { CardData, Reply } from '../../src/cards.ts';
import { readMemo } from '../../src/digest/memo.ts';
import { addDays, type Day } from '../../src/matrix/day.ts';
import type { Ownership } from '../../src/matrix/ownership.ts';
import type { Post } from '../../src/posts.ts';
import type { Snooze } from '../../src/subscriptions.ts';
import {
  createWeeks,
  MONDAY,
  OWNED,
  open,
  SAM,
  SAMPLE,
  SUBSCRIPTION,
  settle,
  WEEK,
  withGaps,
} from './world.ts';

const DAY = WEEK / 7;

function card(reply: Reply | null | undefined): CardData['digest'] {
  if (reply?.kind === 'card' && reply.card === 'digest') return reply.data;
  throw new Error(`no digest card: ${JSON.stringify(reply)?.slice(0, 200)}`);
}

function digestOf(posts: readonly Post[]): CardData['digest'] {
  return card(posts.at(-1)?.reply);
}

function gapsOf(weeks: ReturnType<typeof createWeeks>): string[] {
  return weeks.matrix.tasks
    .filter(({ ownership }) => ownership.kind === 'nobody')
    .map(({ id }) => id);
}

describe('the first digest', () => {
  test('names only the top seven, without calling them new, and offers no list of the rest', async () => {
    const weeks = createWeeks(withGaps(40));
    const data = digestOf(await weeks.look());
    expect(data.line).toBe('To begin with: 7 decisions for you · 75\u00a0% owned');
    expect(data.items).toHaveLength(7);
    expect(data.more).toBe('');
    expect(data.items.map(({ reason }) => reason)).not.toContainEqual(
      expect.stringContaining('new'),
    );
    expect(data.note).toContain('only what matters most');
  });

  test('begins with what both sides disclaim, then the gate tasks', async () => {
    const data = digestOf(await createWeeks(SAMPLE).look());
    expect(data.items.slice(0, 3).map(({ task }) => task)).toEqual([
      'devices.compliance',
      'vendors.escalation',
      'security.policy-changes',
    ]);
    expect(data.items[0]?.reason).toBe(
      "Internal IT says it is Northwind IT's, Northwind IT says it is Internal IT's",
    );
  });

  test('starts afresh where the areas have changed', async () => {
    const weeks = createWeeks(withGaps(40));
    await weeks.look();
    weeks.subscriptions = [{ ...SUBSCRIPTION, areas: ['cloud'] }];
    const data = digestOf(await weeks.nextWeek());
    expect(data.line).toMatch(/^To begin with/);
    expect(new Set(data.items.map(({ task }) => task.split('.')[0]))).toEqual(new Set(['cloud']));
    expect(data.areas.map(({ name }) => name)).toEqual(['Cloud']);
  });
});

test.each(['', '{}', '{"at":"yesterday"}', '[1]', 'null'])(
  'a note of another version (%s) is no reason to fail: the digest starts afresh',
  async (memo) => {
    const weeks = createWeeks(withGaps(2));
    await weeks.look();
    const [last] = weeks.posts;
    if (last) last.memo = memo;
    expect(digestOf(await weeks.nextWeek()).line).toMatch(/^To begin with: 2 decisions/);
  },
);

describe('the news', () => {
  test('names new gaps, closed ones and by whom, and compares with last time', async () => {
    const weeks = createWeeks(withGaps(3));
    await weeks.look();
    const [closed = ''] = gapsOf(weeks);
    weeks.pass(DAY);
    weeks.edit(closed, settle, SAM);
    weeks.edit('cloud.mail-flow', open);
    weeks.edit('devices.macs', open);
    weeks.pass(-DAY);
    const data = digestOf(await weeks.nextWeek());
    expect(data.line).toBe(
      '4 decisions for you · 2 new gaps, 1 closed · 97\u00a0% owned, was 98\u00a0%',
    );
    expect(data.closed).toEqual([
      expect.stringContaining('→ Northwind IT, service desk (Sam Rivera)'),
    ]);
    expect(data.items.slice(0, 2).map(({ task, reason }) => [task, reason])).toEqual([
      ['cloud.mail-flow', 'new · a gap since 4 May 2026'],
      ['devices.macs', 'new · a gap since 4 May 2026'],
    ]);
    expect(data.areas.find(({ name }) => name === 'Cloud')?.text).toMatch(/was 100\u00a0%$/);
  });

  test('brings up what people ask about', async () => {
    const weeks = createWeeks(withGaps(20));
    await weeks.look();
    const asked = gapsOf(weeks).at(-1) ?? '';
    weeks.demand.set(asked, { times: 9, askers: 6 });
    const [first] = digestOf(await weeks.nextWeek()).items.filter(({ task }) => task === asked);
    expect(first?.reason).toBe('a gap since 4 May 2026 · asked 9 times by 6 people');
  });

  test('puts what many people ask about before what one asks often', async () => {
    const weeks = createWeeks(withGaps(20));
    const [one = '', many = ''] = gapsOf(weeks).slice(-2);
    weeks.demand.set(one, { times: 9, askers: 1 });
    weeks.demand.set(many, { times: 4, askers: 4 });
    const tasks = digestOf(await weeks.look()).items.map(({ task }) => task);
    expect(tasks.indexOf(many)).toBeLessThan(tasks.indexOf(one));
  });

  test('offers the rest behind one button', async () => {
    const weeks = createWeeks(withGaps(40));
    await weeks.look();
    expect(digestOf(await weeks.nextWeek()).more).toBe('33 more');
  });

  test.each([
    [{ kind: 'unknown' }, 'nobody has recorded an owner', 'Assign'],
    [
      { kind: 'accepted gap', until: '2026-11-26', by: 'Sam' },
      'accepted as a gap until 26 Nov 2026',
      'Decide',
    ],
    [
      { kind: 'accepted gap', until: '2026-11-20', by: 'Sam' },
      'was accepted as a gap until 20 Nov 2026',
      'Assign',
    ],
    [
      {
        kind: 'nobody',
        sharedWith: ['internal-it', 'northwind-it'],
        split: '',
        since: '2026-05-04',
      },
      'Internal IT, Northwind IT share it, nobody leads',
      'Assign',
    ],
    [
      {
        kind: 'owned',
        lead: { party: 'northwind-it', role: '', person: '' },
        ...{ sharedWith: [], split: '', since: '2026-11-02', acceptedOn: null },
      },
      'Northwind IT has not accepted it for 21 days',
      'Decide',
    ],
    [
      {
        kind: 'owned',
        lead: { party: 'internal-it', role: '', person: 'Jo Keller' },
        ...{ sharedWith: [], split: '', since: '2026-01-02', acceptedOn: '2026-01-05' },
      },
      'Jo Keller (Internal IT) left on 11 Nov 2026',
      'Assign',
    ],
  ] as [Ownership, string, string][])('says why: %j', async (ownership, reason, act) => {
    const weeks = createWeeks(withGaps(0));
    weeks.edit('cloud.mail-flow', (task) => ({
      ...task,
      ownership,
    }));
    const [item] = digestOf(await weeks.look()).items;
    expect(item).toMatchObject({ task: 'cloud.mail-flow', reason, act });
  });

  test.each([
    ['assigned not long ago', { since: '2026-11-20', acceptedOn: null }],
    ['accepted', { since: '2026-01-20', acceptedOn: '2026-02-01' }],
  ] as [string, { since: Day; acceptedOn: Day | null }][])(
    'has no word about what was %s',
    async (_, dates) => {
      const weeks = createWeeks(withGaps(0));
      weeks.edit('cloud.mail-flow', (task) => ({
        ...task,
        ownership: {
          kind: 'owned',
          lead: { party: 'northwind-it', role: '', person: '' },
          ...{ sharedWith: [], split: '', ...dates },
        },
      }));
      expect(digestOf(await weeks.look()).items).toEqual([]);
    },
  );
});

describe('one digest a week', () => {
  test('whoever looks, however often', async () => {
    const weeks = createWeeks(withGaps(3));
    expect(await weeks.look()).toHaveLength(1);
    expect(await weeks.look()).toEqual([]);
    weeks.pass(3 * DAY);
    expect(await weeks.look()).toEqual([]);
  });

  test('after three weeks away: one, compared with the last that was sent', async () => {
    const weeks = createWeeks(withGaps(3));
    await weeks.look();
    weeks.pass(DAY);
    weeks.edit(gapsOf(weeks)[0] ?? '', settle);
    const posts = await weeks.nextWeek(3);
    expect(posts.map(({ key }) => key)).toEqual(['digest:it:2026-W51']);
    expect(digestOf(posts).line).toContain('1 closed');
  });

  test('is made from the same world the same', async () => {
    const [one, other] = [createWeeks(SAMPLE), createWeeks(SAMPLE)];
    expect(await one.look()).toEqual(await other.look());
  });

  test.each(['due', 'sending', 'refused'] as const)('none while the last is %s', async (state) => {
    const weeks = createWeeks(withGaps(3));
    await weeks.look();
    const [last] = weeks.posts;
    if (last) last.state = state;
    expect(await weeks.nextWeek()).toEqual([]);
  });

  test.each(['uncertain', 'not sent', 'silent'] as const)(
    'and the next after one that was %s',
    async (state) => {
      const weeks = createWeeks(withGaps(3));
      await weeks.look();
      const [last] = weeks.posts;
      if (last) last.state = state;
      expect(await weeks.nextWeek()).toHaveLength(1);
    },
  );
});

describe('silence', () => {
  test('where nothing is open and nothing was: one line every fourth week', async () => {
    const weeks = createWeeks(withGaps(0));
    await weeks.look();
    const said = [];
    for (let i = 0; i < 9; i += 1) said.push((await weeks.nextWeek())[0]?.reply ?? null);
    const line = { kind: 'text', text: 'Four quiet weeks: nothing is open, 100\u00a0% owned.' };
    expect(said).toEqual([null, null, null, line, null, null, null, line, null]);
  });

  test('ends with the first news', async () => {
    const weeks = createWeeks(withGaps(0));
    await weeks.look();
    await weeks.nextWeek();
    weeks.edit('cloud.mail-flow', open);
    expect(digestOf(await weeks.nextWeek()).line).toMatch(/^1 decision for you · 1 new gap/);
  });

  test('on a task put off, until it is back', async () => {
    const weeks = createWeeks(withGaps(1));
    await weeks.look();
    const [task = ''] = gapsOf(weeks);
    const snooze: Snooze = {
      ...{ task, until: addDays('2026-11-23', 20), reason: 'waits for the audit', by: SAM },
      at: new Date(MONDAY.getTime() + DAY),
    };
    weeks.snoozes.push(snooze);
    expect((await weeks.nextWeek())[0]?.reply).toBeNull();
    expect((await weeks.nextWeek())[0]?.reply).toBeNull();
    const back = digestOf(await weeks.nextWeek());
    expect(back.line).toMatch(/^1 decision for you · 99/);
    expect(back.items.map(({ reason }) => reason)).toEqual([
      'back after being put off · a gap since 4 May 2026',
    ]);
  });

  test('does not hide how many are put off', async () => {
    const weeks = createWeeks(withGaps(2));
    const [task = ''] = gapsOf(weeks);
    weeks.snoozes.push({ task, until: '2027-01-11', reason: '', by: SAM, at: MONDAY });
    const data = digestOf(await weeks.look());
    expect(data.items).toHaveLength(1);
    expect(data.footer).toContain('1 put off');
  });
});

describe('asks that nobody answers', () => {
  test('are asked, announced, then with the decider, then left alone', async () => {
    const weeks = createWeeks(withGaps(3));
    const notes = [digestOf(await weeks.look()).note];
    const announced = await weeks.nextWeek();
    notes.push(digestOf(announced).note);
    const escalated = await weeks.nextWeek();
    notes.push(digestOf(escalated).note);
    expect(notes.slice(1)).toEqual([
      'Nobody has answered the last digest. If nothing is decided by 7 Dec 2026, it goes to Sam Rivera.',
      'Two digests went unanswered, so Sam Rivera has been told.',
    ]);
    expect(announced).toHaveLength(1);
    expect(escalated.map(({ key, to }) => [key, to])).toEqual([
      ['digest-escalation:it:2026-W50', { kind: 'person', person: 'sam-id' }],
      ['digest:it:2026-W50', { kind: 'conversation', conversation: '19:it@thread.tacv2' }],
    ]);
    expect(card(escalated[0]?.reply).items).toHaveLength(3);
    const after = [];
    for (let i = 0; i < 5; i += 1) after.push(...(await weeks.nextWeek()));
    expect(after.map(({ reply }) => (reply === null ? null : reply.kind))).toEqual([
      ...[null, null, null, 'text', null],
    ]);
    expect(after[3]?.reply).toMatchObject({
      text: 'Four quiet weeks: 98\u00a0% owned, 3 tasks still open. Say “digest now” to see them.',
    });
  });

  test('start again with an answer', async () => {
    const weeks = createWeeks(withGaps(3));
    await weeks.look();
    await weeks.nextWeek();
    weeks.pass(DAY);
    weeks.edit(gapsOf(weeks)[0] ?? '', settle);
    weeks.pass(-DAY);
    const [post, ...others] = await weeks.nextWeek();
    expect(others).toEqual([]);
    expect(card(post?.reply).note).toBe('');
    expect(readMemo(post?.memo ?? '')).toMatchObject({ unanswered: 0, escalated: false });
  });

  test.each([
    [
      'knows no way to them',
      { decider: { id: '', name: 'Ada' } },
      'these are now for Ada to decide',
    ],
    [
      'is their own chat',
      { where: 'personal' as const, by: SAM },
      'Nobody has answered the last digest yet.',
    ],
  ])('stay in the conversation where it %s', async (_, change, note) => {
    const weeks = createWeeks(withGaps(3), { ...SUBSCRIPTION, ...change });
    await weeks.look();
    await weeks.nextWeek();
    const posts = await weeks.nextWeek();
    expect(posts).toHaveLength(1);
    expect(digestOf(posts).note).toContain(note);
  });

  test('are not told twice to a decider with a digest of their own', async () => {
    const weeks = createWeeks(withGaps(3));
    weeks.subscriptions.push({ ...SUBSCRIPTION, id: 'own', where: 'personal', by: SAM, day: 7 });
    await weeks.look();
    await weeks.nextWeek();
    const posts = await weeks.nextWeek();
    expect(posts.filter(({ key }) => key.startsWith('digest-escalation'))).toEqual([]);
  });
});

describe('the view for leadership', () => {
  test('comes once a month, where it was asked for', async () => {
    const weeks = createWeeks(SAMPLE, { ...SUBSCRIPTION, leadership: true });
    const keys = [...(await weeks.look())];
    for (let i = 0; i < 6; i += 1) keys.push(...(await weeks.nextWeek()));
    expect(keys.map(({ key }) => key).filter((key) => key.includes('leadership'))).toEqual([
      'digest-leadership:it:2026-11',
      'digest-leadership:it:2026-12',
      'digest-leadership:it:2027-01',
    ]);
  });

  test('sets what was bought against what is accepted and works', async () => {
    const weeks = createWeeks(withGaps(0), { ...SUBSCRIPTION, leadership: true });
    weeks.edit('cloud.mail-flow', (task) => ({ ...task, health: 'failing' }));
    weeks.edit('cloud.mailboxes', (task) => ({
      ...task,
      ownership: { ...OWNED, acceptedOn: null },
    }));
    weeks.edit('cloud.cost', open);
    const [post] = await weeks.look();
    expect(post?.reply).toMatchObject({
      card: 'leadership',
      data: {
        line: '98\u00a0% of what you bought is accepted and working',
        rest: 'of what you bought is accepted and working: 157 of 159 tasks',
        parties: [{ name: 'Northwind IT', text: '157 of 159', left: 157, right: 2 }],
      },
    });
  });
});
