// A thousand forged presses: the data of every card's buttons, changed by chance, from everybody. Nobody gets beyond their rights.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FEATURES } from '../../src/app.ts';
import type { CardReply } from '../../src/cards.ts';
import { createRender } from '../../src/teams/render.ts';
import { seeded } from '../faults/store-life.ts';
import { type CardAction, cardOf, executes, filledIn } from '../support/cards.ts';
import {
  LEAVER,
  LEAVERS,
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
  type Rows,
  UNPROVED,
  UNPROVEDS,
} from './office.ts';

const FORGED = 1_000;
const SEED = 4;

const CARDS = join(import.meta.dirname, '../../cards');
const VERBS = FEATURES.flatMap(({ actions = [] }) => actions.map(({ verb }) => verb));

/** Values that somebody might try, for whatever a field is called. */
const PRIZES: Readonly<Record<string, readonly unknown[]>> = {
  task: [NAMED, PARTYS, UNPROVEDS, LEAVERS, 'cloud', 'nowhere.task', '__proto__', 'constructor'],
  version: [0, 1, 2, 3, -1, 1e9, 1.5, '1', '2', '0x1', true, null, [1], Number.MAX_SAFE_INTEGER],
  matrix: [MAIN, QUAY, 'nowhere', '', '__proto__', { matrix: MAIN }, [MAIN], 1],
  owner: [
    '=nobody',
    '=not applicable',
    '["internal"]',
    '["northwind"]',
    `["internal","${UNPROVED}"]`,
  ],
  lead: ['["internal"]', '["northwind"]', '["northwind","","chief"]', `["internal","${LEAVER}"]`],
  backup: ['=none', '["internal"]', `["internal","${UNPROVED}"]`, '["nobody","x"]', '[[]]', '{}'],
  partner: ['internal', 'northwind', 'foreign', 'constructor'],
  someone: Object.values(PEOPLE).flatMap(({ id }) => [id, id.toUpperCase()]),
  person: Object.values(PEOPLE).flatMap(({ id }) => [id, id.toUpperCase()]),
  name: [UNPROVED, LEAVER, PEOPLE.owner.name, 'Somebody New', ` ${UNPROVED.toUpperCase()} `],
  admin: ['true', true, 'yes', { admin: true }],
  areas: ['cloud', 'security', 'cloud,security', ['cloud'], '__proto__'],
  speaksFor: ['northwind', 'internal', 'northwind,internal'],
  until: ['2027-01-01', '2026-12-31', '9999-12-31', '0000-00-00', '2020-01-01'],
  health: ['failing', 'well', 'unknown', 'on fire'],
  text: [
    'nobody owns mails',
    'nobody owns it',
    'assign it to me',
    `assign it to ${UNPROVED}`,
    'decline it',
    'accept it',
  ],
};
const JUNK: readonly unknown[] = [
  ...[null, undefined, true, false, 0, -1, Number.NaN, '', ' ', 'x', [], {}, [[]], { a: { b: 1 } }],
  ...[
    'x'.repeat(301),
    'x'.repeat(5_000),
    '\0',
    '\u202e',
    '${task}',
    "'; drop table line; --",
    '🦊',
  ],
];
/** Added to the data, though no card of ours has it. */
const EXTRAS: readonly [string, unknown][] = [
  ['guest', false],
  ['tenant', 'foreign'],
  ['by', 'remit'],
  ['caller', { admin: true }],
  ['grants', [{ admin: true }]],
  ['areas', 'cloud'],
  ['toString', 'x'],
  ['constructor', { prototype: { admin: true } }],
  ['__proto__', { admin: true, areas: ['cloud'] }],
];

/** Most are tried with buttons that change something; those that look are on every card. */
const CHANGING = /-save$|^undo$|^wish$|^use-matrix$/;

/** Shown only to who has just changed something, so no sample card has it. */
const UNDO: CardAction = { title: 'Undo', verb: 'undo', data: { task: '', version: 1 } };

type Forged = { verb: string; data: unknown };

test('every button there is gets forged', () => {
  const forged = new Set(buttonsOfAllCards().map(({ verb }) => verb));
  expect(VERBS.filter((verb) => !forged.has(verb))).toEqual([]);
});

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test(`${FORGED} forged presses change nothing that who pressed may not change`, {
  timeout: 240_000,
}, async () => {
  const random = seeded(SEED);
  const buttons = buttonsOfAllCards();
  const changing = buttons.filter(({ verb }) => CHANGING.test(verb));
  const changes = new Map<string, number>();
  let { own, foreign } = await office.settle();
  await office.press(PEOPLE.admin, 'use-matrix', { matrix: MAIN });
  for (let n = 0; n < FORGED; n += 1) {
    const role = pick(ROLES, random);
    const { verb, data } = forge(pick(random() < 0.8 ? changing : buttons, random), random);
    const where = pick(['personal', 'group', 'channel'] as const, random);
    const { tenant } = role === 'stranger' ? foreign : own;
    const before = office.rows();
    office.asked();
    const told = await office.press(PEOPLE[role], verb, data, { tenant, where });
    const said = `${role} in a ${where}: ${verb} ${JSON.stringify(data)?.slice(0, 500)}`;
    expect(
      office.asked().every((scope) => scope.startsWith(`${tenant}/`)),
      said,
    ).toBe(true);
    const hidden = role === 'stranger' ? [MARKS.own, MARKS.quay] : [MARKS.foreign];
    for (const mark of hidden) expect(JSON.stringify(told), said).not.toContain(mark);
    const rows = changedRows(before, office.rows());
    for (const row of rows) {
      expect(mayChange(role, where, row, tenant), `${said}\n${JSON.stringify(row)}`).toBe(true);
      changes.set(row.table, (changes.get(row.table) ?? 0) + 1);
    }
    if (rows.length > 0) {
      ({ own, foreign } = await office.settle());
      await office.press(PEOPLE.admin, 'use-matrix', { matrix: MAIN });
    }
  }
  // Nothing would be proved if all of them were refused.
  expect(changes.get('task')).toBeGreaterThan(10);
  expect(changes.get('role')).toBeGreaterThan(0);
  expect(Object.prototype).not.toHaveProperty('admin');
});

type Row = { table: string; was: Record<string, unknown> | null; is: Record<string, unknown> };

/** Each row that is new or different, with what it was; a row that went is a fault in itself. */
function changedRows(before: Rows, after: Rows): Row[] {
  return Object.entries(after).flatMap(([table, rows]) => {
    const old = before[table] ?? [];
    expect(rows.length, `rows of ${table} went`).toBeGreaterThanOrEqual(old.length);
    return rows
      .filter((is) => !old.some((was) => JSON.stringify(was) === JSON.stringify(is)))
      .map((is) => ({
        table,
        is,
        was: old.find((was) => keyOf(table, was) === keyOf(table, is)) ?? null,
      }));
  });
}

function keyOf(table: string, row: Record<string, unknown>): string {
  const { tenant, matrix, id, seq, party, name_key, conversation } = row;
  if (table === 'binding') return JSON.stringify([tenant, conversation]);
  return JSON.stringify([tenant, matrix, id, seq, party, name_key]);
}

/** Said once more, in plain words, by table and role. */
function mayChange(role: Role, where: string, { table, was, is }: Row, tenant: string): boolean {
  if (is['tenant'] !== tenant) return false;
  const decides = role === 'admin' || role === 'operator' || role === 'stranger';
  // What one may in this matrix one may in this one only; the operator's admin is one everywhere.
  const home = is['matrix'] === MAIN || role === 'operator';
  switch (table) {
    case 'binding':
      return where === 'personal' || (decides && home);
    case 'role':
      return decides && home;
    case 'person':
      // A person who is there is whoever an admin says; others may only bring in somebody new.
      return home && (decides || was === null) && role !== 'guest' && role !== 'member';
    case 'matrix':
    case 'line':
      // They follow the task and the grant, and are written with them.
      return home && role !== 'guest' && role !== 'member';
    case 'task': {
      if (!home || was === null) return false;
      if (decides) return true;
      const area = String(was['id']).split('.')[0];
      if (role === 'editor') return area === 'cloud';
      if (role === 'otherEditor') return area === 'security';
      const theirs = role === 'owner' ? NAMED : role === 'speaker' ? PARTYS : '';
      const kept = ['health', 'backup', 'name', 'area', 'aliases', 'importance', 'description'];
      return was['id'] === theirs && kept.every((field) => was[field] === is[field]);
    }
    default:
      return false;
  }
}

/** Every card as its sample data fills it, and each of its buttons with what the inputs hold. */
function buttonsOfAllCards(): CardAction[] {
  const render = createRender(CARDS);
  const files = readdirSync(CARDS).filter((file) => file.endsWith('.data.json'));
  const found = files.flatMap((file) => {
    const data = JSON.parse(readFileSync(join(CARDS, file), 'utf8'));
    const reply: CardReply = JSON.parse(
      JSON.stringify({ kind: 'card', card: file.slice(0, -'.data.json'.length), data }),
    );
    const card = cardOf(render.message(reply, MAIN));
    const inputs = filledIn(card, {}, 0);
    return executes(card).map((button) => ({ ...button, data: { ...inputs, ...button.data } }));
  });
  return [...found, UNDO];
}

/** At home in this office first, then changed in up to three places. */
function forge({ verb, data }: CardAction, random: () => number): Forged {
  const at: Record<string, unknown> = { ...data, matrix: MAIN, version: 1 };
  if ('task' in at) at['task'] = pick([NAMED, PARTYS, UNPROVEDS, LEAVERS], random);
  for (const field of ['owner', 'lead', 'partner', 'backup', 'areas', 'speaksFor', 'until']) {
    if (field in at) at[field] = pick(prizesOf(field), random);
  }
  if (random() < 0.5)
    for (const field of ['someone', 'name', 'person']) {
      if (field in at) at[field] = pick(prizesOf(field), random);
    }
  for (let times = Math.floor(random() * 3); times > 0; times -= 1) {
    const field = pick(Object.keys(at), random);
    const dice = random();
    if (dice < 0.5) at[field] = pick(prizesOf(field), random);
    else if (dice < 0.7) at[field] = pick(JUNK, random);
    else if (dice < 0.8) delete at[field];
    else {
      const [extra, value] = pick(EXTRAS, random);
      Object.defineProperty(at, extra, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
  const whole = random();
  if (whole < 0.02) return { verb, data: pick(JUNK, random) };
  return { verb: whole < 0.12 ? pick(VERBS, random) : verb, data: at };
}

function prizesOf(field: string): readonly unknown[] {
  return (Object.hasOwn(PRIZES, field) ? PRIZES[field] : null) ?? JUNK;
}

function pick<T>(all: readonly T[], random: () => number): T {
  const at = Math.floor(random() * all.length);
  const [found] = all.slice(at, at + 1);
  if (found === undefined && !(at in all)) throw new Error('nothing to pick from');
  return found as T;
}
