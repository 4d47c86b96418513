// A name is no proof: whoever may hand a task over cannot make an account somebody else's, with all that they own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/matrix/matrix.ts';
import {
  LEAVER,
  NAMED,
  type Office,
  openOffice,
  PARTYS,
  PEOPLE,
  type Role,
  UNPROVED,
} from './office.ts';

let office: Office;
let own: Scope;
beforeAll(async () => {
  office = await openOffice();
});
beforeEach(async () => {
  ({ own } = await office.settle());
  await office.press(PEOPLE.admin, 'use-matrix', { matrix: own.matrix });
});
afterAll(() => office.close());

async function personCalled(name: string) {
  const matrix = await office.store.read(own);
  return matrix?.people.find((one) => one.name === name);
}

async function picks(role: Role, task: string, name: string, someone = PEOPLE.member.id) {
  const data = { task, version: 1, someone, name, matrix: own.matrix };
  return JSON.stringify(await office.press(PEOPLE[role], 'edit-save', data));
}

describe.each([UNPROVED, LEAVER])('%s, on record without an id,', (name) => {
  test.each<[Role, string]>([
    ['owner', NAMED],
    ['speaker', PARTYS],
    ['editor', NAMED],
  ])('is not somebody that the %s picks', async (role, task) => {
    const before = await personCalled(name);
    expect(await picks(role, task, name)).toContain('only an admin may say');
    expect(await personCalled(name)).toEqual(before);
  });

  test('is somebody that an admin picks', async () => {
    await picks('admin', NAMED, name);
    expect(await personCalled(name)).toMatchObject({ entraId: PEOPLE.member.id, leftOn: null });
  });
});

test('somebody of the same name as a leaver is not the leaver', async () => {
  const namesake = { ...PEOPLE.editor, name: LEAVER };
  await office.say(namesake, 'assign mailboxes harbour to me');
  expect(await personCalled(LEAVER)).toMatchObject({ entraId: '', leftOn: '2026-06-01' });
});

test('an id in capitals is the same id', async () => {
  const capitals = (text: string) => text.toUpperCase();
  await picks('admin', NAMED, 'Owner Again', capitals(PEOPLE.owner.id));
  expect(await personCalled('Owner Again')).toBeUndefined();
  const shouting = { ...PEOPLE.owner, id: capitals(PEOPLE.owner.id) };
  const health = { task: NAMED, version: 1, owner: '["northwind"]', matrix: own.matrix };
  await office.press(shouting, 'edit-save', health);
  expect(await office.store.lines(own, { task: NAMED }, 1)).toMatchObject([{ version: 2 }]);
});
