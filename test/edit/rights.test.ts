// Who may what: every button there is, pressed by everyone, at home and where they have no business.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/app.ts';
import type { Turn } from '../../src/chat.ts';
import { NOBODY } from '../../src/edit/cards.ts';
import {
  changesIn,
  MAIN,
  MARKS,
  NAMED,
  type Office,
  openOffice,
  PARTYS,
  PEOPLE,
  QUAY,
  ROLES,
  type Role,
} from './office.ts';

type Press = {
  verb: string;
  /** What tells this press from others of its verb. */
  as: string;
  data: Record<string, unknown>;
  /** Who changes something with it; everybody else changes nothing. */
  may: readonly Role[];
  changes: 'task' | 'role' | 'binding';
  where: Turn['where'];
  /** What the conversation is about before. */
  bound: string;
};

const ADMINS = ['admin', 'operator'] as const;
const EDITORS = [...ADMINS, 'editor'] as const;
const NOBODY_AT_ALL: readonly Role[] = [];
const AT_HOME = ROLES.filter((role) => role !== 'stranger');
const person = JSON.stringify(['internal', PEOPLE.admin.name]);
const northwind = JSON.stringify(['northwind']);
const version = 2;
const ADMINS_CHOICE = { person: PEOPLE.member.id, name: 'Mia Member', admin: 'true' };

/** The whole of it: a button that is not in here fails the test below. */
const PRESSES: readonly Press[] = [
  ...onBoth('edit', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('edit-gap', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('edit-share', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('show', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('history', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('wrong-owner', 'reports', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('wrong-owner-word', 'reports', { word: 'moved' }, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth(
    'edit-save',
    'hands over',
    { version, owner: person },
    [...EDITORS, 'owner'],
    [...EDITORS, 'speaker'],
  ),
  ...onBoth('edit-save', 'empties', { version, owner: NOBODY }, EDITORS, EDITORS),
  ...onBoth('edit-save', 'sets a backup', { version, backup: person }, EDITORS, EDITORS),
  ...onBoth('edit-save', 'sets health', { version, health: 'failing' }, EDITORS, EDITORS),
  ...onBoth(
    'edit-save',
    'hands over and sets health',
    { version, owner: northwind, someone: PEOPLE.admin.id, health: 'failing' },
    EDITORS,
    EDITORS,
  ),
  ...onBoth('gap-save', 'accepts', { version, until: '2027-03-01', why: 'w' }, EDITORS, EDITORS),
  ...onBoth(
    'share-save',
    'shares',
    { version, lead: northwind, leadDoes: 'a', partner: 'internal', partnerDoes: 'b' },
    [...EDITORS, 'owner'],
    [...EDITORS, 'speaker'],
  ),
  ...onBoth('undo', "somebody else's", { version }, EDITORS, EDITORS),
  ...onBoth('wish', 'empties', { version, text: 'nobody owns mails' }, EDITORS, EDITORS),
  ...onBoth(
    'wish',
    'gives away',
    { version, text: `assign mails to ${PEOPLE.admin.name}` },
    [...EDITORS, 'owner'],
    [...EDITORS, 'speaker'],
  ),
  press('role-save', 'makes an admin', ADMINS_CHOICE, 'role', ADMINS),
  press(
    'role-save',
    'makes an editor',
    { ...ADMINS_CHOICE, admin: '', areas: 'cloud' },
    'role',
    ADMINS,
  ),
  press('use-matrix', 'chooses in a 1:1 chat', { matrix: QUAY }, 'binding', AT_HOME),
  ...(['group', 'channel'] as const).flatMap((where): Press[] => {
    const binds = press('use-matrix', `binds a ${where}`, { matrix: MAIN }, 'binding', ADMINS);
    // In the other matrix nobody was granted anything, so only the operator's admin is one.
    const rebinds = { ...binds, as: `rebinds a ${where}`, data: { matrix: QUAY } };
    return [
      { ...binds, where, bound: QUAY },
      { ...rebinds, where, may: ['operator'] },
    ];
  }),
  press('ask', 'asks', { question: 'who owns mail flow?' }, 'task', NOBODY_AT_ALL),
  press('none-of-these', 'asks', { question: 'who owns it?' }, 'task', NOBODY_AT_ALL),
];

test('every button there is has its place in the table', () => {
  const verbs = FEATURES.flatMap(({ actions = [] }) => actions.map(({ verb }) => verb));
  expect([...new Set(PRESSES.map(({ verb }) => verb))].sort()).toEqual([...new Set(verbs)].sort());
});

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const named = PRESSES.map((one): [string, Press] => {
  const { verb, as, data } = one;
  return [`${verb} that ${as} ${data['task'] ?? ''}`.trim(), one];
});

describe.each(named)('%s', (_name, one) => {
  test.each(AT_HOME)('by the %s', async (role) => {
    const { own, changed } = await pressed(one, role, {});
    const may = one.may.includes(role);
    expect(changed).toEqual(may ? [`${one.changes} ${own}`] : []);
  });

  if (one.verb !== 'use-matrix') {
    test.each(AT_HOME)('by the %s in a group, of the other matrix', async (role) => {
      const { changed } = await pressed(one, role, { matrix: QUAY, where: 'group' });
      expect(changed).toEqual([]);
    });
  }

  test.each(AT_HOME)('by the %s, of a matrix that is not there', async (role) => {
    const { changed } = await pressed(one, role, { matrix: 'nowhere' });
    expect(changed).toEqual([]);
  });

  test("by another tenant's admin, there", async () => {
    const { foreign, changed } = await pressed(one, 'stranger', {});
    expect(changed.filter((change) => !change.endsWith(foreign))).toEqual([]);
  });

  test('by the admin, in another tenant', async () => {
    const { changed } = await pressed(one, 'admin', { abroad: true });
    // Nobody is kept from choosing what their own chat is about.
    expect(changed.filter((change) => !change.startsWith('binding'))).toEqual([]);
  });
});

type Stage = Awaited<ReturnType<Office['settle']>> & { bound: string };
let stage: Stage | null = null;

/** Fresh tenants, unless the last press left everything as it was; an admin has changed each task once. */
async function openStage(bound: string): Promise<Stage> {
  if (stage?.bound === bound) return stage;
  const made = { ...(await office.settle()), bound };
  const touched = { version: 1, health: 'unknown', matrix: MAIN };
  for (const task of [NAMED, PARTYS]) {
    await office.press(PEOPLE.admin, 'edit-save', { ...touched, task });
  }
  await office.press(PEOPLE.operator, 'use-matrix', { matrix: bound });
  return made;
}

/** Presses, and checks on the way what was looked at and what was shown. */
async function pressed(
  one: Press,
  role: Role,
  how: { matrix?: string; where?: Turn['where']; abroad?: boolean },
) {
  const now = await openStage(one.bound);
  const { own, foreign } = now;
  const before = office.rows();
  office.asked();
  const choosing = one.verb === 'use-matrix';
  const matrix = how.matrix ?? (choosing ? undefined : MAIN);
  const abroad = how.abroad || role === 'stranger';
  const { tenant } = abroad ? foreign : own;
  const data = { ...one.data, ...(matrix && { matrix }) };
  const told = await office.press(PEOPLE[role], one.verb, data, {
    ...{ tenant, where: how.where ?? one.where },
  });
  const here = [`${tenant}/*`, `${tenant}/${MAIN}`];
  // Whoever chooses a matrix is asked for their rights in it.
  const allowed = choosing ? [...here, `${tenant}/${QUAY}`] : here;
  expect(office.asked().filter((scope) => !allowed.includes(scope))).toEqual([]);
  const hidden = abroad
    ? [MARKS.own, MARKS.quay]
    : [MARKS.foreign, ...(choosing ? [] : [MARKS.quay])];
  for (const mark of hidden) expect(JSON.stringify(told)).not.toContain(mark);
  const changed = changesIn(before, office.rows());
  stage = changed.length === 0 ? now : null;
  return { own: own.tenant, foreign: foreign.tenant, changed };
}

function press(
  verb: string,
  as: string,
  data: Record<string, unknown>,
  changes: Press['changes'],
  may: readonly Role[],
): Press {
  return { verb, as, data, may, changes, where: 'personal', bound: MAIN };
}

/** The same press on a task with a named owner and on one that a party owns. */
function onBoth(
  verb: string,
  as: string,
  data: Record<string, unknown>,
  ofNamed: readonly Role[],
  ofParty: readonly Role[],
): Press[] {
  return [
    press(verb, as, { task: NAMED, ...data }, 'task', ofNamed),
    press(verb, as, { task: PARTYS, ...data }, 'task', ofParty),
  ];
}
