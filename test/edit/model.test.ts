// Any sequence of what people do to a matrix, through the real turns and both stores, beside the plain model of it.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { action, type Feature, type Turn } from '../../src/chat.ts';
import { carryOut } from '../../src/edit/carry-out.ts';
import { editFeature } from '../../src/edit/feature.ts';
import { createFinder, shippedKnowledge } from '../../src/match/finder.ts';
import type { Day } from '../../src/matrix/day.ts';
import type { Draft, Scope } from '../../src/matrix/matrix.ts';
import type { Holder } from '../../src/matrix/ownership.ts';
import { newParty } from '../../src/matrix/party.ts';
import { statusOf } from '../../src/matrix/status.ts';
import type { Wish } from '../../src/matrix/wish.ts';
import { planImport } from '../../src/sheet/plan.ts';
import { createSnapshots } from '../../src/snapshots.ts';
import { openStore, type Place } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import { takeTurn } from '../../src/turns.ts';
import { NO_FILES } from '../support/files.ts';
import { startPostgres } from '../support/postgres.ts';
import {
  createModel,
  INTERNAL,
  later,
  type Move,
  NEW_TASK,
  OWNER,
  PROVIDER,
  WHO,
  type Who,
  type Wished,
} from './model.ts';

/** REMIT_TEST_RUNS=10000 for the long run. */
const RUNS = Number(process.env['REMIT_TEST_RUNS'] ?? 1_000);
const MOST_MOVES = 14;
/** Sequences that are played at the same time: a store is waited for most of the time. */
const LANES = 4;
/** A real restart opens the store again; most only lose what a process keeps in memory. */
const REOPEN_EVERY = 40;

const TODAY = '2026-11-23';
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'remit-model-'));
const server = await startPostgres();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.stop();
});

const holder = (party: string, person = '', role = ''): Holder => ({ party, role, person });
const LEADS: readonly Holder[] = [
  holder(INTERNAL.id, OWNER),
  holder(INTERNAL.id, 'Ada Admin'),
  holder(INTERNAL.id),
  holder(PROVIDER.id),
  holder(PROVIDER.id, '', 'service desk'),
];
const START = ['cloud.mail', 'security.keys'].map((id) => ({
  ...NEW_TASK,
  ...{ id, name: id, area: id.split('.')[0] ?? '', review: { every: 30, unit: 'day' as const } },
}));

const [first = holder(INTERNAL.id)] = LEADS;
/** Mostly the same one, or nobody would ever stay long enough to accept. */
const lead = fc.constantFrom(first, first, first, ...LEADS);
const party = fc.constantFrom(INTERNAL.id, PROVIDER.id);
const does = fc.constantFrom('runs it', 'runs it', 'helps', 'helps', ' ');
const who = fc.constantFrom<Who>(...WHO, 'admin', 'admin', 'admin', 'owner');
const task = fc.constantFrom('cloud.mail', 'cloud.mail', 'cloud.mail', 'security.keys');
const late = fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0);
const days = fc.constantFrom(1, 20, 60, 397);
const wish: fc.Arbitrary<Wished> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('assign' as const), lead }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('share' as const), lead, does, partnerDoes: does }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'nobody',
        'not applicable',
        'accept',
        'accept',
        'decline',
        'still mine',
      ),
    }),
  },
  fc.record({
    kind: fc.constant('accept gap' as const),
    days: fc.constantFrom(-1, 0, 30, 396, 397),
  }),
  fc.record({ kind: fc.constant('backup' as const), holder: fc.option(lead) }),
  fc.record({ kind: fc.constant('health' as const), health: fc.constantFrom('well', 'failing') }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('view' as const),
      ...{
        party,
        says: fc.constantFrom('ours', 'theirs', 'nobody', 'unsure'),
        names: fc.option(party),
      },
    }),
  },
);
const given = fc.record({
  admin: fc.boolean(),
  areas: fc.constantFrom<string[][]>([], ['cloud'], ['cloud', 'security']),
  speaksFor: fc.constantFrom<string[][]>([], [INTERNAL.id], [PROVIDER.id]),
});
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('wish' as const), who, task, wish, late }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), who, task, late }) },
  fc.record({
    kind: fc.constant('grant' as const),
    ...{ who, to: fc.constantFrom('member', 'editor'), given },
  }),
  fc.record({
    kind: fc.constant('import' as const),
    importance: fc.constantFrom('high', 'low'),
    ...{ adds: fc.boolean(), ownerLeft: late },
  }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days pass' as const), days }) },
  fc.record({ kind: fc.constant('restart' as const) }),
);

const idOf = (one: Who) => `0d000000-0000-4000-8000-00000000000${WHO.indexOf(one)}`;
const nameOf = (one: Who) => (one === 'owner' ? OWNER : one === 'admin' ? 'Ada Admin' : one);
const person = (name: string, one: Who) => ({
  ...{ name, party: INTERNAL.id, entraId: idOf(one), mail: '', leftOn: null },
});

/** Every wish there is, whether or not a card offers it yet. */
const wishing: Feature = {
  actions: [
    action(
      'any-wish',
      z.custom<{ task: string; seen: number; wish: Wish }>(),
      (data, turn, world) => {
        const found = world.matrix.tasks.find(({ id }) => id === data.task);
        if (!found) throw new Error('the task is gone');
        const { wish: wished, seen } = data;
        return carryOut({ task: found, wish: wished, why: '', steps: [], seen }, turn, world);
      },
    ),
  ],
};

let tenants = 0;

/** One matrix of its own, played move by move. */
async function play(moves: readonly Move[], world: ReturnType<typeof openWorld>): Promise<void> {
  tenants += 1;
  const scope: Scope = { tenant: `tenant-${tenants}`, matrix: 'main' };
  const model = createModel(START, TODAY);
  const people = [person(OWNER, 'owner'), person('Ada Admin', 'admin')];
  const draft: Draft = {
    name: 'Model',
    decider: { name: '', reach: '' },
    parties: [
      newParty(INTERNAL.id, INTERNAL.name, 'internal'),
      newParty(PROVIDER.id, PROVIDER.name, 'msp'),
    ],
    people,
    grants: [...model.given()].map(([one, its]) => ({
      person: idOf(one),
      name: nameOf(one),
      ...its,
    })),
    tasks: START,
  };
  const store = () => world.store();
  const at = () => new Date(`${model.today()}T09:00:00Z`);
  await store().create(scope, draft, { id: 'remit', name: 'Remit' }, at());

  for (const [index, one] of moves.entries()) {
    const before = 'task' in one ? model.versionOf(one.task) : 0;
    model.play(one);
    const press = (by: Who, verb: string, data: object) =>
      world.take(turnOf(scope, by, at(), verb, data), `${index}`);
    switch (one.kind) {
      case 'wish':
        await press(one.who, 'any-wish', {
          ...{ task: one.task, seen: one.late ? before - 1 : before },
          wish: wishOf(one.wish, model.today()),
        });
        break;
      case 'undo':
        await press(one.who, 'undo', { task: one.task, version: one.late ? before + 1 : before });
        break;
      case 'grant':
        await press(one.who, 'role-save', {
          ...{ person: idOf(one.to), name: nameOf(one.to), admin: String(one.given.admin) },
          ...{ areas: one.given.areas.join(','), speaksFor: one.given.speaksFor.join(',') },
        });
        break;
      case 'import':
        await bringIn(store(), scope, one, at());
        break;
      case 'restart':
        await world.restart();
        break;
      case 'days pass':
        break;
    }
    await compare(store(), scope, model, one);
  }
}

async function compare(
  store: Store,
  scope: Scope,
  model: ReturnType<typeof createModel>,
  last: Move,
) {
  const matrix = await store.read(scope);
  if (!matrix) throw new Error('the matrix is gone');
  const expected = [...model.tasks].map(([, { lines }]) => ({
    ...lines.at(-1)?.after,
    version: lines.length,
  }));
  expect(matrix.tasks, last.kind).toEqual(expected);
  for (const stored of matrix.tasks) {
    expect(statusOf(stored, matrix, model.today()), last.kind).toBe(model.statusOf(stored.id));
  }
  if (last.kind === 'wish' || last.kind === 'undo') {
    const lines = await store.lines(scope, { task: last.task }, 100);
    const kept = model.tasks.get(last.task)?.lines ?? [];
    const told = lines.reverse().map(({ before, after }) => ({ before, after }));
    expect(told).toEqual(kept.map(({ before, after }) => ({ before, after })));
  }
}

async function bringIn(
  store: Store,
  scope: Scope,
  { importance, adds, ownerLeft }: Extract<Move, { kind: 'import' }>,
  now: Date,
): Promise<void> {
  const current = await store.read(scope);
  if (!current) throw new Error('the matrix is gone');
  const here = current.tasks.map(({ version: _, ...one }) => ({ ...one, importance }));
  const isNew = adds && !here.some(({ id }) => id === NEW_TASK.id);
  const people = current.people.map((one) =>
    ownerLeft && one.name === OWNER ? { ...one, leftOn: one.leftOn ?? TODAY } : one,
  );
  const read = {
    ...{ kind: 'ok' as const, parties: current.parties, people, notices: [] },
    tasks: isNew ? [...here, NEW_TASK] : here,
  };
  const by = { id: 'import', name: 'Import' };
  const { steps } = planImport(current, read, { by, why: 'sheet', batch: 'b' });
  const effects = steps.map((step) => ({ kind: 'change' as const, step }));
  const committed = await store.commit({ scope, once: null, by, at: now, effects, reply: '' });
  expect(committed.kind).toBe('done');
}

function turnOf(scope: Scope, by: Who, now: Date, verb: string, data: object): Turn {
  return {
    ...{
      tenant: scope.tenant,
      conversation: 'chat',
      where: 'personal',
      zone: '',
      locale: 'en',
      now,
    },
    speaker: { id: idOf(by), name: nameOf(by), guest: by === 'guest' },
    said: { kind: 'action', verb, data: { ...data, matrix: scope.matrix } },
  };
}

function wishOf(wished: Wished, today: Day): Wish {
  switch (wished.kind) {
    case 'share': {
      const { lead: its, does: first, partnerDoes } = wished;
      const sides = its.party === INTERNAL.id ? [INTERNAL, PROVIDER] : [PROVIDER, INTERNAL];
      const [mine, other] = sides.map(({ id, name }) => ({ party: id, name }));
      const parts = [
        { party: '', name: '', ...mine, does: first },
        { party: '', name: '', ...other, does: partnerDoes },
      ];
      return { kind: 'share', lead: its, parts };
    }
    case 'accept gap':
      return { kind: 'accept gap', until: later(today, wished.days), by: 'whoever' };
    case 'view': {
      const { party: its, says, names } = wished;
      return { kind: 'view', view: { party: its, says, names, on: today } };
    }
    default:
      return wished;
  }
}

/** One store for many matrices; a restart loses what the process knew, now and then also its connection. */
function openWorld(place: Place, first: Store) {
  let store = first;
  let restarts = 0;
  const knowledge = shippedKnowledge(false, () => {});
  const start = () =>
    createSnapshots({
      store,
      draft: () => {
        throw new Error('every matrix here was made before');
      },
      grow: async ({ tasks }) => createFinder(tasks, knowledge),
    });
  let snapshots = start();
  return {
    store: () => store,
    take: (turn: Turn, once: string) =>
      takeTurn(
        {
          store,
          snapshots,
          sheets: NO_FILES.sheets,
          features: [wishing, editFeature],
          admins: () => [],
        },
        turn,
        once,
      ),
    async restart() {
      restarts += 1;
      if (restarts % REOPEN_EVERY === 0) {
        await store.close();
        store = await openStore(place);
      }
      snapshots = start();
    },
    close: () => store.close(),
  };
}

async function run(placeOf: () => Promise<Place>): Promise<void> {
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      const place = await placeOf();
      const world = openWorld(place, await openStore(place));
      const property = fc.asyncProperty(
        fc.array(move, { minLength: 1, maxLength: MOST_MOVES, size: 'max' }),
        (moves) => play(moves, world),
      );
      const numRuns = Math.ceil(RUNS / LANES);
      await fc.assert(property, {
        numRuns,
        ...(process.env['REMIT_TEST_SEED'] && {
          seed: Number(process.env['REMIT_TEST_SEED']) + lane,
        }),
      });
      await world.close();
    }),
  );
}

const timeout = RUNS * 400;

test(`SQLite: ${RUNS} sequences end as the model says`, { timeout }, () =>
  run(async () => ({ dataFolder: mkdtempSync(join(folder, 'data-')) })),
);

test.skipIf(!server)(`PostgreSQL: ${RUNS} sequences end as the model says`, { timeout }, () =>
  run(async () => ({ databaseUrl: (await server?.freshDatabase()) ?? '' })),
);
