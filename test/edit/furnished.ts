// What there is to press on in the office: a digest that did not arrive, a views round, a quiz, a link request, a gap.
import type { Turn } from '../../src/chat.ts';
import { proposed, subscriptionId } from '../../src/digest/subscription.ts';
import type { Scope } from '../../src/matrix/matrix.ts';
import { newRound, type Round } from '../../src/matrix/round.ts';
import type { Task } from '../../src/matrix/task.ts';
import type { Post } from '../../src/posts.ts';
import { beginSession, type Session, writeSession } from '../../src/quiz/session.ts';
import type { Effect } from '../../src/store.ts';
import { NAMED, NOW, type Office, PARTYS, PEOPLE, UNPROVED } from './office.ts';

/** Known to the starter, so the quiz proposes an owner; nobody has considered it. */
export const GAP = 'cloud.licences';
export const CHAT = 'chat';
/** A conversation whose quiz is one press from its verdict. */
export const AT_END = 'at its end';
export const DIGEST = `digest:${subscriptionId(CHAT)}:2026-W47`;
export const ROUND = 'round-1';
export const REQUEST = '0f'.repeat(16);
export const RUN = 'run';
export const TOKEN = `${RUN}:1`;

/** An import that somebody is looking at, and the one that brought the gap. */
export const IMPORT = 'f1'.repeat(16);
export const IMPORTED = 'import-furnished';
export const SHEET = 'Area,Task,Client,Provider\nprint,Printers,A,\nprint,Scanners,I,A';

const gap: Task = {
  ...{ id: GAP, name: 'Licences', area: 'cloud', kind: 'operation', description: '' },
  ...{ aliases: [], importance: 'medium', health: 'unknown', nights: { matter: false } },
  ...{ review: null, reviewedOn: null, backup: null, reason: '', views: [] },
  ownership: { kind: 'unknown' },
};

/** Of the named owner's task internal IT has spoken, so one more word settles it. */
const round: Round = {
  ...newRound(
    {
      ...{ id: ROUND, area: '', by: PEOPLE.admin.name },
      ...{ sides: ['internal', 'northwind'], tasks: [NAMED, PARTYS] },
    },
    '2026-11-20',
  ),
  said: [
    {
      task: NAMED,
      view: { party: 'internal', says: 'ours', names: null, on: '2026-11-20' },
      by: PEOPLE.admin.name,
    },
  ],
};

const session: Session = beginSession({
  ...{ conversation: CHAT, version: 1, run: RUN, now: NOW, perspective: 'everyone', plan: [GAP] },
});
const ending: Session = { ...session, conversation: AT_END, at: { kind: 'check', page: 0 } };

const request = { party: 'internal', name: UNPROVED, entraId: PEOPLE.member.id };

const post = (key: string, memo: unknown): Post => ({
  ...{ key, reply: { kind: 'text', text: 'Posted' }, memo: JSON.stringify(memo), due: NOW },
  to: { kind: 'conversation', conversation: CHAT },
});

const PACE = { perSecond: 1_000, slackMs: 60_000, aheadMs: 60_000, gapMs: 0 };

/** For an office that has just settled. */
export async function furnish({ store }: Office, scope: Scope): Promise<void> {
  const matrix = await store.read(scope);
  if (!matrix) throw new Error('the office has not settled');
  const turn: Turn = {
    ...{ tenant: scope.tenant, conversation: CHAT, speaker: PEOPLE.admin, locale: 'en', zone: '' },
    ...{ now: NOW, where: 'personal', said: { kind: 'installed' } },
  };
  const effects: Effect[] = [
    { kind: 'change', step: { kind: 'task', expect: 0, to: gap, why: '', batch: IMPORTED } },
    {
      kind: 'import',
      draft: {
        ...{ id: IMPORT, person: PEOPLE.admin.id, name: 'plan.csv', answers: {}, version: 1 },
        ...{ bytes: Buffer.from(SHEET), expires: new Date(NOW.getTime() + 3_600_000) },
      },
    },
    { kind: 'subscribe', subscription: proposed(turn, matrix) },
    { kind: 'round', expect: 0, to: round },
    { kind: 'quiz', session: writeSession(session) },
    { kind: 'quiz', session: writeSession(ending) },
    { kind: 'post', post: post(DIGEST, {}) },
    { kind: 'post', post: post(`link:${REQUEST}:${PEOPLE.admin.id}`, request) },
  ];
  const by = { id: 'remit', name: 'Remit' };
  const written = await store.commit({ scope, once: null, by, at: NOW, effects, reply: '' });
  if (written.kind !== 'done') throw new Error(`the office cannot be furnished: ${written.kind}`);
  const until = new Date(NOW.getTime() + 60_000);
  const { claimed } = await store.posts.claim(scope.tenant, PACE, 9, NOW, until);
  for (const one of claimed.filter((each) => each.post.key === DIGEST)) {
    await store.posts.begin(one, NOW, until);
    await store.posts.finish(one, { kind: 'uncertain', why: 'lost' }, NOW);
  }
  const [digest] = await store.posts.posted(scope, DIGEST, 1);
  if (digest?.state !== 'uncertain') throw new Error('the digest is not to be sent again');
}
