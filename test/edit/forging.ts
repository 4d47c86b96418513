// Forged presses: the data of every card's buttons, filled with what somebody might try and changed by chance.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../src/app.ts';
import type { CardReply } from '../../src/cards.ts';
import { createRender } from '../../src/teams/render.ts';
import { type CardAction, cardOf, executes, filledIn, inputs } from '../support/cards.ts';
import { DIGEST, GAP, REQUEST, ROUND, RUN, TOKEN } from './furnished.ts';
import {
  LEAVER,
  LEAVERS,
  MAIN,
  NAMED,
  PARTYS,
  PEOPLE,
  QUAY,
  UNPROVED,
  UNPROVEDS,
} from './office.ts';

const CARDS = join(import.meta.dirname, '../../cards');
export const VERBS = FEATURES.flatMap(({ actions = [] }) => actions.map(({ verb }) => verb));

/** Values that somebody might try, for whatever a field is called. */
const PRIZES: Readonly<Record<string, readonly unknown[]>> = {
  task: [
    NAMED,
    PARTYS,
    UNPROVEDS,
    LEAVERS,
    GAP,
    'cloud',
    'nowhere.task',
    '__proto__',
    'constructor',
  ],
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
  round: [ROUND, ROUND, 'round-2'],
  party: ['internal', 'northwind', 'northwind', 'nowhere', '__proto__'],
  tasks: [NAMED, PARTYS, `${NAMED},${PARTYS}`, `${PARTYS},${PARTYS},nowhere`],
  says0: ['ours', 'theirs:internal', 'theirs:northwind', 'theirs:constructor', 'nobody'],
  shown: [`${NAMED}@1,${PARTYS}@1,${UNPROVEDS}@1`, `${LEAVERS}@1,${GAP}@1`, `${NAMED}@x`],
  asked: [NAMED, PARTYS, `${NAMED},${PARTYS},${UNPROVEDS}`, `${LEAVERS},${GAP}`],
  checks: [NAMED, `${PARTYS},${UNPROVEDS}`],
  whom: ['["internal"]', '["northwind"]', `["internal","${PEOPLE.admin.name}"]`],
  why: ['because', ' '],
  from: [0, 10, -1, 1e9],
  request: [REQUEST, REQUEST, '0'.repeat(32)],
  run: [RUN, DIGEST, 'nowhere'],
  key: [DIGEST, DIGEST, `link:${REQUEST}:${PEOPLE.admin.id}`, 'digest:'],
  at: [TOKEN, TOKEN, `${RUN}:2`, 'nowhere:1'],
  go: ['next', 'back', 'skip', 'verdict'],
  side: ['lead', 'leadership', 'provider', 'everyone'],
  task0: ['well', 'failing', 'nobody', 'outside well', 'not here'],
  model: ['co-managed', 'full MSP', 'mine'],
  area: ['cloud', 'security', '', '__proto__'],
  day: ['1', '5', '9'],
  time: ['09:00', '25:00'],
  zone: ['UTC', 'Europe/Berlin', 'Nowhere/At all'],
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
export const CHANGING =
  /-save$|^undo$|^wish$|^claim$|^use-matrix$|^ask-(?:accept|all|decline|hand)$|^views-close$|^link-person$|^person-left$|^digest-(?:subscribe|off|again|snooze)$|^quiz-(?:step|side|accept|accept-area)$|^wrong-owner/;

/** Shown only in some states, so no sample card has them. */
const UNSEEN: readonly CardAction[] = [
  { title: 'Undo', verb: 'undo', data: { task: '', version: 1 } },
  { title: 'More', verb: 'ask-more', data: { from: 10 } },
  { title: 'Compare', verb: 'quiz-compare', data: { run: '' } },
  {
    title: 'Accept',
    verb: 'quiz-accept',
    data: { run: '', model: 'co-managed', area: 'cloud', task: '', version: 1 },
  },
];

/** What a card names that is made anew each time; nothing is reached without it. */
const NAMES = ['owner', 'lead', 'partner', 'backup', 'areas', 'speaksFor', 'until', 'round'];
const MORE_NAMES = ['party', 'tasks', 'says0', 'shown', 'asked', 'checks', 'whom', 'request'];
const TOKENS = ['run', 'key', 'at', 'go', 'task0', 'model', 'area', 'why'];
const FILLED = new Set([...NAMES, ...MORE_NAMES, ...TOKENS]);

type Forged = { verb: string; data: unknown };

/** Every card as its sample data fills it, and each of its buttons with what the inputs hold. */
export function buttonsOfAllCards(): CardAction[] {
  const render = createRender(CARDS);
  const files = readdirSync(CARDS).filter((file) => file.endsWith('.data.json'));
  const found = files.flatMap((file) => {
    const data = JSON.parse(readFileSync(join(CARDS, file), 'utf8'));
    const reply: CardReply = JSON.parse(
      JSON.stringify({ kind: 'card', card: file.slice(0, -'.data.json'.length), data }),
    );
    const card = cardOf(render.message(reply, MAIN));
    // A client leaves out what is empty; whoever forges fills it in.
    const held = { ...inputs(card), ...filledIn(card) };
    return executes(card).map((button) => ({ ...button, data: { ...held, ...button.data } }));
  });
  return [...found, ...UNSEEN];
}

/** At home in this office first, then changed in up to three places. */
export function forge({ verb, data }: CardAction, random: () => number): Forged {
  const at: Record<string, unknown> = { ...data, matrix: MAIN, version: 1 };
  if ('task' in at) at['task'] = pick([NAMED, PARTYS, UNPROVEDS, LEAVERS, GAP], random);
  for (const field of FILLED) {
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

export function pick<T>(all: readonly T[], random: () => number): T {
  const at = Math.floor(random() * all.length);
  const [found] = all.slice(at, at + 1);
  if (found === undefined && !(at in all)) throw new Error('nothing to pick from');
  return found as T;
}
