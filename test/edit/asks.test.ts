// Who is asked on a day, for what, and what a press on the card comes to.
import { describe, expect, test } from 'vitest';
import type { CardReply } from '../../src/cards.ts';
import { dueAsks } from '../../src/edit/asks.ts';
import type { Matrix, StoredTask } from '../../src/matrix/matrix.ts';
import type { Post, Posted } from '../../src/posts.ts';
import {
  ANA,
  type Changed,
  jo,
  lookAt,
  matrixOf,
  NOW,
  northwind,
  owned,
  PRIYA,
  press,
  priya,
  SAM,
  sam,
  sent,
  task,
  tasksAfter,
} from './desk.ts';

const DAY_MS = 24 * 3_600_000;
const later = (days: number, hours = 0) =>
  new Date(NOW.getTime() + days * DAY_MS + hours * 3_600_000);
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

function cardIn(post: Post | undefined): Extract<CardReply, { card: 'ask' }>['data'] {
  if (post?.reply?.kind !== 'card' || post.reply.card !== 'ask') throw new Error('no card of asks');
  return post.reply.data;
}

const listed = (post: Post | undefined) => ({
  asked: cardIn(post).asked.map(({ value }) => value),
  checks: cardIn(post).checks.map(({ value }) => value),
});

describe('who is asked', () => {
  const asks: [string, StoredTask, string[]][] = [
    ['the named person', task('a.one', owned(sam)), [SAM]],
    ['whoever speaks for a party without one', task('a.one', owned(northwind)), [ANA]],
    ['nobody, where no id is known', task('a.one', owned(jo)), []],
    [
      'nobody, where nobody speaks for the party',
      task('a.one', owned({ party: 'print', role: '', person: '' })),
      [],
    ],
    [
      'nobody, where it was accepted and no check has come',
      task('a.one', owned(sam, '2026-11-20')),
      [],
    ],
    ['the owner on the day of the check', task('a.one', owned(sam, '2026-08-23')), [SAM]],
    ['not before', task('a.one', owned(sam, '2026-08-24')), []],
    [
      'nobody about a gap',
      task('a.one', { kind: 'nobody', sharedWith: [], split: '', since: '2026-01-01' }),
      [],
    ],
    [
      'nobody while it is disputed: the decider has it',
      task('a.one', owned(sam), {
        views: [
          { party: 'inside', says: 'ours', names: null, on: '2026-11-20' },
          { party: 'northwind', says: 'ours', names: null, on: '2026-11-20' },
        ],
      }),
      [],
    ],
  ];
  test.each(asks)('%s', async (_who, one, people) => {
    const posts = await dueAsks(lookAt(matrixOf([one])));
    expect(posts.map(({ to }) => to)).toEqual(people.map((person) => ({ kind: 'person', person })));
  });

  test('not who has left', async () => {
    const { people } = matrixOf([]);
    const gone = people.map((one) => ({ ...one, leftOn: '2026-11-23' as const }));
    expect(await dueAsks(lookAt(matrixOf([task('a.one', owned(sam))], { people: gone })))).toEqual(
      [],
    );
  });
});

test('one card holds both what is to be accepted and what is to be checked', async () => {
  const many = Array.from({ length: 40 }, (_, i) => task(`a.t${i}`, owned(sam)));
  const checks = [
    task('b.old', owned(sam, '2026-01-01')),
    task('b.older', owned(sam, '2025-01-01')),
  ];
  const posts = await dueAsks(lookAt(matrixOf([...checks, ...many])));
  expect(posts.map(({ key }) => key)).toEqual([`ask:${SAM}:2026-11-23`]);
  const card = cardIn(posts[0]);
  expect(card.line).toBe('42 tasks wait for your word');
  expect(card.asked).toHaveLength(10);
  expect(card.words.more).toBe('Show 32 more');
  expect(JSON.parse(posts[0]?.memo ?? '').tasks).toHaveLength(42);
});

test('a few tasks fit on it, and only checks are ticked before', async () => {
  const tasks = [task('a.new', owned(sam)), task('a.old', owned(sam, '2026-01-01'))];
  const [post] = await dueAsks(lookAt(matrixOf(tasks)));
  expect(listed(post)).toEqual({ asked: ['a.new'], checks: ['a.old'] });
  expect(cardIn(post)).toMatchObject({ askedTicked: '', checksTicked: 'a.old' });
});

describe('when', () => {
  const one = task('a.one', owned(sam));
  const two = task('a.two', owned(sam));
  const matrix = matrixOf([one, two]);
  const changes: [string, Changed, number][] = [
    ['at once, if nothing changed today', {}, 1],
    ['not while changes come in', { 'a.one': minutesAgo(20), 'a.two': minutesAgo(4) }, 0],
    [
      'when it has been quiet for five minutes',
      { 'a.one': minutesAgo(9), 'a.two': minutesAgo(5) },
      1,
    ],
    [
      'when the first has waited for half an hour',
      { 'a.one': minutesAgo(30), 'a.two': minutesAgo(1) },
      1,
    ],
  ];
  test.each(changes)('%s', async (_when, changed, posts) => {
    expect(await dueAsks(lookAt(matrix, { changed }))).toHaveLength(posts);
  });

  test('a check waits for the morning, a new task does not', async () => {
    const night = new Date('2026-11-23T02:00:00Z');
    const check = matrixOf([task('a.old', owned(sam, '2026-01-01'))]);
    expect(await dueAsks(lookAt(check, { now: night }))).toEqual([]);
    expect(await dueAsks(lookAt(matrix, { now: night }))).toHaveLength(1);
  });

  test('at most once a day, with what came later on the next', async () => {
    const [first] = await dueAsks(lookAt(matrixOf([one])));
    const posts = first ? [sent(first)] : [];
    expect(await dueAsks(lookAt(matrix, { posts, now: later(0, 8) }))).toEqual([]);
    const [second, ...more] = await dueAsks(lookAt(matrix, { posts, now: later(1) }));
    expect(more).toEqual([]);
    expect(listed(second)).toEqual({ asked: ['a.two'], checks: [] });
  });

  test.each([
    [6, 0],
    [7, 1],
  ])('what nobody answered after %i days: reminded %i times', async (days, reminders) => {
    const posts = (await dueAsks(lookAt(matrix))).map((post) => sent(post));
    expect(await dueAsks(lookAt(matrix, { posts, now: later(days) }))).toHaveLength(reminders);
  });

  test('over twelve weeks of silence: the first card, one more a week for each owner, and never two a day', async () => {
    const all = matrixOf([one, two, task('a.msp', owned(northwind)), task('a.p', owned(priya))]);
    const posts: Posted[] = [];
    for (let hour = 0; hour < 12 * 7 * 24; hour += 1) {
      const found = await dueAsks(lookAt(all, { posts, now: later(0, hour) }));
      posts.push(...found.map((post) => sent(post)));
    }
    for (const person of [SAM, ANA, PRIYA]) {
      const keys = posts
        .filter(({ key }) => key.startsWith(`ask:${person}:`))
        .map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toHaveLength(13);
    }
  });
});

describe('a press', () => {
  const tasks = ['a.one', 'a.two', 'a.three'].map((id) => task(id, owned(sam)));
  const matrix = matrixOf([
    ...tasks,
    task('b.old', owned(sam, '2026-01-01')),
    task('c.msp', owned(northwind)),
  ]);
  const shown = 'a.one@1,a.two@1,a.three@1,b.old@1';
  const owners = (given: Matrix, outcome: Awaited<ReturnType<typeof press>>) =>
    [...tasksAfter(outcome, given).values()].map(({ id, version, ownership }) => [
      id,
      version,
      ownership.kind === 'owned'
        ? `${ownership.lead.person} ${ownership.acceptedOn ?? '-'}`
        : ownership.kind,
    ]);

  test('accepts what is ticked, under one batch, and shows what is left', async () => {
    const outcome = await press(
      'ask-accept',
      { shown, asked: 'a.one,a.two', checks: 'b.old' },
      SAM,
      matrix,
    );
    expect(owners(matrix, outcome).slice(0, 4)).toEqual([
      ['a.one', 2, 'Sam Rivera 2026-11-23'],
      ['a.two', 2, 'Sam Rivera 2026-11-23'],
      ['a.three', 1, 'Sam Rivera -'],
      ['b.old', 2, 'Sam Rivera 2026-01-01'],
    ]);
    const batches = outcome.effects.map((effect) =>
      effect.kind === 'change' && effect.step.kind === 'task' ? effect.step.batch : null,
    );
    expect(new Set(batches).size).toBe(1);
    expect(batches[0]).toMatch(/^press-/);
    expect(outcome.reply).toMatchObject({
      card: 'ask',
      data: { asked: [{ value: 'a.three' }], checks: [] },
    });
  });

  test('on all accepts all that the card stood for, and nothing that came since', async () => {
    const outcome = await press('ask-all', { shown: 'a.one@1,b.old@1' }, SAM, matrix);
    expect(
      [...tasksAfter(outcome, matrix).values()]
        .filter(({ version }) => version > 1)
        .map(({ id }) => id),
    ).toEqual(['a.one', 'b.old']);
  });

  test('on decline needs a reason, which is kept', async () => {
    const without = await press('ask-decline', { shown, asked: 'a.one', why: '  ' }, SAM, matrix);
    expect(without.effects).toEqual([]);
    expect(without.reply).toMatchObject({ data: { askedTicked: 'a.one' } });
    const outcome = await press(
      'ask-decline',
      { shown, asked: 'a.one', why: 'not my system' },
      SAM,
      matrix,
    );
    expect(tasksAfter(outcome, matrix).get('a.one')).toMatchObject({
      ownership: { kind: 'nobody' },
      reason: 'not my system',
    });
  });

  test('hands over to whom was chosen, who then has to accept', async () => {
    const data = { shown, asked: 'a.one', checks: 'b.old', whom: '["northwind"]' };
    const outcome = await press('ask-hand', data, SAM, matrix);
    for (const id of ['a.one', 'b.old']) {
      expect(tasksAfter(outcome, matrix).get(id)?.ownership).toMatchObject({
        ...{ kind: 'owned', lead: { party: 'northwind' }, acceptedOn: null },
      });
    }
  });

  const idle: [string, string, unknown][] = [
    ['nothing ticked', 'ask-accept', { shown }],
    ['nobody to hand over to', 'ask-hand', { shown, asked: 'a.one', whom: '' }],
    ['somebody who is not in the matrix', 'ask-hand', { shown, asked: 'a.one', whom: '["ghost"]' }],
    ['a task that was not on the card', 'ask-accept', { shown: 'a.one@1', asked: 'a.two' }],
    ['two tasks to say a part of', 'ask-part', { shown, asked: 'a.one,a.two' }],
    ['a version that has passed', 'ask-accept', { shown: 'a.one@7', asked: 'a.one' }],
    ["somebody else's task", 'ask-all', { shown: 'c.msp@1' }],
    ['marks that are none', 'ask-all', { shown: 'a.one@x,@1,,a.one' }],
  ];
  test.each(idle)('with %s changes nothing', async (_what, verb, data) => {
    expect((await press(verb, data, SAM, matrix)).effects).toEqual([]);
  });

  test('says which task it did not save, and saves the others', async () => {
    const outcome = await press('ask-all', { shown: 'a.one@1,a.two@9,c.msp@1' }, SAM, matrix);
    expect(outcome.effects).toHaveLength(1);
    expect(outcome.reply).toMatchObject({
      data: { note: expect.stringMatching(/^Saved: 1\..*\ntwo: .*\nmsp: Only admins/) },
    });
  });
});
