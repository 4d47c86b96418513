// A conversation with the database as a plan, written once: SQLite answers at once, PostgreSQL is awaited.

export type Value = string | number | Uint8Array | null;

export type Ask = {
  sql: string;
  values: readonly Value[];
  /** Whether rows come back, or a count of changed ones. */
  reads: boolean;
  /** Asked often with the same text, so worth keeping prepared. */
  hot: boolean;
};

export type Answer = readonly unknown[] | number;
export type Plan<T> = Generator<Ask, T, Answer>;

/** What a write leads to; `keep: false` undoes all of it. */
export type Outcome<T> = { keep: boolean; value: T };

/** Everything here throws StoreUnavailable when the database fails. */
export type Engine = {
  /** One statement. */
  look<T>(plan: Plan<T>): Promise<T>;
  /** Several statements that see the same state. */
  snapshot<T>(plan: Plan<T>): Promise<T>;
  /** One transaction; resolves when it is durable. */
  write<T>(plan: Plan<Outcome<T>>): Promise<T>;
  /** The same for thousands of rows: others are answered between two statements of it. */
  writeMuch<T>(plan: Plan<Outcome<T>>): Promise<T>;
  close(): Promise<void>;
};
