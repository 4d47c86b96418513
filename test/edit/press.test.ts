// One press: undone by one more, done once however often it comes, and about the task it names.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/matrix/matrix.ts';
import type { Told } from '../../src/turns.ts';
import { NOBODY } from '../../src/wording/choices.ts';
import {
  changesIn,
  NAMED,
  type Office,
  openOffice,
  PARTYS,
  PEOPLE,
  QUAY,
  UNPROVEDS,
} from './office.ts';

let office: Office;
let own: Scope;
let quay: Scope;
beforeAll(async () => {
  office = await openOffice();
});
beforeEach(async () => {
  ({ own, quay } = await office.settle());
});
afterAll(() => office.close());

const { admin, operator, editor, owner } = PEOPLE;
const bind = (matrix: string) => office.press(operator, 'use-matrix', { matrix });
const press = (verb: string, data: object, who = admin) =>
  office.press(who, verb, { task: NAMED, matrix: own.matrix, ...data });

async function stands(id = NAMED, scope = own) {
  const task = (await office.store.read(scope))?.tasks.find((one) => one.id === id);
  const { version = 0, ...rest } = task ?? {};
  return { version, task: rest };
}

/** The version that the Undo button on a card carries; null where there is no such button. */
function undoable({ answered }: Told): number | null {
  const reply = answered.kind === 'reply' ? answered.reply : null;
  const card = reply?.kind === 'card' && reply.card === 'answer' ? reply.data : null;
  return card?.blocks.find((block) => block.undoable)?.version ?? null;
}

function noteOf({ answered }: Told): string {
  const reply = answered.kind === 'reply' ? answered.reply : null;
  return reply?.kind === 'card' && 'note' in reply.data ? reply.data.note : '';
}

const person = JSON.stringify(['internal', admin.name]);
const sides = { lead: '["northwind"]', leadDoes: 'a', partner: 'internal', partnerDoes: 'b' };
const CHANGES: readonly [string, string, object][] = [
  ['another owner', 'edit-save', { owner: person }],
  ['nobody', 'edit-save', { owner: NOBODY }],
  [
    'another owner, a backup, a health and a reason at once',
    'edit-save',
    {
      ...{ owner: '["northwind"]', backup: person, health: 'failing', why: 'all at once' },
    },
  ],
  ['a backup', 'edit-save', { backup: person }],
  ['a health', 'edit-save', { health: 'failing' }],
  ['an accepted gap', 'gap-save', { until: '2027-03-01', why: 'budget' }],
  ['a split', 'share-save', sides],
  ['a sentence', 'wish', { text: 'nobody owns mailboxes harbour' }],
];

describe.each(CHANGES)('%s', (_name, verb, data) => {
  test('is undone by one press, and the undo by one more', async () => {
    const before = await stands();
    const changed = await press(verb, { ...data, version: 1 });
    const after = await stands();
    expect(after.version).toBe(2);
    expect(undoable(changed)).toBe(2);
    const undone = await press('undo', { version: undoable(changed) });
    expect(await stands()).toEqual({ ...before, version: 3 });
    expect(undoable(undone)).toBe(3);
    await press('undo', { version: undoable(undone) });
    expect(await stands()).toEqual({ ...after, version: 4 });
  });

  test('is not undone once somebody else has changed the task, and it says who', async () => {
    await press(verb, { ...data, version: 1 });
    await press('edit-save', { health: 'unknown', version: 2 }, editor);
    const before = office.rows();
    const told = await press('undo', { version: 2 });
    expect(noteOf(told)).toContain(`${editor.name} changed this on 23 Nov 2026`);
    await bind(own.matrix);
    expect(noteOf(await office.say(admin, 'undo'))).toContain(editor.name);
    expect(changesIn(before, office.rows()).filter((one) => !one.startsWith('binding'))).toEqual(
      [],
    );
  });
});

test('an owner who gave a task away takes it back with one press, and only that', async () => {
  const before = await stands();
  await press('edit-save', { owner: '["northwind"]', version: 1 }, owner);
  await press('undo', { version: 2 }, owner);
  expect(await stands()).toEqual({ ...before, version: 3 });
  await press('edit-save', { owner: '["northwind"]', version: 3 });
  await press('undo', { version: 4 }, owner);
  expect((await stands()).version).toBe(4);
});

describe('what comes again', () => {
  test('has no effect in the matrix that the chat is about by then', async () => {
    await bind(own.matrix);
    const said = { kind: 'text', text: 'mark mailboxes harbour as failing' } as const;
    const take = () => office.take({ speaker: operator, said }, 'the same activity');
    const named = { kind: 'text', text: `mark ${NAMED} as failing` } as const;
    expect((await take()).answered.kind).toBe('reply');
    await bind(QUAY);
    const before = office.rows();
    expect((await take()).answered.kind).toBe('again');
    expect(
      (await office.take({ speaker: operator, said: named }, 'the same activity')).answered.kind,
    ).toBe('again');
    expect(changesIn(before, office.rows())).toEqual([]);
    expect((await stands(NAMED, quay)).version).toBe(1);
  });

  test('is not asked a second time which matrix is meant', async () => {
    const said = { kind: 'text', text: 'who owns mailboxes?' } as const;
    const take = () => office.take({ speaker: admin, said, conversation: 'new' }, 'asked once');
    expect((await take()).answered.kind).toBe('reply');
    expect((await take()).answered.kind).toBe('again');
  });

  test('is welcomed once, whatever the chat became about', async () => {
    await bind(own.matrix);
    const install = () => office.take({ said: { kind: 'installed' } }, 'welcome');
    expect((await install()).answered.kind).toBe('reply');
    await bind(QUAY);
    expect((await install()).answered.kind).toBe('again');
    await office.take({ said: { kind: 'removed' } }, 'farewell');
    expect((await install()).answered.kind).toBe('reply');
  });
});

test('a sentence about one task does nothing to another', async () => {
  const before = office.rows();
  const text = 'nobody owns mailboxes harbour';
  await office.press(admin, 'wish', { task: UNPROVEDS, version: 1, text, matrix: own.matrix });
  await office.press(admin, 'wish', { task: PARTYS, version: 1, text, matrix: own.matrix });
  expect(changesIn(before, office.rows())).toEqual([]);
});

test('a late save of a role that the first one ended hears who came first', async () => {
  await press('edit-save', { owner: person, version: 1 });
  const late = await press('edit-save', { owner: '["northwind","","night desk"]', version: 1 });
  expect(noteOf(late)).toContain('after your card was made');
});

describe('on a card that was opened out of a digest', () => {
  const digest = 'digest:here:2026-W47';
  const save = (who = admin) => press('edit-save', { owner: person, version: 1, digest }, who);
  const cardOf = ({ answered }: Told) =>
    answered.kind === 'reply' && answered.reply.kind === 'card' ? answered.reply.card : '';

  test('ends on the digest, for everyone, with who did what', async () => {
    const told = await save();
    expect(cardOf(told)).toBe('digest');
    expect(told.answered).toMatchObject({ lasting: true });
    expect(noteOf(told)).toMatch(/^Just now: .+ → .*\(.+\)\. “undo” takes it back\.$/);
    expect(noteOf(told)).toContain(`(${admin.name})`);
  });

  test('comes too late: it is told what stands there, changes nothing, and shows it to nobody else', async () => {
    await save();
    const before = await stands();
    const told = await press('edit-save', { owner: NOBODY, version: 1, digest }, editor);
    expect(cardOf(told)).toBe('digest');
    expect(told.answered).toMatchObject({ lasting: false });
    expect(noteOf(told)).toContain(`${admin.name} changed this on`);
    expect(await stands()).toEqual(before);
  });

  test('may not: who may is told on the digest', async () => {
    const told = await save(PEOPLE.member);
    expect(cardOf(told)).toBe('digest');
    expect(told.answered).toMatchObject({ lasting: false });
  });
});
