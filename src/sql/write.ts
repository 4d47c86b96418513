// Plans that write a matrix: making one, and the steps of a change with their history lines.
import type { Author, Line, Step } from '../matrix/change.ts';
import type { Grant } from '../matrix/grant.ts';
import type { Draft, Scope } from '../matrix/matrix.ts';
import type { Task } from '../matrix/task.ts';
import type { Outcome, Plan } from './engine.ts';
import { chunks } from './puts.ts';
import type { Queries } from './queries.ts';
import { changes, changesOnce, rows, rowsOnce } from './query.ts';
import { type Into, lineRow, roleRow, taskOf, taskRow } from './records.ts';
import { putParties, putPeople, sidesPlan } from './sides.ts';
import { CAME_BACK, TAKEN_OUT, THERE } from './tables.ts';

type TaskStep = Extract<Step, { kind: 'task' | 'gone' }>;
/** Where a task stands before or after a step; `position` keeps tasks in the order in which they came. */
type Held = { task: Task; version: number; position: number; gone: number };

/** What a matrix is made with. */
export const FIRST_REVISION = 1;

export function* createPlan(
  q: Queries,
  scope: Scope,
  draft: Draft,
  by: Author,
  at: Date,
): Plan<Outcome<'created' | 'exists'>> {
  const { name, decider, parties, people, tasks, grants } = draft;
  const into = { ...scope, revision: FIRST_REVISION };
  const inserted = yield* changes(q.insertMatrix, {
    ...into,
    name,
    decider_name: decider.name,
    decider_reach: decider.reach,
    last_seq: tasks.length,
  });
  if (inserted === 0) return { keep: false, value: 'exists' };
  yield* putParties(
    q,
    into,
    parties.map((to) => ({ to })),
  );
  yield* putPeople(
    q,
    into,
    people.map((to) => ({ to })),
  );
  yield* addGrants(q, into, grants, by, at);
  const seqOf = (index: number) => index + 1;
  yield* putTasks(
    q,
    into,
    tasks.map((task, index) => ({ task, version: 1, position: seqOf(index), gone: THERE })),
  );
  yield* addLines(
    q,
    scope,
    tasks.map((after, index) => ({
      ...{ seq: seqOf(index), task: after.id, version: 1, at, by },
      ...{ why: '', batch: '', before: null, after, gone: false },
    })),
  );
  return { keep: true, value: 'created' };
}

/** Applies the steps in their order; the id of the first task that is not as expected, or null. */
export function* stepsPlan(
  q: Queries,
  scope: Scope,
  steps: readonly Step[],
  by: Author,
  at: Date,
): Plan<string | null> {
  const taskSteps = steps.filter((step) => step.kind === 'task' || step.kind === 'gone');
  // First of all: it locks the matrix, so what is read below cannot change before it is written.
  const [next] = yield* rows(q.nextRevision, { ...scope, lines: taskSteps.length });
  if (!next) throw new Error(`Nothing can change in matrix ${scope.matrix}: there is none`);

  const into = { ...scope, revision: next.revision };
  const held = yield* heldTasks(q, scope, taskSteps);
  const lines: Line[] = [];
  for (const step of taskSteps) {
    const { expect, why, batch } = step;
    const id = idOf(step);
    const was = held.get(id);
    // A task that was taken out is as good as none; only its versions go on.
    const there = was === undefined || was.gone === TAKEN_OUT ? null : was;
    if ((there?.version ?? 0) !== expect) return id;
    const before = there?.task ?? null;
    const gone = step.kind === 'gone';
    const after = step.kind === 'task' ? step.to : before;
    if (after === null) return id;
    const seq = next.last_seq - taskSteps.length + lines.length + 1;
    const version = (was?.version ?? 0) + 1;
    lines.push({ seq, task: id, version, at, by, why, batch, before, after, gone });
    const stands = gone ? TAKEN_OUT : (was?.gone ?? THERE) === THERE ? THERE : CAME_BACK;
    held.set(id, { task: after, version, position: was?.position ?? seq, gone: stands });
  }
  yield* putTasks(q, into, [...held.values()]);
  yield* addLines(q, scope, lines);
  yield* sidesPlan(q, into, steps);
  const grants = steps.flatMap((step) => (step.kind === 'grant' ? [step.to] : []));
  yield* addGrants(q, into, grants, by, at);
  for (const step of steps) {
    if (step.kind !== 'settings') continue;
    const { name, decider } = step;
    yield* changes(q.settings, {
      ...{ ...scope, name },
      ...{ decider_name: decider.name, decider_reach: decider.reach },
    });
  }
  return null;
}

function idOf(step: TaskStep): string {
  return step.kind === 'task' ? step.to.id : step.task;
}

function* heldTasks(q: Queries, scope: Scope, steps: readonly TaskStep[]): Plan<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const ids of chunks([...new Set(steps.map(idOf))])) {
    for (const row of yield* rowsOnce(q.tasksById(scope, ids))) {
      const { version, ...task } = taskOf(row);
      held.set(task.id, { task, version, position: row.position, gone: row.gone });
    }
  }
  return held;
}

function* putTasks(q: Queries, into: Into, all: readonly Held[]): Plan<void> {
  for (const chunk of chunks(all)) {
    const made = chunk.map(({ task, version, position, gone }) =>
      taskRow(into, task, version, position, gone),
    );
    yield* changesOnce(q.putTasks(made));
  }
}

function* addLines(q: Queries, scope: Scope, all: readonly Line[]): Plan<void> {
  for (const chunk of chunks(all)) {
    yield* changesOnce(q.addLines(chunk.map((line) => lineRow(scope, line))));
  }
}

/** The matrix is locked by then, so that the next number is nobody else's. */
function* addGrants(
  q: Queries,
  into: Into,
  grants: readonly Grant[],
  by: Author,
  at: Date,
): Plan<void> {
  if (grants.length === 0) return;
  const last = (yield* rows(q.countRoles, into))[0]?.last ?? 0;
  const all = grants.map((grant, index) => roleRow(into, grant, last + index + 1, by, at));
  for (const chunk of chunks(all)) yield* changesOnce(q.addRoles(chunk));
}
