// Activity → Turn: who said what, where, and the key that names it once.
import { z } from 'zod';
import type { Fetched, Said, Turn } from '../chat.ts';
import type { Pages } from '../links.ts';
import { type Incoming, zoneOf } from './activity.ts';
import {
  consentIn,
  fileIn,
  hintsAtFile,
  type ToFetch,
  tableIn,
  type UploadPlace,
} from './attached.ts';
import { readExtension, type Wants } from './extension.ts';
import type { Repeats } from './repeats.ts';
import { digest } from './repeats.ts';
import { wordsOf } from './text.ts';

/** A conversation is welcomed once, though installing it sends two activities. */
const WELCOME = 'welcome';

/** Stands for the verb where somebody asks about a message: no verb of a card has a space. */
const MESSAGE = 'about message';

const SUBMIT = 'composeExtension/submitAction';

const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;

export type Inbound =
  /**
   * `wants`: it came from the message extension, and is answered there. `file` is still to be fetched; `upload` is where
   * an accepted one goes. Both are proofs, and stay at the edge.
   */
  | { kind: 'turn'; turn: Turn; once: string; wants?: Wants; file?: ToFetch; upload?: UploadPlace }
  /** From the message extension, and nothing to answer it by. */
  | { kind: 'unreadable aside'; wants: Wants; pressed: boolean }
  | { kind: 'ignored' }
  | { kind: 'unsupported invoke' }
  | { kind: 'unreadable action' };

/** Stands for the way to a file, which only the bot knows. */
const UNREACHED = async (): Promise<Fetched> => ({ kind: 'unread', why: 'not reached' });

const Verb = z.string().min(1).max(128);
const Execute = z.object({ action: z.object({ verb: Verb, data: z.unknown().optional() }) });
const Submit = z.looseObject({ verb: Verb });

export type Reading = {
  tenant: string;
  now: Date;
  repeats: Repeats;
  /** Where the page is that links lead to. */
  pages: Pages | null;
  /** Teams names everyone of the directory by object id; who has none joined from outside. */
  strangersAreGuests: boolean;
};

export function readTurn(activity: Incoming, reading: Reading): Inbound {
  const { tenant, now, repeats } = reading;
  if (activity.from.id === activity.recipient.id && activity.type === 'message') {
    return { kind: 'ignored' };
  }
  const beside = activity.type === 'invoke' ? readExtension(activity, reading.pages, tenant) : null;
  const { wants } = beside ?? {};
  if (wants && beside?.said === null) {
    return { kind: 'unreadable aside', wants, pressed: activity.name === SUBMIT };
  }
  const said = beside?.said ?? readSaid(activity);
  if (isPassed(said)) return said;
  const turn: Turn = {
    tenant,
    conversation: activity.conversation.id,
    where: whereOf(activity),
    speaker: {
      id: activity.from.aadObjectId || activity.from.id,
      name: activity.from.name,
      guest: isGuest(activity, reading.strangersAreGuests),
    },
    locale: activity.locale && LOCALE.test(activity.locale) ? activity.locale : 'en',
    zone: zoneOf(activity),
    now,
    said,
    ...(wants && { aside: true }),
  };
  const file = said.kind === 'file' ? fileIn(activity) : null;
  const upload = said.kind === 'consent' ? consentIn(activity)?.upload : null;
  const once = onceOf(activity, turn, repeats);
  const given = { ...(wants && { wants }), ...(file && { file }), ...(upload && { upload }) };
  return { kind: 'turn', turn, once, ...given };
}

type Passed = Exclude<Inbound, { kind: 'turn' | 'unreadable aside' }>;

function isPassed(read: Said | Passed): read is Passed {
  return ['ignored', 'unsupported invoke', 'unreadable action'].includes(read.kind);
}

function readSaid(activity: Incoming): Said | Passed {
  const bot = activity.recipient.id;
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'installationUpdate':
      if (activity.action === 'add') return { kind: 'installed' };
      return activity.action === 'remove' ? { kind: 'removed' } : { kind: 'ignored' };
    case 'conversationUpdate':
      if (activity.membersAdded?.some(({ id }) => id === bot)) return { kind: 'installed' };
      if (activity.membersRemoved?.some(({ id }) => id === bot)) return { kind: 'removed' };
      return goneIn(activity);
    default:
      return { kind: 'ignored' };
  }
}

/** Somebody who leaves a group chat has left a talk; a team's roster follows the organisation's. */
function goneIn(activity: Incoming): Said | Passed {
  if (whereOf(activity) !== 'channel') return { kind: 'ignored' };
  const people = (activity.membersRemoved ?? []).flatMap(({ aadObjectId }) => aadObjectId || []);
  return people.length === 0 ? { kind: 'ignored' } : { kind: 'gone', people };
}

/** Clients without Action.Execute send the button's fallback: a message with a value and no text. */
function readMessage(activity: Incoming): Said {
  if (!activity.text) {
    const submit = Submit.safeParse(activity.value);
    if (submit.success) {
      const { verb, ...data } = submit.data;
      return { kind: 'action', verb, data };
    }
  }
  const file = fileIn(activity);
  if (file && whereOf(activity) === 'personal') {
    return { kind: 'file', file: { kind: 'handed', name: file.name, read: UNREACHED } };
  }
  const text = wordsOf(activity);
  if (text === '' && (file || hintsAtFile(activity)) && whereOf(activity) !== 'personal') {
    return { kind: 'file', file: { kind: 'not handed' } };
  }
  const table = tableIn(activity);
  return { kind: 'text', text, ...(table && { table }) };
}

function readInvoke(activity: Incoming): Said | Passed {
  if (activity.name === 'fileConsent/invoke') {
    const consent = consentIn(activity);
    if (!consent) return { kind: 'unreadable action' };
    return { kind: 'consent', accepted: consent.accepted, context: consent.context };
  }
  if (activity.name !== 'adaptiveCard/action') return { kind: 'unsupported invoke' };
  const execute = Execute.safeParse(activity.value);
  if (!execute.success) return { kind: 'unreadable action' };
  const { verb, data } = execute.data.action;
  return { kind: 'action', verb, data: data ?? {} };
}

function whereOf({ conversation }: Incoming): Turn['where'] {
  switch (conversation.conversationType) {
    case 'personal':
      return 'personal';
    case 'channel':
      return 'channel';
    case 'groupChat':
      return 'group';
    default:
      return conversation.isGroup ? 'group' : 'personal';
  }
}

function isGuest({ from }: Incoming, strangersAreGuests: boolean): boolean {
  const told = from.userRole === 'guest' || from.userRole === 'anonymous';
  return told || (strangersAreGuests && !from.aadObjectId);
}

function onceOf(activity: Incoming, turn: Turn, repeats: Repeats): string {
  const { said } = turn;
  if (said.kind === 'installed') return WELCOME;
  const { conversation, from } = activity;
  const key =
    activity.id ||
    digest([conversation.id, from.id, activity.timestamp ?? '', activity.text ?? '']);
  if (said.kind !== 'action' && said.kind !== 'message') return key;
  const card = activity.replyToId ?? '';
  const [verb, data] = said.kind === 'message' ? [MESSAGE, said.text] : [said.verb, said.data];
  return repeats(
    [turn.tenant, conversation.id, turn.speaker.id, card, verb, JSON.stringify(data)],
    key,
    turn.now,
  );
}
