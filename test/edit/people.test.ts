// People who left, and people known by name only: what raises the question, and that only an admin answers it.
import { describe, expect, test } from 'vitest';
import type { Outcome, World } from '../../src/chat.ts';
import { goneFromTeam } from '../../src/edit/departures.ts';
import { dueBounces } from '../../src/edit/proposals.ts';
import type { Posted, PostState } from '../../src/posts.ts';
import {
  ANA,
  jo,
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
  task,
  turnOf,
  worldOf,
} from './desk.ts';

const MATRIX = matrixOf([
  task('a.one', owned(sam)),
  task('a.two', owned(jo), { name: 'Fax line' }),
  task('a.msp', owned(northwind)),
]);
const STRANGER = '0b000000-0000-4000-8000-000000000009';

const changed = (outcome: Outcome | null) =>
  (outcome?.effects ?? []).flatMap((effect) => (effect.kind === 'change' ? [effect.step] : []));
const posted = (outcome: Outcome | null) =>
  (outcome?.effects ?? []).flatMap((effect) => (effect.kind === 'post' ? [effect.post] : []));

describe('who is taken from a team', () => {
  const cases: [string, string[], number][] = [
    ['an owner', [SAM], 1],
    ['somebody unknown', [STRANGER], 0],
    ['somebody with nothing in the matrix', [PRIYA], 0],
  ];
  test.each(cases)('%s: the admins are asked, and nothing changes', (_who, people, asked) => {
    const turn = turnOf({ kind: 'gone', people }, ANA, MATRIX);
    const outcome = goneFromTeam(people, turn, worldOf(turn, MATRIX, {}));
    expect(changed(outcome)).toEqual([]);
    expect(posted(outcome)).toHaveLength(asked);
    for (const { to, key } of posted(outcome)) {
      expect(to).toEqual({ kind: 'person', person: PRIYA });
      expect(key).toMatch(/^left:[0-9a-f]{16}:2026-11:/);
    }
  });
});

describe('a card that came back', () => {
  const bounced = (state: PostState, why: string, person = SAM): Posted => ({
    ...{ key: `ask:${person}:2026-11-20`, to: { kind: 'person', person }, state, memo: '', why },
    at: NOW,
  });
  const cases: [string, Posted, number][] = [
    ['from nowhere', bounced('refused', 'ConversationNotFound'), 1],
    ['from whoever blocked the app', bounced('refused', 'ConversationBlockedByUser'), 0],
    ['from where the app never was', bounced('refused', 'no place'), 0],
    ['perhaps', bounced('uncertain', 'ECONNRESET'), 0],
    ['from somebody who is no person of the matrix', bounced('refused', 'status 404', ANA), 0],
  ];
  test.each(cases)('%s', async (_what, post, questions) => {
    const posts = await dueBounces(lookAt(MATRIX, { posts: [post] }));
    expect(posts).toHaveLength(questions);
  });
});

describe('leaving', () => {
  const answers: [string, string, number][] = [
    ['an admin', PRIYA, 1],
    ['the person', SAM, 0],
    ['another', ANA, 0],
  ];
  test.each(answers)('is recorded for %s', async (_who, who, steps) => {
    expect(changed(await say('Sam Rivera left', who, MATRIX))).toHaveLength(steps);
    const data = { party: 'inside', name: 'Sam Rivera' };
    expect(changed(await press('person-left', data, who, MATRIX))).toHaveLength(steps);
    expect(changed(await press('person-stays', data, who, MATRIX))).toEqual([]);
  });

  test.each(['Northwind IT left', 'nobody left', 'what is left'])('“%s” is none', async (text) => {
    expect(await say(text, PRIYA, MATRIX)).toBeNull();
  });
});

describe('a namesake', () => {
  const grants = [...MATRIX.grants];
  const stranger = { admin: false, areas: [], speaksFor: [], person: STRANGER, name: 'Jo Keller' };
  const known = { ...MATRIX, grants: [...grants, stranger] };
  const decline = () => say('decline Fax line', STRANGER, known);

  async function asked(): Promise<{ request: string; more: Partial<World> }> {
    const [post] = posted(await decline());
    if (!post) throw new Error('nobody was asked');
    const request = post.key.split(':')[1] ?? '';
    const kept: Posted = { ...post, state: 'sent', why: '', at: NOW };
    const more = {
      posted: async (start: string) => (kept.key.startsWith(start) ? [kept] : []),
    };
    return { request, more };
  }

  test('changes nothing, and what identifies them is not on the card', async () => {
    const outcome = await decline();
    expect(changed(outcome)).toEqual([]);
    const [post] = posted(outcome);
    expect(JSON.stringify(post?.reply)).not.toContain(STRANGER);
    expect(post?.memo).toContain(STRANGER);
  });

  test('is linked by an admin, to the person who was asked about', async () => {
    const { request, more } = await asked();
    expect(changed(await press('link-person', { request }, PRIYA, known, more))).toEqual([
      {
        kind: 'person',
        to: { name: 'Jo Keller', party: 'inside', entraId: STRANGER, mail: '', leftOn: null },
      },
    ]);
  });

  test('is not linked by anybody else, twice, or without having asked', async () => {
    const { request, more } = await asked();
    const forged = 'f'.repeat(32);
    const linked = {
      ...known,
      people: known.people.map((one) =>
        one.name === 'Jo Keller' ? { ...one, entraId: STRANGER } : one,
      ),
    };
    for (const outcome of [
      await press('link-person', { request }, STRANGER, known, more),
      await press('link-person', { request }, ANA, known, more),
      await press('link-person', { request: forged }, PRIYA, known, more),
      await press('link-person', { request }, PRIYA, linked, more),
      await press('link-refuse', { request }, PRIYA, known, more),
    ]) {
      expect(outcome.effects).toEqual([]);
    }
    const extra = { request, entraId: ANA, name: 'Sam Rivera' };
    const steps = changed(await press('link-person', extra, PRIYA, known, more));
    expect(steps).toMatchObject([{ to: { name: 'Jo Keller', entraId: STRANGER } }]);
  });

  test.each([
    ['whose namesake has an id', 'decline one', 'Sam Rivera'],
    ['of two people', 'decline Fax line', 'Jo Keller'],
  ])('%s is only refused', async (_what, text, name) => {
    const twins = MATRIX.people.filter((one) => one.name === 'Jo Keller');
    const other = twins.map((one) => ({ ...one, party: 'northwind' }));
    const people = name === 'Jo Keller' ? [...MATRIX.people, ...other] : MATRIX.people;
    const matrix = { ...MATRIX, people, grants: [...grants, { ...stranger, name }] };
    const outcome = await say(text, STRANGER, matrix);
    expect(outcome?.effects.map(({ kind }) => kind)).toEqual(['remember']);
  });
});
