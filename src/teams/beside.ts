// Answers the message extension: a search or a link from what is found, a dialog from what the conversation replies.
import type { Reply } from '../cards.ts';
import type { Converse, LookUp, Turn } from '../chat.ts';
import { type PlaceStore, withoutThread } from '../posts.ts';
import { sayIn } from '../strings/strings.ts';
import {
  dialogAnswer,
  type ExtensionAnswer,
  listAnswer,
  noteAnswer,
  saidInDialog,
  type Wants,
} from './extension.ts';
import { forDialog, withoutPresses } from './fit.ts';
import type { Message } from './render.ts';

export type BesideOptions = {
  converse: Converse;
  lookUp: LookUp | undefined;
  places: Pick<PlaceStore, 'find'>;
  message(reply: Reply, matrix: string): Partial<Message>;
  apologise(event: string, error: unknown, locale: string): string;
};

/** A turn said beside the conversation, with the key that names it. */
export type Aside = { turn: Turn; once: string; wants: Wants };

const FINDS_NOTHING: LookUp = async () => ({ kind: 'results', results: [], matrix: '' });

export function createBeside(options: BesideOptions) {
  const { converse, lookUp = FINDS_NOTHING, places, message, apologise } = options;

  async function found({ turn, wants }: Aside): Promise<ExtensionAnswer> {
    const say = sayIn(turn.locale);
    const looked = await lookUp(turn);
    if (looked.kind === 'refused')
      return wants === 'link' ? listAnswer([]) : noteAnswer(looked.why);
    const { results, matrix } = looked;
    if (results.length === 0 && turn.said.kind === 'search') {
      return noteAnswer(say('search.none', { query: turn.said.query }));
    }
    // Whoever reads the message can press only what the bot hears there.
    const heard = await isHere(turn);
    const shown = results.map(({ title, text, reply }) => {
      const card = message(reply, matrix).attachments?.[0]?.content;
      return { title, text, card: heard ? card : withoutPresses(card) };
    });
    return listAnswer(shown.filter(({ card }) => card !== undefined));
  }

  async function isHere({ tenant, conversation: whole }: Turn): Promise<boolean> {
    const conversation = withoutThread(whole);
    return (await places.find(tenant, { kind: 'conversation', conversation })) !== null;
  }

  async function inDialog({ turn, once }: Aside): Promise<ExtensionAnswer> {
    const say = sayIn(turn.locale);
    const title = say('message.title');
    const answered = await converse(turn, once);
    switch (answered.kind) {
      case 'reply':
      case 'again': {
        const { text = '', attachments: [card] = [] } = message(answered.reply, answered.matrix);
        return card ? dialogAnswer(title, forDialog(card.content)) : saidInDialog(title, text);
      }
      case 'refused':
        return saidInDialog(title, answered.why);
      case 'nothing':
        return saidInDialog(title, say('nothing'));
    }
  }

  /** The client draws no error of an extension: an apology comes in the shape it waits for. */
  return async (aside: Aside): Promise<ExtensionAnswer> => {
    const { turn, wants } = aside;
    try {
      return await (wants === 'dialog' ? inDialog(aside) : found(aside));
    } catch (error) {
      return answerInstead(wants, turn.locale, apologise('turn failed', error, turn.locale));
    }
  };
}

/** For an invoke that could not be read, or that broke: one sentence where the client shows one, and nothing for a link. */
function answerInstead(wants: Wants, locale: string, why: string): ExtensionAnswer {
  switch (wants) {
    case 'results':
      return noteAnswer(why);
    case 'link':
      return listAnswer([]);
    case 'dialog':
      return saidInDialog(sayIn(locale)('message.title'), why);
  }
}

/** What an invoke gets that could not be read. */
export function unreadAnswer(
  { wants, pressed }: { wants: Wants; pressed: boolean },
  locale: string,
): ExtensionAnswer {
  const why = pressed ? 'refused.data' : wants === 'dialog' ? 'message.empty' : 'search.unreadable';
  return answerInstead(wants, locale, sayIn(locale)(why));
}
