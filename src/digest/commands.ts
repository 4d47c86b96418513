// What people type: digest on, off, now, preview, status, leadership, pause until a day.
import { type Command, type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import type { Post } from '../posts.ts';
import { sayIn } from '../strings/strings.ts';
import { digestAgain, wantedFor } from './again.ts';
import { leadershipCard } from './leadership.ts';
import { setupOutcome } from './setup.ts';
import { statusOutcome } from './status.ts';
import { mayChange, subscriptionHere } from './subscription.ts';
import { readDay } from './when.ts';
import { localAt } from './zone.ts';

const WORDS =
  /^digest(?:\s+(?<what>on|off|now|preview|status|leadership|resume)|\s+pause(?:\s+(?:until|till|for))?(?:\s+(?<until>.+?))?)?[.!?\s]*$/i;

export const digestCommand: Command = {
  title: 'digest',
  description: 'Weekly gaps: on, off, now, preview, pause until, status',
  words: WORDS,
  handle: (turn, world) => handle(turn, world),
};

function handle(turn: Turn, world: World): Outcome | Promise<Outcome> {
  const text = turn.said.kind === 'text' ? turn.said.text.trim() : '';
  const { what, until } = WORDS.exec(text)?.groups ?? {};
  switch (what?.toLowerCase()) {
    case 'on':
      return setupOutcome(turn, world);
    case 'off':
      return offOutcome(turn, world);
    case 'now':
      return nowOutcome(turn, world);
    case 'preview':
      return previewOutcome(turn, world);
    case 'leadership':
      return leadershipOutcome(turn, world);
    case 'resume':
      return resumeOutcome(turn, world);
    case 'status':
      return statusOutcome(turn, world);
    default:
      return /\bpause\b/i.test(text)
        ? pauseOutcome(until ?? '', turn, world)
        : statusOutcome(turn, world);
  }
}

export async function offOutcome(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const here = await subscriptionHere(turn, world);
  if (!mayChange(turn)) return told(say('digest.guest'));
  if (!here) return told(say('digest.status.off'));
  const others = (await world.subscriptions()).length - 1;
  return told(say(others > 0 ? 'digest.off.others' : 'digest.off.nobody', { count: others }), [
    { kind: 'unsubscribe', id: here.id },
  ]);
}

async function nowOutcome(turn: Turn, world: World): Promise<Outcome> {
  return replied(await digestAgain('', '', turn, world));
}

/** Where others read along, it goes to the 1:1 chat. */
export async function previewOutcome(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const reply = await digestAgain('', say('digest.preview.note'), turn, world);
  if (turn.where === 'personal') return replied(reply);
  if (turn.speaker.guest) return told(say('digest.guest'));
  const { id } = await wantedFor('', turn, world);
  const post: Post = {
    key: `digest-preview:${id}:${turn.speaker.id}:${turn.now.toISOString()}`,
    to: { kind: 'person', person: turn.speaker.id },
    reply,
    memo: '{}',
    due: turn.now,
  };
  return told(say('digest.preview.sent'), [{ kind: 'post', post }]);
}

async function leadershipOutcome(turn: Turn, world: World): Promise<Outcome> {
  const { areas, zone } = await wantedFor('', turn, world);
  const today = localAt(turn.now, zone).day;
  return replied(leadershipCard(world.matrix, areas, today, sayIn(turn.locale)));
}

async function pauseOutcome(until: string, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const here = await subscriptionHere(turn, world);
  if (!mayChange(turn)) return told(say('digest.guest'));
  if (!here) return told(say('digest.status.off'));
  const day = readDay(until, localAt(turn.now, here.zone).day, say);
  if (day === null) return told(say('digest.pause.unread'));
  return told(say('digest.pause.done', { day: say.day(day) }), [
    { kind: 'subscribe', subscription: { ...here, pausedUntil: day } },
  ]);
}

async function resumeOutcome(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const here = await subscriptionHere(turn, world);
  if (!mayChange(turn)) return told(say('digest.guest'));
  if (!here) return told(say('digest.status.off'));
  // From now on: what the pause held back is not made up for.
  const subscription = { ...here, pausedUntil: null, since: turn.now };
  const then: World = { ...world, subscriptions: async () => [subscription] };
  return { ...(await statusOutcome(turn, then)), effects: [{ kind: 'subscribe', subscription }] };
}
