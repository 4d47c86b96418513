// A recipient as one text, so that one column can be compared.
import type { Place, Recipient } from '../posts.ts';
import { withoutThread } from '../posts.ts';

const CONVERSATION = 'c:';
const PERSON = 'p:';

export function addressOf(to: Recipient): string {
  return to.kind === 'person'
    ? `${PERSON}${to.person}`
    : `${CONVERSATION}${withoutThread(to.conversation)}`;
}

export function recipientOf(address: string): Recipient {
  return address.startsWith(PERSON)
    ? { kind: 'person', person: address.slice(PERSON.length) }
    : { kind: 'conversation', conversation: address.slice(CONVERSATION.length) };
}

/** Somebody's 1:1 chat has two. */
export function addressesOf({ conversation, where, person }: Place): [string, string] {
  const address = addressOf({ kind: 'conversation', conversation });
  const personal = where === 'personal' && person !== '';
  return [address, personal ? addressOf({ kind: 'person', person }) : address];
}
