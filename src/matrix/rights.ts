// Who may do what: roles that admins grant, what follows from being the named owner, and reading only for guests.
import type { Matrix } from './matrix.ts';
import { type Person, sameName } from './party.ts';
import type { Task } from './task.ts';

/** Who is asking, with everything that follows from it. Made from the id that Teams proved, never from a name. */
export type Caller = {
  id: string;
  name: string;
  guest: boolean;
  admin: boolean;
  areas: string[];
  speaksFor: string[];
  /** The people of the matrix that this is. */
  people: Person[];
};

/** `admins` are the object ids that the operator named. */
export function callerOf(
  matrix: Pick<Matrix, 'grants' | 'people'>,
  who: { id: string; name: string; guest: boolean },
  admins: readonly string[],
): Caller {
  const { id, name, guest } = who;
  // Ids are kept as they came: from a picker, a sheet or a turn, in small letters or capitals.
  const key = id.toLowerCase();
  const isMe = (one: string) => one.toLowerCase() === key;
  const grant = guest ? undefined : matrix.grants.find(({ person }) => isMe(person));
  return {
    ...{ id, name, guest },
    admin: !guest && (grant?.admin === true || admins.includes(key)),
    areas: grant?.areas ?? [],
    speaksFor: grant?.speaksFor ?? [],
    people: guest || id === '' ? [] : matrix.people.filter(({ entraId }) => isMe(entraId)),
  };
}

/** Everyone who may administer the matrix: whom it was granted to, and whom the operator named. */
export function adminsOf(matrix: Pick<Matrix, 'grants'>, named: readonly string[]): string[] {
  const granted = matrix.grants.filter(({ admin }) => admin).map(({ person }) => person);
  return [...new Set([...granted, ...named].map((id) => id.toLowerCase()))];
}

/** Who answers for the owner, by object id: the named person, else whoever speaks for the party. Empty where nobody known does. */
export function ownersOf(
  { ownership }: Pick<Task, 'ownership'>,
  matrix: Pick<Matrix, 'grants' | 'people'>,
): string[] {
  if (ownership.kind !== 'owned') return [];
  const { party, person } = ownership.lead;
  if (person === '') {
    const speakers = matrix.grants.filter(({ speaksFor }) => speaksFor.includes(party));
    return speakers.map((grant) => grant.person);
  }
  const named = matrix.people.filter((one) => one.party === party && sameName(one.name, person));
  return named.map(({ entraId }) => entraId).filter((id) => id !== '');
}

/** Changes anything about the task. */
export function mayEdit(caller: Caller, task: Pick<Task, 'area'>): boolean {
  return !caller.guest && (caller.admin || caller.areas.includes(task.area));
}

/** Answers for the owner: is the person named, or speaks for the party where it names nobody. */
export function isOwner(caller: Caller, task: Pick<Task, 'ownership'>): boolean {
  if (caller.guest || task.ownership.kind !== 'owned') return false;
  const { party, person } = task.ownership.lead;
  return person === ''
    ? caller.speaksFor.includes(party)
    : caller.people.some((me) => me.party === party && sameName(me.name, person));
}

/** Accepts, declines or hands over. */
export function mayAnswerFor(caller: Caller, task: Pick<Task, 'area' | 'ownership'>): boolean {
  return isOwner(caller, task) || mayEdit(caller, task);
}

/** Gives the view of one side when the sides are asked alone. */
export function maySpeakFor(caller: Caller, party: string): boolean {
  return !caller.guest && caller.speaksFor.includes(party);
}

export function mayReport(caller: Caller): boolean {
  return !caller.guest;
}

export function mayAdminister(caller: Caller): boolean {
  return caller.admin;
}
