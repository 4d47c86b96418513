// What the digest says about asks that nobody answers: announced first, then with the decider.
import type { Day } from '../matrix/day.ts';
import type { Say } from '../strings/strings.ts';
import type { Subscription } from '../subscriptions.ts';
import type { Contents } from './contents.ts';

/** Empty while there is nothing to remind of. */
export function patienceNote(
  contents: Contents,
  { decider, by, where }: Subscription,
  next: Day | null,
  say: Say,
): string {
  if (contents.baseline) return say('digest.note.first');
  if (contents.asked.length === 0 || contents.patience === 'asked') return '';
  // Nobody is told that they will be told.
  if (where === 'personal' && by.id === decider.id) return say('digest.note.unanswered');
  const name = decider.name === '' ? say('decider.unnamed') : decider.name;
  if (contents.patience === 'escalated') {
    return say(decider.id === '' ? 'digest.note.decides' : 'digest.note.escalated', {
      decider: name,
    });
  }
  return next === null
    ? say('digest.note.unanswered')
    : say('digest.note.warned', { day: say.day(next), decider: name });
}

export function escalationNote(say: Say): string {
  return say('digest.note.yours');
}
