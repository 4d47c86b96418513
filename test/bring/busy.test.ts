// Many files asked for at once: each organisation has a few places, the rest is told to come again, and others are served.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Said } from '../../src/chat.ts';
import { type Office, openOffice, PEOPLE } from '../edit/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const TABLE = Buffer.from('Task\tOwner\nTape robot\tNorthwind\nLabel rolls\tNorthwind\n');
const ASKED = 8;
/** One is served, three wait. */
const PLACES = 4;

const take: Said = { kind: 'action', verb: 'export-as', data: { form: 'csv', matrix: 'main' } };
const file: Said = {
  kind: 'file',
  file: { kind: 'handed', name: 'p.csv', read: async () => ({ kind: 'bytes', bytes: TABLE }) },
};
const pasted: Said = { kind: 'text', text: TABLE.toString(), table: TABLE };

async function ask(said: Said, tenant: string, locale = 'en'): Promise<string> {
  const { answered } = await office.take({ said, tenant, locale, speaker: PEOPLE.operator });
  if (answered.kind !== 'reply') return answered.kind;
  return answered.reply.kind === 'text' ? answered.reply.text : answered.reply.kind;
}

test('eight exports of one organisation, and one of another', { timeout: 60_000 }, async () => {
  await ask(take, 'one');
  await ask(take, 'two');
  const done: string[] = [];
  const noted = async (asked: Promise<string>, who: string) => {
    const told = await asked;
    if (told === 'offer') done.push(who);
    return told;
  };
  const many = Array.from({ length: ASKED }, () => noted(ask(take, 'one'), 'one'));
  const other = noted(ask(take, 'two'), 'two');
  const told = await Promise.all(many);
  expect(await other).toBe('offer');
  expect(told.filter((text) => text === 'offer')).toHaveLength(PLACES);
  expect(new Set(told.filter((text) => text !== 'offer'))).toEqual(
    new Set(['I am working on other files right now. Ask for the file again in a minute.']),
  );
  expect(done.at(-1)).toBe('one');
  expect(await ask(take, 'one')).toBe('offer');
});

test.each([
  ['a file that is handed over', file, 'p.csv'],
  ['a table that is pasted', pasted, 'the pasted table'],
])(
  '%s meanwhile is not read, and its owner told so',
  { timeout: 60_000 },
  async (_, said, name) => {
    const many = Array.from({ length: ASKED }, () => ask(take, 'one'));
    const told = await ask(said, 'one');
    await Promise.all(many);
    expect(told).toBe(
      `I am working on other files right now. Nothing was changed; try ${name} again in a minute.`,
    );
    expect(await ask(said, 'one')).toBe('card');
  },
);
