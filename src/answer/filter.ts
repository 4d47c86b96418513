// Which tasks a list question means: a filter, and the tasks that pass it, the most important first.
import type { Speaker } from '../chat.ts';
import type { Day } from '../matrix/day.ts';
import { type Matrix, personNamed, type StoredTask } from '../matrix/matrix.ts';
import type { Holder } from '../matrix/ownership.ts';
import { nameKey, type Side, sameName } from '../matrix/party.ts';
import { isOverdue, type Status, statusOf } from '../matrix/status.ts';
import { type Health, IMPORTANCES, type Importance, type Kind } from '../matrix/task.ts';

/** Every part that is given must hold, and what is excepted must not; none given means every task. */
export type Filter = {
  party?: string;
  side?: Side;
  /** More than one side has a part in it. */
  shared?: true;
  person?: string;
  mine?: true;
  /** The named holder stands in for the lead instead of being it. */
  standIn?: true;
  area?: string;
  /** As good as `area`. */
  otherAreas?: string[];
  kind?: Kind;
  status?: Status;
  health?: Health;
  importance?: Importance;
  nights?: 'matter' | 'covered' | 'uncovered';
  overdue?: true;
  /** One named person and no backup. */
  single?: true;
  changedSince?: Day;
  except?: Filter;
};

export const ORDERS = ['oldest', 'newest'] as const;
/** By the day since which a task is as it is; the most important first where none is asked for. */
export type Order = (typeof ORDERS)[number];

export type Sieve = {
  matrix: Matrix;
  speaker: Speaker;
  today: Day;
  /** Tasks with a change on or after the filter's day; asked only where the filter has one. */
  changed: readonly string[];
};

export function tasksPassing(filter: Filter, order: Order | null, sieve: Sieve): StoredTask[] {
  const rank = ({ importance }: StoredTask) => IMPORTANCES.indexOf(importance);
  const passing = sieve.matrix.tasks
    .filter((task) => passes(task, filter, sieve))
    .sort((a, b) => rank(a) - rank(b));
  if (order === null) return passing;
  const dated = passing.filter((task) => sinceOf(task) !== '');
  const undated = passing.filter((task) => sinceOf(task) === '');
  dated.sort((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : sinceOf(a) > sinceOf(b) ? 1 : 0));
  return [...(order === 'oldest' ? dated : dated.reverse()), ...undated];
}

function sinceOf({ ownership }: StoredTask): string {
  return 'since' in ownership ? ownership.since : '';
}

function passes(task: StoredTask, filter: Filter, sieve: Sieve): boolean {
  const { matrix, speaker, today, changed } = sieve;
  const { ownership } = task;
  const owner = ownership.kind === 'owned' ? ownership.lead : null;
  const lead = filter.standIn ? task.backup : owner;
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
    standIn: () => lead !== null,
    area: () =>
      [filter.area ?? '', ...(filter.otherAreas ?? [])].some(
        (area) => nameKey(task.area) === nameKey(area),
      ),
    otherAreas: () => true,
    kind: () => task.kind === filter.kind,
    status: () => statusOf(task, matrix, today) === filter.status,
    health: () => task.health === filter.health,
    importance: () => task.importance === filter.importance,
    nights: () => nightsPass(task, filter.nights, matrix),
    overdue: () => isOverdue(task, today),
    single: () => owner !== null && owner.person !== '' && task.backup === null,
    changedSince: () => changed.includes(task.id),
    except: () => !passes(task, filter.except ?? {}, sieve),
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

/**
 * The filter as `npm run ask` prints it, readable without ids: a side and "shared" stand in for a party, and what is
 * excepted says so.
 */
export function filterFields(filter: Filter, matrix: Matrix): Record<string, string> {
  const { side, shared, party, area, otherAreas = [], except, ...others } = filter;
  const named = party ? (matrix.parties.find(({ id }) => id === party)?.name ?? '') : null;
  const who = shared ? 'shared' : (named ?? side);
  const excepted = Object.entries(except ? filterFields(except, matrix) : {});
  const fields = {
    ...(who ? { party: who } : {}),
    ...(shared && named ? { with: named } : {}),
    ...(area ? { area: [area, ...otherAreas].join(', ') } : {}),
    ...others,
    ...Object.fromEntries(excepted.map(([part, value]) => [`except ${part}`, value])),
  };
  return Object.fromEntries(Object.entries(fields).map(([part, value]) => [part, String(value)]));
}
