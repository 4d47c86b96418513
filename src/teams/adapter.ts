// The SDK, fenced: its turn and its handler are used; its token checks, its connector and its retries never run.
import type { Activity, InvokeResponse, ResourceResponse, TurnContext } from 'botbuilder';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Log } from '../log.ts';
import type { Incoming } from './activity.ts';
import type { Connector, Sent } from './connector.ts';

/** A host that cannot exist (RFC 2606), for the connector client that the SDK insists on and nothing uses. */
const NOWHERE = 'https://connector.invalid/';

type AuthenticationArguments = ConstructorParameters<
  typeof ConfigurationBotFrameworkAuthentication
>;

/** The SDK's clients post up to four times and wait without end; whoever reaches for one is told. */
const deadEnd: NonNullable<AuthenticationArguments[4]> = {
  httpClient: {
    sendRequest: () => Promise.reject(new Error('Remit sends through src/teams/connector.ts only')),
  },
};

const noCredentials: NonNullable<AuthenticationArguments[1]> = {
  isValidAppId: async () => false,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({ signRequest: async (request) => request }),
};

/** Tokens are checked before the SDK sees an activity: its own check takes a user's token for the channel's. */
class ClosedAuthentication extends ConfigurationBotFrameworkAuthentication {
  #userTokens: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | null =
    null;

  constructor() {
    super({}, noCredentials, undefined, undefined, deadEnd);
  }

  override authenticateRequest(): Promise<never> {
    return Promise.reject(new Error('Activities come in through createBot().receive() only'));
  }

  override authenticateChannelRequest(): Promise<never> {
    return this.authenticateRequest();
  }

  override authenticateStreamingRequest(): Promise<never> {
    return this.authenticateRequest();
  }

  /** One for all turns: the SDK would build a client and credentials for each. */
  override createUserTokenClient(
    ...claims: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ) {
    this.#userTokens ??= super.createUserTokenClient(...claims);
    return this.#userTokens;
  }
}

export class RemitAdapter extends CloudAdapter {
  readonly #connector: Connector;
  readonly #log: Log;
  #unused: Promise<SdkConnector> | null = null;

  constructor(connector: Connector, log: Log) {
    super(new ClosedAuthentication());
    this.#connector = connector;
    this.#log = log;
  }

  /** Runs one turn for an activity whose sender is already proved. */
  take(
    activity: Incoming,
    appId: string,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(appId);
    const connectorFactory = {
      create: () => {
        this.#unused ??= this.botFrameworkAuthentication
          .createConnectorFactory(claimsIdentity)
          .create(NOWHERE);
        return this.#unused;
      },
    };
    const proved = { audience: appId, claimsIdentity, connectorFactory };
    return this.processActivity(proved, toSdk(activity), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const [activity, ...more] = activities;
    if (!activity) return [];
    const sent =
      activity.type === 'message'
        ? await this.#post(activity)
        : await super.sendActivities(context, [activity]);
    return [...sent, ...(await this.sendActivities(context, more))];
  }

  /** Nothing where the activity is known not to have been updated. */
  override async updateActivity(
    _context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse | undefined> {
    const { id = '' } = activity;
    const updated = await this.#connector.update(placeOf(activity), id, activity);
    this.#report('card not updated', updated);
    return updated.kind === 'sent' || updated.kind === 'uncertain' ? { id } : undefined;
  }

  async #post(activity: Partial<Activity>): Promise<ResourceResponse[]> {
    const { replyToId = '' } = activity;
    const sent = await this.#connector.post(placeOf(activity), replyToId, activity);
    this.#report('reply not delivered', sent);
    return [{ id: sent.kind === 'sent' ? sent.id : '' }];
  }

  #report(event: string, sent: Sent): void {
    if (sent.kind === 'sent') return;
    const { kind: outcome, ...fields } = sent;
    const told = Object.entries(fields).filter(([, value]) => value !== null);
    this.#log(event, { outcome, ...Object.fromEntries(told) });
  }
}

type SdkConnector = Awaited<
  ReturnType<
    ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>['create']
  >
>;

/** Sorts activities: what is said gets an answer into the chat, an invoke gets one in its response. */
export class TurnHandler extends ActivityHandler {
  readonly #invoke: (context: TurnContext) => Promise<InvokeResponse>;

  constructor(
    answer: (context: TurnContext) => Promise<void>,
    invoke: (context: TurnContext) => Promise<InvokeResponse>,
  ) {
    super();
    this.#invoke = invoke;
    this.onMessage(answer);
    this.onInstallationUpdate(answer);
    this.onConversationUpdate(answer);
  }

  /** The SDK's own would turn an error inside the body into an HTTP error, which Teams shows as a crash. */
  protected override onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    return this.#invoke(context);
  }
}

function placeOf(activity: Partial<Activity>): { serviceUrl: string; conversation: string } {
  return {
    serviceUrl: activity.serviceUrl ?? '',
    conversation: activity.conversation?.id ?? '',
  };
}

/** Only what was checked reaches the SDK; it needs the rest of the fields to exist. */
function toSdk(activity: Incoming): Activity {
  const { conversation, from, recipient } = activity;
  return {
    type: activity.type,
    id: activity.id || undefined,
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    from: { id: from.id, name: from.name },
    recipient: { id: recipient.id, name: recipient.name },
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: conversation.isGroup ?? false,
      conversationType: conversation.conversationType ?? '',
    },
    name: activity.name ?? undefined,
    replyToId: activity.replyToId ?? undefined,
    locale: activity.locale ?? undefined,
    text: '',
    ...(activity.deliveryMode && { deliveryMode: activity.deliveryMode }),
    localTimezone: '',
    callerId: '',
    label: '',
    valueType: '',
    listenFor: [],
  };
}
