// The part of a Bot Framework activity that Remit looks at, checked once; everything else is left behind.
import { z } from 'zod';

/** Ids of Teams stay under 300 characters. */
const MAX_ID = 1_024;

/** Teams cuts display names at 256. */
const MAX_NAME = 256;

/** A message mentions few; more would only cost time. */
const MAX_LISTED = 100;

/** Ids become parts of addresses, which half a character cannot. */
const wellFormed = (text: string) => text.isWellFormed();
const id = z.string().min(1).max(MAX_ID).refine(wellFormed);
const optionalId = z.string().max(MAX_ID).refine(wellFormed).nullish();
const word = z.string().max(64).nullish();
const name = z
  .string()
  .nullish()
  .transform((given) => (given ?? '').slice(0, MAX_NAME));

const Account = z.object({
  id,
  name,
  aadObjectId: optionalId,
  userRole: word,
});

/** Names as long as `America/Argentina/ComodRivadavia`. */
const zone = z.string().max(64).nullish();

const Entity = z.object({
  type: z.string(),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string().nullish() }).nullish(),
});

const ClientInfo = z.object({ type: z.literal('clientInfo'), timezone: zone });

const ActivitySchema = z.object({
  type: z.string().min(1).max(64),
  id: optionalId,
  timestamp: word,
  channelId: z.string().min(1).max(64),
  serviceUrl: id,
  from: Account,
  recipient: Account,
  conversation: z.object({
    id,
    conversationType: word,
    isGroup: z.boolean().nullish(),
    tenantId: optionalId,
  }),
  channelData: z.object({ tenant: z.object({ id: optionalId }).nullish() }).nullish(),
  name: z.string().max(256).nullish(),
  action: word,
  locale: word,
  localTimezone: zone,
  deliveryMode: word,
  replyToId: optionalId,
  text: z.string().nullish(),
  textFormat: word,
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  membersAdded: z.array(z.object({ id })).nullish(),
  membersRemoved: z.array(z.object({ id, aadObjectId: optionalId })).nullish(),
  value: z.unknown().optional(),
});

export type Incoming = z.output<typeof ActivitySchema>;

/** Null for what is not an activity. */
export function readActivity(body: unknown): Incoming | null {
  const parsed = ActivitySchema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** What stands in the text for the mentions of one account; entities of kinds unknown here are passed over. */
export function mentionsOf(activity: Incoming, account: string): string[] {
  const texts = (activity.entities ?? []).slice(0, MAX_LISTED).flatMap((entity) => {
    const parsed = Entity.safeParse(entity);
    if (!parsed.success || parsed.data.type.toLowerCase() !== 'mention') return [];
    return parsed.data.mentioned?.id === account && parsed.data.text ? [parsed.data.text] : [];
  });
  return [...new Set(texts)];
}

/** The speaker's time zone as an IANA name this Node knows; empty where there is none. */
export function zoneOf(activity: Incoming): string {
  const infos = (activity.entities ?? []).slice(0, MAX_LISTED).flatMap((entity) => {
    const parsed = ClientInfo.safeParse(entity);
    return parsed.success && parsed.data.timezone ? [parsed.data.timezone] : [];
  });
  const told = activity.localTimezone || infos[0] || '';
  return isZone(told) ? told : '';
}

function isZone(name: string): boolean {
  if (name === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
