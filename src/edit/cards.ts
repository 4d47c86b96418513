// The cards that edits are made on: owner and backup, an accepted gap, a shared task.

import type { CardReply } from '../cards.ts';
import type { Outcome, Turn, World } from '../chat.ts';
import { addMonths, dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { mayAnswerFor, mayEdit } from '../matrix/rights.ts';
import { partsIn } from '../matrix/split.ts';
import { HEALTHS } from '../matrix/task.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { answerLine } from '../wording/block.ts';
import { lookAt } from '../wording/card.ts';
import { choiceOf, holderChoices, offered } from '../wording/choices.ts';
import { shown } from './carry-out.ts';

/** Who may not edit gets the owner and a word on who may. */
async function withRights(
  task: StoredTask,
  turn: Turn,
  world: World,
  make: (say: Say, line: string) => CardReply,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (!mayAnswerFor(world.caller, task)) {
    const key = world.caller.guest ? 'edit.guest' : 'edit.forbidden';
    const decider = world.matrix.decider.name || say('decider.unnamed');
    return shown(task, say(key, { decider }), turn, world);
  }
  const line = answerLine(await lookAt(task, turn, world));
  return {
    reply: make(say, line),
    effects: [],
    about: { kind: 'command', tasks: [task.id], facet: 'assign' },
  };
}

/** The named owner hands over; admins and editors change the rest, too. */
export function editCard(
  task: StoredTask,
  note: string,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  return withRights(task, turn, world, (say, line) => {
    const { matrix } = world;
    const all = mayEdit(world.caller, task);
    return {
      kind: 'card',
      card: 'edit',
      data: {
        line: say('edit.line', { task: task.name }),
        now: line,
        note,
        task: task.id,
        version: task.version,
        all,
        picker: turn.where === 'personal',
        ...offered(task, matrix, all, dayOf(turn.now), say),
        health: task.health,
        healths: HEALTHS.map((value) => ({
          title: say(`health.${value}`),
          value,
        })),
        words: {
          owner: say('edit.owner'),
          someone: say('edit.someone'),
          name: say('edit.name'),
          backup: say('row.backup'),
          health: say('row.health'),
          why: say('edit.why'),
          save: say('edit.save'),
          gap: say('edit.gap'),
          share: say('edit.share'),
          back: say('card.back'),
        },
      },
    };
  });
}

/** Three months ahead is offered: a gap that nobody looks at for longer is forgotten. */
const OFFERED_MONTHS = 3;

export function gapCard(
  task: StoredTask,
  note: string,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  return withRights(task, turn, world, (say, line) => ({
    kind: 'card',
    card: 'gap',
    data: {
      line: say('gap.line', { task: task.name }),
      now: line,
      note,
      task: task.id,
      version: task.version,
      until: addMonths(dayOf(turn.now), OFFERED_MONTHS),
      words: {
        until: say('gap.until'),
        why: say('edit.why'),
        save: say('gap.save'),
        back: say('card.back'),
      },
    },
  }));
}

export function shareCard(
  task: StoredTask,
  note: string,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  return withRights(task, turn, world, (say, line) => {
    const { matrix } = world;
    const { ownership } = task;
    const shared = ownership.kind === 'owned' || ownership.kind === 'nobody' ? ownership : null;
    const lead = ownership.kind === 'owned' ? ownership.lead : null;
    const parts = partsIn(shared?.split ?? '', matrix.parties);
    const does = (party: string) => parts.find((part) => part.party === party)?.does ?? '';
    const partner = shared?.sharedWith[0] ?? '';
    return {
      kind: 'card',
      card: 'share',
      data: {
        line: say('share.line', { task: task.name }),
        now: line,
        note,
        task: task.id,
        version: task.version,
        lead: lead ? choiceOf(lead) : '',
        leads: holderChoices(matrix, dayOf(turn.now), lead, say),
        leadDoes: lead ? does(lead.party) : '',
        partner,
        partners: matrix.parties.map(({ id, name }) => ({ title: name, value: id })),
        partnerDoes: does(partner),
        words: {
          lead: say('share.lead'),
          leadDoes: say('share.leadDoes'),
          partner: say('share.partner'),
          partnerDoes: say('share.partnerDoes'),
          save: say('edit.save'),
          back: say('card.back'),
        },
      },
    };
  });
}
