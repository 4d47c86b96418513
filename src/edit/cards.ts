// The cards that edits are made on: owner and backup, an accepted gap, a shared task.

import type { CardReply } from '../cards.ts';
import type { Outcome, Turn, World } from '../chat.ts';
import { addMonths, type Day, dayOf } from '../matrix/day.ts';
import { ownerText } from '../matrix/holder.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { disagreement, type Holder } from '../matrix/ownership.ts';
import { mayAnswerFor, mayEdit } from '../matrix/rights.ts';
import { partsIn } from '../matrix/split.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { answerLine } from '../wording/block.ts';
import { lookAt } from '../wording/card.ts';
import { standInText } from '../wording/holder.ts';
import { shown } from './carry-out.ts';

/** Values that stand for something other than a party or person; neither can be a party's id. */
export const NOBODY = '=nobody';
export const NOT_APPLICABLE = '=not applicable';
export const NO_BACKUP = '=none';

/** As text that comes back from a card: party, person and role, as far as there are any. */
export function choiceOf({ party, role, person }: Holder): string {
  if (person !== '') return JSON.stringify([party, person]);
  return JSON.stringify(role === '' ? [party] : [party, '', role]);
}

type Choice = { title: string; value: string };

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
    const { ownership } = task;
    const all = mayEdit(world.caller, task);
    const owners = holderChoices(
      matrix,
      dayOf(turn.now),
      ownership.kind === 'owned' ? ownership.lead : null,
      say,
    );
    const unowned: Choice[] = all
      ? [
          { title: say('edit.nobody'), value: NOBODY },
          { title: say('edit.notApplicable'), value: NOT_APPLICABLE },
        ]
      : [];
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
        owner: ownerValue(task),
        owners: [...owners, ...unowned],
        backup: task.backup ? choiceOf(task.backup) : NO_BACKUP,
        backups: [
          { title: say('edit.noBackup'), value: NO_BACKUP },
          ...holderChoices(matrix, dayOf(turn.now), task.backup, say),
        ],
        health: task.health,
        healths: (['well', 'failing', 'unknown'] as const).map((value) => ({
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

/** Empty where nothing is decided, so that whoever saves has to choose. */
export function ownerValue({ ownership, views }: StoredTask): string {
  if (disagreement(views)) return '';
  switch (ownership.kind) {
    case 'owned':
      return choiceOf(ownership.lead);
    case 'not applicable':
      return NOT_APPLICABLE;
    case 'nobody':
      return NOBODY;
    case 'unknown':
    case 'accepted gap':
      return '';
  }
}

/** Parties, then the people who are still here; a role that is on record stays choosable. */
export function holderChoices(
  matrix: Matrix,
  today: Day,
  current: Holder | null,
  say: Say,
): Choice[] {
  const parties = matrix.parties.map(({ id, name }) => ({
    title: name,
    value: choiceOf({ party: id, role: '', person: '' }),
  }));
  const people = matrix.people
    .filter(({ leftOn }) => leftOn === null || leftOn > today)
    .map(({ party, name }) => {
      const holder = { party, role: '', person: name };
      return { title: standInText(holder, matrix, say), value: choiceOf(holder) };
    });
  const known = [...parties, ...people];
  const value = current ? choiceOf(current) : '';
  return current === null || known.some((choice) => choice.value === value)
    ? known
    : [{ title: ownerText(current, matrix), value }, ...known];
}
