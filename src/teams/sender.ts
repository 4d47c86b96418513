// Posting unasked: finds where the recipient is, opens a 1:1 chat where there is none yet, and posts once.
import type { Activity } from 'botbuilder';
import type { Reply } from '../cards.ts';
import type { Attempt, Place, PlaceStore, Recipient, Send } from '../posts.ts';
import { withoutThread } from '../posts.ts';
import type { Connector, Sent } from './connector.ts';
import { THROTTLED } from './connector.ts';

const CHANNEL = 'msteams';

/** The app is not there, was blocked, or the conversation is gone. */
const GONE: readonly number[] = [403, 404];

/** Our own credentials are wrong: nothing was posted, and whoever mends them wants everything to go on. */
const NOT_US = 401;

export type SenderOptions = {
  connector: Connector;
  message(reply: Reply, matrix: string): Partial<Activity>;
  places: PlaceStore;
  /** The bot's id towards Teams. */
  bot: string;
  clock: () => Date;
};

export function createSender({ connector, message, places, bot, clock }: SenderOptions): Send {
  /** Nothing is posted in here, so whatever fails leaves it certain that nothing was. */
  async function placeFor(tenant: string, to: Recipient): Promise<Place | Attempt> {
    try {
      return await seek(tenant, to);
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown';
      return { kind: 'not sent', why, throttled: false, retryAfterSeconds: null };
    }
  }

  async function seek(tenant: string, to: Recipient): Promise<Place | Attempt> {
    const known = await places.find(tenant, to);
    if (known) return known;
    const serviceUrl = to.kind === 'person' ? await places.serviceUrl(tenant) : null;
    if (to.kind === 'conversation' || serviceUrl === null) {
      return { kind: 'refused', why: 'no place', park: [to] };
    }
    return openChat(tenant, to.person, serviceUrl);
  }

  async function openChat(
    tenant: string,
    person: string,
    serviceUrl: string,
  ): Promise<Place | Attempt> {
    const opened = await connector.open(serviceUrl, {
      isGroup: false,
      bot: { id: bot },
      members: [{ id: person }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    });
    if (opened.kind !== 'sent') return attemptOf(opened, [{ kind: 'person', person }]);
    if (opened.id === '') return { kind: 'uncertain', why: 'a chat without an id' };
    const place: Place = {
      ...{ tenant, conversation: opened.id, where: 'personal', serviceUrl, person, locale: '' },
    };
    await places.remember(place, clock());
    return place;
  }

  return async ({ tenant, matrix }, to, reply) => {
    const place = await placeFor(tenant, to);
    if ('kind' in place) return place;
    const conversation = withoutThread(place.conversation);
    const activity = {
      ...message(reply, matrix),
      from: { id: bot },
      conversation: { id: conversation, tenantId: tenant },
      channelId: CHANNEL,
      serviceUrl: place.serviceUrl,
    };
    const { serviceUrl } = place;
    const sent = await connector.post({ serviceUrl, conversation }, '', activity);
    return attemptOf(sent, bothOf(place));
  };
}

/** Who is gone there: the conversation, and the person of a 1:1 chat. */
function bothOf({ conversation, where, person }: Place): Recipient[] {
  const chat: Recipient = { kind: 'conversation', conversation };
  return where === 'personal' && person !== '' ? [chat, { kind: 'person', person }] : [chat];
}

function attemptOf(sent: Sent, gone: Recipient[]): Attempt {
  switch (sent.kind) {
    case 'sent':
    case 'uncertain':
      return sent;
    case 'not sent':
      return { ...sent, throttled: sent.why === THROTTLED };
    case 'refused': {
      const { status, code } = sent;
      const why = code || `status ${status}`;
      if (status === NOT_US) {
        return { kind: 'not sent', why, throttled: false, retryAfterSeconds: null };
      }
      return { kind: 'refused', why, park: GONE.includes(status) ? gone : [] };
    }
  }
}
