// Of what an import brought in, what goes with it: all that nothing names, and nothing that anything names.
import { expect, test } from 'vitest';
import type { Matrix } from '../../src/matrix/matrix.ts';
import type { Holder, Ownership } from '../../src/matrix/ownership.ts';
import { newParty } from '../../src/matrix/party.ts';
import type { Task } from '../../src/matrix/task.ts';
import { unused } from '../../src/matrix/used.ts';

const QUAY: Holder = { party: 'quay', role: '', person: '' };
const LEE: Holder = { ...QUAY, person: 'lee  MARSH' };
const HOME: Holder = { party: 'home', role: '', person: '' };
const MADE = { parties: ['quay'], people: [{ party: 'quay', name: 'Lee Marsh' }] };
const PERSON = { name: 'Lee Marsh', party: 'quay', entraId: 'E-Lee', mail: '', leftOn: null };

function task(ownership: Ownership, more: Partial<Task> = {}): Task {
  return {
    ...{ id: 'a.b', name: 'B', area: 'a', kind: 'operation', description: '', aliases: [] },
    ...{ importance: 'medium', health: 'well', nights: { matter: false }, review: null },
    ...{ reviewedOn: null, ownership, backup: null, reason: '', views: [], ...more },
  };
}
const owned = (lead: Holder, sharedWith: string[] = []): Ownership => ({
  ...{ kind: 'owned', lead, sharedWith, split: '', since: '2026-01-01', acceptedOn: null },
});
const grant = { person: 'e-other', name: '', admin: false, areas: [], speaksFor: [] };

type Given = Partial<Omit<Matrix, 'tasks'>> & {
  tasks?: Task[];
  told?: Task[];
  deciders?: { id: string; name: string }[];
  sides?: string[];
};

function goes({ told = [], deciders = [], sides = [], ...more }: Given): string[] {
  const matrix = {
    ...{ parties: [newParty('quay', 'Quay MSP', 'msp'), newParty('home', 'Home', 'internal')] },
    ...{ people: [PERSON], grants: [], decider: { name: '', reach: '' }, tasks: [], ...more },
  };
  const { parties, people } = unused(MADE, matrix, told, { deciders, sides });
  return [...parties, ...people.map(({ name }) => name)];
}

const BOTH = ['quay', 'Lee Marsh'];
const view = { party: 'home', says: 'theirs', names: null, on: '2026-01-01' } as const;

test.each<[string, Given, string[]]>([
  ['nothing names it', { tasks: [task(owned(HOME))] }, BOTH],
  ['a task is owned by it', { tasks: [task(owned(QUAY))] }, ['Lee Marsh']],
  ['a task is owned by its person', { tasks: [task(owned(LEE))] }, []],
  ['a namesake elsewhere owns', { tasks: [task(owned({ ...LEE, party: 'home' }))] }, BOTH],
  ['a task is shared with it', { tasks: [task(owned(HOME, ['quay']))] }, ['Lee Marsh']],
  [
    'it shares a task without a lead',
    { tasks: [task({ kind: 'nobody', sharedWith: ['quay'], split: '', since: '2026-01-01' })] },
    ['Lee Marsh'],
  ],
  ['it stands in', { tasks: [task({ kind: 'unknown' }, { backup: QUAY })] }, ['Lee Marsh']],
  ['its person stands in', { tasks: [task({ kind: 'unknown' }, { backup: LEE })] }, []],
  [
    'it gave its view',
    { tasks: [task({ kind: 'unknown' }, { views: [{ ...view, party: 'quay' }] })] },
    ['Lee Marsh'],
  ],
  [
    'another side points at it',
    { tasks: [task({ kind: 'unknown' }, { views: [{ ...view, names: 'quay' }] })] },
    ['Lee Marsh'],
  ],
  ['history that is shown names it', { told: [task(owned(LEE))] }, ['Lee Marsh']],
  ['somebody speaks for it', { grants: [{ ...grant, speaksFor: ['quay'] }] }, ['Lee Marsh']],
  ['its person was given rights', { grants: [{ ...grant, person: 'e-lee' }] }, []],
  ['its person decides', { decider: { name: 'lee marsh', reach: '' } }, []],
  ['its person decides for a digest', { deciders: [{ id: 'E-LEE', name: '' }] }, []],
  ['its person is named for a digest', { deciders: [{ id: '', name: 'Lee Marsh' }] }, []],
  ['it decides', { decider: { name: 'Quay MSP', reach: '' } }, ['Lee Marsh']],
  ['it is asked in a round', { sides: ['quay'] }, ['Lee Marsh']],
  ['somebody else is in it', { people: [PERSON, { ...PERSON, name: 'Kim' }] }, ['Lee Marsh']],
])('where %s', (_, given, expected) => {
  expect(goes(given)).toEqual(expected);
});

test('a person without an id is nobody of those who are known by one', () => {
  const people = [{ ...PERSON, entraId: '' }];
  expect(goes({ people, deciders: [{ id: '', name: '' }] })).toEqual(BOTH);
});
