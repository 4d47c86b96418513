// The bot as Teams sees it: takes a delivered activity, has it answered, and hands back the HTTP answer.
import { setTimeout as sleep } from 'node:timers/promises';
import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { Reply } from '../cards.ts';
import type { Answered, Converse, LookUp, Turn } from '../chat.ts';
import type { Pages } from '../links.ts';
import type { Log } from '../log.ts';
import { openedFrom } from '../opened.ts';
import type { PlaceStore, Send } from '../posts.ts';
import { sayIn } from '../strings/strings.ts';
import { readActivity } from './activity.ts';
import { RemitAdapter, TurnHandler } from './adapter.ts';
import { createBeside, unreadAnswer } from './beside.ts';
import { cleanText } from './clean.ts';
import { createConnector } from './connector.ts';
import { createExchange } from './exchange.ts';
import { createFiles, type FilesOptions } from './files.ts';
import { fileMessage, withFile, withWord } from './handing.ts';
import type { Trusts } from './hosts.ts';
import { loopbackHosts, teamsHosts } from './hosts.ts';
import type { Identity } from './identity.ts';
import type { Inbound } from './inbound.ts';
import { readTurn } from './inbound.ts';
import { cardAnswer, errorAnswer, textAnswer } from './invoke.ts';
import { createPatience } from './patience.ts';
import { NO_PLACES, notePresence } from './presence.ts';
import { createRender } from './render.ts';
import { createRepeats } from './repeats.ts';
import { createReports } from './reports.ts';
import { createSender } from './sender.ts';
import { createShown, showing } from './shown.ts';
import { tenantOf } from './tenant.ts';

/** Who brought the activity: the channel, proved by its token, or on one machine anyone. */
export type Caller = { kind: 'channel'; appId: string; serviceUrl: string } | { kind: 'local' };

export type Delivery = { body: unknown; tenantHeader: string | undefined; caller: Caller };

export type Answer = { status: number; body?: unknown };

export type Bot = {
  /** Never throws. */
  receive(delivery: Delivery): Promise<Answer>;
  /** Posts unasked, to a place that a turn has shown. */
  send: Send;
  close(): void;
};

export type BotOptions = {
  converse: Converse;
  /** What the message extension finds; without it, nothing. */
  lookUp?: LookUp;
  /** Where links to tasks lead; without it there are none. */
  pages?: Pages | null;
  /** The folder of NAME.template.json. */
  cards: string;
  /** Null is local mode: no app, no tokens, nothing beyond loopback. */
  identity: Identity | null;
  /** The tenant ids that may use this bot; `any` in local mode only. */
  tenants: readonly string[] | 'any';
  log: Log;
  clock: () => Date;
  /** Which service URLs are answered; Teams' own unless given, loopback in local mode. */
  trusts?: Trusts;
  sendTimeoutMs?: number;
  files?: Partial<FilesOptions>;
  /** Where turns leave the places they came from; without it nothing can be posted unasked. */
  places?: PlaceStore;
  pause?: (ms: number) => Promise<void>;
};

/** The bot of the local Teams, which knows no app ids. */
const LOCAL_BOT = 'remit';

type Spoken = Extract<Inbound, { kind: 'turn' }>;

const SPOKEN = Symbol('spoken');

export function createBot(options: BotOptions): Bot {
  const { converse, identity, log, clock } = options;
  const local = identity === null;
  if (options.tenants === 'any' && !local) {
    throw new Error('REMIT_TENANTS: list the tenants that may use this bot');
  }
  const allowed =
    options.tenants === 'any' ? 'any' : new Set(options.tenants.map((id) => id.toLowerCase()));
  const trusts = options.trusts ?? (local ? loopbackHosts : teamsHosts);
  const { pages = null, lookUp } = options;
  const render = createRender(options.cards, pages);
  const { report, apologise, messageOf } = createReports(render, log);
  const { exchange, close } = createExchange();
  const files = createFiles({ local, ...options.files });
  const { sendTimeoutMs, places = NO_PLACES, pause = sleep } = options;
  const connector = createConnector({
    identity,
    trusts,
    exchange,
    ...(sendTimeoutMs && { timeoutMs: sendTimeoutMs }),
  });
  const patient = createPatience({ connector, pause, random: Math.random, clock });
  const adapter = new RemitAdapter(patient, log);
  const handler = new TurnHandler(answerInChat, answerInvoke);
  const beside = createBeside({ converse, lookUp, places, message: messageOf, apologise });
  const repeats = createRepeats();
  const shown = createShown();

  adapter.onTurnError = async (context, error) => {
    const apology = apologise('turn failed', error, context.activity.locale);
    if (context.activity.type === 'invoke') {
      await context.sendActivity({ type: 'invokeResponse', value: errorAnswer(500, apology) });
      return;
    }
    await context.sendActivity(render.message({ kind: 'text', text: apology }, ''));
  };

  async function answerInChat(context: TurnContext): Promise<void> {
    const { turn, once, file } = spokenIn(context);
    const say = (text: string) => context.sendActivity(render.message({ kind: 'text', text }, ''));
    const answered = await withWord(turn, file, say, () =>
      converse(file ? withFile(files, file, turn) : turn, once),
    );
    if (turn.said.kind === 'removed') return;
    const { replyToId, deliveryMode } = context.activity;
    const pressed = turn.said.kind === 'action' && deliveryMode !== 'expectReplies';
    const card = pressed ? replyToId : undefined;
    const reply = replyOf(answered, card !== undefined);
    if (!reply) return;
    const matrix = 'matrix' in answered ? answered.matrix : '';
    const message = messageOf(reply, matrix, openedFrom(turn.said));
    const replaced =
      card && reply.kind === 'card'
        ? await shown.inTurn(showing(turn, card, answered), () =>
            context.updateActivity({ ...message, id: card }),
          )
        : undefined;
    if (!replaced && answered.kind !== 'again') await context.sendActivity(message);
  }

  async function answerInvoke(context: TurnContext): Promise<InvokeResponse> {
    const { turn, once, wants, upload } = spokenIn(context);
    if (wants) return beside({ turn, once, wants });
    const { replyToId = '' } = context.activity;
    const first = await converse(turn, once);
    // Somebody else's press was answered meanwhile: asked again, the same one is told how it stands now.
    const late = replyToId !== '' && shown.isNewer(showing(turn, replyToId, first));
    const answered = late ? await converse(turn, once) : first;
    switch (answered.kind) {
      case 'reply':
      case 'again': {
        const { reply } = answered;
        if (reply.kind === 'file' || reply.kind === 'offer') {
          const message = await fileMessage(files, answered, upload, messageOf);
          if (message) await context.sendActivity(message);
          return textAnswer(sayIn(turn.locale)('export.offered'));
        }
        const message = messageOf(answered.reply, answered.matrix, openedFrom(turn.said));
        const { text = '', attachments: [card] = [] } = message;
        // The response changes the card for whoever pressed; an update changes it for everyone who opens it.
        if (answered.kind === 'reply' && answered.lasting && card && replyToId) {
          await shown.inTurn(showing(turn, replyToId, answered), () =>
            context.updateActivity({ ...message, id: replyToId }),
          );
        }
        return card ? cardAnswer(card.content) : textAnswer(text);
      }
      case 'refused':
        return errorAnswer(400, cleanText(answered.why));
      case 'nothing':
        return textAnswer(sayIn(turn.locale)('nothing'));
    }
  }

  async function take({ body, tenantHeader, caller }: Delivery): Promise<Answer> {
    const activity = readActivity(body);
    if (!activity) return { status: 400, body: { error: 'not an activity' } };
    if (!trusts(activity.serviceUrl) || !mayBring(caller, identity, activity.serviceUrl)) {
      return refuse('service URL');
    }
    const tenant = tenantOf(activity, tenantHeader, { local, allowed });
    if (tenant === null) return refuse('tenant');
    const read = readTurn(activity, {
      ...{ tenant, now: clock(), repeats, pages, strangersAreGuests: !local },
    });
    switch (read.kind) {
      case 'ignored':
        return { status: 200 };
      case 'unsupported invoke':
        return { status: 501 };
      case 'unreadable action':
        return errorAnswer(400, sayIn(activity.locale ?? '')('refused.data'));
      case 'unreadable aside':
        return unreadAnswer(read, activity.locale ?? '');
      case 'turn': {
        // People compose in chats where Remit is not.
        if (!read.turn.aside) await note(read.turn, activity.serviceUrl);
        const response = await adapter.take(activity, identity?.appId ?? '', async (context) => {
          context.turnState.set(SPOKEN, read);
          await handler.run(context);
        });
        return response ?? { status: 200 };
      }
    }
  }

  /** Who asks gets an answer even where the place cannot be kept. */
  async function note(turn: Turn, serviceUrl: string): Promise<void> {
    try {
      await notePresence(places, turn, serviceUrl);
    } catch (error) {
      report('place not kept', error);
    }
  }

  function refuse(why: string): Answer {
    log('activity refused', { why });
    return { status: 403, body: { error: 'not allowed' } };
  }

  const bot = identity ? `28:${identity.appId}` : LOCAL_BOT;

  return {
    close,
    send: createSender({ connector, message: messageOf, places, bot, clock }),
    async receive(delivery) {
      try {
        return await take(delivery);
      } catch (error) {
        const apology = apologise('delivery failed', error);
        return { status: 500, body: { error: apology } };
      }
    },
  };
}

/** A token is good for one service URL; a token's bearer may not point our answers elsewhere. */
function mayBring(caller: Caller, identity: Identity | null, serviceUrl: string): boolean {
  if (caller.kind === 'local') return identity === null;
  return caller.appId === identity?.appId && caller.serviceUrl === serviceUrl;
}

function spokenIn(context: TurnContext): Spoken {
  const spoken = context.turnState.get<Spoken | undefined>(SPOKEN);
  if (!spoken) throw new Error('a turn without its words');
  return spoken;
}

/** What is said in the chat: nothing twice. A card is filled again: somebody may have pressed on, and come back. */
function replyOf(answered: Answered, onCard: boolean): Reply | null {
  if (answered.kind === 'reply' || (answered.kind === 'again' && onCard)) return answered.reply;
  return answered.kind === 'refused' ? { kind: 'text', text: answered.why } : null;
}
