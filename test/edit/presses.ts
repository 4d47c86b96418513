// The table of rights: every button there is, and who changes what with it.
import type { Turn } from '../../src/chat.ts';
import { NOBODY } from '../../src/wording/choices.ts';
import { AT_END, CHAT, DIGEST, GAP, REQUEST, ROUND, RUN, TOKEN } from './furnished.ts';
import {
  LEAVERS,
  MAIN,
  NAMED,
  PARTYS,
  PEOPLE,
  QUAY,
  ROLES,
  type Role,
  UNPROVEDS,
} from './office.ts';

export type Press = {
  verb: string;
  /** What tells this press from others of its verb. */
  as: string;
  data: Record<string, unknown>;
  /** By table, who changes something in it; everybody else changes nothing. */
  may: May;
  where: Turn['where'];
  /** What the conversation is about before. */
  bound: string;
  conversation: string;
};

type May = Readonly<Record<string, readonly Role[]>>;

const ADMINS = ['admin', 'operator'] as const;
const EDITORS = [...ADMINS, 'editor'] as const;
const NOBODY_AT_ALL: readonly Role[] = [];
export const AT_HOME = ROLES.filter((role) => role !== 'stranger');
const NO_GUEST = AT_HOME.filter((role) => role !== 'guest');
const TOLD: May = { post: NO_GUEST };
const person = JSON.stringify(['internal', PEOPLE.admin.name]);
const northwind = JSON.stringify(['northwind']);
const version = 2;
const ADMINS_CHOICE = { person: PEOPLE.member.id, name: 'Mia Member', admin: 'true' };

const PLACE = { run: RUN, model: 'co-managed', area: 'cloud' };

/** The whole of it: a button that is not in here fails the test below. */
export const PRESSES: readonly Press[] = [
  ...onBoth('edit', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('edit-gap', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('edit-share', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('show', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onBoth('history', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...[NAMED, PARTYS].flatMap((task) => [
    // The owner stays; who decides is told.
    press('wrong-owner', 'reports', { task }, TOLD),
    press('wrong-owner-word', 'reports', { task, word: 'moved' }, TOLD),
  ]),
  ...onBoth(
    'edit-save',
    'hands over',
    { version, owner: person },
    [...EDITORS, 'owner'],
    [...EDITORS, 'speaker'],
  ),
  ...onBoth('edit-save', 'empties', { version, owner: NOBODY }, EDITORS, EDITORS),
  ...onBoth('edit-save', 'sets a backup', { version, backup: person }, EDITORS, EDITORS),
  ...onBoth('edit-save', 'sets health', { version, health: 'failing' }, EDITORS, EDITORS),
  ...onBoth(
    'edit-save',
    'hands over and sets health',
    { version, owner: northwind, someone: PEOPLE.admin.id, health: 'failing' },
    EDITORS,
    EDITORS,
  ),
  ...onBoth('gap-save', 'accepts', { version, until: '2027-03-01', why: 'w' }, EDITORS, EDITORS),
  ...onBoth(
    'share-save',
    'shares',
    { version, lead: northwind, leadDoes: 'a', partner: 'internal', partnerDoes: 'b' },
    [...EDITORS, 'owner'],
    [...EDITORS, 'speaker'],
  ),
  ...onBoth('undo', "somebody else's", { version }, EDITORS, EDITORS),
  ...onBoth('wish', 'empties', { version, text: 'nobody owns mails' }, EDITORS, EDITORS),
  ...onBoth(
    'wish',
    'gives away',
    { version, text: `assign mails to ${PEOPLE.admin.name}` },
    [...EDITORS, 'owner'],
    [...EDITORS, 'speaker'],
  ),
  press('role-save', 'makes an admin', ADMINS_CHOICE, { role: ADMINS }),
  press(
    'role-save',
    'makes an editor',
    { ...ADMINS_CHOICE, admin: '', areas: 'cloud' },
    { role: ADMINS },
  ),
  press('use-matrix', 'chooses in a 1:1 chat', { matrix: QUAY }, { binding: AT_HOME }),
  ...(['group', 'channel'] as const).flatMap((where): Press[] => {
    const binds = press('use-matrix', `binds a ${where}`, { matrix: MAIN }, { binding: ADMINS });
    // In the other matrix nobody was granted anything, so only the operator's admin is one.
    const rebinds = { ...binds, as: `rebinds a ${where}`, data: { matrix: QUAY } };
    return [
      { ...binds, where, bound: QUAY },
      { ...rebinds, where, may: { binding: ['operator'] } },
    ];
  }),
  // It begins with its maker as its admin; a 1:1 chat goes over to it, a shared one stays bound to its own.
  press(
    'matrix-make',
    'begins with the usual tasks',
    { name: 'Cliff', from: 'starter' },
    { binding: ADMINS, party: ADMINS, role: ADMINS, task: ADMINS },
  ),
  {
    ...press(
      'matrix-make',
      'begins empty, in a group',
      { name: 'Cliff', from: 'empty' },
      { party: ADMINS, role: ADMINS },
    ),
    where: 'group',
  },
  press(
    'matrix-make',
    'takes a name that is there',
    { name: 'office  harbour', from: 'empty' },
    {},
  ),
  press('ask', 'asks', { question: 'who owns mail flow?' }, {}),
  press('none-of-these', 'asks', { question: 'who owns it?' }, {}),

  // Whoever takes a task without being in the matrix yet comes into it with the task.
  press(
    'claim',
    'takes',
    { task: NAMED, version },
    { task: EDITORS, person: ['operator', 'editor'] },
  ),
  press(
    'claim',
    'takes',
    { task: PARTYS, version },
    { task: [...EDITORS, 'speaker'], person: ['operator', 'editor', 'speaker'] },
  ),
  ...onAsk('ask-accept', 'accepts', {}, [...EDITORS, 'owner'], [...EDITORS, 'speaker']),
  ...onAsk('ask-all', 'accepts all', {}, [...EDITORS, 'owner'], [...EDITORS, 'speaker']),
  ...onAsk('ask-decline', 'declines', { why: 'w' }, [...EDITORS, 'owner'], [...EDITORS, 'speaker']),
  ...onAsk(
    'ask-hand',
    'hands over',
    { whom: person },
    [...EDITORS, 'owner'],
    [...EDITORS, 'speaker'],
  ),
  ...onAsk('ask-decline', 'gives no reason', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onAsk('ask-part', 'looks', {}, NOBODY_AT_ALL, NOBODY_AT_ALL),
  ...onAsk('ask-more', 'looks', { from: 10 }, NOBODY_AT_ALL, NOBODY_AT_ALL),

  press('link-person', 'says who it is', { request: REQUEST }, { person: ADMINS }),
  press('link-refuse', 'says no', { request: REQUEST }, {}),
  press(
    'person-left',
    'says it',
    { party: 'internal', name: PEOPLE.owner.name },
    { person: ADMINS },
  ),
  press('person-stays', 'says it', { party: 'internal', name: PEOPLE.owner.name }, {}),

  press('views-ask', 'looks', { round: ROUND, party: 'northwind' }, {}),
  press('views-save', 'speaks for a side', views('northwind', PARTYS), { round: ['speaker'] }),
  // The last side to speak puts on record what all have said.
  press('views-save', 'settles', views('northwind', NAMED), {
    ...{ round: ['speaker'], task: ['speaker'] },
  }),
  press('views-save', 'speaks for a side that has no speaker', views('internal', PARTYS), {}),
  press('views-close', 'closes', { round: ROUND }, { round: ADMINS, task: ADMINS }),

  press('digest-setup', 'looks', {}, {}),
  press('digest-preview', 'looks', {}, {}),
  { ...press('digest-preview', 'is sent in a group', {}, TOLD), where: 'group' },
  press('digest-show', 'looks', { run: DIGEST }, {}),
  press('digest-rest', 'looks', { run: DIGEST }, {}),
  press('digest-item', 'looks', { run: DIGEST, task: GAP }, {}),
  press(
    'digest-subscribe',
    'changes the day',
    { day: '4', time: '10:30', zone: 'Europe/Berlin' },
    { subscription: NO_GUEST },
  ),
  press('digest-off', 'turns off', {}, { subscription: NO_GUEST }),
  press('digest-again', 'sends again', { key: DIGEST }, TOLD),
  press('digest-again', 'sends what is no digest', { key: `link:${REQUEST}` }, {}),
  press('digest-snooze', 'puts off', snooze(GAP), { snooze: EDITORS }),
  press('digest-snooze', 'puts off', snooze(UNPROVEDS), { snooze: NOBODY_AT_ALL }),
  press('digest-snooze', 'puts off', snooze(LEAVERS), { snooze: [...ADMINS, 'otherEditor'] }),

  press('quiz-step', 'goes on', { at: TOKEN, go: 'next' }, { quiz_session: NO_GUEST }),
  press(
    'quiz-step',
    'says how it goes',
    { at: TOKEN, go: 'next', task0: 'well' },
    { quiz_session: NO_GUEST, task: ADMINS },
  ),
  {
    ...press(
      'quiz-step',
      'ends',
      { at: TOKEN, go: 'next' },
      { quiz_session: NO_GUEST, quiz_result: NO_GUEST },
    ),
    conversation: AT_END,
  },
  press('quiz-side', 'is one', { at: TOKEN, side: 'lead' }, { quiz_session: NO_GUEST }),
  // Guests speak for the provider, alone.
  press('quiz-side', 'is the provider', { at: TOKEN, side: 'provider' }, { quiz_session: AT_HOME }),
  {
    ...press('quiz-side', 'is one among others', { at: TOKEN, side: 'provider' }, {}),
    where: 'group',
  },
  ...['quiz-result', 'quiz-markdown', 'quiz-compare'].map((verb) =>
    press(verb, 'looks', { run: RUN }, {}),
  ),
  press('quiz-owners', 'looks', PLACE, {}),
  press('quiz-accept-area', 'accepts', PLACE, { task: ADMINS }),
  press('quiz-accept', 'accepts', { ...PLACE, task: GAP, version: 1 }, { task: ADMINS }),
  press('quiz-accept', 'takes from an owner', { ...PLACE, task: NAMED, version }, {}),
];

function press(verb: string, as: string, data: Record<string, unknown>, may: May): Press {
  return { verb, as, data, may, where: 'personal', bound: MAIN, conversation: CHAT };
}

/** The same press on a task with a named owner and on one that a party owns. */
function onBoth(
  verb: string,
  as: string,
  data: Record<string, unknown>,
  ofNamed: readonly Role[],
  ofParty: readonly Role[],
): Press[] {
  return [
    press(verb, as, { task: NAMED, ...data }, { task: ofNamed }),
    press(verb, as, { task: PARTYS, ...data }, { task: ofParty }),
  ];
}

/** The same, ticked on a card of asks. */
function onAsk(
  verb: string,
  as: string,
  data: Record<string, unknown>,
  ofNamed: readonly Role[],
  ofParty: readonly Role[],
): Press[] {
  const ticked = (task: string) => ({ shown: `${task}@${version}`, asked: task, ...data });
  return [
    press(verb, `${as} ${NAMED}`, ticked(NAMED), { task: ofNamed }),
    press(verb, `${as} ${PARTYS}`, ticked(PARTYS), { task: ofParty }),
  ];
}

function views(party: string, task: string): Record<string, unknown> {
  return { round: ROUND, party, tasks: task, says0: 'theirs:internal' };
}

function snooze(task: string): Record<string, unknown> {
  return { task, run: DIGEST, until: '2026-12-07', reason: 'later' };
}
