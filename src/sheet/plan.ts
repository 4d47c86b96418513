// What an import would change: a step for each task that is new or different, none for the rest.
import { type Author, changedFields, type Step } from '../matrix/change.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Task } from '../matrix/task.ts';
import type { SheetRead } from './read.ts';

export type ImportPlan = {
  steps: Step[];
  created: number;
  changed: number;
  unchanged: number;
  /** Tasks of the matrix that the file does not name; they stay as they are. */
  notInFile: number;
};

/**
 * `current` is the matrix the sheet was read against; a task that changes before the steps are committed makes them
 * stale. Importing the same file twice gives no steps the second time. `by` decides gaps that the file newly accepts.
 */
export function planImport(
  current: Matrix | null,
  read: Extract<SheetRead, { kind: 'ok' }>,
  how: { by: Author; why: string; batch: string },
): ImportPlan {
  const parties = new Set(current?.parties);
  const people = new Set(current?.people);
  const stored = new Map(current?.tasks.map((task) => [task.id, task]));
  const { why, batch } = how;
  const steps: Step[] = [];
  for (const to of read.parties) if (!parties.has(to)) steps.push({ kind: 'party', to, batch });
  for (const to of read.people) if (!people.has(to)) steps.push({ kind: 'person', to, batch });
  let created = 0;
  let unchanged = 0;
  for (const task of read.tasks) {
    const before = stored.get(task.id);
    if (before && changedFields(before, task).length === 0) {
      unchanged += 1;
      continue;
    }
    if (!before) created += 1;
    steps.push({
      kind: 'task',
      expect: before?.version ?? 0,
      to: decided(task, how.by),
      why,
      batch,
    });
  }
  const changed = read.tasks.length - created - unchanged;
  const notInFile = stored.size - (read.tasks.length - created);
  return { steps, created, changed, unchanged, notInFile };
}

/** Only a gap that no one had accepted before comes without a name. */
function decided(task: Task, by: Author): Task {
  const { ownership } = task;
  if (ownership.kind !== 'accepted gap' || ownership.by !== '') return task;
  return { ...task, ownership: { ...ownership, by: by.name } };
}
