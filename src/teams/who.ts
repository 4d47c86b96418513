// Who may bring an activity, and what is said back to whoever did.
import type { Reply } from '../cards.ts';
import type { Answered } from '../chat.ts';
import type { Identity } from './identity.ts';

/** Who brought the activity: the channel, proved by its token, or on one machine anyone. */
export type Caller = { kind: 'channel'; appId: string; serviceUrl: string } | { kind: 'local' };

/** A token is good for one service URL; a token's bearer may not point our answers elsewhere. */
export function mayBring(caller: Caller, identity: Identity | null, serviceUrl: string): boolean {
  if (caller.kind === 'local') return identity === null;
  return caller.appId === identity?.appId && caller.serviceUrl === serviceUrl;
}

/** What is said in the chat: nothing twice. A card is filled again: somebody may have pressed on, and come back. */
export function replyOf(answered: Answered, onCard: boolean): Reply | null {
  if (answered.kind === 'reply' || (answered.kind === 'again' && onCard)) return answered.reply;
  return answered.kind === 'refused' ? { kind: 'text', text: answered.why } : null;
}
