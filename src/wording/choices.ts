// Who can be chosen for a task, and how a choice reads and comes back.
import type { Option } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import { ownerText } from '../matrix/holder.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { disagreement, type Holder } from '../matrix/ownership.ts';
import type { Say } from '../strings/strings.ts';
import { standInText } from './holder.ts';

/** Values that stand for something other than a party or person; neither can be a party's id. */
export const NOBODY = '=nobody';
export const NOT_APPLICABLE = '=not applicable';
export const NO_BACKUP = '=none';

/** As text that comes back from a card: party, person and role, as far as there are any. */
export function choiceOf({ party, role, person }: Holder): string {
  if (person !== '') return JSON.stringify([party, person]);
  return JSON.stringify(role === '' ? [party] : [party, '', role]);
}

/** What an edit of the task offers; `all` is for those who may do more than hand it over. */
export type Offered = { owner: string; owners: Option[]; backup: string; backups: Option[] };

export function offered(
  task: StoredTask,
  matrix: Matrix,
  all: boolean,
  today: Day,
  say: Say,
): Offered {
  const { ownership, backup } = task;
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  const unowned: Option[] = all
    ? [
        { title: say('edit.nobody'), value: NOBODY },
        { title: say('edit.notApplicable'), value: NOT_APPLICABLE },
      ]
    : [];
  return {
    owner: ownerValue(task),
    owners: [...holderChoices(matrix, today, lead, say), ...unowned],
    backup: backup ? choiceOf(backup) : NO_BACKUP,
    backups: [
      { title: say('edit.noBackup'), value: NO_BACKUP },
      ...holderChoices(matrix, today, backup, say),
    ],
  };
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
): Option[] {
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
