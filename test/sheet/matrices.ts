// A small matrix to import into, and short ways to write a sheet and read it.
import type { Matrix, StoredTask } from '../../src/matrix/matrix.ts';
import { newParty } from '../../src/matrix/party.ts';
import { readSheet } from '../../src/sheet/read.ts';
import { TODAY } from './drafts.ts';

export const northwind = {
  ...newParty('nw', 'Northwind IT', 'msp'),
  mail: 'servicedesk@northwind.example',
};
export const internal = newParty('it', 'Internal IT', 'internal');
export const priya = {
  name: 'Priya Nair',
  party: 'it',
  entraId: 'oid-priya',
  mail: 'priya@pine.example',
  leftOn: null,
};

export const mailFlow: StoredTask = {
  id: 'cloud.mail-flow',
  name: 'Mail flow',
  area: 'cloud',
  kind: 'operation',
  description: 'Delivery and connectors.',
  aliases: ['mail', 'smtp'],
  importance: 'high',
  health: 'well',
  nights: { matter: true, cover: 'Northwind IT' },
  review: { every: 3, unit: 'month' },
  reviewedOn: '2026-08-10',
  ownership: {
    kind: 'owned',
    lead: { party: 'nw', role: 'service desk', person: '' },
    sharedWith: ['it'],
    split: 'Internal IT: mailbox requests',
    since: '2026-03-03',
    acceptedOn: '2026-05-12',
  },
  backup: { party: 'it', role: '', person: 'Priya Nair' },
  reason: 'Contract, annex 2',
  views: [{ party: 'it', says: 'theirs', names: 'nw', on: '2026-09-01' }],
  version: 7,
};

export const fax: StoredTask = {
  ...mailFlow,
  id: 'cloud.fax',
  name: 'Fax line',
  aliases: [],
  ownership: { kind: 'accepted gap', until: '2027-01-31', by: 'Sam Rivera' },
  backup: null,
  views: [],
  version: 2,
};

export const matrix: Matrix = {
  scope: { tenant: 't', matrix: 'm' },
  name: 'Harbour & Pine',
  decider: { name: '', reach: '' },
  parties: [northwind, internal],
  people: [priya],
  grants: [],
  tasks: [mailFlow, fax],
  revision: 9,
};

/** Reads a sheet without a matrix unless one is given; the rows are lines of text. */
export function read(lines: string | string[], current: Matrix | null = null) {
  return readSheet(Array.isArray(lines) ? lines.join('\n') : lines, current, TODAY);
}

export function readOk(lines: string | string[], current: Matrix | null = null) {
  const result = read(lines, current);
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  return result;
}

/** The one task of a sheet. */
export function taskIn(lines: string | string[], current: Matrix | null = null) {
  const { tasks } = readOk(lines, current);
  const [task] = tasks;
  if (!task || tasks.length > 1) throw new Error(`${tasks.length} tasks`);
  return task;
}
