// Who can own: the parties of an organisation and the people in them.
import type { Day } from './day.ts';

export const SIDES = ['internal', 'msp', 'vendor'] as const;
export type Side = (typeof SIDES)[number];

/** Contact fields are plain text for people; empty means not given. */
export type Party = {
  id: string;
  name: string;
  side: Side;
  mail: string;
  phone: string;
  portal: string;
  channel: string;
  hours: string;
  nights: string;
};

/** A person is known by name inside a party; `entraId` is empty until Teams has told it. */
export type Person = {
  name: string;
  party: string;
  entraId: string;
  mail: string;
  leftOn: Day | null;
};

const OBJECT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of somebody in a directory. */
export function isObjectId(text: string): boolean {
  return OBJECT_ID.test(text);
}

/** A party nobody has described yet: a name and a side. */
export function newParty(id: string, name: string, side: Side): Party {
  return { id, name, side, mail: '', phone: '', portal: '', channel: '', hours: '', nights: '' };
}

/** Names are the same when they differ only in case, accents' encoding and spacing. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
