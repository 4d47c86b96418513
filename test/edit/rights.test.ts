// Who may what: every button there is, pressed by everyone, at home and where they have no business.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/app.ts';
import type { Turn } from '../../src/chat.ts';
import { furnish } from './furnished.ts';
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
  type Role,
} from './office.ts';
import { AT_HOME, PRESSES, type Press } from './presses.ts';

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
    expect(changed).toEqual(tablesOf(one, role).map((table) => `${table} ${own}`));
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
    // Abroad an admin is a member like any other.
    const open = tablesOf(one, 'member').map((table) => `${table} `);
    expect(changed.filter((change) => !open.some((start) => change.startsWith(start)))).toEqual([]);
  });
});

type Stage = Awaited<ReturnType<Office['settle']>> & { bound: string };
let stage: Stage | null = null;

/** Fresh tenants, unless the last press left everything as it was; an admin has changed each task once. */
async function openStage(bound: string): Promise<Stage> {
  if (stage?.bound === bound) return stage;
  const made = { ...(await office.settle()), bound };
  await furnish(office, made.own);
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
    ...{ tenant, where: how.where ?? one.where, conversation: one.conversation },
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

function tablesOf({ may }: Press, role: Role): string[] {
  const found = Object.entries(may).filter(([, roles]) => roles.includes(role));
  return found.map(([table]) => table).sort();
}
