// Who is an admin by what is known outside the matrix, such as owning a team: in that tenant, as long as it is so.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NAMED, type Office, openOffice, PEOPLE } from './office.ts';

let owners: { tenant: string; ids: string[] } = { tenant: '', ids: [] };
let office: Office;
beforeAll(async () => {
  office = await openOffice(undefined, async (tenant) =>
    tenant === owners.tenant ? owners.ids : [],
  );
});
afterAll(() => office.close());

const empties = { task: NAMED, version: 1, text: 'nobody owns mails' };
const taskOf = async (scope: { tenant: string; matrix: string }) =>
  (await office.store.read(scope))?.tasks.find(({ id }) => id === NAMED)?.ownership.kind;

test('owners change what admins change, in every matrix of their tenant', async () => {
  const { own } = await office.settle();
  owners = { tenant: own.tenant, ids: [PEOPLE.member.id] };
  const turn = { tenant: own.tenant };
  await office.press(PEOPLE.member, 'use-matrix', { matrix: own.matrix }, turn);
  await office.press(PEOPLE.member, 'wish', { ...empties, matrix: own.matrix }, turn);
  expect(await taskOf(own)).toBe('nobody');
});

test('they are members like any other in another tenant', async () => {
  const { own, foreign } = await office.settle();
  owners = { tenant: own.tenant, ids: [PEOPLE.member.id] };
  await office.press(PEOPLE.member, 'wish', empties, { tenant: foreign.tenant });
  expect(await taskOf(foreign)).toBe('owned');
});

test('guests who own a team still only read, and who owns none any more is no admin', async () => {
  const { own } = await office.settle();
  const turn = { tenant: own.tenant };
  owners = { tenant: own.tenant, ids: [PEOPLE.guest.id] };
  for (const who of [PEOPLE.guest, PEOPLE.member]) {
    await office.press(who, 'use-matrix', { matrix: own.matrix }, turn);
    await office.press(who, 'wish', { ...empties, matrix: own.matrix }, turn);
  }
  expect(await taskOf(own)).toBe('owned');
});
