// Presses that come twice, late and out of order, through the real bot: one change each, one answer, and no old card over a new one.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBot } from '../../src/teams/bot.ts';
import { seeded } from '../faults/store-life.ts';
import { type Activity, press, submit } from '../support/activities.ts';
import { nodes } from '../support/cards.ts';
import { createFakeConnector, type FakeConnector } from '../support/connector.ts';
import { MAIN, NAMED, NOW, type Office, openOffice, PEOPLE } from './office.ts';

/** REMIT_TEST_PRESSES=10000 for the long run. */
const DELIVERED = Number(process.env['REMIT_TEST_PRESSES'] ?? 1_000);
const SEED = 2;
/** Deliveries under way at a time, as Teams has them. */
const AT_ONCE = 4;
/** What is waiting to be delivered is shuffled this far. */
const REORDERED = 12;
const PRESSERS = ['admin', 'editor', 'operator'] as const;

let office: Office;
let connector: FakeConnector;
beforeAll(async () => {
  office = await openOffice();
  connector = await createFakeConnector();
});
afterAll(async () => {
  await connector.close();
  await office.close();
});

test(`${DELIVERED} duplicated, delayed and reordered presses`, {
  timeout: DELIVERED * 200,
}, async () => {
  const { own } = await office.settle();
  await office.press(PEOPLE.operator, 'use-matrix', { matrix: MAIN }, { conversation: GROUP.id });
  const random = seeded(SEED);
  let clock = NOW.getTime();
  const bot = createBot({
    converse: async (turn, once) =>
      (await office.take({ ...turn, tenant: own.tenant }, once)).answered,
    ...{ cards: join(import.meta.dirname, '../../cards'), identity: null, tenants: 'any' },
    ...{ log: () => {}, clock: () => new Date(clock) },
  });

  const waiting: { activity: Activity; name: string }[] = [];
  const answers = new Map<string, number>();
  let pressed = 0;
  let delivered = 0;

  async function pressSomething(): Promise<void> {
    const version = (await office.store.lines(own, { task: NAMED }, 1))[0]?.version ?? 1;
    const activity = pressOn(connector.serviceUrl, pressed, version, random);
    pressed += 1;
    const name = String(activity['id']);
    const copies = 1 + Math.floor(random() * 4);
    for (let copy = 0; copy < copies; copy += 1) {
      // Teams sends an invoke again under a new id, with a new time; a message keeps its id.
      const again = activity['type'] === 'invoke' && random() < 0.5 && copy > 0;
      waiting.push({ name, activity: again ? { ...activity, id: `${name}-${copy}` } : activity });
    }
  }

  async function deliverOne(): Promise<void> {
    while (waiting.length < REORDERED) await pressSomething();
    const [next] = waiting.splice(Math.floor(random() * REORDERED), 1);
    if (!next) return;
    delivered += 1;
    // The copies of one press come within a minute of each other.
    clock += 50;
    const before = newestOn(connector);
    const { status, body } = await bot.receive({
      body: next.activity,
      ...{ tenantHeader: undefined, caller: { kind: 'local' } },
    });
    expect(status).toBe(200);
    answers.set(next.name, (answers.get(next.name) ?? 0) + 1);
    const answered = versionOn(Object(body)['value']);
    if (answered !== null)
      expect(answered, 'an answer is no older than the card').toBeGreaterThanOrEqual(before);
  }

  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (delivered < DELIVERED) await deliverOne();
    }),
  );
  bot.close();

  const lines = await office.store.lines(own, { task: NAMED }, DELIVERED + 2);
  const causes = lines.map(({ why }) => why).filter((why) => why.startsWith('press '));
  expect(new Set(causes).size, 'one change a press').toBe(causes.length);
  expect(causes.length).toBeGreaterThan(DELIVERED / 50);
  expect(
    connector.posted.every(({ method }) => method === 'PUT'),
    'no second card',
  ).toBe(true);
  const shown = connector.posted.map(({ body }) => versionOn(body)).filter((one) => one !== null);
  expect(shown.length).toBeGreaterThan(DELIVERED / 50);
  expect(shown, 'the card only gets newer').toEqual([...shown].sort((a, b) => a - b));
  expect(
    [...answers.values()].some((times) => times > 2),
    'some came often',
  ).toBe(true);
});

const GROUP = { id: '19:helpers@thread.v2', conversationType: 'groupChat', isGroup: true };

/** Everybody presses on one card, as they saw it a moment ago. */
function pressOn(url: string, number: number, version: number, random: () => number): Activity {
  const role = PRESSERS[Math.floor(random() * PRESSERS.length)] ?? 'admin';
  const { id, name } = PEOPLE[role];
  const health = version % 2 === 0 ? 'well' : 'failing';
  const data = { task: NAMED, matrix: MAIN, version, health, why: `press ${number}` };
  const make = random() < 0.5 ? press : submit;
  const verb = random() < 0.7 ? 'edit-save' : 'show';
  return make(url, verb, data, {
    from: { id: `29:${role}`, name, aadObjectId: id },
    conversation: { ...GROUP, tenantId: undefined },
  });
}

/** The version that the buttons of a card carry; null for what is no card of a task. */
function versionOn(value: unknown): number | null {
  const versions = nodes(value).flatMap((node) => {
    const version = Object(node['data'])['version'];
    return typeof version === 'number' ? [version] : [];
  });
  return versions.length === 0 ? null : Math.max(...versions);
}

function newestOn({ posted }: FakeConnector): number {
  return Math.max(0, ...posted.slice(-50).map(({ body }) => versionOn(body) ?? 0));
}
