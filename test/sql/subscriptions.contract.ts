// What every engine must do with subscriptions of the digest and with what was put off.
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store.ts';
import type { Snooze, Subscription } from '../../src/subscriptions.ts';
import { commit, DRAFT, later, NOW, newScope, PRIYA } from './samples.ts';
import type { TestEngine } from './store.contract.ts';

const SUBSCRIPTION: Subscription = {
  id: 'ab12',
  conversation: '19:it@thread.tacv2',
  where: 'channel',
  locale: 'de-DE',
  by: PRIYA,
  since: NOW,
  ...{ day: 7, hour: 23, minute: 59, zone: 'America/Argentina/Buenos_Aires' },
  areas: ['Cloud; "Ünïon"', ''],
  decider: { id: '', name: 'Ada' },
  pausedUntil: '2026-04-01',
  holidays: ['2026-12-25', '2027-01-01'],
  leadership: true,
};

const SNOOZE: Snooze = {
  ...{ task: 'cloud.mail-flow', until: '2026-04-01', reason: 'after the move', by: PRIYA, at: NOW },
};

export function subscriptionsContract(engine: TestEngine): void {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    return () => store.close();
  });

  async function newMatrix() {
    const scope = newScope();
    await store.create(scope, DRAFT, PRIYA, NOW);
    return scope;
  }

  test('a subscription comes back as it was made, and a new one takes its place', async () => {
    const scope = await newMatrix();
    const other = { ...SUBSCRIPTION, id: 'cd34', where: 'personal' as const };
    await store.commit(
      commit(scope, [
        { kind: 'subscribe', subscription: other },
        { kind: 'subscribe', subscription: SUBSCRIPTION },
      ]),
    );
    expect(await store.subscriptions(scope)).toEqual([SUBSCRIPTION, other]);
    const changed: Subscription = {
      ...SUBSCRIPTION,
      ...{ locale: 'fr', by: { id: 'sam', name: 'Sam' }, since: later(5), day: 1, hour: 0 },
      ...{ minute: 0, zone: 'UTC', areas: [], decider: PRIYA, pausedUntil: null, holidays: [] },
      leadership: false,
    };
    await store.commit(commit(scope, [{ kind: 'subscribe', subscription: changed }]));
    expect(await store.subscriptions(scope)).toEqual([changed, other]);
  });

  test('a subscription ends, and may be ended twice', async () => {
    const scope = await newMatrix();
    await store.commit(commit(scope, [{ kind: 'subscribe', subscription: SUBSCRIPTION }]));
    const end = commit(scope, [{ kind: 'unsubscribe', id: SUBSCRIPTION.id }]);
    await store.commit(end);
    expect(await store.subscriptions(scope)).toEqual([]);
    expect(await store.commit(end)).toEqual({ kind: 'done' });
  });

  test('a task is put off once: the newest counts', async () => {
    const scope = await newMatrix();
    await store.commit(commit(scope, [{ kind: 'snooze', snooze: SNOOZE }]));
    expect(await store.snoozes(scope)).toEqual([SNOOZE]);
    const longer: Snooze = {
      ...{ ...SNOOZE, until: '2026-06-01', reason: '', at: later(1) },
      by: { id: 'sam', name: 'Sam' },
    };
    await store.commit(commit(scope, [{ kind: 'snooze', snooze: longer }]));
    expect(await store.snoozes(scope)).toEqual([longer]);
  });

  test('what is no task cannot be put off', async () => {
    const scope = await newMatrix();
    const snooze = { ...SNOOZE, task: 'no.such' };
    await expect(store.commit(commit(scope, [{ kind: 'snooze', snooze }]))).rejects.toThrow();
  });

  test('belong to one matrix of one tenant', async () => {
    const scope = await newMatrix();
    const others = [await newMatrix(), { ...scope, matrix: 'other' }];
    await store.create({ ...scope, matrix: 'other' }, DRAFT, PRIYA, NOW);
    await store.commit(
      commit(scope, [
        { kind: 'subscribe', subscription: SUBSCRIPTION },
        { kind: 'snooze', snooze: SNOOZE },
      ]),
    );
    for (const other of others) {
      await store.commit(commit(other, [{ kind: 'unsubscribe', id: SUBSCRIPTION.id }]));
      expect(await store.subscriptions(other)).toEqual([]);
      expect(await store.snoozes(other)).toEqual([]);
    }
    expect(await store.subscriptions(scope)).toEqual([SUBSCRIPTION]);
  });
}
