// What every engine must do with places: known where they are, parked when the app is gone, revived when it is back.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/matrix/matrix.ts';
import type { Pace, Place, Post, Recipient } from '../../src/posts.ts';
import type { Store } from '../../src/store.ts';
import { DRAFT, later, NOW, newScope, PRIYA } from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const PACE: Pace = { perSecond: 1_000, slackMs: 100, aheadMs: 1_000, gapMs: 0 };
const ADA = 'aaaa';
const DAY = 24 * 60;

const person: Recipient = { kind: 'person', person: ADA };
const chat: Recipient = { kind: 'conversation', conversation: 'a:ada' };

function post(name: string, to: Recipient, due = NOW): Post {
  return { key: name, to, reply: { kind: 'text', text: name }, memo: '', due };
}

export function placesContract(engine: TestEngine): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    return () => store.close();
  });

  const placeIn = ({ tenant }: Scope, change: Partial<Place> = {}): Place => ({
    ...{ tenant, conversation: 'a:ada', where: 'personal', serviceUrl: 'https://one/' },
    ...{ person: ADA, locale: 'en-GB', ...change },
  });

  async function matrix(): Promise<Scope> {
    const scope = newScope();
    await store.create(scope, { ...DRAFT, tasks: [] }, PRIYA, NOW);
    return scope;
  }

  /** Posts it and is refused for good, with these parked. */
  async function refuse(scope: Scope, one: Post, park: Recipient[], now = NOW): Promise<void> {
    await store.posts.add(scope, [one], now);
    const { claimed } = await store.posts.claim(scope.tenant, PACE, 500, now, later(10 * DAY));
    const [held] = claimed;
    if (!held) throw new Error('nothing to refuse');
    await store.posts.begin(held, now, later(10 * DAY));
    await store.posts.finish(held, { kind: 'refused', why: 'Blocked', park }, now);
  }

  async function states(scope: Scope): Promise<Record<string, string>> {
    const all = await store.posts.posted(scope, '', 100);
    return Object.fromEntries(all.map(({ key, state, why }) => [key, `${state} ${why}`.trim()]));
  }

  describe('a place', () => {
    test('is found by its conversation, and a 1:1 chat by its person', async () => {
      const scope = newScope();
      const place = placeIn(scope);
      await store.places.remember(place, NOW);
      expect(await store.places.find(scope.tenant, chat)).toEqual(place);
      expect(await store.places.find(scope.tenant, person)).toEqual(place);
      expect(await store.places.serviceUrl(scope.tenant)).toBe('https://one/');
      expect(await store.places.find(newScope().tenant, person)).toBeNull();
      expect(await store.places.serviceUrl(newScope().tenant)).toBeNull();
    });

    test('moves with the service URL, and with the newest chat of a person', async () => {
      const scope = newScope();
      await store.places.remember(placeIn(scope), NOW);
      await store.places.remember(placeIn(scope, { serviceUrl: 'https://two/' }), later(1));
      await store.places.remember(placeIn(scope, { conversation: 'a:new' }), later(2));
      expect(await store.places.find(scope.tenant, chat)).toMatchObject({
        serviceUrl: 'https://two/',
      });
      expect(await store.places.find(scope.tenant, person)).toMatchObject({
        conversation: 'a:new',
      });
    });

    test('of many people is one, whatever its threads and whoever writes there', async () => {
      const scope = newScope();
      const channel = placeIn(scope, {
        where: 'channel',
        conversation: '19:it@thread;messageid=1',
      });
      await store.places.remember(channel, NOW);
      const thread = {
        ...channel,
        conversation: '19:it@thread;messageid=2',
        locale: 'fr',
        person: 'x',
      };
      await store.places.remember(thread, later(1));
      const to: Recipient = { kind: 'conversation', conversation: '19:it@thread;messageid=3' };
      const known = { ...channel, conversation: '19:it@thread' };
      expect(await store.places.find(scope.tenant, to)).toEqual(known);
      expect(await store.places.find(scope.tenant, person)).toBeNull();
    });
  });

  describe('a recipient who is gone', () => {
    test('is not tried again, however much comes', async () => {
      const scope = await matrix();
      await refuse(scope, post('first', person), [person, chat]);
      for (let week = 1; week <= 4; week += 1) {
        const now = later(week * 7 * DAY);
        await store.posts.add(
          scope,
          [post(`p${week}`, person, now), post(`c${week}`, chat, now)],
          now,
        );
        expect(await store.posts.claim(scope.tenant, PACE, 500, now, now)).toEqual({
          claimed: [],
          next: null,
        });
      }
      expect(new Set(Object.values(await states(scope)))).toEqual(new Set(['refused Blocked']));
    });

    test('who writes again gets what is not older than a week', async () => {
      const scope = await matrix();
      await store.places.remember(placeIn(scope), NOW);
      await refuse(scope, post('old', person), [person, chat]);
      const now = later(7 * DAY + 1);
      await store.posts.add(scope, [post('young', chat, later(DAY))], NOW);
      await store.posts.claim(scope.tenant, PACE, 500, later(DAY), later(DAY));
      expect(await states(scope)).toEqual({ old: 'refused Blocked', young: 'refused Blocked' });

      await store.places.remember(placeIn(scope), now);
      expect(await states(scope)).toEqual({ old: 'refused Blocked', young: 'due' });
      const { claimed } = await store.posts.claim(scope.tenant, PACE, 500, now, now);
      expect(claimed).toMatchObject([{ post: { key: 'young' }, since: now }]);
    });

    test('stays away while others come back', async () => {
      const scope = await matrix();
      await refuse(scope, post('a', person), [person]);
      await store.places.remember(placeIn(scope, { conversation: 'a:bo', person: 'bo' }), NOW);
      await store.places.remember(placeIn(newScope()), NOW);
      expect(await states(scope)).toEqual({ a: 'refused Blocked' });
    });
  });

  test('where the app was removed nothing is tried, until it is added again', async () => {
    const scope = await matrix();
    await store.places.remember(placeIn(scope), NOW);
    await store.places.leave(placeIn(scope), NOW);
    expect(await store.places.find(scope.tenant, chat)).toBeNull();
    await store.posts.add(scope, [post('p', person), post('c', chat)], NOW);
    expect((await store.posts.claim(scope.tenant, PACE, 500, NOW, NOW)).claimed).toEqual([]);
    expect(await states(scope)).toEqual({ p: 'refused removed', c: 'refused removed' });
    await store.places.remember(placeIn(scope), later(1));
    expect(
      (await store.posts.claim(scope.tenant, PACE, 500, later(1), later(2))).claimed,
    ).toHaveLength(2);
  });
}
