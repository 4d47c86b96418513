// Contract of the conversation: a Turn comes in, a Feature answers with an Outcome.
import type { z } from 'zod';
import type { Reply, Result } from './cards.ts';
import type { TaskPlace } from './links.ts';
import type { Found } from './match/found.ts';
import type { Line } from './matrix/change.ts';
import type { Day } from './matrix/day.ts';
import type { Matrix } from './matrix/matrix.ts';
import type { Party } from './matrix/party.ts';
import type { Caller } from './matrix/rights.ts';
import type { StoredRound } from './matrix/round.ts';
import type { Task } from './matrix/task.ts';
import type { Made } from './matrix/used.ts';
import type { Post, Posted } from './posts.ts';
import type { SheetWorker } from './sheet/worker/sheet-worker.ts';
import type {
  Effect,
  ImportDraft,
  Known,
  Lesson,
  Memory,
  QuizResult,
  QuizSession,
  Which,
} from './store.ts';
import type { Snooze, Subscription } from './subscriptions.ts';

/** Who wrote. `id` is the Entra object id where Teams gave one, else the channel's own id. */
export type Speaker = { id: string; name: string; guest: boolean };

/** The bytes of a file that somebody handed over, or why they are not there. */
export type Fetched =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'unread'; why: 'too large' | 'not reached' | 'too many' };

/** A file that somebody handed over. Its name is as they gave it. */
export type Handed =
  /** Nothing is fetched before it is read, so rights come first; read again, it is the same. */
  | { kind: 'handed'; name: string; read(): Promise<Fetched> }
  /** Outside a 1:1 chat Teams only says that there is one. */
  | { kind: 'not handed' };

export type Said =
  /** `table` is there where the text looks like one that was copied, with its signs as they came. */
  | { kind: 'text'; text: string; table?: Uint8Array }
  | { kind: 'file'; file: Handed }
  /** The answer to a file that was offered; `context` is what the offer carried, as the client sends it back. */
  | { kind: 'consent'; accepted: boolean; context: unknown }
  | { kind: 'action'; verb: string; data: unknown }
  /** Looked for while composing a message; empty when the list is opened. */
  | { kind: 'search'; query: string }
  /** A link to a task's page, in a message that is being composed. */
  | { kind: 'link'; place: TaskPlace }
  /** Somebody's message, of which the speaker asks who owns it. Its words are nobody's command. */
  | { kind: 'message'; text: string }
  | { kind: 'installed' }
  /** Teams took these people, by object id, from a team that Remit is in. */
  | { kind: 'gone'; people: string[] }
  | { kind: 'removed' };

/** One activity, parsed; nothing of Teams' own shapes gets past it. */
export type Turn = {
  tenant: string;
  conversation: string;
  where: 'personal' | 'group' | 'channel';
  speaker: Speaker;
  locale: string;
  /** The speaker's time zone, an IANA name; empty where Teams did not tell it. */
  zone: string;
  now: Date;
  said: Said;
  /** Said beside the conversation, while composing or in a dialog: it is between the speaker and Remit. */
  aside?: true;
};

/** What a feature may look at while it decides. */
export type World = {
  matrix: Matrix;
  /** Who speaks, with their rights in this matrix. */
  caller: Caller;
  /** Object ids of everyone who may administer this matrix, in small letters. */
  admins: readonly string[];
  /** All matrices of the tenant; `bound` is the one this conversation is about. */
  known: Known[];
  memory: Memory | null;
  find(question: string): Found;
  /** The question cut where it names several tasks; one part where it does not. */
  subjects(question: string): string[];
  history(task: string): Promise<Line[]>;
  /** Newest first. */
  lines(which: Which, limit: number): Promise<Line[]>;
  /** The same for thousands: newest first, read in portions between which others have their turn. */
  manyLines(which: Which, limit: number): Promise<Line[]>;
  stateAt(day: Day): Promise<Task[]>;
  /** Also those that were taken out with the import that had brought them: what is on record names them. */
  everyParty(): Promise<Party[]>;
  /** What only this batch brought into the matrix, of what is there. */
  made(batch: string): Promise<Made>;
  /** How many others taught the same. */
  taught(lesson: Lesson): Promise<number>;
  /** Ids of the tasks with a line of history on that day or later, apart from the line that recorded them. */
  changedSince(day: Day): Promise<string[]>;
  demandFor(task: string): Promise<{ times: number; askers: number }>;
  subscriptions(): Promise<Subscription[]>;
  snoozes(): Promise<Snooze[]>;
  /** The views rounds, newest first. */
  rounds(): Promise<StoredRound[]>;
  /** Posts whose key starts so, newest first. */
  posted(keyStart: string, limit: number): Promise<Posted[]>;
  quiz: QuizShelf;
  /** An import under way in this matrix; null once it is over. */
  importDraft(id: string): Promise<ImportDraft | null>;
  sheets: Pick<SheetWorker, 'bring' | 'write'>;
};

/** The quiz of this conversation, and what earlier runs on this matrix came to, newest first. */
export type QuizShelf = {
  session(): Promise<QuizSession | null>;
  results(): Promise<QuizResult[]>;
};

export const FACETS = [
  'owner',
  'backup',
  'contact',
  'after_hours',
  'history',
  'status',
  'reason',
  'next_review',
  'assign',
] as const;
export type Facet = (typeof FACETS)[number];

/** What was understood and answered, apart from how it looks: what `npm run ask` prints. */
export type About = {
  kind: 'owner' | 'choices' | 'list' | 'none' | 'help' | 'command';
  tasks: string[];
  facet?: Facet;
  filter?: Record<string, string>;
};

export type Outcome = { reply: Reply; effects: Effect[]; about: About };

export type Handler = (turn: Turn, world: World) => Outcome | Promise<Outcome>;

/** A card's button: the verb in its template, the data it must bring, and what happens. */
export type Action = {
  verb: string;
  handle(data: unknown, turn: Turn, world: World): Promise<Outcome> | Outcome | 'unreadable';
};

/** A word people type; `title` and `description` are what Teams shows in its command menu. */
export type Command = { title: string; description: string; words: RegExp; handle: Handler };

/** What a feature may look at when the clock, and not a person, asks. */
export type Look = {
  matrix: Matrix;
  now: Date;
  /** Object ids of everyone who may administer this matrix, in small letters. */
  admins: readonly string[];
  /** The language in which somebody last spoke to Remit; empty where they never did. */
  localeOf(person: string): Promise<string>;
  /** Posts whose key starts so, newest first. */
  posted(keyStart: string, limit: number): Promise<Posted[]>;
  demandFor(task: string): Promise<{ times: number; askers: number }>;
  history(task: string): Promise<Line[]>;
  changedSince(day: Day): Promise<string[]>;
  subscriptions(): Promise<Subscription[]>;
  /** Also those that are over. */
  snoozes(): Promise<Snooze[]>;
  /** The views rounds, newest first. */
  rounds(): Promise<StoredRound[]>;
};

/** One job's part of the conversation. */
export type Feature = {
  commands?: readonly Command[];
  actions?: readonly Action[];
  installed?: Handler;
  /** Nobody is answered: only the effects count. */
  gone?(people: readonly string[], turn: Turn, world: World): Outcome | Promise<Outcome>;
  /** A file that was handed over, and the answer to one that was offered. */
  file?(handed: Handed, turn: Turn, world: World): Outcome | Promise<Outcome>;
  consent?(context: unknown, turn: Turn, world: World): Outcome | null | Promise<Outcome | null>;
  /** Free text that no command took. Features are asked in their order; null leaves it to the next. */
  text?(turn: Turn, world: World): Outcome | null | Promise<Outcome | null>;
  /** What somebody who composes a message may put into it, best first. Only looks. */
  results?(turn: Turn, world: World): Promise<Result[]>;
  /** The name of the matrix that a text asks for; it is looked for where a 1:1 chat has not chosen one yet. */
  asksFor?(turn: Turn): string | null;
  /** Who owns what somebody's message is about. */
  message?(turn: Turn, world: World): Promise<Outcome>;
  /** What a press came to, on a card that was opened out of `run`. */
  home?(run: string, outcome: Outcome, turn: Turn, world: World): Promise<Outcome>;
  /** What has to be said unasked by now. Asked again and again: a key that was posted is not posted again. */
  due?(look: Look): Promise<Post[]>;
};

/** Binds a verb to a schema: card data comes from the client, so it is parsed like any other input. */
export function action<Schema extends z.ZodType>(
  verb: string,
  schema: Schema,
  handle: (data: z.output<Schema>, turn: Turn, world: World) => Promise<Outcome> | Outcome,
): Action {
  return {
    verb,
    handle(data, turn, world) {
      const parsed = schema.safeParse(data);
      return parsed.success ? handle(parsed.data, turn, world) : 'unreadable';
    },
  };
}

/** A command answered with this reply. */
export function replied(reply: Reply, effects: Effect[] = []): Outcome {
  return { reply, effects, about: { kind: 'command', tasks: [] } };
}

/** A command answered in one plain line. */
export function told(text: string, effects: Effect[] = []): Outcome {
  return replied({ kind: 'text', text }, effects);
}

/** What the conversation gives the edge for one turn. `again`: this turn was answered before, with this reply. */
export type Answered =
  /**
   * `lasting`: the card that was pressed shows it to everyone from now on, not only to whoever pressed. `revision` is
   * the matrix as the reply shows it: of two replies for one card the higher is the newer.
   */
  | { kind: 'reply'; reply: Reply; matrix: string; lasting: boolean; revision?: number }
  | { kind: 'again'; reply: Reply; matrix: string; revision?: number }
  | { kind: 'nothing' }
  | { kind: 'refused'; why: string };

/** The whole inside, as an edge sees it. `once` names the activity, so that a repeated one has one effect. */
export type Converse = (turn: Turn, once: string) => Promise<Answered>;

/** What was found for somebody who composes. */
export type LookedUp =
  | { kind: 'results'; results: Result[]; matrix: string }
  /** Nothing to look in; `why` is for the person. */
  | { kind: 'refused'; why: string };

/** Answers a search or a link, and leaves nothing behind. */
export type LookUp = (turn: Turn) => Promise<LookedUp>;
