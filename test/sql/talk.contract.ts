// What every engine must do with what turns leave behind: keys, memories, demand, and their sweeping.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Demand, Effect, Store } from '../../src/store.ts';
import { commit, DRAFT, key, later, MEMORY, NOW, newScope, PRIYA, remember } from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const TALK = '19:it@thread';
const DAY_MINUTES = 24 * 60;

export function talkContract(engine: TestEngine): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    return () => store.close();
  });

  describe('a key', () => {
    test('brought again gets the first reply, and nothing happens', async () => {
      const scope = newScope();
      const turn = commit(scope, [remember(MEMORY)], { ...key('k'), reply: '{"first":1}' });
      expect(await store.commit(turn)).toEqual({ kind: 'done' });
      const repeated = { ...turn, effects: [remember({ ...MEMORY, facet: 'x' })], reply: 'second' };
      expect(await store.commit(repeated)).toEqual({ kind: 'again', reply: '{"first":1}' });
      expect(await store.memory(scope, TALK, 'priya', NOW)).toEqual(MEMORY);
    });

    test('is one of its conversation', async () => {
      const scope = newScope();
      await store.commit(commit(scope, [], key('k')));
      expect(await store.commit(commit(scope, [], key('k', 'other')))).toEqual({ kind: 'done' });
    });
  });

  describe('a memory', () => {
    test('is of one person in one conversation, and the newest counts', async () => {
      const scope = newScope();
      await store.commit(commit(scope, [remember({ ...MEMORY, facet: 'old' })], key('1')));
      await store.commit(commit(scope, [remember(MEMORY)], key('2')));
      expect(await store.memory(scope, TALK, 'priya', NOW)).toEqual(MEMORY);
      expect(await store.memory(scope, TALK, 'sam', NOW)).toBeNull();
      expect(await store.memory(scope, 'other', 'priya', NOW)).toBeNull();
    });

    test('ends at its time', async () => {
      const scope = newScope();
      await store.commit(commit(scope, [remember(MEMORY, later(5))], key('1')));
      expect(await store.memory(scope, TALK, 'priya', later(4))).toEqual(MEMORY);
      expect(await store.memory(scope, TALK, 'priya', later(5))).toBeNull();
    });

    test('without a turn is a fault of the program', async () => {
      await expect(store.commit(commit(newScope(), [remember(MEMORY)]))).rejects.toThrow(TypeError);
    });
  });

  test('leaving forgets one conversation, and may be told twice', async () => {
    const scope = newScope();
    const welcome = (talk: string) => store.commit(commit(scope, [], key('welcome', talk)));
    const left = commit(scope, [{ kind: 'left' }], key('left-1'));
    await store.commit(commit(scope, [remember(MEMORY)], key('1')));
    await store.commit(commit(scope, [remember(MEMORY)], key('1', 'other')));
    await welcome(TALK);
    await welcome('other');
    expect(await store.commit(left)).toEqual({ kind: 'done' });
    expect(await store.memory(scope, TALK, 'priya', NOW)).toBeNull();
    expect(await store.memory(scope, 'other', 'priya', NOW)).toEqual(MEMORY);
    expect(await welcome('other')).toMatchObject({ kind: 'again' });
    expect(await welcome(TALK)).toEqual({ kind: 'done' });
    expect(await store.commit(left)).toMatchObject({ kind: 'again' });
    expect(await welcome(TALK)).toMatchObject({ kind: 'again' });
  });

  test('demand counts times, and people a day, since a day', async () => {
    const scope = newScope();
    await store.create(scope, DRAFT, PRIYA, NOW);
    const asked = (day: Demand['day'], asker: string, task = 'a.b'): Effect => ({
      kind: 'demand',
      demand: { kind: 'asked', task, text: '', day, asker },
    });
    const wrong: Demand = {
      kind: 'wrong owner',
      task: 'a.b',
      text: '',
      day: '2026-03-02',
      asker: 'p1',
    };
    const unknown: Demand = { ...wrong, kind: 'no match', task: '', text: 'who\0 cares?' };
    await store.commit(
      commit(scope, [
        ...[asked('2026-03-01', 'p0'), asked('2026-03-02', 'p1'), asked('2026-03-02', 'p1')],
        ...[asked('2026-03-03', 'p1'), asked('2026-03-03', 'p2'), asked('2026-03-03', 'p3', 'c.d')],
        { kind: 'demand', demand: wrong },
        { kind: 'demand', demand: unknown },
      ]),
    );
    expect(await store.demandFor(scope, 'a.b', '2026-03-02')).toEqual({ times: 5, askers: 3 });
    expect(await store.demandFor(scope, 'a.b', '2026-03-04')).toEqual({ times: 0, askers: 0 });
    expect(await store.demandFor(scope, '', '2026-03-02')).toEqual({ times: 1, askers: 1 });
  });

  test('sweeping removes old keys and ended memories, and keeps welcomes', async () => {
    await store.sweep(later(365 * DAY_MINUTES));
    const scope = newScope();
    await store.commit(commit(scope, [remember(MEMORY, later(1))], key('old')));
    await store.commit(commit(scope, [], key('welcome 1')));
    const until = later(3 * DAY_MINUTES);
    const young = { ...key('young', 'other'), at: later(DAY_MINUTES) };
    await store.commit(commit(scope, [remember(MEMORY, until)], young));

    expect(await store.sweep(later(2 * DAY_MINUTES - 1))).toBe(1);
    expect(await store.sweep(later(2 * DAY_MINUTES + 1))).toBe(1);
    expect(await store.sweep(later(2 * DAY_MINUTES + 1))).toBe(0);

    expect(await store.memory(scope, 'other', 'priya', NOW)).toEqual(MEMORY);
    expect(await store.commit(commit(scope, [], key('welcome 1')))).toMatchObject({
      kind: 'again',
    });
    expect(await store.commit(commit(scope, [], key('young', 'other')))).toMatchObject({
      kind: 'again',
    });
    expect(await store.commit(commit(scope, [], key('old')))).toEqual({ kind: 'done' });
  });

  test('a great sweep goes through all of it', async () => {
    await store.sweep(later(365 * DAY_MINUTES));
    const scope = newScope();
    const many = Array.from({ length: 1_500 }, (_, i) => commit(scope, [], key(`k${i}`)));
    await Promise.all(many.map((one) => store.commit(one)));
    expect(await store.sweep(later(365 * DAY_MINUTES))).toBe(1_500);
  });
}
