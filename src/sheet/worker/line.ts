// The line in front of the one thread: tenants in turn, and an end that is said, so that nobody waits without one.

/** `most` wait at once, `mostOfOne` of them of one tenant; whoever is being served does not wait. */
export function createLine({ most, mostOfOne }: { most: number; mostOfOne: number }) {
  /** The first tenant is the next one; who was served goes behind the others. */
  const waiting = new Map<string, (() => void)[]>();
  let serving = false;

  function next(): void {
    const [first] = waiting;
    serving = first !== undefined;
    if (!first) return;
    const [tenant, [start, ...rest]] = first;
    waiting.delete(tenant);
    if (rest.length > 0) waiting.set(tenant, rest);
    start?.();
  }

  /** Null where there is no place: then nothing was begun. */
  return async <Done>(tenant: string, work: () => Promise<Done>): Promise<Done | null> => {
    if (serving) {
      const own = waiting.get(tenant) ?? [];
      const all = [...waiting.values()].reduce((sum, { length }) => sum + length, 0);
      if (own.length >= mostOfOne || all >= most) return null;
      await new Promise<void>((start) => waiting.set(tenant, [...own, start]));
    }
    serving = true;
    try {
      return await work();
    } finally {
      next();
    }
  };
}
