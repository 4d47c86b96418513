// A conversation's subscription: how it is called, what is proposed to it, and who may change it.
import { createHash } from 'node:crypto';
import type { Turn, World } from '../chat.ts';
import type { Author } from '../matrix/change.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { sameName } from '../matrix/party.ts';
import { withoutThread } from '../posts.ts';
import type { Subscription } from '../subscriptions.ts';

/** Not on a Friday, not at the weekend, and not before people are at work. */
const PROPOSED = { day: 1, hour: 9, minute: 0 } as const;

/** Where Teams does not tell the zone, the card asks for it. */
const NO_ZONE = 'UTC';

/** The same for every thread of a channel. */
export function subscriptionId(conversation: string): string {
  return createHash('sha256').update(withoutThread(conversation)).digest('hex').slice(0, 16);
}

export async function subscriptionHere(turn: Turn, world: World): Promise<Subscription | null> {
  const id = subscriptionId(turn.conversation);
  return (await world.subscriptions()).find((one) => one.id === id) ?? null;
}

export function proposed(
  { conversation, where, locale, zone, speaker, now }: Turn,
  matrix: Matrix,
): Subscription {
  return {
    ...PROPOSED,
    id: subscriptionId(conversation),
    conversation: withoutThread(conversation),
    where,
    locale,
    zone: zone === '' ? NO_ZONE : zone,
    by: { id: speaker.id, name: speaker.name },
    since: now,
    areas: [],
    decider: authorNamed(matrix.decider.name, speaker, matrix),
    pausedUntil: null,
    holidays: [],
    leadership: false,
  };
}

/** Somebody the matrix or the conversation knows by that name; the id is empty where Teams never told it. */
export function authorNamed(name: string, speaker: Author, matrix: Matrix): Author {
  if (sameName(name, speaker.name)) return { id: speaker.id, name: speaker.name };
  const known = matrix.people.find((person) => sameName(person.name, name));
  return { id: known?.entraId ?? '', name };
}

/** Guests look, the others decide. */
export function mayChange({ speaker }: Turn): boolean {
  return !speaker.guest;
}

/** Sees the digests of other conversations. */
export function seesAll(turn: Turn, { decider }: Matrix): boolean {
  return mayChange(turn) && sameName(turn.speaker.name, decider.name);
}
