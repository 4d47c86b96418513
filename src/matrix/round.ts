// A views round: each side is asked alone which tasks are its own; what a side says stays closed until the others have spoken.
import { addDays, type Day } from './day.ts';
import type { Matrix } from './matrix.ts';
import { disagreement, type View } from './ownership.ts';
import { statusOf } from './status.ts';
import type { Task } from './task.ts';

/** `by` is the name of whoever said it for their side. */
export type Said = { task: string; view: View; by: string };

export type Round = {
  id: string;
  /** Empty for all areas. */
  area: string;
  /** Who started it. */
  by: string;
  startedOn: Day;
  /** The last day on which a side may answer. */
  until: Day;
  closedOn: Day | null;
  /** Party ids. */
  sides: string[];
  tasks: string[];
  said: Said[];
};

/** `version` rises with every write and guards the next: of two sides that answer at once, the later one sees the earlier. */
export type StoredRound = Round & { version: number };

/** `agreed`: one side claims it, or all name the same third one. `unclaimed`: nobody does, and nobody points at the other. */
export const RESULTS = ['mutual disclaim', 'overlap', 'unclaimed', 'silent', 'agreed'] as const;
export type Result = (typeof RESULTS)[number];

/** Two working weeks: long enough for a holiday, short enough to remember what it was about. */
const ROUND_DAYS = 14;

export function newRound(
  made: Pick<Round, 'id' | 'area' | 'by' | 'sides' | 'tasks'>,
  today: Day,
): Round {
  const { id, area, by, sides, tasks } = made;
  const until = addDays(today, ROUND_DAYS);
  return { id, area, by, startedOn: today, until, closedOn: null, sides, tasks, said: [] };
}

/** What can be anybody's: decided gaps and what does not apply are settled. */
export function tasksToView(matrix: Matrix, area: string, today: Day): Task[] {
  return matrix.tasks.filter((task) => {
    const status = statusOf(task, matrix, today);
    const isOpen = status !== 'not applicable' && status !== 'accepted gap';
    return isOpen && (area === '' || task.area === area);
  });
}

/** The inside and the providers, where they own or share one of these tasks: vendors are named, not asked. */
export function sidesOf(tasks: readonly Task[], matrix: Matrix): string[] {
  const owning = new Set(
    tasks.flatMap(({ ownership }) => {
      if (ownership.kind === 'owned') return [ownership.lead.party, ...ownership.sharedWith];
      return ownership.kind === 'nobody' ? ownership.sharedWith : [];
    }),
  );
  return matrix.parties
    .filter(({ id, side }) => side !== 'vendor' && owning.has(id))
    .map(({ id }) => id);
}

export function isRunning({ closedOn, until }: Round, today: Day): boolean {
  return closedOn === null && today <= until;
}

/** What this side has not answered yet. */
export function openFor(round: Round, party: string): string[] {
  const said = new Set(viewsOfSide(round, party).map(({ task }) => task));
  return round.tasks.filter((task) => !said.has(task));
}

/** The first of these parties that is asked and has not answered everything. */
export function openSide(round: Round, parties: readonly string[]): string | null {
  const open = (side: string) => parties.includes(side) && openFor(round, side).length > 0;
  return round.sides.find(open) ?? null;
}

function viewsOfSide({ said }: Round, party: string): Said[] {
  return said.filter(({ view }) => view.party === party);
}

/** Every side has answered everything, or may not any more: then, and only then, the answers may be compared. */
export function isComplete(round: Round, today: Day): boolean {
  return !isRunning(round, today) || round.sides.every((side) => openFor(round, side).length === 0);
}

/** Every side has answered about this task. */
export function isSettled(round: Round, task: string): boolean {
  return viewsOn(round, task).length === round.sides.length;
}

export function viewsOn({ said, sides }: Round, task: string): View[] {
  return said
    .filter((one) => one.task === task && sides.includes(one.view.party))
    .map(({ view }) => view);
}

/** In place of what this side said about these tasks before. */
export function withSaid(round: Round, said: readonly Said[]): Round {
  const replaced = (one: Said) =>
    said.some(({ task, view }) => task === one.task && view.party === one.view.party);
  return { ...round, said: [...round.said.filter((one) => !replaced(one)), ...said] };
}

export function resultOf(round: Round, task: string): Result {
  const views = viewsOn(round, task);
  if (views.length < round.sides.length) return 'silent';
  const clash = disagreement(views);
  if (clash) return clash.kind;
  return agreedOn(round, task) === null ? 'unclaimed' : 'agreed';
}

/** The party whose task it is by what the sides say; null where they do not say. */
export function agreedOn(round: Round, task: string): string | null {
  const views = viewsOn(round, task);
  const claim = views.find(({ says }) => says === 'ours');
  if (claim) return claim.party;
  const [first, ...others] = views;
  const named = first?.says === 'theirs' ? first.names : null;
  return others.every(({ says, names }) => says === 'theirs' && names === named) ? named : null;
}
