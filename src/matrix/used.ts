// Whom tasks, people and grants name, and so which parties and people of an undone import nothing needs any more.
import type { Author, Step } from './change.ts';
import type { Grant } from './grant.ts';
import type { Matrix } from './matrix.ts';
import { nameKey, sameName } from './party.ts';
import type { Task } from './task.ts';

/** What one import brought in: ids of parties, and people by their party and name. */
export type Made = { parties: string[]; people: { party: string; name: string }[] };

/** Parties by id, people by `personKey`. */
export type Used = { parties: Set<string>; people: Set<string> };

export function personKey(party: string, name: string): string {
  return `${party}\n${nameKey(name)}`;
}

/** Whom these steps name, apart from the parties and people that they put themselves. */
export function usedBy(steps: readonly Step[]): Used {
  const used: Used = { parties: new Set(), people: new Set() };
  for (const step of steps) {
    if (step.kind === 'task') addTask(used, step.to);
    if (step.kind === 'person') used.parties.add(step.to.party);
    if (step.kind === 'grant') addGrant(used, step.to);
  }
  return used;
}

/** Who is called on when nobody else answers: of the matrix and of its digests. */
export type Around = { deciders: readonly Author[]; sides: readonly string[] };

/**
 * Of what an import brought in, what nothing uses in `matrix` as it will be. `told` are states that the history still
 * shows: they name parties, and a person by name alone.
 */
export function unused(
  made: Made,
  matrix: Pick<Matrix, 'grants' | 'people' | 'parties' | 'decider'> & { tasks: readonly Task[] },
  told: readonly Task[],
  { deciders, sides }: Around,
): Made {
  const used: Used = { parties: new Set(sides), people: new Set() };
  for (const task of matrix.tasks) addTask(used, task);
  for (const task of told) addParties(used, task);
  for (const grant of matrix.grants) addGrant(used, grant);
  const called = [matrix.decider.name, ...deciders.map(({ name }) => name)];
  const isCalled = (name: string) => called.some((one) => sameName(one, name));
  const ids = [...matrix.grants.map(({ person }) => person), ...deciders.map(({ id }) => id)];
  const known = new Set(ids.filter((id) => id !== '').map((id) => id.toLowerCase()));

  const brought = new Set(made.people.map(({ party, name }) => personKey(party, name)));
  const stays = matrix.people.filter(({ party, name, entraId }) => {
    const key = personKey(party, name);
    const needed = used.people.has(key) || isCalled(name) || known.has(entraId.toLowerCase());
    return needed || !brought.has(key);
  });
  for (const { party } of stays) used.parties.add(party);
  const staying = new Set(stays.map(({ party, name }) => personKey(party, name)));
  const free = matrix.parties.filter(({ id, name }) => !used.parties.has(id) && !isCalled(name));
  const freed = new Set(free.map(({ id }) => id));
  return {
    parties: made.parties.filter((id) => freed.has(id)),
    people: made.people.filter(({ party, name }) => !staying.has(personKey(party, name))),
  };
}

function addGrant(used: Used, { speaksFor }: Grant): void {
  for (const party of speaksFor) used.parties.add(party);
}

function addTask(used: Used, task: Task): void {
  addParties(used, task);
  const { ownership, backup } = task;
  for (const holder of [ownership.kind === 'owned' ? ownership.lead : null, backup]) {
    if (holder && holder.person !== '') used.people.add(personKey(holder.party, holder.person));
  }
}

function addParties(used: Used, { ownership, backup, views }: Task): void {
  if (ownership.kind === 'owned') used.parties.add(ownership.lead.party);
  if (ownership.kind === 'owned' || ownership.kind === 'nobody') {
    for (const party of ownership.sharedWith) used.parties.add(party);
  }
  if (backup) used.parties.add(backup.party);
  for (const { party, names } of views) {
    used.parties.add(party);
    if (names !== null) used.parties.add(names);
  }
}
