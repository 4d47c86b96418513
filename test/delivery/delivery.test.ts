// The clock of what is said unasked: asked at the right time, posted once, stopped in order.
import { afterEach, describe, expect, test } from 'vitest';
import type { Feature, Look } from '../../src/chat.ts';
import type { Post } from '../../src/posts.ts';
import { commit, DRAFT, PRIYA } from '../sql/samples.ts';
import { conversation, createWorld, post, posts, SCOPE, START, type World } from './world.ts';

let world: World;
afterEach(() => world.close());

const plus = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

/** A feature that has these to say, and keeps when it was asked. */
function feature(due: (look: Look) => Post[] | Promise<Post[]>) {
  const asked: { at: Date; revision: number; scope: string }[] = [];
  const one: Feature = {
    async due(look) {
      const { revision, scope } = look.matrix;
      asked.push({ at: look.now, revision, scope: `${scope.tenant} ${scope.matrix}` });
      return due(look);
    },
  };
  return { one, asked };
}

const settings = { kind: 'settings', name: 'New', decider: { name: '', reach: '' } } as const;

describe('the clock', () => {
  test('asks once a quarter, and within a minute after a change', async () => {
    world = await createWorld();
    const { one, asked } = feature(() => []);
    world.instance({ features: [one] }).start();
    await world.time.until(plus(17.5));
    await world.store.commit(commit(SCOPE, [{ kind: 'change', step: settings }]));
    await world.time.until(plus(31));
    expect(asked.map(({ at, revision }) => [at, revision])).toEqual([
      [plus(0), 1],
      [plus(15), 1],
      [plus(18), 2],
      [plus(30), 2],
    ]);
  });

  test('asks for every matrix there is', async () => {
    world = await createWorld();
    const other = { ...SCOPE, matrix: 'other' };
    await world.store.create(other, { ...DRAFT, tasks: [] }, PRIYA, START);
    const { one, asked } = feature(({ matrix }) => [post(`hello ${matrix.scope.matrix}`)]);
    world.instance({ features: [one] }).start();
    await world.time.until(plus(1));
    expect(asked.map(({ scope }) => scope).sort()).toEqual(['contoso main', 'contoso other']);
    expect(await world.states(other)).toEqual({ sent: 1 });
    expect(await world.states()).toEqual({ sent: 1 });
  });

  test('posts a cause once, however often it is brought, and tells what became of it', async () => {
    world = await createWorld();
    const told: unknown[] = [];
    const { one } = feature(async (look) => {
      told.push((await look.posted('hello', 9)).map(({ key, state }) => `${key} ${state}`));
      return [post('hello')];
    });
    world.instance({ features: [one] }).start();
    world.instance({ features: [one] }).start();
    await world.time.until(plus(46));
    expect(world.seen).toHaveLength(1);
    expect(told.at(-1)).toEqual(['hello sent']);
  });

  test('posts at the minute it is due', async () => {
    world = await createWorld();
    await world.add([post('later', plus(7))]);
    world.instance().start();
    await world.time.until(plus(6.99));
    expect(world.seen).toEqual([]);
    await world.time.until(plus(7.1));
    expect(world.seen).toHaveLength(1);
  });

  test('a feature that fails is asked again, and holds up no other', async () => {
    world = await createWorld();
    let fails = true;
    const broken = feature(() => {
      if (fails) throw new TypeError('secret text');
      return [post('mended')];
    });
    const { one } = feature(() => [post('fine')]);
    world.instance({ features: [broken.one, one] }).start();
    await world.time.until(plus(0.5));
    expect(world.seen.map(({ to }) => to)).toEqual(['fine']);
    expect(world.logged).toContainEqual({ event: 'look failed', error: 'TypeError' });
    fails = false;
    await world.time.until(plus(1.5));
    expect(world.seen.map(({ to }) => to)).toEqual(['fine', 'mended']);
  });

  test('outlives a store that fails', async () => {
    world = await createWorld();
    const { posts: kept } = world.store;
    let down = true;
    const failing = { ...kept, expire: (now: Date) => (down ? fail() : kept.expire(now)) };
    const fail = () => Promise.reject(new Error('disk'));
    await world.add([post('a')]);
    world.instance({ posts: failing }).start();
    await world.time.until(plus(3));
    expect(world.seen).toEqual([]);
    down = false;
    await world.time.until(plus(3.1));
    expect(world.seen).toHaveLength(1);
  });
});

describe('a turn that changed something', () => {
  test('is followed at once', async () => {
    world = await createWorld();
    let news = false;
    const { one } = feature(() => (news ? [post('news')] : []));
    const delivery = world.instance({ features: [one] });
    delivery.start();
    await world.time.until(plus(2.5));
    news = true;
    delivery.wake(SCOPE);
    delivery.wake(SCOPE);
    await world.time.until(new Date(plus(2.5).getTime() + 200));
    expect(world.seen).toHaveLength(1);
  });

  test('while posts wait for a later time, too', async () => {
    world = await createWorld();
    await world.add([post('soon', plus(3)), post('now')]);
    const delivery = world.instance();
    delivery.start();
    await world.time.until(plus(2.1));
    await world.add([post('woken', plus(2))]);
    delivery.wake(SCOPE);
    await world.time.until(plus(2.2));
    expect(world.seen.map(({ to }) => to)).toEqual(['now', 'woken']);
  });
});

/** Begun together, and let go one by one. */
const WAITING_AT_THE_GATE = 8;

describe('stopping', () => {
  test('begins nothing new, and waits for what was begun', async () => {
    world = await createWorld();
    await world.add(posts(100));
    const delivery = world.instance();
    delivery.start();
    await world.time.until(new Date(START.getTime() + 1_000));
    let stopped = false;
    const stopping = delivery.stop().then(() => {
      stopped = true;
    });
    const begun = world.seen.length;
    await world.time.untilTrue(() => stopped, plus(1));
    await stopping;
    const { length } = world.seen;
    expect(length - begun).toBeLessThanOrEqual(WAITING_AT_THE_GATE);
    expect(await world.states()).toEqual({ sent: length, due: 100 - length });
    expect(world.time.clock().getTime() - START.getTime()).toBeLessThan(1_400);
  });

  test('leaves the rest to whoever comes next', async () => {
    world = await createWorld();
    await world.add(posts(100));
    const first = world.instance();
    first.start();
    await world.time.until(new Date(START.getTime() + 500));
    const stopped = first.stop();
    world.instance().start();
    await world.time.until(plus(1.5));
    await stopped;
    expect(await world.states()).toEqual({ sent: 100 });
    expect(world.seen).toHaveLength(100);
  });

  test('before it was started, and twice, is nothing', async () => {
    world = await createWorld();
    const delivery = world.instance();
    await delivery.stop();
    delivery.wake(SCOPE);
    delivery.start();
    await delivery.stop();
    expect(world.seen).toEqual([]);
  });
});

test('somebody may be told two things, with a gap between', async () => {
  world = await createWorld();
  const to = conversation('one');
  await world.add(['a', 'b', 'c'].map((name) => post(name, START, to)));
  world.instance().start();
  await world.time.until(plus(1));
  const gaps = world.seen.slice(1).map(({ at }, i) => at - (world.seen[i]?.at ?? 0));
  expect(gaps).toHaveLength(2);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_900);
});
