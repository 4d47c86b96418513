// The whole responsibility matrix of one organisation, as a value, and look-ups in it.

import type { Grant } from './grant.ts';
import { type Party, type Person, sameName } from './party.ts';
import type { Task } from './task.ts';

/** One matrix of one tenant: every query carries both. */
export type Scope = { tenant: string; matrix: string };

/** Who decides about gaps and disputes, and how to reach them; empty fields mean not named. */
export type Decider = { name: string; reach: string };

/** A task as the store holds it; `version` rises by one with every change and guards the next. */
export type StoredTask = Task & { version: number };

export type Matrix = {
  scope: Scope;
  name: string;
  decider: Decider;
  parties: Party[];
  people: Person[];
  tasks: StoredTask[];
  /** The newest grant of each person. */
  grants: Grant[];
  /** Rises with every change to anything in the matrix; tells a copy that it is old. */
  revision: number;
};

/** A matrix before it is stored: what a starter, a sample or a sheet brings. */
export type Draft = Pick<Matrix, 'name' | 'decider' | 'parties' | 'people' | 'grants'> & {
  tasks: Task[];
};

export function partyById(matrix: Pick<Matrix, 'parties'>, id: string): Party | null {
  return matrix.parties.find((party) => party.id === id) ?? null;
}

export function personNamed(
  matrix: Pick<Matrix, 'people'>,
  party: string,
  name: string,
): Person | null {
  const namesakes = matrix.people.filter((person) => sameName(person.name, name));
  return namesakes.find((person) => party === '' || person.party === party) ?? null;
}
