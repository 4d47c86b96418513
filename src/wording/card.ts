// The card of owners: one block a task, led by a line that is a full answer.
import type { CardReply } from '../cards.ts';
import type { Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { mayAnswerFor } from '../matrix/rights.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { answerBlock, type Subject, subjectOf } from './block.ts';

export async function lookAt(task: StoredTask, turn: Turn, world: World): Promise<Subject> {
  const may = { edit: mayAnswerFor(world.caller, task), undo: false };
  const say = sayIn(turn.locale);
  const subject = subjectOf(task, world.matrix, dayOf(turn.now), NOT_ASKED, say, may);
  const { status } = subject;
  // Counting reads a month of questions; only gaps show the count.
  return status === 'nobody' || status === 'unknown'
    ? { ...subject, demand: await world.demandFor(task.id) }
    : subject;
}

const NOT_ASKED = { times: 0, askers: 0 };

/** The card of owners; `lead` only where the first line says more than the blocks do. */
export function answerCard(
  line: string,
  lead: string,
  subjects: readonly Subject[],
  note: string,
  say: Say,
): CardReply {
  const words = {
    wrongOwner: say('card.wrongOwner'),
    history: say('card.history'),
    edit: say('card.edit'),
    undo: say('card.undo'),
    open: say('card.open'),
    noneOfThese: say('card.noneOfThese'),
  };
  return {
    kind: 'card',
    card: 'answer',
    data: { line, lead, blocks: subjects.map(answerBlock), note, question: '', words },
  };
}
