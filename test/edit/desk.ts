// A small matrix of people and tasks, what the clock may look at, and presses on cards, without a store.

import type { Look, Outcome, Turn, World } from '../../src/chat.ts';
import { editFeature } from '../../src/edit/feature.ts';
import type { Line } from '../../src/matrix/change.ts';
import { type Day, dayOf } from '../../src/matrix/day.ts';
import type { Matrix, StoredTask } from '../../src/matrix/matrix.ts';
import type { Holder, Ownership } from '../../src/matrix/ownership.ts';
import { newParty } from '../../src/matrix/party.ts';
import { callerOf } from '../../src/matrix/rights.ts';
import type { Post, Posted } from '../../src/posts.ts';
import { NO_FILES } from '../support/files.ts';

export const NOW = new Date('2026-11-23T10:00:00Z');
export const TODAY = dayOf(NOW);

export const PRIYA = '0a000000-0000-4000-8000-000000000001';
export const SAM = '0a000000-0000-4000-8000-000000000002';
export const ANA = '0a000000-0000-4000-8000-000000000003';

export const priya: Holder = { party: 'inside', role: '', person: 'Priya Nair' };
export const sam: Holder = { party: 'inside', role: '', person: 'Sam Rivera' };
export const jo: Holder = { party: 'inside', role: '', person: 'Jo Keller' };
export const northwind: Holder = { party: 'northwind', role: 'service desk', person: '' };

export function task(id: string, ownership: Ownership, more: Partial<StoredTask> = {}): StoredTask {
  return {
    ...{ id, name: id.slice(id.indexOf('.') + 1), area: id.slice(0, id.indexOf('.')) },
    ...{ kind: 'operation', description: '', aliases: [], importance: 'medium', health: 'well' },
    ...{ nights: { matter: false }, review: { every: 3, unit: 'month' }, reviewedOn: null },
    ...{ ownership, backup: null, reason: '', views: [], version: 1 },
    ...more,
  };
}

export function owned(lead: Holder, acceptedOn: Day | null = null): Ownership {
  return { kind: 'owned', lead, sharedWith: [], split: '', since: '2026-11-01', acceptedOn };
}

export function matrixOf(tasks: StoredTask[], more: Partial<Matrix> = {}): Matrix {
  const person = (name: string, entraId: string, leftOn: Day | null = null) => ({
    ...{ name, party: 'inside', entraId, mail: '', leftOn },
  });
  const grant = { admin: false, areas: [], speaksFor: [] };
  return {
    scope: { tenant: 't', matrix: 'main' },
    name: 'Harbour & Pine',
    decider: { name: 'Sam Rivera', reach: '' },
    parties: [
      newParty('inside', 'Internal IT', 'internal'),
      newParty('northwind', 'Northwind IT', 'msp'),
      newParty('print', 'Tallow Print', 'vendor'),
    ],
    people: [person('Priya Nair', PRIYA), person('Sam Rivera', SAM), person('Jo Keller', '')],
    tasks,
    grants: [
      { ...grant, person: PRIYA, name: 'Priya Nair', admin: true },
      { ...grant, person: SAM, name: 'Sam Rivera', speaksFor: ['inside'] },
      { ...grant, person: ANA, name: 'Ana Cole', speaksFor: ['northwind'] },
    ],
    revision: 1,
    ...more,
  };
}

/** Lines of history that only tell when a task changed last. */
export type Changed = Readonly<Record<string, Date>>;

export function lookAt(
  matrix: Matrix,
  {
    now = NOW,
    posts = [],
    changed = {},
    more = {},
  }: {
    now?: Date;
    posts?: readonly Posted[];
    changed?: Changed;
    more?: Partial<Look>;
  } = {},
): Look {
  return {
    matrix,
    now,
    admins: [PRIYA],
    localeOf: async () => 'en-GB',
    posted: async (start, limit) =>
      posts
        .filter(({ key }) => key.startsWith(start))
        .toReversed()
        .slice(0, limit),
    demandFor: async () => ({ times: 0, askers: 0 }),
    history: async (id) => linesOf(id, changed, matrix),
    rounds: async () => [],
    subscriptions: async () => [],
    snoozes: async () => [],
    changedSince: async (day) => Object.keys(changed).filter((id) => dayAt(changed[id]) >= day),
    ...more,
  };
}

function dayAt(at: Date | undefined): Day {
  return dayOf(at ?? new Date(0));
}

function linesOf(id: string, changed: Changed, matrix: Matrix): Line[] {
  const at = changed[id];
  const after = matrix.tasks.find((one) => one.id === id);
  if (!at || !after) return [];
  const by = { id: PRIYA, name: 'Priya Nair' };
  const line = { seq: 1, task: id, version: 1, at, by, why: '', batch: '' };
  return [{ ...line, before: after, after, gone: false }];
}

/** What became of a post: sent at once. */
export function sent(post: Post, at = post.due): Posted {
  return { key: post.key, to: post.to, state: 'sent', memo: post.memo, why: '', at };
}

/** A press in a 1:1 chat, straight at the feature. */
export async function press(
  verb: string,
  data: unknown,
  who: string,
  matrix: Matrix,
  more: Partial<World> = {},
): Promise<Outcome> {
  const turn = turnOf({ kind: 'action', verb, data }, who, matrix);
  const action = editFeature.actions?.find((one) => one.verb === verb);
  const outcome = await action?.handle(data, turn, worldOf(turn, matrix, more));
  if (!outcome || outcome === 'unreadable') throw new Error(`${verb}: ${outcome ?? 'no handler'}`);
  return outcome;
}

/** A sentence in a 1:1 chat; null where it is no edit. */
export async function say(
  text: string,
  who: string,
  matrix: Matrix,
  more: Partial<World> = {},
): Promise<Outcome | null> {
  const turn = turnOf({ kind: 'text', text }, who, matrix);
  return (await editFeature.text?.(turn, worldOf(turn, matrix, more))) ?? null;
}

export function turnOf(said: Turn['said'], who: string, matrix: Matrix): Turn {
  const speaker = { id: who, name: nameOf(who, matrix), guest: false };
  return {
    ...{ tenant: 't', conversation: `a:${who}`, where: 'personal', speaker, locale: 'en-GB' },
    ...{ zone: '', now: NOW, said },
  };
}

export function worldOf({ speaker }: Turn, matrix: Matrix, more: Partial<World>): World {
  return {
    ...{ matrix, caller: callerOf(matrix, speaker, []), admins: [PRIYA], known: [], memory: null },
    find: () => ({ kind: 'none', nearest: [] }),
    subjects: (question) => [question],
    history: async (id) => linesOf(id, {}, matrix),
    lines: async () => [],
    stateAt: async () => [],
    everyParty: async () => matrix.parties,
    changedSince: async () => [],
    demandFor: async () => ({ times: 0, askers: 0 }),
    rounds: async () => [],
    subscriptions: async () => [],
    snoozes: async () => [],
    posted: async () => [],
    taught: async () => 0,
    quiz: { session: async () => null, results: async () => [] },
    ...NO_FILES,
    ...more,
  };
}

function nameOf(who: string, { grants }: Matrix): string {
  return grants.find(({ person }) => person === who)?.name ?? 'Somebody';
}

/** The tasks as they are after the changes of an outcome. */
export function tasksAfter(outcome: Outcome, matrix: Matrix): Map<string, StoredTask> {
  const tasks = new Map(matrix.tasks.map((one) => [one.id, one]));
  for (const effect of outcome.effects) {
    if (effect.kind !== 'change' || effect.step.kind !== 'task') continue;
    const { expect, to } = effect.step;
    tasks.set(to.id, { ...to, version: expect + 1 });
  }
  return tasks;
}
