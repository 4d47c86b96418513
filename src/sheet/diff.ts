// What an import would do to a matrix, task by task, for people to look at before it is applied.
import { changedFields, type TaskField } from '../matrix/change.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Task } from '../matrix/task.ts';

export type Changed = { before: Task; after: Task; fields: TaskField[] };

/** `gone` are tasks that the file does not name; an import leaves them as they are. */
export type Diff = { created: Task[]; changed: Changed[]; unchanged: number; gone: Task[] };

export function diffOf(current: Matrix | null, tasks: readonly Task[]): Diff {
  const stored = new Map(current?.tasks.map((task) => [task.id, task]));
  const diff: Diff = { created: [], changed: [], unchanged: 0, gone: [] };
  for (const after of tasks) {
    const before = stored.get(after.id);
    stored.delete(after.id);
    const fields = before ? changedFields(before, after) : [];
    if (!before) diff.created.push(after);
    else if (fields.length > 0) diff.changed.push({ before, after, fields });
    else diff.unchanged += 1;
  }
  diff.gone = [...stored.values()];
  return diff;
}
