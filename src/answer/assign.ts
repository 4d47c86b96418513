// Wishes to change an owner: "assign VPN access to Priya", "hand it to someone else".
import { withoutHolders } from './list-names.ts';
import type { Surroundings } from './list-words.ts';
import { peopleOf } from './names-in.ts';
import { leftOver, plain } from './plain.ts';
import type { Words } from './words/shape.ts';

export type Assign = { kind: 'assign'; subject: string; to: string };

/** `subject` is empty where it points at the task just named. */
export function readAssign(text: string, words: Words, at: Surroundings): Assign | null {
  for (const { words: form, sure } of words.assign) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const to = groups['to'] ?? '';
    if (!sure && !isHolder(to, words, at)) continue;
    const subject = groups['task'] ?? '';
    const points = leftOver(subject, words.pointing).length === 0;
    return { kind: 'assign', subject: points ? '' : subject, to };
  }
  return null;
}

/** Whoever can own: somebody of the matrix, a side, or "somebody else". */
function isHolder(to: string, words: Words, { matrix }: Surroundings): boolean {
  if (words.anybody.test(to)) return true;
  if (peopleOf(matrix).some((name) => plain(name) === to)) return true;
  return leftOver(withoutHolders(to, matrix, words), words.pointing).length === 0;
}
