// What asks about a day that has gone: the day, and the words that name a task or the whole matrix.
import type { Day } from '../matrix/day.ts';
import { leftOver } from './plain.ts';
import { readOnDay } from './since.ts';
import type { Words } from './words/shape.ts';
import { THEN } from './words/then.ts';

/** `subject` is empty where the whole matrix is asked for; `back`: it points to the task just named. */
export type Then = { kind: 'then'; day: Day; subject: string; back: boolean };

/** Null where the text does not ask about a day that has gone. */
export function readThen(said: string, words: Words, today: Day): Then | null {
  const forms = THEN[words.language];
  for (const form of [...(forms?.matrix ?? []), ...(forms?.owner ?? [])]) {
    const groups = form.exec(said)?.groups;
    const when = groups?.['when'] ?? groups?.['on'] ?? groups?.['ago'];
    const day = when === undefined ? null : readOnDay(when, words, today);
    if (day === null) continue;
    const subject = groups?.['subject'] ?? '';
    const back = subject !== '' && leftOver(subject, words.pronouns).length === 0;
    return { kind: 'then', day, subject, back };
  }
  return null;
}
