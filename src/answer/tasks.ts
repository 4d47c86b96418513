// Ids of tasks → the tasks of the matrix at hand; ids that are no longer there drop out.
import type { World } from '../chat.ts';
import type { Hit } from '../match/found.ts';
import type { StoredTask } from '../matrix/matrix.ts';

export function taskOf(world: World, id: string | undefined): StoredTask | null {
  return world.matrix.tasks.find((task) => task.id === id) ?? null;
}

export function tasksBy(world: World, ids: readonly string[]): StoredTask[] {
  return ids.map((id) => taskOf(world, id)).filter((task) => task !== null);
}

export function tasksOf(world: World, hits: readonly Hit[]): StoredTask[] {
  return tasksBy(
    world,
    hits.map(({ task }) => task),
  );
}
