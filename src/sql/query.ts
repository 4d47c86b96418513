// Statements compiled by Kysely, and how a plan asks them.
import type { Compilable } from 'kysely';
import type { Plan, Value } from './engine.ts';

/** A statement compiled once; `R` is the row it returns. */
export type Query<P, R> = { sql: string; bind(values: P): Value[]; row?: R };

type Hole = { hole: string };

/** Compiles a statement whose values come later: `build` receives a hole for each of them. */
export function query<P extends Record<string, Value>, R>(
  build: (values: P) => Compilable<R>,
): Query<P, R> {
  const holes = new Proxy({}, { get: (_target, name): Hole => ({ hole: String(name) }) });
  // Kysely passes parameters on untouched, so a hole can stand where the types ask for a value.
  const { sql, parameters } = build(holes as P).compile();
  const slots = parameters.map((parameter) =>
    isHole(parameter)
      ? (values: P) => storable(values[parameter.hole])
      : (_: P) => storable(parameter),
  );
  return { sql, bind: (values) => slots.map((slot) => slot(values)) };
}

export function* rows<P, R>(asked: Query<P, R>, values: P): Plan<R[]> {
  // What the columns are is Kysely's word; what the texts in them hold is checked in records.ts.
  return (yield { sql: asked.sql, values: asked.bind(values), reads: true, hot: true }) as R[];
}

/** How many rows it inserted, updated or deleted. */
export function* changes<P, R>(asked: Query<P, R>, values: P): Plan<number> {
  return (yield { sql: asked.sql, values: asked.bind(values), reads: false, hot: true }) as number;
}

/** Rows of a statement whose text depends on how many values it carries. */
export function* rowsOnce<R>(statement: Compilable<R>): Plan<R[]> {
  const { sql, parameters } = statement.compile();
  return (yield { sql, values: parameters.map(storable), reads: true, hot: false }) as R[];
}

export function* changesOnce(statement: Compilable): Plan<number> {
  const { sql, parameters } = statement.compile();
  return (yield { sql, values: parameters.map(storable), reads: false, hot: false }) as number;
}

function isHole(parameter: unknown): parameter is Hole {
  return typeof parameter === 'object' && parameter !== null && 'hole' in parameter;
}

function storable(value: unknown): Value {
  // PostgreSQL has no text with a NUL in it; dropped for both, so that both keep the same.
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (typeof value === 'number' || value === null || value instanceof Uint8Array) return value;
  throw new TypeError(`Not a value for the store: ${typeof value}`);
}
