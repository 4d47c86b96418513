// What a task is called and what is told about it: the phrases it can be found by.
import type { Task } from '../matrix/task.ts';

export type Findable = Pick<Task, 'id' | 'name' | 'aliases' | 'description' | 'area'>;

/** Where a phrase comes from. A further source (a phrasebook) is one more entry here and in NAMING. */
export type Source = 'name' | 'alias' | 'description';
export type Phrase = { source: Source; text: string };

/**
 * How far a phrase of a source may carry an answer by itself, 0 to 1. A source that is not here only tells
 * about the task: its words support a name, and without one they make a task the nearest, never the answer.
 */
export const NAMING: Readonly<Partial<Record<Source, number>>> = { name: 1, alias: 1 };

export function phrasesOf(task: Findable): Phrase[] {
  return [
    { source: 'name', text: task.name },
    ...task.aliases.map((text): Phrase => ({ source: 'alias', text })),
    { source: 'description', text: task.description },
  ];
}
