// Sample values for the store: a task that uses every field, and short ways to make commits.
import { randomUUID } from 'node:crypto';
import type { Author, Step } from '../../src/matrix/change.ts';
import type { Draft, Scope } from '../../src/matrix/matrix.ts';
import type { Party, Person } from '../../src/matrix/party.ts';
import type { Task } from '../../src/matrix/task.ts';
import type { Commit, Effect, Memory } from '../../src/store.ts';

export const NOW = new Date('2026-03-02T09:30:00.123Z');
export const PRIYA: Author = { id: '6f1c0000-0000-4000-8000-000000000001', name: 'Priya N.' };

export const NORTHWIND: Party = {
  ...{ id: 'northwind', name: 'Northwind “IT” Ünïon', side: 'msp', mail: 'desk@northwind.example' },
  ...{ phone: '+1 555 0100', portal: 'https://northwind.example', channel: '#it' },
  ...{ hours: 'Mon-Fri 7-19', nights: '+1 555 0101' },
};
export const INTERNAL: Party = {
  ...NORTHWIND,
  id: 'internal',
  name: 'Internal IT',
  side: 'internal',
};
export const SAM: Person = {
  ...{ name: 'Sam  Ødegård', party: 'internal', entraId: '', mail: '', leftOn: '2026-02-28' },
};

export const MAIL_FLOW: Task = {
  id: 'cloud.mail-flow',
  name: 'Mail flow; it\'s "e-mail" 📬',
  area: 'cloud',
  kind: 'operation',
  description: 'line one\nline two',
  aliases: ['e-mail', 'spam', ''],
  importance: 'high',
  health: 'failing',
  nights: { matter: true, cover: 'Northwind' },
  review: { every: 3, unit: 'month' },
  reviewedOn: '2026-01-31',
  ownership: {
    kind: 'owned',
    lead: { party: 'northwind', role: 'service desk', person: '' },
    sharedWith: ['internal'],
    split: 'they deliver, we allow',
    since: '2026-01-01',
    acceptedOn: null,
  },
  backup: { party: '', role: '', person: 'Priya N.' },
  reason: 'decided in May',
  views: [{ party: 'internal', says: 'theirs', names: 'northwind', on: '2026-02-01' }],
};

export const BACKUPS: Task = {
  ...MAIL_FLOW,
  ...{ id: 'servers.backups', name: 'Backups', aliases: [], nights: { matter: false }, views: [] },
  ...{ review: null, reviewedOn: null, backup: null, ownership: { kind: 'unknown' } },
};

export const DRAFT: Draft = {
  name: 'Contoso',
  decider: { name: 'Ada', reach: 'ada@contoso.example' },
  parties: [NORTHWIND, INTERNAL],
  people: [SAM],
  grants: [],
  tasks: [MAIL_FLOW, BACKUPS],
};

export const MEMORY: Memory = {
  ...{ named: ['cloud.mail-flow'], offered: ['a', 'b'], question: 'who?', facet: 'owner' },
};

/** A tenant of its own, so that tests share a database without meeting. */
export function newScope(): Scope {
  return { tenant: randomUUID(), matrix: 'main' };
}

export function commit(scope: Scope, effects: readonly Effect[], more?: Partial<Commit>): Commit {
  return { scope, once: null, by: PRIYA, at: NOW, reply: '', effects, ...more };
}

export function key(text: string, conversation = '19:it@thread', person = 'priya') {
  return { once: { conversation, person, key: text } };
}

export function change(step: Step): Effect {
  return { kind: 'change', step };
}

export function edit(task: Task, expect: number, why = 'because', batch = ''): Effect {
  return change({ kind: 'task', expect, to: task, why, batch });
}

export function remember(memory: Memory, until = later(1)): Effect {
  return { kind: 'remember', memory, until };
}

export function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}
