// The parties and people that go with an undone import: those that only it brought in, and that nothing needs any more.
import type { World } from '../chat.ts';
import type { Line, Step } from '../matrix/change.ts';
import type { Task } from '../matrix/task.ts';
import { unused } from '../matrix/used.ts';

export type TaskStep = Extract<Step, { kind: 'task' | 'gone' }>;

/** Imports are undone soon or never: of those after which more has changed, parties and people stay. */
const MOST_LATER = 5_000;

/** `lines` are those of the import, newest first, and `steps` what undoes it under the batch `undo`. */
export async function sidesOut(
  lines: readonly Line[],
  undo: string,
  steps: readonly TaskStep[],
  world: World,
): Promise<Step[]> {
  const [{ batch } = { batch: '' }] = lines;
  const made = await world.made(batch);
  if (made.parties.length + made.people.length === 0) return [];
  const later = await linesSince(lines, world);
  if (later === null) return [];
  const { matrix } = world;
  const tasks = tasksAfter(matrix.tasks, steps);
  const stays = new Set(tasks.map(({ id }) => id));
  const told = later
    .filter(({ task }) => stays.has(task))
    .flatMap(({ before, after }) => (before ? [before, after] : [after]));
  const subscriptions = await world.subscriptions();
  const rounds = await world.rounds();
  const going = unused(made, { ...matrix, tasks }, told, {
    deciders: subscriptions.map(({ decider }) => decider),
    sides: rounds.flatMap((round) => round.sides),
  });
  if (going.parties.length + going.people.length === 0) return [];
  return [{ kind: 'out', made: batch, seen: matrix.revision, batch: undo, ...going }];
}

/** Null where there are too many to look at. */
async function linesSince(lines: readonly Line[], world: World): Promise<readonly Line[] | null> {
  const most = lines.length + MOST_LATER;
  const later = await world.manyLines({ all: true }, most);
  const first = lines.at(-1)?.seq ?? 0;
  const seen = later.at(-1)?.seq ?? 0;
  return later.length < most || seen <= first ? later : null;
}

function tasksAfter(tasks: readonly Task[], steps: readonly TaskStep[]): Task[] {
  const after = new Map(tasks.map((task) => [task.id, task]));
  for (const step of steps) {
    if (step.kind === 'gone') after.delete(step.task);
    else after.set(step.to.id, step.to);
  }
  return [...after.values()];
}
