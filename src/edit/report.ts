// "Wrong owner": counted, and noted for the owner and the decider with the reader's word; the owner stays until somebody decides.
import { createHash } from 'node:crypto';
import type { Outcome, Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { sameName } from '../matrix/party.ts';
import { mayReport, ownersOf } from '../matrix/rights.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { answerLine } from '../wording/block.ts';
import { lookAt } from '../wording/card.ts';
import { deciderText } from '../wording/holder.ts';
import { shown } from './carry-out.ts';
import { REPORTED, type Report } from './reports-due.ts';

/** A word, not a report: it is read on a card. */
export const MOST_WORD = 300;

/** One press counts and tells; the card then offers room for a word. */
export async function reported(
  task: StoredTask,
  word: string,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (!mayReport(world.caller))
    return shown(task, say('edit.guest', deciderOf(world, turn)), turn, world);
  const line = answerLine(await lookAt(task, turn, world));
  return {
    reply: {
      kind: 'card',
      card: 'reported',
      data: {
        line: say('reported.line', { task: task.name }),
        now: line,
        note: say(word === '' ? 'reported.note' : 'reported.passed', {
          name: task.name,
          ...deciderOf(world, turn),
        }),
        task: task.id,
        ask: word === '',
        words: { word: say('reported.word'), send: say('reported.send'), back: say('card.back') },
      },
    },
    effects: [...(word === '' ? [counted(task, turn)] : []), ...notices(task, word, turn, world)],
    about: { kind: 'owner', tasks: [task.id], facet: 'owner' },
  };
}

function deciderOf({ matrix }: World, turn: Turn): { decider: string } {
  return { decider: deciderText(matrix, sayIn(turn.locale)) };
}

function counted(task: StoredTask, turn: Turn): Effect {
  const day = dayOf(turn.now);
  const asker = hash([turn.tenant, day, turn.speaker.id]);
  return { kind: 'demand', demand: { kind: 'wrong owner', task: task.id, text: '', day, asker } };
}

/** Noted for their next card: one for each task, reader and day, and one more for a reader's word. */
function notices(task: StoredTask, word: string, turn: Turn, world: World): Effect[] {
  const day = dayOf(turn.now);
  const said = word.trim().slice(0, MOST_WORD);
  const reader = hash([day, turn.speaker.id]);
  const memo: Report = { task: task.id, reader, word: said };
  return told(task, world, turn.speaker.id).map((person) => ({
    kind: 'post',
    post: {
      key: `${REPORTED}${person}:${day}:${hash([task.id])}:${reader}:${said === '' ? 0 : 1}`,
      to: { kind: 'person', person },
      reply: null,
      memo: JSON.stringify(memo),
      due: turn.now,
    },
  }));
}

/** The owner and who decides, by object id, else the admins; never the reader who reported. */
function told(task: StoredTask, { matrix, admins }: World, reader: string): string[] {
  const decider = matrix.people.find(({ name }) => sameName(name, matrix.decider.name))?.entraId;
  const ids = new Set([...ownersOf(task, matrix), ...(decider ? [decider] : admins)]);
  return [...ids].filter((id) => id !== reader);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
