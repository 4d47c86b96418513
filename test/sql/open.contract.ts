// What every engine must do when it is opened, and when the database fails under it.
import { describe, expect, test } from 'vitest';
import { openStore, type Place } from '../../src/sql/open.ts';
import { StoreUnavailable } from '../../src/sql/unavailable.ts';
import { DRAFT, NOW, newScope, PRIYA } from './samples.ts';

export type FreshPlace = {
  place: Place;
  raw(sql: string): Promise<void>;
};

export function openContract(setting: string, fresh: () => Promise<FreshPlace>): void {
  describe('opening', () => {
    test('at once on something new makes one schema', async () => {
      const { place } = await fresh();
      const stores = await Promise.all([1, 2, 3].map(() => openStore(place)));
      const scope = newScope();
      const made = await Promise.all(stores.map((one) => one.create(scope, DRAFT, PRIYA, NOW)));
      expect(made.sort()).toEqual(['created', 'exists', 'exists']);
      await Promise.all(stores.map((one) => one.close()));
    });

    test('finds everything again', async () => {
      const { place } = await fresh();
      const scope = newScope();
      const first = await openStore(place);
      await first.create(scope, DRAFT, PRIYA, NOW);
      await first.close();
      const second = await openStore(place);
      expect((await second.read(scope))?.tasks).toHaveLength(DRAFT.tasks.length);
      await second.close();
    });

    test('what a newer version wrote is refused, with what to do', async () => {
      const { place, raw } = await fresh();
      await (await openStore(place)).close();
      await raw("insert into remit_migration values ('999-later', '2030-01-01T00:00:00.000Z')");
      const opening = openStore(place);
      await expect(opening).rejects.toThrow(StoreUnavailable);
      await expect(opening).rejects.toThrow(new RegExp(`^${setting}: .* newer Remit`));
    });
  });

  test('a database that fails is one error, without SQL in its message, and passes', async () => {
    const { place, raw } = await fresh();
    const store = await openStore(place);
    const scope = newScope();
    await store.create(scope, DRAFT, PRIYA, NOW);
    await raw('alter table task rename to gone');
    const failures = await Promise.allSettled([
      store.read(scope),
      store.create(newScope(), DRAFT, PRIYA, NOW),
    ]);
    for (const failure of failures) {
      const reason = failure.status === 'rejected' ? failure.reason : null;
      expect(reason).toBeInstanceOf(StoreUnavailable);
      expect(reason.message).toMatch(new RegExp(`^${setting}: the database failed`));
      expect(reason.message).not.toMatch(/select|insert|task/i);
      expect(reason.cause).toBeInstanceOf(Error);
    }
    expect(await store.revision(scope)).toBe(1);
    await raw('alter table gone rename to task');
    expect((await store.read(scope))?.tasks).toHaveLength(DRAFT.tasks.length);
    await store.close();
    await expect(store.revision(scope)).rejects.toThrow(StoreUnavailable);
    await expect(store.create(scope, DRAFT, PRIYA, NOW)).rejects.toThrow(StoreUnavailable);
  });
}
