// Several tasks in one question, where the words of each piece alone would not do: the whole tells what they are about.
import { cutAtJoints, MOST_SUBJECTS } from '../subjects.ts';
import type { Likely } from './model.ts';

/** A task is in play when the whole question gives it at least this share. */
const IN_PLAY = 0.06;
/** A piece means a task when, of the tasks in play, it gives it at least this share… */
const MEANT = 0.6;
/** A piece that is this sure by itself means its task, whatever the whole says… */
const ALONE = 0.9;
const MOST_IN_PLAY = 5;

/**
 * The tasks that a question names side by side, in its order; empty when it names one, or when any piece is unclear.
 * `judge` is the phrasebook's view of a text, over the tasks of the matrix.
 */
export function tasksNamedTogether(question: string, judge: (text: string) => Likely): string[] {
  const pieces = cutAtJoints(question);
  if (pieces.length < 2 || pieces.length > 2 * MOST_SUBJECTS) return [];
  const whole = judge(question).tasks;
  const inPlay = [...whole]
    .filter(([, share]) => share >= IN_PLAY)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_IN_PLAY)
    .map(([task]) => task);
  const meant = new Set<string>();
  for (const piece of pieces) {
    const task = meantBy(judge(piece).tasks, inPlay);
    if (task !== null) meant.add(task);
  }
  // Without the likeliest task of the whole among them, the cut went through one subject.
  const [likeliest = ''] = inPlay;
  return meant.size > 1 && meant.size <= MOST_SUBJECTS && meant.has(likeliest) ? [...meant] : [];
}

/** Null for a piece that says nothing about the tasks in play, such as "who's who". */
function meantBy(piece: ReadonlyMap<string, number>, inPlay: readonly string[]): string | null {
  for (const [task, share] of piece) if (share >= ALONE) return task;
  const shares = inPlay.map((task) => piece.get(task) ?? 0);
  const sum = shares.reduce((a, b) => a + b, 0);
  const best = shares.reduce((a, b) => Math.max(a, b), 0);
  return best >= IN_PLAY && best >= MEANT * sum ? (inPlay[shares.indexOf(best)] ?? null) : null;
}
