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

/** Each post is in exactly one of these; nothing leaves them in silence. */
export type PostState =
  | 'due'
  /** Claimed by an instance that holds the fence until its lease ends. */
  | 'sending'
  | 'sent'
  /** Final for now: the app is not there or was blocked. Due again once it is back. */
  | 'refused'
  /** It may have been posted. Never posted again by itself. */
  | 'uncertain'
  /** There was nothing to say. */
  | 'silent';

/** `why` is the connector's code or the fault, never a text of people. */
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
export type Claimed = { scope: Scope; post: Post; fence: number };
