// The quick pass over the work: which tasks to ask about, and what an answer changes in the matrix.
import { type Step, sinceWhen } from '../matrix/change.ts';
import type { Day } from '../matrix/day.ts';
import { type Matrix, partyById, type StoredTask } from '../matrix/matrix.ts';
import type { Ownership } from '../matrix/ownership.ts';
import { newParty, type Party, type Side } from '../matrix/party.ts';
import { GATE_TASKS, IMPORTANCES, type Task } from '../matrix/task.ts';
import { NUMBERS, THRESHOLDS } from './book.ts';
import { look } from './measure.ts';

/** What can be said of a task in one word; the last three are the ways in which it is not ours to do. */
export const SAYINGS = [
  'well',
  'failing',
  'nobody',
  'outside well',
  'outside failing',
  'not here',
] as const;
export type Saying = (typeof SAYINGS)[number];

/** Of a task whose owner is known only the health is asked. */
export const HEALTH_SAYINGS: readonly Saying[] = ['well', 'failing'];

/** Longer cards are not read to their end on a phone. */
export const TASKS_A_CARD = 12;

/** Eight cards, ten minutes at six seconds a task: three fifths of the starter's 160. */
const MOST_ASKED = 96;

/** The gate first, then what the questions look at, then by importance, taking the areas in turn. */
export function inOrder(tasks: readonly StoredTask[]): StoredTask[] {
  const { direction, kept, growth, stewards } = NUMBERS.tasks;
  const first = [...new Set([...GATE_TASKS, ...direction, ...kept, ...growth, ...stewards])];
  const place = new Map<string, number>();
  for (const [, ofArea] of Map.groupBy(tasks, ({ area }) => area)) {
    const ranked = ofArea.toSorted((a, b) => weight(a) - weight(b));
    for (const [i, task] of ranked.entries()) place.set(task.id, i);
  }
  const rank = ({ id }: StoredTask) => {
    const named = first.indexOf(id);
    return named === -1 ? first.length + (place.get(id) ?? 0) : named;
  };
  return tasks.toSorted((a, b) => rank(a) - rank(b));
}

function weight({ importance, nights }: StoredTask): number {
  return 2 * IMPORTANCES.indexOf(importance) - (nights.matter ? 1 : 0);
}

/** The tasks that nobody has assessed, most telling first. */
export function openTasks(matrix: Matrix, today: Day): StoredTask[] {
  return inOrder(matrix.tasks.filter((task) => look(task, matrix, today).stand === 'open'));
}

/** As many as it takes until the matrix speaks for itself; none where it does. */
export function passOver(matrix: Matrix, today: Day): string[] {
  const stands = matrix.tasks.map((task) => look(task, matrix, today).stand);
  const active = stands.filter((stand) => stand !== 'left out').length;
  const open = stands.filter((stand) => stand === 'open').length;
  const missing = Math.ceil(THRESHOLDS.min_assessed_for_override * active) - (active - open);
  return openTasks(matrix, today)
    .slice(0, Math.max(0, Math.min(missing, MOST_ASKED)))
    .map(({ id }) => id);
}

/** One card of tasks that every perspective is asked about, whatever the matrix says of them. */
export function commonTasks(matrix: Matrix, today: Day): string[] {
  const active = matrix.tasks.filter((task) => look(task, matrix, today).stand !== 'left out');
  return inOrder(active)
    .slice(0, TASKS_A_CARD)
    .map(({ id }) => id);
}

function sayingOf(task: Task, matrix: Matrix): Saying | null {
  const { ownership, health } = task;
  if (ownership.kind === 'not applicable') return 'not here';
  if (ownership.kind === 'nobody') return 'nobody';
  if (ownership.kind !== 'owned' || health === 'unknown') return null;
  const inside = partyById(matrix, ownership.lead.party)?.side === 'internal';
  return inside ? health : `outside ${health}`;
}

/** The names that new parties get; the matrix may have none yet. */
export type SideNames = { internal: string; msp: string };

export type Recorded = {
  steps: Step[];
  /** Ids of tasks that somebody else has settled meanwhile: left as they are. */
  passed: string[];
};

/**
 * What was said of tasks → steps for the matrix. `before` is what this run said earlier: only that, and what nobody
 * has assessed, may be written over.
 */
export function record(
  said: Readonly<Record<string, Saying>>,
  before: Readonly<Record<string, Saying>>,
  matrix: Matrix,
  about: { today: Day; why: string; batch: string; names: SideNames },
): Recorded {
  const { today, why, batch, names } = about;
  const parties = new Map<Side, Party>();
  const steps: Step[] = [];
  const passed: string[] = [];
  for (const [id, saying] of Object.entries(said)) {
    const task = matrix.tasks.find((one) => one.id === id);
    if (!task) continue;
    const now = sayingOf(task, matrix);
    const { version, ...plain } = task;
    if (asksHealthOnly(task, before[id], matrix, today)) {
      const isHealth = HEALTH_SAYINGS.includes(saying);
      if (!isHealth || task.health === saying) continue;
      const health = saying === 'well' ? 'well' : 'failing';
      steps.push({ kind: 'task', expect: version, to: { ...plain, health }, why, batch });
      continue;
    }
    if (now === saying) continue;
    const isOurs = before[id] !== undefined && now === before[id];
    if (!isOurs && look(task, matrix, today).stand !== 'open') {
      passed.push(id);
      continue;
    }
    const side = saying.startsWith('outside') ? 'msp' : 'internal';
    const party = parties.get(side) ?? sideOf(matrix, side, names);
    const to = sinceWhen(plain, afterSaying(plain, saying, party, matrix), today);
    if (to.ownership.kind === 'owned' && to.ownership.lead.party === party.id) {
      parties.set(side, party);
    }
    steps.push({ kind: 'task', expect: version, to, why, batch });
  }
  const added = [...parties.values()].filter(({ id }) => partyById(matrix, id) === null);
  return { steps: [...added.map((to): Step => ({ kind: 'party', to })), ...steps], passed };
}

/** Somebody owns it, so only how well it goes is asked; the owner is not this pass's to move. */
export function asksHealthOnly(
  task: StoredTask,
  before: Saying | undefined,
  matrix: Matrix,
  today: Day,
): boolean {
  if (task.ownership.kind !== 'owned') return false;
  const isOpen = look(task, matrix, today).stand === 'open';
  return isOpen || (before !== undefined && sayingOf(task, matrix) === `outside ${before}`);
}

function afterSaying(task: Task, saying: Saying, party: Party, matrix: Matrix): Task {
  if (saying === 'not here') return { ...task, ownership: { kind: 'not applicable' } };
  const since = UNDATED;
  if (saying === 'nobody') {
    const ownership: Ownership = { kind: 'nobody', sharedWith: [], split: '', since };
    return { ...task, health: 'unknown', ownership };
  }
  const health = saying.endsWith('well') ? 'well' : 'failing';
  const { ownership } = task;
  const lead = ownership.kind === 'owned' ? partyById(matrix, ownership.lead.party) : null;
  const isSameSide = lead !== null && (lead.side === 'internal') === (party.side === 'internal');
  return { ...task, health, ownership: isSameSide ? ownership : ownedBy(party.id, since) };
}

/** `sinceWhen` puts the day in. */
const UNDATED: Day = '1970-01-01';

/** Assigned, not accepted: somebody else has said so. */
export function ownedBy(party: string, since: Day, sharedWith: string[] = []): Ownership {
  const lead = { party, role: '', person: '' };
  return { kind: 'owned', lead, sharedWith, split: '', since, acceptedOn: null };
}

/** The first party of that side; a new one where there is none yet. */
export function sideOf(matrix: Matrix, side: 'internal' | 'msp', names: SideNames): Party {
  const known = matrix.parties.find((party) => party.side === side);
  return known ?? newParty(freeId(matrix, NEW_IDS[side]), names[side], side);
}

const NEW_IDS = { internal: 'internal-it', msp: 'provider' } as const;

function freeId(matrix: Matrix, wanted: string): string {
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (partyById(matrix, id) === null) return id;
  }
}

/** The matrix as it will be once the steps are written, for the card that is shown with them. */
export function afterSteps(matrix: Matrix, steps: readonly Step[]): Matrix {
  const added = steps.flatMap((step) => (step.kind === 'party' ? [step.to] : []));
  const changed = new Map(
    steps.flatMap((step) =>
      step.kind === 'task' ? [[step.to.id, { ...step.to, version: step.expect + 1 }]] : [],
    ),
  );
  return {
    ...matrix,
    parties: [...matrix.parties, ...added],
    tasks: matrix.tasks.map((task) => changed.get(task.id) ?? task),
  };
}
