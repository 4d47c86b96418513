// A views round: who is asked when, that nobody sees an answer too early, and what the answers come to.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/chat.ts';
import { dueViews } from '../../src/edit/views-due.ts';
import type { Matrix } from '../../src/matrix/matrix.ts';
import type { View } from '../../src/matrix/ownership.ts';
import {
  newRound,
  type Result,
  resultOf,
  type StoredRound,
  withSaid,
} from '../../src/matrix/round.ts';
import { statusOf } from '../../src/matrix/status.ts';
import type { Posted } from '../../src/posts.ts';
import {
  ANA,
  lookAt,
  matrixOf,
  NOW,
  northwind,
  owned,
  PRIYA,
  press,
  SAM,
  sam,
  say,
  sent,
  TODAY,
  task,
  tasksAfter,
} from './desk.ts';

const MATRIX = matrixOf([
  task('a.mail', owned(northwind, '2026-11-01')),
  task('a.vpn', owned(sam)),
  task('a.none', { kind: 'nobody', sharedWith: [], split: '', since: '2026-01-01' }),
  task('a.never', { kind: 'not applicable' }),
  task('b.print', owned({ party: 'print', role: '', person: '' })),
]);

const later = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);

function roundIn(outcome: Outcome | null, version = 1): StoredRound {
  const effect = outcome?.effects.find(({ kind }) => kind === 'round');
  if (effect?.kind !== 'round') throw new Error('no round was written');
  expect(effect.expect).toBe(version - 1);
  return { ...effect.to, version };
}

async function started(): Promise<StoredRound> {
  return roundIn(await say('start a views round for a', PRIYA, MATRIX));
}

const answer = (
  party: string,
  round: StoredRound,
  says: string[],
  tasks = 'a.mail,a.vpn,a.none',
) => ({
  ...{ round: round.id, party, tasks },
  ...Object.fromEntries(says.map((one, index) => [`says${index}`, one])),
});

const shownBy = (outcome: Outcome) => JSON.stringify(outcome.reply);

describe('starting one', () => {
  test('asks the sides that own tasks in the area, about what can be theirs', async () => {
    const round = await started();
    expect(round).toMatchObject({
      ...{ area: 'a', sides: ['inside', 'northwind'], tasks: ['a.mail', 'a.vpn', 'a.none'] },
      ...{ startedOn: TODAY, until: '2026-12-07', closedOn: null, said: [] },
    });
  });

  const refusals: [string, string, string, Matrix][] = [
    ['somebody who is no admin', SAM, 'start a views round', MATRIX],
    ['an area that is none', PRIYA, 'start a views round for z', MATRIX],
    ['an area of one side', PRIYA, 'start a views round for b', MATRIX],
    [
      'sides for whom nobody answers',
      PRIYA,
      'start a views round',
      { ...MATRIX, grants: MATRIX.grants.slice(0, 1) },
    ],
  ];
  test.each(refusals)('is not for %s', async (_what, who, text, matrix) => {
    const outcome = await say(text, who, matrix);
    expect(outcome?.reply.kind).toBe('text');
    expect(outcome?.effects).toEqual([]);
  });

  test('waits while another runs on the same tasks', async () => {
    const rounds = async () => [await started()];
    expect((await say('start a views round', PRIYA, MATRIX, { rounds }))?.effects).toEqual([]);
  });
});

describe('answers', () => {
  test('stay out of the matrix, of the reply and of what admins see, until the other side has spoken', async () => {
    const round = await started();
    const first = await press(
      'views-save',
      answer('northwind', round, ['ours', 'theirs:inside', 'nobody']),
      ANA,
      MATRIX,
      {
        rounds: async () => [round],
      },
    );
    expect(first.effects.map(({ kind }) => kind)).toEqual(['round']);
    const half = roundIn(first, 2);
    const rounds = async () => [half];
    const status = await say('views', PRIYA, MATRIX, { rounds });
    expect(status?.reply).toMatchObject({
      data: {
        items: [],
        sides: [
          { name: 'Internal IT', what: '0 of 3 answered' },
          { name: 'Northwind IT', what: '3 of 3 answered' },
        ],
      },
    });
    const [post] = await dueViews(lookAt(MATRIX, { more: { rounds } }));
    expect(post?.to).toEqual({ kind: 'person', person: SAM });
    const blank = await dueViews(lookAt(MATRIX, { more: { rounds: async () => [round] } }));
    expect(post?.reply).toEqual(
      blank.find(({ to }) => to.kind === 'person' && to.person === SAM)?.reply,
    );
  });

  test('go on record task by task once both have spoken, and mutual disclaims are disputed', async () => {
    const round = await started();
    const ana = answer('northwind', round, ['ours', 'theirs:inside', 'nobody']);
    const half = roundIn(
      await press('views-save', ana, ANA, MATRIX, { rounds: async () => [round] }),
      2,
    );
    const rounds = async () => [half];
    const both = await press(
      'views-save',
      answer('inside', round, ['theirs:northwind', 'theirs:northwind', '']),
      SAM,
      MATRIX,
      { rounds },
    );
    const after = tasksAfter(both, MATRIX);
    const { people } = MATRIX;
    const status = (id: string) => {
      const found = after.get(id);
      return found && statusOf(found, { people }, TODAY);
    };
    expect([status('a.mail'), status('a.vpn'), status('a.none')]).toEqual([
      'confirmed',
      'disputed',
      'nobody',
    ]);
    expect(after.get('a.none')?.version).toBe(1);
    expect(shownBy(both)).not.toContain('northwind says');
  });

  test('are ticked before only where the side has accepted', async () => {
    const posts = await dueViews(
      lookAt(MATRIX, { more: { rounds: async () => [await started()] } }),
    );
    const says = posts.map(({ to, reply }) => [
      to.kind === 'person' && to.person,
      reply?.kind === 'card' && reply.card === 'views' && reply.data.items.map((item) => item.says),
    ]);
    expect(says).toEqual([
      [SAM, ['', '', '']],
      [ANA, ['ours', '', '']],
    ]);
  });

  const wrong: [string, string, (round: StoredRound) => unknown][] = [
    [
      'somebody who does not speak for the side',
      PRIYA,
      (round) => answer('inside', round, ['ours']),
    ],
    ['somebody of the other side', ANA, (round) => answer('inside', round, ['ours'])],
    ['a side that is not asked', ANA, (round) => answer('print', round, ['ours'])],
    [
      'another round',
      ANA,
      (round) => ({ ...answer('northwind', round, ['ours']), round: 'round-x' }),
    ],
    ['a task outside the round', ANA, (round) => answer('northwind', round, ['ours'], 'b.print')],
    ['a party that is none', ANA, (round) => answer('northwind', round, ['theirs:ghost'])],
    [
      'the side itself as the other',
      ANA,
      (round) => answer('northwind', round, ['theirs:northwind']),
    ],
  ];
  test.each(wrong)('of %s are not taken', async (_who, who, data) => {
    const round = await started();
    const outcome = await press('views-save', data(round), who, MATRIX, {
      rounds: async () => [round],
    });
    expect(outcome.effects).toEqual([]);
  });

  test('are not taken once the round is over or closed', async () => {
    const round = await started();
    for (const over of [
      { ...round, until: '2026-11-22' as const },
      { ...round, closedOn: TODAY },
    ]) {
      const outcome = await press('views-save', answer('northwind', round, ['ours']), ANA, MATRIX, {
        rounds: async () => [over],
      });
      expect(outcome.effects).toEqual([]);
    }
  });
});

test('closing puts on record what was said, and only admins close', async () => {
  const round = await started();
  const half = roundIn(
    await press('views-save', answer('northwind', round, ['ours', '', '']), ANA, MATRIX, {
      rounds: async () => [round],
    }),
    2,
  );
  const rounds = async () => [half];
  expect(
    (await press('views-close', { round: round.id }, ANA, MATRIX, { rounds })).effects,
  ).toEqual([]);
  const closed = await press('views-close', { round: round.id }, PRIYA, MATRIX, { rounds });
  expect(roundIn(closed, 3).closedOn).toBe(TODAY);
  expect(tasksAfter(closed, MATRIX).get('a.mail')?.views).toMatchObject([
    { party: 'northwind', says: 'ours' },
  ]);
  expect(closed.reply).toMatchObject({
    data: { items: Array(3).fill({ result: 'one side silent' }), open: false },
  });
});

describe('what two sides say comes to', () => {
  const view = (party: string, said: string): View => {
    const [says = '', names = null] = said.split(' ');
    return { party, says: says as View['says'], names, on: TODAY };
  };
  const pairs: [string, string, Result][] = [
    ['ours', 'theirs a', 'agreed'],
    ['ours', 'unsure', 'agreed'],
    ['ours', 'ours', 'overlap'],
    ['theirs b', 'theirs a', 'mutual disclaim'],
    ['theirs b', 'nobody', 'unclaimed'],
    ['theirs b', 'unsure', 'unclaimed'],
    ['nobody', 'nobody', 'unclaimed'],
    ['unsure', 'unsure', 'unclaimed'],
    ['theirs c', 'theirs c', 'agreed'],
    ['theirs c', 'theirs a', 'unclaimed'],
    ['ours', '', 'silent'],
    ['', '', 'silent'],
  ];
  test.each(pairs)('%s and %s: %s', (a, b, result) => {
    const round = newRound({ id: 'r', area: '', by: '', sides: ['a', 'b'], tasks: ['t'] }, TODAY);
    const said = [view('a', a), view('b', b)].filter(({ says }) => (says as string) !== '');
    const full = withSaid(
      round,
      said.map((one) => ({ task: 't', view: one, by: '' })),
    );
    expect(resultOf(full, 't')).toBe(result);
  });
});

test('over three weeks: each side twice, then the admins once, and nothing after closing', async () => {
  const round = await started();
  const posts: Posted[] = [];
  const days: [number, string][] = [];
  for (let day = 0; day <= 21; day += 1) {
    const rounds = async () => [day < 18 ? round : { ...round, closedOn: TODAY }];
    const found = await dueViews(lookAt(MATRIX, { now: later(day), posts, more: { rounds } }));
    posts.push(...found.map((post) => sent(post)));
    days.push(
      ...found.map(({ to }): [number, string] => [day, to.kind === 'person' ? to.person : '']),
    );
  }
  expect(days).toEqual([
    ...[
      [0, SAM],
      [0, ANA],
    ],
    ...[
      [7, SAM],
      [7, ANA],
    ],
    [15, PRIYA],
  ]);
});
