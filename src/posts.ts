// Contract: what Remit says unasked, to whom, and what became of it.
import type { Reply } from './cards.ts';
import type { Scope } from './matrix/matrix.ts';

/** A conversation by its id, or somebody's 1:1 chat by their Entra object id. */
export type Recipient =
  | { kind: 'conversation'; conversation: string }
  | { kind: 'person'; person: string };

/**
 * Frozen when it is made. `key` names its cause inside the matrix: one cause is posted once, whoever brings it again.
 * `reply` null records that there was nothing to say. `memo` is the feature's own note, as JSON, for its next look.
 */
export type Post = { key: string; to: Recipient; reply: Reply | null; memo: string; due: Date };

export const POST_STATES = [
  /** Waits for its time, its turn, or its next try. */
  'due',
  /** Its POST is under way, at an instance that has until the end of its lease to tell what came of it. */
  'sending',
  'sent',
  /** Final for now: the app is not there or was blocked. Due again once it is back. */
  'refused',
  /** It may have been posted. Never posted again by itself. */
  'uncertain',
  /** Tried for a day, and known not to have been posted. Never tried again by itself. */
  'not sent',
  /** There was nothing to say. */
  'silent',
] as const;

/** Each post is in exactly one of these; nothing leaves them in silence. */
export type PostState = (typeof POST_STATES)[number];

/** `why` is the connector's code or the fault, never a text of people; `at` is when it got into its state. */
export type Posted = {
  key: string;
  to: Recipient;
  state: PostState;
  memo: string;
  why: string;
  at: Date;
};

/** Where something can be posted. `person` is filled for 1:1 chats. */
export type Place = {
  tenant: string;
  conversation: string;
  where: 'personal' | 'group' | 'channel';
  serviceUrl: string;
  person: string;
  locale: string;
};

/** A post that was claimed: `fence` rises with each claim, and only its holder may say what came of it. */
export type Claimed = {
  scope: Scope;
  post: Post & { reply: Reply };
  fence: number;
  /** Tries before this one. */
  attempts: number;
  /** Since when it could have been posted. */
  since: Date;
  /** Its turn in the pace of its tenant: not to be posted before. */
  turn: Date;
};

/** How fast one tenant is posted to, all instances together. */
export type Pace = {
  perSecond: number;
  /** Turns that went by unused and may still be taken. */
  slackMs: number;
  /** How far ahead turns are given out. */
  aheadMs: number;
  /** Between two posts to the same recipient. */
  gapMs: number;
};

/** `next` is when another claim may give something; null where nothing is due at all. */
export type Claim = { claimed: Claimed[]; next: Date | null };

/** What one try led to. */
export type Attempt =
  | { kind: 'sent'; id: string }
  /** `park`: who cannot be posted to any more, until the app is back there; empty where only this post was refused. */
  | { kind: 'refused'; why: string; park: readonly Recipient[] }
  /** Nothing was posted. `throttled`: the connector asks for a pause, as long as it says where it does. */
  | { kind: 'not sent'; why: string; throttled: boolean; retryAfterSeconds: number | null }
  | { kind: 'uncertain'; why: string };

/** Posts to where the recipient is, once; never throws for what the other side does. */
export type Send = (scope: Scope, to: Recipient, reply: Reply) => Promise<Attempt>;

/** What a try leaves in the store. `again` null is final; `hold` stops the whole tenant until then. */
export type Came =
  | Exclude<Attempt, { kind: 'not sent' }>
  | { kind: 'not sent'; why: string; again: Date | null; hold: Date | null };

export type PostStore = {
  /** Keys that are there already stay as they are. Returns how many were new. */
  add(scope: Scope, posts: readonly Post[], at: Date): Promise<number>;
  /** Tenants with something to post by now. */
  waiting(now: Date): Promise<string[]>;
  /** Gives out at most so many posts, oldest first, with their turns; nobody else gets them before `until`. */
  claim(tenant: string, pace: Pace, most: number, now: Date, until: Date): Promise<Claim>;
  /**
   * Right before the POST: true for the holder of the fence, once, and from then on the post is `sending` until
   * `until`. False where somebody else has it, or the tenant has to hold.
   */
  begin(claimed: Claimed, now: Date, until: Date): Promise<boolean>;
  /** Right after it. False, and nothing written, where the fence is an old one. */
  finish(claimed: Claimed, came: Came, now: Date): Promise<boolean>;
  /** What is still `sending` after its lease is `uncertain`; returns how many. */
  expire(now: Date): Promise<number>;
  /** Posts whose key starts so, newest first. */
  posted(scope: Scope, keyStart: string, limit: number): Promise<Posted[]>;
};

export type PlaceStore = {
  /**
   * Writes only what is new. Whoever was parked there is back, and what was refused meanwhile is due again.
   * A channel is one place, whatever its threads.
   */
  remember(place: Place, now: Date): Promise<void>;
  /** The app was removed: nothing is posted there until it is back. */
  leave(place: Place, now: Date): Promise<void>;
  find(tenant: string, to: Recipient): Promise<Place | null>;
  /** Where to ask for the 1:1 chat of a person of the tenant who never wrote; null where no one of it ever did. */
  serviceUrl(tenant: string): Promise<string | null>;
};

/** A channel without the thread: a post to it starts a new one. */
export function withoutThread(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}
