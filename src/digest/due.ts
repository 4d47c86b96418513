// What has to be said unasked by now: this week's digest of each subscription, what goes to the decider, the month's view.
import type { Reply } from '../cards.ts';
import type { Look } from '../chat.ts';
import { pendingFor } from '../matrix/pending.ts';
import { callerOf } from '../matrix/rights.ts';
import type { Post, Posted, Recipient } from '../posts.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { runsOf, type Subscription } from '../subscriptions.ts';
import { type Slot, slotAfter, slotBy } from './calendar.ts';
import { digestCard, quietLine } from './card.ts';
import { type Contents, contentsOf, type Facts } from './contents.ts';
import { gather } from './gather.ts';
import { leadershipCard } from './leadership.ts';
import { escalationNote, patienceNote } from './patience.ts';

/** As many as a month has weeks, and those to come again after a clock jumped back. */
const RUNS_LOOKED_AT = 6;

/** What is posted for a subscription; each kind is found by the start of its key. */
export const KINDS = ['digest', 'digest-escalation', 'digest-leadership'] as const;
export type Kind = (typeof KINDS)[number];

export function keysOf(kind: Kind, subscription: string): string {
  return `${kind}:${subscription}:`;
}

export async function due(look: Look): Promise<Post[]> {
  const posts: Post[] = [];
  for (const subscription of await look.subscriptions()) {
    const slot = slotBy(look.now, subscription);
    if (slot) posts.push(...(await postsOf(subscription, slot, look)));
  }
  return posts;
}

async function postsOf(subscription: Subscription, slot: Slot, look: Look): Promise<Post[]> {
  const start = runsOf(subscription.id);
  const key = `${start}${slot.week}`;
  const runs = await look.posted(start, RUNS_LOOKED_AT);
  if (runs.some((run) => run.key === key) || isWaiting(runs[0])) return [];
  const facts = await gather(look, subscription, runs[0], look.now);
  const contents = contentsOf(facts);
  const to: Recipient = { kind: 'conversation', conversation: subscription.conversation };
  const waiting = waitingFor(subscription, facts);
  const reply = replyOf(contents, facts, subscription, key, waiting.length);
  const memo = JSON.stringify({ ...contents.memo, tasks: reply?.kind === 'card' ? waiting : [] });
  const digest: Post = { key, to, reply, memo, due: slot.due };
  return [
    ...monthly(subscription, slot, to, look),
    ...(await escalation(contents, facts, subscription, slot, look)),
    // Last: where only some are kept, the next look makes the others again.
    digest,
  ];
}

/** One that was not delivered yet carries the news: a second would be a backlog. */
function isWaiting(newest: Posted | undefined): boolean {
  return newest !== undefined && ['due', 'sending', 'refused'].includes(newest.state);
}

function replyOf(
  contents: Contents,
  facts: Facts,
  subscription: Subscription,
  run: string,
  waiting: number,
): Reply | null {
  const say = sayIn(subscription.locale);
  const next = slotAfter(facts.now, subscription)?.day ?? null;
  switch (contents.say) {
    case 'nothing':
      return null;
    case 'line':
      return { kind: 'text', text: quietLine(contents, say) };
    case 'card': {
      const { matrix, today } = facts;
      const notes = [patienceNote(contents, subscription, next, say), asksNote(waiting, say)];
      const note = notes.filter((part) => part !== '').join(' ');
      return digestCard(contents, { matrix, today, run, note, next, say });
    }
  }
}

/** Whoever has a digest of their own is asked for their word on it, and not beside it. */
function waitingFor({ where, by }: Subscription, { matrix, today }: Facts): string[] {
  if (where !== 'personal') return [];
  const caller = callerOf(matrix, { ...by, guest: false }, []);
  const { asked, checks } = pendingFor(caller, matrix, today);
  return [...asked, ...checks].map(({ id }) => id);
}

function asksNote(count: number, say: Say): string {
  if (count === 0) return '';
  return say(count === 1 ? 'digest.asks.one' : 'digest.asks.many', { count });
}

/** The same asks, to the decider alone; not to somebody who has a digest of their own anyway. */
async function escalation(
  contents: Contents,
  facts: Facts,
  subscription: Subscription,
  slot: Slot,
  look: Look,
): Promise<Post[]> {
  const { decider, locale, id } = subscription;
  if (!contents.escalates || decider.id === '') return [];
  const all = await look.subscriptions();
  if (all.some(({ where, by }) => where === 'personal' && by.id === decider.id)) return [];
  const say = sayIn(locale);
  const { matrix, today } = facts;
  const note = escalationNote(say);
  const run = `${runsOf(id)}${slot.week}`;
  const reply = digestCard(contents, { matrix, today, run, note, next: null, say });
  const to: Recipient = { kind: 'person', person: decider.id };
  return [
    { key: `${keysOf('digest-escalation', id)}${slot.week}`, to, reply, memo: '{}', due: slot.due },
  ];
}

/** The same key all month: the first of them is posted. */
function monthly(subscription: Subscription, slot: Slot, to: Recipient, look: Look): Post[] {
  if (!subscription.leadership) return [];
  const key = `${keysOf('digest-leadership', subscription.id)}${slot.day.slice(0, 7)}`;
  const say = sayIn(subscription.locale);
  const reply = leadershipCard(look.matrix, subscription.areas, slot.day, say);
  return [{ key, to, reply, memo: '{}', due: slot.due }];
}
