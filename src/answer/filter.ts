// Which tasks a list question means: a filter, and the tasks that pass it, the most important first.
import type { Speaker } from '../chat.ts';
import type { Day } from '../matrix/day.ts';
import { type Matrix, personNamed, type StoredTask } from '../matrix/matrix.ts';
import type { Holder } from '../matrix/ownership.ts';
import { nameKey, type Side, sameName } from '../matrix/party.ts';
import { isOverdue, type Status, statusOf } from '../matrix/status.ts';
import { type Health, IMPORTANCES, type Importance, type Kind } from '../matrix/task.ts';

/** Every part that is given must hold; none given means every task. */
export type Filter = {
  party?: string;
  side?: Side;
  /** More than one side has a part in it. */
  shared?: true;
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
  changedSince?: Day;
};

export type Sieve = {
  matrix: Matrix;
  speaker: Speaker;
  today: Day;
  /** Tasks with a change on or after the filter's day; asked only where the filter has one. */
  changed: readonly string[];
};

export function tasksPassing(filter: Filter, sieve: Sieve): StoredTask[] {
  const rank = ({ importance }: StoredTask) => IMPORTANCES.indexOf(importance);
  return sieve.matrix.tasks
    .filter((task) => passes(task, filter, sieve))
    .sort((a, b) => rank(a) - rank(b));
}

function passes(task: StoredTask, filter: Filter, sieve: Sieve): boolean {
  const { matrix, speaker, today, changed } = sieve;
  const { ownership } = task;
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  const partners =
    ownership.kind === 'owned' || ownership.kind === 'nobody' ? ownership.sharedWith : [];
  const checks: Record<keyof Filter, () => boolean> = {
    party: () =>
      lead?.party === filter.party ||
      (filter.shared === true && partners.includes(filter.party ?? '')),
    side: () => matrix.parties.find(({ id }) => id === lead?.party)?.side === filter.side,
    shared: () => partners.length > 0,
    person: () => lead !== null && sameName(lead.person, filter.person ?? ''),
    mine: () => lead !== null && isSpeaker(lead, matrix, speaker),
    area: () => nameKey(task.area) === nameKey(filter.area ?? ''),
    kind: () => task.kind === filter.kind,
    status: () => statusOf(task, matrix, today) === filter.status,
    health: () => task.health === filter.health,
    importance: () => task.importance === filter.importance,
    nights: () => nightsPass(task, filter.nights, matrix),
    overdue: () => isOverdue(task, today),
    single: () => lead !== null && lead.person !== '' && task.backup === null,
    changedSince: () => changed.includes(task.id),
  };
  const asked = Object.keys(filter) as (keyof Filter)[];
  return asked.every((part) => checks[part]());
}

/** Covered by somebody named for the task, or by the night contact of its owner: what the answer card says too. */
function nightsPass(task: StoredTask, nights: Filter['nights'], matrix: Matrix): boolean {
  if (!task.nights.matter) return false;
  if (nights === 'matter') return true;
  const { ownership } = task;
  const lead = ownership.kind === 'owned' ? ownership.lead.party : '';
  const contact = matrix.parties.find(({ id }) => id === lead)?.nights ?? '';
  const covered = task.nights.cover !== '' || contact !== '';
  return covered === (nights === 'covered');
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

/** The filter as `npm run ask` prints it, readable without ids: a side and "shared" stand in for a party. */
export function filterFields(filter: Filter, matrix: Matrix): Record<string, string> {
  const { side, shared, party, ...others } = filter;
  const named = party ? (matrix.parties.find(({ id }) => id === party)?.name ?? '') : null;
  const who = shared ? [named, 'shared'].filter(Boolean).join(', ') : (named ?? side);
  const fields = who ? { party: who, ...others } : others;
  return Object.fromEntries(Object.entries(fields).map(([part, value]) => [part, String(value)]));
}
