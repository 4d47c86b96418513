// A file is asked for only once it is known that whoever hands it over may bring it in, and once only.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Handed } from '../../src/chat.ts';
import { type Office, openOffice, PEOPLE, ROLES, type Role } from '../edit/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const MAY: readonly Role[] = ['admin', 'operator'];

test.each(ROLES.filter((role) => role !== 'stranger'))('from the %s', async (role) => {
  let fetched = 0;
  const file: Handed = {
    kind: 'handed',
    name: 'plan.csv',
    async read() {
      fetched += 1;
      return { kind: 'unread', why: 'not reached' };
    },
  };
  const told = await office.take({ speaker: PEOPLE[role], said: { kind: 'file', file } });
  const may = MAY.includes(role);
  expect(fetched).toBe(may ? 1 : 0);
  expect(told.answered).toMatchObject({
    reply: { text: expect.stringMatching(may ? /^Teams did not give me plan/ : /^Only an admin/) },
  });
});
