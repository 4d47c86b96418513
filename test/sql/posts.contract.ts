// What every engine must do with posts: one cause once, one holder at a time, every outcome kept.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/matrix/matrix.ts';
import type { Claimed, Pace, Post, PostState, Recipient } from '../../src/posts.ts';
import type { Store } from '../../src/store.ts';
import { commit, DRAFT, key, later, NOW, newScope, PRIYA } from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const PACE: Pace = { perSecond: 40, slackMs: 100, aheadMs: 1_000, gapMs: 2_000 };
const UNTIL = later(1);
const chat = (id: string): Recipient => ({ kind: 'conversation', conversation: id });

function post(name: string, to = chat(`19:${name}`), due = NOW): Post {
  return { key: name, to, reply: { kind: 'text', text: `hello ${name}` }, memo: '{}', due };
}

function plusMs(ms: number): Date {
  return new Date(NOW.getTime() + ms);
}

export function postsContract(engine: TestEngine): void {
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    store = await engine.open();
    other = await engine.open();
    return () => Promise.all([store.close(), other.close()]);
  });

  async function matrixWith(...posts: Post[]): Promise<Scope> {
    const scope = newScope();
    await store.create(scope, { ...DRAFT, tasks: [] }, PRIYA, NOW);
    await store.posts.add(scope, posts, NOW);
    return scope;
  }

  const claim = (scope: Scope, now = NOW, pace = PACE, until = UNTIL) =>
    store.posts.claim(scope.tenant, pace, 500, now, until);

  async function first(scope: Scope, now = NOW): Promise<Claimed> {
    const [claimed] = (await claim(scope, now)).claimed;
    if (!claimed) throw new Error('nothing was claimed');
    return claimed;
  }

  async function begun(scope: Scope, now = NOW, until = UNTIL): Promise<Claimed> {
    const claimed = await first(scope, now);
    expect(await store.posts.begin(claimed, now, until)).toBe(true);
    return claimed;
  }

  async function states(scope: Scope): Promise<Record<string, PostState>> {
    const posted = await store.posts.posted(scope, '', 100);
    return Object.fromEntries(posted.map(({ key: name, state }) => [name, state]));
  }

  const keysOf = (claimed: Claimed[]) => claimed.map((one) => one.post.key);

  describe('a cause', () => {
    test('is posted once, whoever brings it again', async () => {
      const scope = await matrixWith(post('a'));
      expect(await other.posts.add(scope, [post('a', chat('elsewhere')), post('b')], NOW)).toBe(1);
      const { claimed } = await claim(scope);
      expect(claimed.map((one) => [one.post.key, one.post.to])).toEqual([
        ['a', chat('19:a')],
        ['b', chat('19:b')],
      ]);
      expect(claimed[0]).toMatchObject({ scope, fence: 1, attempts: 0, since: NOW });
      expect(claimed[0]?.post).toEqual(post('a'));
    });

    test('of a turn is posted with all else the turn leaves, or not at all', async () => {
      const scope = await matrixWith();
      const turn = commit(scope, [{ kind: 'post', post: post('a') }], key('k'));
      expect(await store.commit(turn)).toEqual({ kind: 'done' });
      const again = { ...turn, effects: [{ kind: 'post' as const, post: post('b') }] };
      expect(await store.commit(again)).toMatchObject({ kind: 'again' });
      expect(await states(scope)).toEqual({ a: 'due' });
    });

    test('with nothing to say is kept, and never claimed', async () => {
      const scope = await matrixWith({ ...post('a'), reply: null });
      expect(await claim(scope)).toEqual({ claimed: [], next: null });
      expect(await states(scope)).toEqual({ a: 'silent' });
    });

    test('by the thousand goes in whole', async () => {
      const many = Array.from({ length: 1_001 }, (_, i) => post(`k${i}`));
      const scope = await matrixWith();
      expect(await store.posts.add(scope, many, NOW)).toBe(1_001);
      expect(await store.posts.add(scope, many, NOW)).toBe(0);
    });
  });

  describe('a claim', () => {
    test('gives each post to one of many', async () => {
      const scope = await matrixWith(...Array.from({ length: 60 }, (_, i) => post(`k${i}`)));
      const claims = await Promise.all(
        [store, other, store, other].map((one) =>
          one.posts.claim(scope.tenant, { ...PACE, perSecond: 20 }, 500, NOW, UNTIL),
        ),
      );
      const all = claims.flatMap(({ claimed }) => keysOf(claimed));
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBe(22);
    });

    test('waits for its time, and takes the oldest first', async () => {
      const scope = await matrixWith(
        post('new', chat('n'), plusMs(-1)),
        post('old', chat('o'), plusMs(-9)),
      );
      await store.posts.add(scope, [post('later', chat('l'), later(5))], NOW);
      const { claimed, next } = await claim(scope);
      expect(keysOf(claimed)).toEqual(['old', 'new']);
      expect(next).toEqual(UNTIL);
      expect(await store.posts.waiting(NOW)).not.toContain(scope.tenant);
      expect(await store.posts.waiting(later(5))).toContain(scope.tenant);
      expect(keysOf((await claim(scope, later(0.5))).claimed)).toEqual([]);
    });

    test('that was not begun ends by itself, and its fence is worth nothing to the next holder', async () => {
      const scope = await matrixWith(post('a'));
      const slow = await first(scope);
      const quick = await begun(scope, later(2));
      expect([slow.fence, quick.fence]).toEqual([1, 2]);
      expect(await store.posts.begin(slow, later(2), later(3))).toBe(false);
      expect(await store.posts.finish(slow, { kind: 'sent', id: 'x' }, later(2))).toBe(false);
      expect(await store.posts.finish(quick, { kind: 'sent', id: 'x' }, later(2))).toBe(true);
    });

    test('gives out turns that all instances share', async () => {
      const scope = await matrixWith(...Array.from({ length: 100 }, (_, i) => post(`k${i}`)));
      const one = await claim(scope);
      const two = await other.posts.claim(scope.tenant, PACE, 500, plusMs(500), UNTIL);
      const turns = [...one.claimed, ...two.claimed].map(({ turn }) => turn.getTime());
      expect(one.claimed).toHaveLength(44);
      expect(one.next).toEqual(plusMs(500));
      expect(two.claimed).toHaveLength(20);
      for (const start of turns) {
        const inSecond = turns.filter((turn) => turn >= start && turn < start + 1_000);
        expect(inSecond.length).toBeLessThanOrEqual(45);
      }
      expect(await claim(scope, plusMs(500))).toEqual({ claimed: [], next: plusMs(1_025) });
    });

    test('gives out turns again after the clock was set back', async () => {
      const scope = await matrixWith(post('before'));
      expect(keysOf((await claim(scope)).claimed)).toEqual(['before']);
      const after = post('after', chat('19:before'), later(-99));
      await store.posts.add(scope, [after], later(-60));
      expect(keysOf((await claim(scope, later(-60))).claimed)).toEqual(['after']);
    });

    test('leaves a gap between two posts to one recipient, and does not hold up others', async () => {
      const crowd = Array.from({ length: 90 }, (_, i) =>
        post(`a${i}`, chat('one'), plusMs(-100 + i)),
      );
      const scope = await matrixWith(...crowd, post('b'));
      const taken = keysOf((await claim(scope)).claimed);
      expect(taken).toEqual(['a0']);
      expect(keysOf((await claim(scope)).claimed)).toEqual(['b']);
      expect(keysOf((await claim(scope, plusMs(1_900))).claimed)).toEqual([]);
      expect(keysOf((await claim(scope, plusMs(2_100))).claimed)).toEqual(['a1']);
    });
  });

  describe('an outcome', () => {
    test.each([
      ['sent', { kind: 'sent', id: 'activity-1' }],
      ['uncertain', { kind: 'uncertain', why: 'ECONNRESET' }],
      ['refused', { kind: 'refused', why: 'Blocked', park: [] }],
      ['not sent', { kind: 'not sent', why: 'status 429', again: null, hold: null }],
    ] as const)('%s is kept, and the post rests', async (state, came) => {
      const scope = await matrixWith(post('a'));
      const claimed = await begun(scope);
      expect(await states(scope)).toEqual({ a: 'sending' });
      expect(await store.posts.finish(claimed, came, later(1))).toBe(true);
      const why = 'why' in came ? came.why : '';
      expect(await store.posts.posted(scope, 'a', 1)).toEqual([
        { key: 'a', to: chat('19:a'), state, memo: '{}', why, at: later(1) },
      ]);
      expect(await claim(scope, later(60 * 24 * 365))).toEqual({ claimed: [], next: null });
      await store.posts.expire(later(60 * 24 * 365));
      expect(await states(scope)).toEqual({ a: state });
    });

    test('not sent is due again at its time, with one try more', async () => {
      const scope = await matrixWith(post('a'));
      const again = { kind: 'not sent', why: 'status 412', again: later(3), hold: null } as const;
      await store.posts.finish(await begun(scope), again, NOW);
      expect(await claim(scope, later(2))).toEqual({ claimed: [], next: later(3) });
      expect(await first(scope, later(3))).toMatchObject({ fence: 2, attempts: 1, since: NOW });
    });

    test('that never came is uncertain, until the holder tells after all', async () => {
      const scope = await matrixWith(post('a'));
      const claimed = await begun(scope, NOW, UNTIL);
      await store.posts.expire(UNTIL);
      expect(await states(scope)).toEqual({ a: 'sending' });
      expect(await store.posts.expire(later(2))).toBeGreaterThanOrEqual(1);
      expect(await states(scope)).toEqual({ a: 'uncertain' });
      expect(await store.posts.finish(claimed, { kind: 'sent', id: 'x' }, later(3))).toBe(true);
      expect(await states(scope)).toEqual({ a: 'sent' });
    });

    test('throttled holds the whole tenant, in every instance, and no other', async () => {
      const scope = await matrixWith(post('a'), post('b'));
      const elsewhere = await matrixWith(post('c'));
      const { claimed } = await claim(scope);
      const [one, two] = claimed;
      if (!one || !two) throw new Error('two posts were to be claimed');
      await store.posts.begin(one, NOW, UNTIL);
      const hold = {
        kind: 'not sent',
        why: 'status 429',
        again: later(9),
        hold: later(9),
      } as const;
      await store.posts.finish(one, hold, NOW);
      expect(await other.posts.begin(two, NOW, UNTIL)).toBe(false);
      expect(await other.posts.claim(scope.tenant, PACE, 500, later(8), UNTIL)).toEqual({
        claimed: [],
        next: later(9),
      });
      expect(keysOf((await claim(scope, later(9))).claimed).sort()).toEqual(['a', 'b']);
      expect(keysOf((await claim(elsewhere)).claimed)).toEqual(['c']);
    });
  });

  describe('sending again', () => {
    const press = (scope: Scope, at = later(5)) =>
      store.commit(commit(scope, [{ kind: 'send again', key: 'a' }], { at }));

    test.each(['uncertain', 'refused', 'not sent'] as const)(
      'takes up what is %s',
      async (kind) => {
        const scope = await matrixWith(post('a'));
        const before = await begun(scope);
        const park = [chat('19:a')];
        await store.posts.finish(before, { kind, why: 'x', again: null, hold: null, park }, NOW);
        await press(scope);
        const late = { kind: 'not sent', why: 'late', again: NOW, hold: null } as const;
        expect(await store.posts.finish(before, late, later(6))).toBe(false);
        expect(await first(scope, later(6))).toMatchObject({
          post: { reply: { text: 'hello a' } },
          since: later(5),
        });
      },
    );

    test('is of one matrix', async () => {
      const scope = await matrixWith(post('a'));
      await store.posts.finish(await begun(scope), { kind: 'uncertain', why: 'x' }, NOW);
      await press({ ...scope, matrix: 'other' });
      await press({ ...scope, tenant: newScope().tenant });
      expect(await states(scope)).toEqual({ a: 'uncertain' });
    });

    test('leaves what was sent, or is on its way', async () => {
      const scope = await matrixWith(post('a'));
      await press(scope, NOW);
      const claimed = await begun(scope);
      await press(scope);
      expect(await store.posts.finish(claimed, { kind: 'sent', id: 'x' }, NOW)).toBe(true);
      await press(scope);
      expect(await states(scope)).toEqual({ a: 'sent' });
    });
  });

  test('posts are found by how their key starts, newest first, in their matrix alone', async () => {
    const names = [
      'digest:é:1',
      'digest:é:2',
      'digest:éa',
      'digest:e:3',
      'Digest:é:4',
      'digest:é:5',
    ];
    const scope = await matrixWith(...names.map((name, i) => post(name, chat(name), plusMs(i))));
    const elsewhere = { ...scope, matrix: 'other' };
    await store.create(elsewhere, { ...DRAFT, tasks: [] }, PRIYA, NOW);
    await store.posts.add(elsewhere, [post('digest:é:9')], NOW);
    const found = await store.posts.posted(scope, 'digest:é:', 2);
    expect(found.map((one) => one.key)).toEqual(['digest:é:5', 'digest:é:2']);
    expect(await store.posts.posted(scope, 'digest:é:', 9)).toHaveLength(3);
    expect(await store.scopes()).toContainEqual({ scope: elsewhere, revision: 1 });
  });

  test('old posts are swept, and their keys with them', async () => {
    const scope = await matrixWith(post('old'), post('young', chat('y'), later(3 * 24 * 60)));
    await store.sweep(later(182 * 24 * 60));
    expect(await states(scope)).toEqual({ young: 'due' });
  });
}
