// The one rule for changing a task: what moves, who moved it, and the line of history it leaves.
import type { Day } from './day.ts';
import type { Grant } from './grant.ts';
import type { Decider } from './matrix.ts';
import type { Party, Person } from './party.ts';
import type { Task } from './task.ts';
import type { Made } from './used.ts';

/** Who acts: an Entra object id (or the name of a command) and the name people know. */
export type Author = { id: string; name: string };

/** Lines of one import share a batch, so that it can be read and undone as a whole. `gone`: the task was taken out, and `after` is how it stood. */
export type Line = {
  seq: number;
  task: string;
  version: number;
  at: Date;
  by: Author;
  why: string;
  batch: string;
  before: Task | null;
  after: Task;
  gone: boolean;
};

const IMPORT = 'import-';

/** The batch of an import, which `undo` takes back as a whole. */
export const importBatch = (id: string) => `${IMPORT}${id}`;
export const isImportBatch = (batch: string) => batch.startsWith(IMPORT);

const UNDONE = `${IMPORT}undo-`;

/** The batch that takes an import back; what takes that back brings the import in again. */
export const batchAgainst = (batch: string, id: string) =>
  isUndone(batch) ? importBatch(`again-${id}`) : `${UNDONE}${id}`;
export const isUndone = (batch: string) => batch.startsWith(UNDONE);

/** One step of a change. A task step is refused when the stored version is not the expected one; 0 means it must not exist yet. */
export type Step =
  | { kind: 'task'; expect: number; to: Task; why: string; batch: string }
  /** Takes a task out of the matrix; its history stays, and its id may come again. */
  | { kind: 'gone'; expect: number; task: string; why: string; batch: string }
  /** `batch` is the import that brings it in; put again by anybody else, it is no longer that import's own. */
  | { kind: 'party'; to: Party; batch?: string }
  | { kind: 'person'; to: Person; batch?: string }
  /** Takes out what the batch `made` brought in; what it names stays where the matrix has moved on since `seen`. */
  | ({ kind: 'out'; made: string; seen: number; batch: string } & Made)
  /** Brings back what was taken out with the batch `taken`. */
  | { kind: 'back'; taken: string; batch: string }
  /** Added to the record of grants; the newest one of a person counts. */
  | { kind: 'grant'; to: Grant }
  | { kind: 'settings'; name: string; decider: Decider };

export type TaskField = Exclude<keyof Task, 'id'>;

/** The fields in which two states of a task differ; the id cannot. */
export function changedFields(before: Task, after: Task): TaskField[] {
  const { id: _, ...rest } = after;
  const fields = Object.keys(rest) as TaskField[];
  return fields.filter((field) => !same(before[field], after[field]));
}

/** Everything in a task is plain data, so equal text means equal meaning once keys are in one order. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** When the current owner took the task: kept while the lead stays, reset when it moves. */
export function sinceWhen(before: Task | null, after: Task, today: Day): Task {
  const { ownership } = after;
  if (ownership.kind !== 'owned' && ownership.kind !== 'nobody') return after;
  const kept =
    before?.ownership.kind === ownership.kind && same(leadOf(before), leadOf(after))
      ? before.ownership.since
      : today;
  return { ...after, ownership: { ...ownership, since: kept } };
}

function leadOf(task: Task): unknown {
  return task.ownership.kind === 'owned' ? task.ownership.lead : null;
}
