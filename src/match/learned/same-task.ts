// Which tasks of a matrix are tasks of the starter, so that what was learned about those carries over.
import { starterTasks } from '../../matrix/starter/starter.ts';
import type { Findable } from '../phrases.ts';
import { wordsOf } from '../words.ts';

/** Task id → the starter task it is, for those that are one: by id, else by a name or alias that only one has. */
export function classesOf(
  tasks: readonly Findable[],
  classes: readonly string[],
): Map<string, string> {
  const learned = new Set(classes);
  const names = startersByName();
  const same = new Map<string, string>();
  for (const task of tasks) {
    const starter = learned.has(task.id) ? task.id : names.get(nameOf(task.name));
    if (starter && learned.has(starter)) same.set(task.id, starter);
  }
  return same;
}

function startersByName(): Map<string, string> {
  const names = new Map<string, string | null>();
  for (const { id, name, aliases } of starterTasks) {
    for (const called of [name, ...aliases]) {
      const key = nameOf(called);
      names.set(key, names.has(key) && names.get(key) !== id ? null : id);
    }
  }
  return new Map([...names].filter((entry): entry is [string, string] => entry[1] !== null));
}

function nameOf(text: string): string {
  return wordsOf(text).join(' ');
}
