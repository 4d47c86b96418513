// A thousand forged presses: the data of every card's buttons, changed by chance, from everybody. Nobody gets beyond their rights.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from '../faults/store-life.ts';
import { buttonsOfAllCards, CHANGING, forge, pick, VERBS } from './forging.ts';
import { AT_END, CHAT, furnish } from './furnished.ts';
import { MAIN, MARKS, type Office, openOffice, PEOPLE, ROLES } from './office.ts';
import { changedRows, mayChange } from './trespass.ts';

const FORGED = 1_000;
const SEED = 5;

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
  const buttons = [...Map.groupBy(buttonsOfAllCards(), ({ verb }) => verb).values()];
  const changing = buttons.filter(([button]) => button && CHANGING.test(button.verb));
  const changes = new Map<string, number>();
  const settle = async () => {
    const made = await office.settle();
    await furnish(office, made.own);
    await office.press(PEOPLE.admin, 'use-matrix', { matrix: MAIN });
    return made;
  };
  let { own, foreign } = await settle();
  for (let n = 0; n < FORGED; n += 1) {
    const role = pick(ROLES, random);
    // Each button once, then by chance.
    const button = buttons[n] ?? pick(random() < 0.8 ? changing : buttons, random);
    const { verb, data } = forge(pick(button, random), random);
    const where = pick(['personal', 'group', 'channel'] as const, random);
    const { tenant } = role === 'stranger' ? foreign : own;
    const conversation = where === 'personal' && verb === 'quiz-step' ? AT_END : CHAT;
    const before = office.rows();
    office.asked();
    const told = await office.press(PEOPLE[role], verb, data, { tenant, where, conversation });
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
      ({ own, foreign } = await settle());
    }
  }
  // Nothing would be proved if all of them were refused.
  expect(changes.get('task')).toBeGreaterThan(10);
  const seldom = ['role', 'person', 'binding', 'round', 'post', 'subscription', 'snooze'];
  for (const table of [...seldom, 'quiz_session', 'quiz_result']) {
    expect(changes.get(table) ?? 0, table).toBeGreaterThan(0);
  }
  expect(Object.prototype).not.toHaveProperty('admin');
});
