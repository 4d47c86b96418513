// What delivery must stand, as stories on a virtual clock; each is told again without the guard it proves, and must fail.
import { afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/delivery/limits.ts';
import type { PostStore } from '../../src/posts.ts';
import { seeded } from '../faults/store-life.ts';
import { DRAFT, PRIYA } from '../sql/samples.ts';
import { withoutClaim, withoutFence } from './guards.ts';
import {
  conversation,
  createGate,
  createWorld,
  LATENCY_MS,
  mostWithin,
  post,
  posts,
  SCOPE,
  START,
  twice,
  type World,
} from './world.ts';

/** A lease so long that no holder finds at the last moment that it is late. */
const NO_LAST_LOOK = 24 * 3_600_000;

let world: World;
afterEach(() => world.close());

const plus = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const seconds = (s: number) => new Date(START.getTime() + s * 1_000);

type Guard = (kept: PostStore) => PostStore;
const all: Guard = (kept) => kept;

describe('several instances', () => {
  async function shareTheWork(guard: Guard): Promise<void> {
    world = await createWorld();
    await world.add(posts(400));
    let refused = 0;
    const watched = guard(world.store.posts);
    const kept: PostStore = {
      ...watched,
      async begin(...given) {
        const may = await watched.begin(...given);
        if (!may) refused += 1;
        return may;
      },
    };
    for (let i = 0; i < 4; i += 1) world.instance({ posts: kept }).start();
    await world.time.until(seconds(20));
    expect(refused, 'claimed twice').toBe(0);
    expect(twice(world.seen), 'posted twice').toEqual([]);
    expect(await world.states()).toEqual({ sent: 400 });
    expect(new Set(world.seen.map(({ instance }) => instance)).size).toBeGreaterThan(1);
  }
  test('hand each post to one of them', () => shareTheWork(all));
  test('without the claim they do not', () =>
    expect(shareTheWork(withoutClaim)).rejects.toThrow('claimed twice'));

  async function stopOne(seed: number, guard: Guard, limits = {}): Promise<void> {
    world = await createWorld();
    await world.add(posts(120));
    const random = seeded(seed);
    const gates = Array.from({ length: 2 + Math.floor(random() * 3) }, createGate);
    for (const gate of gates) {
      world.instance({ gate, limits, posts: guard(world.store.posts) }).start();
    }
    await world.time.until(new Date(START.getTime() + random() * 3_000));
    gates[0]?.freeze();
    await world.time.until(new Date(world.time.clock().getTime() + 60_000 + random() * 60_000));
    gates[0]?.thaw();
    await world.time.until(plus(5));
    expect(twice(world.seen), 'posted twice').toEqual([]);
    const states = await world.states();
    expect((states['sent'] ?? 0) + (states['uncertain'] ?? 0)).toBe(120);
    expect(states['uncertain'] ?? 0).toBeLessThanOrEqual(LATENCY_MS / 25 + 2);
  }
  const seeds = Array.from({ length: 25 }, (_, i) => i);
  test.each(seeds)('one stopped for a minute or two: none twice, none missing (%i)', (seed) =>
    stopOne(seed, all),
  );
  test('without the fence somebody hears it twice', () =>
    expect(stopOne(0, withoutFence, { sendMs: NO_LAST_LOOK })).rejects.toThrow('posted twice'));

  test('one stopped between its last check and the POST lets it be when it wakes', async () => {
    world = await createWorld();
    await world.add([post('a')]);
    const gate = createGate();
    const { posts: kept } = world.store;
    const stopping: PostStore = {
      ...kept,
      async begin(...given) {
        const may = await kept.begin(...given);
        if (given[0].attempts === 0) gate.freeze();
        return may;
      },
    };
    world.instance({ gate, posts: stopping }).start();
    await world.time.until(plus(1));
    world.instance().start();
    await world.time.until(plus(3));
    expect(await world.state('a')).toBe('uncertain');
    gate.thaw();
    await world.time.until(plus(5));
    expect(world.seen).toHaveLength(1);
    expect(await world.states()).toEqual({ sent: 1 });
  });

  async function keepThePace(perSecond: number): Promise<void> {
    world = await createWorld();
    await world.add(posts(800));
    const pace = { ...LIMITS.pace, perSecond };
    for (let i = 0; i < 4; i += 1) world.instance({ limits: { pace } }).start();
    await world.time.until(seconds(30));
    expect(await world.states()).toEqual({ sent: 800 });
    const times = world.seen.map(({ at }) => at);
    expect(mostWithin(1_000, times), 'in one second').toBeLessThan(50);
    expect(Math.max(...times) - START.getTime()).toBeLessThanOrEqual(20_000);
  }
  test('stay under 50 a second together, and close to 40', () =>
    keepThePace(LIMITS.pace.perSecond));
  test('without the pace they do not', () =>
    expect(keepThePace(Number.POSITIVE_INFINITY)).rejects.toThrow('in one second'));
});

describe('429', () => {
  test('slows one tenant, and no other', async () => {
    world = await createWorld(({ tenant }) =>
      tenant === 'contoso'
        ? { kind: 'not sent', why: 'x', throttled: true, retryAfterSeconds: 3_600 }
        : { kind: 'sent', id: 'x' },
    );
    const other = { ...SCOPE, tenant: 'fabrikam' };
    await world.store.create(other, { ...DRAFT, tasks: [] }, PRIYA, START);
    await world.add(posts(80));
    await world.add(posts(80), other);
    world.instance().start();
    await world.time.until(plus(1));
    expect(await world.states(other)).toEqual({ sent: 80 });
    expect(world.seen.filter(({ tenant }) => tenant === 'contoso').length).toBeLessThan(10);
  });
});

describe('the app is gone', () => {
  test('from one in ten: one try each, none in four weeks more, and all of the last week when it is back', async () => {
    const gone = new Set(posts(200).flatMap(({ key }, i) => (i % 10 === 0 ? [key] : [])));
    let back = false;
    world = await createWorld(({ to }) =>
      gone.has(to) && !back
        ? { kind: 'refused', why: 'BotNotInConversationRoster', park: [conversation(to)] }
        : { kind: 'sent', id: 'x' },
    );
    // Five weeks of minutes would take seconds; nothing here depends on the minute.
    world.instance({ limits: { tickMs: 1_800_000 } }).start();
    for (let week = 0; week < 5; week += 1) {
      const due = plus(week * 7 * 24 * 60);
      await world.add(posts(200, due).map((one) => ({ ...one, key: `${week} ${one.key}` })));
      await world.time.until(new Date(due.getTime() + 3_600_000));
    }
    const tries = world.seen.filter(({ to }) => gone.has(to));
    expect(tries).toHaveLength(gone.size);
    expect(twice(tries)).toEqual([]);
    expect(await world.states()).toEqual({ sent: 900, refused: 100 });

    back = true;
    const { tenant } = SCOPE;
    const now = world.time.clock();
    for (const name of gone) {
      await world.store.places.remember(
        {
          ...{ tenant, conversation: name, where: 'group', serviceUrl: 'https://x/' },
          ...{ person: '', locale: 'en' },
        },
        now,
      );
    }
    await world.time.until(new Date(now.getTime() + 3_600_000));
    expect(await world.states()).toEqual({ sent: 920, refused: 80 });
  });
});

describe('nothing was posted', () => {
  test('is tried again for a day, then stays visible', async () => {
    world = await createWorld(() => ({
      ...{ kind: 'not sent', why: 'ECONNREFUSED', throttled: false, retryAfterSeconds: null },
    }));
    await world.add([post('a')]);
    world.instance().start();
    await world.time.until(plus(23 * 60));
    expect(await world.state('a')).toBe('due');
    await world.time.until(plus(26 * 60));
    expect(await world.state('a')).toBe('not sent');
    const tried = world.seen.length;
    expect(tried).toBeGreaterThan(20);
    expect(tried).toBeLessThan(60);
    await world.time.until(plus(72 * 60));
    expect(world.seen).toHaveLength(tried);
  });
});

describe('nobody knows whether it was posted', () => {
  test('after an answer that was lost: it is told, and never posted again by itself', async () => {
    world = await createWorld(({ to }) =>
      to === 'k3' ? { kind: 'uncertain', why: 'ECONNRESET' } : { kind: 'sent', id: 'x' },
    );
    await world.add(posts(10));
    world.instance().start();
    await world.time.until(plus(7 * 24 * 60));
    expect(await world.states()).toEqual({ sent: 9, uncertain: 1 });
    expect(world.seen).toHaveLength(10);
    const [told] = await world.store.posts.posted(SCOPE, 'k3', 1);
    expect(told).toMatchObject({ state: 'uncertain', why: 'ECONNRESET' });
  });

  test('after a send that threw: the same', async () => {
    world = await createWorld(() => {
      throw new RangeError('secret text');
    });
    await world.add([post('a')]);
    world.instance().start();
    await world.time.until(plus(60));
    expect(world.seen.length).toBeLessThanOrEqual(1);
    expect(await world.store.posts.posted(SCOPE, 'a', 1)).toMatchObject([
      { state: 'uncertain', why: 'RangeError' },
    ]);
  });

  test('where the store failed after the post: its lease ends, and it is uncertain', async () => {
    world = await createWorld();
    await world.add([post('a')]);
    const { posts: kept } = world.store;
    const mute: PostStore = { ...kept, finish: () => Promise.reject(new Error('disk')) };
    world.instance({ posts: mute }).start();
    await world.time.until(plus(5));
    expect(world.seen).toHaveLength(1);
    expect(await world.state('a')).toBe('uncertain');
  });

  test('where the store failed for a while after the post: it is recorded all the same', async () => {
    world = await createWorld();
    await world.add([post('a')]);
    const { posts: kept } = world.store;
    const from = START.getTime();
    const shaky: PostStore = {
      ...kept,
      finish: (...given) =>
        world.time.clock().getTime() < from + 20_000
          ? Promise.reject(new Error('disk'))
          : kept.finish(...given),
    };
    world.instance({ posts: shaky }).start();
    await world.time.until(plus(5));
    expect(await world.states()).toEqual({ sent: 1 });
  });
});
