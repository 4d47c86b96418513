// Which tasks a list question means: a filter read from words, and the tasks that pass it.
import type { Speaker } from '../chat.ts';
import type { Day } from '../matrix/day.ts';
import { type Matrix, personNamed, type StoredTask } from '../matrix/matrix.ts';
import type { Holder } from '../matrix/ownership.ts';
import { nameKey, type Side, sameName } from '../matrix/party.ts';
import { isOverdue, type Status, statusOf } from '../matrix/status.ts';
import type { Health, Importance, Kind } from '../matrix/task.ts';

/** Every part that is given must hold. */
export type Filter = {
  party?: string;
  side?: Side;
  person?: string;
  mine?: true;
  area?: string;
  kind?: Kind;
  status?: Status;
  health?: Health;
  importance?: Importance;
  nights?: 'matter' | 'covered' | 'uncovered';
  overdue?: true;
  /** One named person and no backup. */
  single?: true;
};

export function tasksPassing(
  filter: Filter,
  matrix: Matrix,
  speaker: Speaker,
  today: Day,
): StoredTask[] {
  return matrix.tasks.filter((task) => passes(task, filter, matrix, speaker, today));
}

function passes(
  task: StoredTask,
  filter: Filter,
  matrix: Matrix,
  speaker: Speaker,
  today: Day,
): boolean {
  const status = statusOf(task, matrix, today);
  const lead = task.ownership.kind === 'owned' ? task.ownership.lead : null;
  const checks: Record<keyof Filter, () => boolean> = {
    party: () => lead?.party === filter.party,
    side: () => matrix.parties.find(({ id }) => id === lead?.party)?.side === filter.side,
    person: () => lead !== null && sameName(lead.person, filter.person ?? ''),
    mine: () => lead !== null && isSpeaker(lead, matrix, speaker),
    area: () => nameKey(task.area) === nameKey(filter.area ?? ''),
    kind: () => task.kind === filter.kind,
    status: () => status === filter.status,
    health: () => task.health === filter.health,
    importance: () => task.importance === filter.importance,
    nights: () => nightsPass(task, filter.nights),
    overdue: () => isOverdue(task, today),
    single: () => lead !== null && lead.person !== '' && task.backup === null,
  };
  const asked = Object.keys(filter) as (keyof Filter)[];
  return asked.every((part) => checks[part]());
}

function nightsPass(task: StoredTask, nights: Filter['nights']): boolean {
  if (!task.nights.matter) return false;
  return nights === 'matter' || (task.nights.cover !== '') === (nights === 'covered');
}

/** Tasks that the speaker would take over if the lead were away. */
export function standsInFor(matrix: Matrix, speaker: Speaker): StoredTask[] {
  return matrix.tasks.filter(({ backup }) => backup && isSpeaker(backup, matrix, speaker));
}

/** By Entra id where the matrix knows it, else by the name Teams shows. */
function isSpeaker(holder: Holder, matrix: Matrix, speaker: Speaker): boolean {
  if (holder.person === '') return false;
  const person = personNamed(matrix, holder.party, holder.person);
  return person && person.entraId !== ''
    ? person.entraId === speaker.id
    : sameName(holder.person, speaker.name);
}

/** The filter as `npm run ask` prints it: every value readable without ids. */
export function filterFields(filter: Filter, matrix: Matrix): Record<string, string> {
  const named = filter.party
    ? { ...filter, party: matrix.parties.find(({ id }) => id === filter.party)?.name ?? '' }
    : filter;
  return Object.fromEntries(Object.entries(named).map(([part, value]) => [part, String(value)]));
}
