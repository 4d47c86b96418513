// What changed in a matrix, and how it joins what was known before.
import type { Matrix } from './matrix.ts';
import { nameKey } from './party.ts';

/** A matrix at its revision, of which only the rows that changed are here, in their order. */
export type Changed = Matrix;

/**
 * The matrix at the revision of `changed`, which must hold all that changed after `before`. Nothing was
 * taken out meanwhile, and new rows come last. What did not change is the same value, not a copy.
 */
export function withChanged(before: Matrix, changed: Changed): Matrix {
  return {
    ...changed,
    parties: joined(before.parties, changed.parties, ({ id }) => id),
    people: joined(
      before.people,
      changed.people,
      ({ party, name }) => `${party}\n${nameKey(name)}`,
    ),
    tasks: joined(before.tasks, changed.tasks, ({ id }) => id),
    grants: joined(before.grants, changed.grants, ({ person }) => person),
  };
}

function joined<Row>(before: Row[], changed: Row[], keyOf: (row: Row) => string): Row[] {
  if (changed.length === 0) return before;
  const newer = new Map(changed.map((row) => [keyOf(row), row]));
  const kept = before.map((row) => {
    const key = keyOf(row);
    const now = newer.get(key);
    newer.delete(key);
    return now ?? row;
  });
  return [...kept, ...newer.values()];
}
