// Contract: what is kept, and the few ways to read and change it. Tenant and matrix are in every call.
import type { Author, Line, Step } from './matrix/change.ts';
import type { Changed } from './matrix/changed.ts';
import type { Day } from './matrix/day.ts';
import type { Draft, Matrix, Scope } from './matrix/matrix.ts';
import type { Party } from './matrix/party.ts';
import type { Round, StoredRound } from './matrix/round.ts';
import type { Task } from './matrix/task.ts';
import type { Made } from './matrix/used.ts';
import type { PlaceStore, Post, PostStore } from './posts.ts';
import type { Snooze, Subscription } from './subscriptions.ts';

/** Why a task, or something the matrix does not know, was on somebody's mind. */
export type DemandKind = 'asked' | 'no match' | 'wrong owner' | 'none of these';

/** `text` is the question where no task matched, else empty; `asker` is a keyed hash that changes every day. */
export type Demand = { kind: DemandKind; task: string; text: string; day: Day; asker: string };

/** What a person and Remit just spoke about in one conversation; `facet` is what was asked about the tasks named. */
export type Memory = { named: string[]; offered: string[]; question: string; facet: string };

/** `phrase` is what was asked without the frame of a question; `who` a hash of person and phrase, good for nothing else. */
export type Lesson = { phrase: string; task: string; who: string; day: Day };
/**
 * A quiz under way in one conversation; `state` is text only the quiz reads. A write is refused as stale unless its
 * version follows the stored one, so of two people who press at once the second is asked again.
 */
export type QuizSession = { conversation: string; version: number; state: string };

/** What one run of the quiz came to; written again under the same `run`, the later one counts. `body` is the quiz's own. */
export type QuizResult = { run: string; at: Date; body: string };

/**
 * A file that somebody handed over and is looking at, with what they answered so far. One a person and matrix; a write
 * is refused as stale unless its version follows the stored one. `bytes` are written with the first version only.
 */
export type ImportDraft = {
  id: string;
  person: string;
  /** Empty for a table that was pasted. */
  name: string;
  bytes: Uint8Array;
  answers: Readonly<Record<string, string>>;
  version: number;
  expires: Date;
};

/** What a turn leaves behind. Values, so that they can be written in one transaction with its key. */
export type Effect =
  | { kind: 'change'; step: Step }
  | { kind: 'demand'; demand: Demand }
  | { kind: 'remember'; memory: Memory; until: Date }
  /** Somebody picked a task for what they had asked. */
  | { kind: 'lesson'; lesson: Lesson }
  /** A views round as it is now; refused as stale unless the stored version is the expected one, 0 where there is none. */
  | { kind: 'round'; expect: number; to: Round }
  /** One more matrix of the same tenant; refused as stale where there is one by that id. */
  | { kind: 'create'; matrix: string; draft: Draft }
  /** From now on the conversation is about this matrix of its tenant. */
  | { kind: 'bind'; matrix: string }
  | { kind: 'quiz'; session: QuizSession }
  | { kind: 'import'; draft: ImportDraft }
  /** Applied or dropped; stale where it is gone already. */
  | { kind: 'import over'; id: string }
  | { kind: 'quiz result'; result: QuizResult }
  /** Posted after the commit, once for each key. */
  | { kind: 'post'; post: Post }
  /** Somebody who may has looked at a post that is uncertain, refused or not sent: one more try. */
  | { kind: 'send again'; key: string }
  /** In place of what the conversation had. */
  | { kind: 'subscribe'; subscription: Subscription }
  | { kind: 'unsubscribe'; id: string }
  /** In place of what the task had. */
  | { kind: 'snooze'; snooze: Snooze }
  /** The app was removed from the conversation: forget what was said and that it was welcomed. */
  | { kind: 'left' };

/** Names what must happen once: a turn's activity, or the welcome of a conversation. */
export type OnceKey = { conversation: string; person: string; key: string };

export type Commit = {
  scope: Scope;
  once: OnceKey | null;
  by: Author;
  at: Date;
  effects: readonly Effect[];
  /** Handed back, as it is, to whoever brings the same key again. */
  reply: string;
};

export type Committed =
  | { kind: 'done' }
  | { kind: 'again'; reply: string }
  /** `task` is empty where it was something else that had moved on. */
  | { kind: 'stale'; task: string };

/** A matrix of a tenant, as a conversation sees it. */
export type Known = { matrix: string; name: string; revision: number; bound: boolean };

/** Which lines of history: of one task, of a batch, by one person, or all; newest first. */
export type Which = { task: string } | { batch: string } | { by: string } | { all: true };

export type Store = {
  posts: PostStore;
  places: PlaceStore;
  /** Every matrix there is, with its revision: what the clock looks at. */
  scopes(): Promise<{ scope: Scope; revision: number }[]>;
  /** Makes the matrix with its first history lines; `exists` leaves the one that is there. */
  create(scope: Scope, draft: Draft, by: Author, at: Date): Promise<'created' | 'exists'>;
  /** All matrices of a tenant, by name. One cheap query: it is asked on every turn. */
  known(tenant: string, conversation: string): Promise<Known[]>;
  /** Null where there is no such matrix. */
  revision(scope: Scope): Promise<number | null>;
  read(scope: Scope): Promise<Matrix | null>;
  /** What changed after that revision, as `withChanged` takes it; null where only a whole read tells. */
  readSince(scope: Scope, revision: number): Promise<Changed | null>;
  /** All effects and the key, or nothing. */
  commit(commit: Commit): Promise<Committed>;
  memory(scope: Scope, conversation: string, person: string, now: Date): Promise<Memory | null>;
  /** Null once it is over or too old. */
  importDraft(scope: Scope, id: string, now: Date): Promise<ImportDraft | null>;
  quizSession(scope: Scope, conversation: string): Promise<QuizSession | null>;
  /** Newest first. */
  quizResults(scope: Scope, limit: number): Promise<QuizResult[]>;
  /** Newest first; `before` is the `seq` to go on from. */
  lines(scope: Scope, which: Which, limit: number, before?: number): Promise<Line[]>;
  /** The tasks as they stood at the end of that day. */
  stateAt(scope: Scope, day: Day): Promise<Task[]>;
  /** Also the parties that were taken out with the import that had brought them: what is on record names them. */
  everyParty(scope: Scope): Promise<Party[]>;
  /** Parties and people that only this batch brought in, of those that are there. */
  made(scope: Scope, batch: string): Promise<Made>;
  /** Ids of the tasks that changed on that day or later; being recorded is no change. */
  changedSince(scope: Scope, since: Day): Promise<string[]>;
  /** The views rounds, newest first; the oldest of many are left out. */
  rounds(scope: Scope): Promise<StoredRound[]>;
  /** How often, and by how many people a day added up, since a day. */
  demandFor(scope: Scope, task: string, since: Day): Promise<{ times: number; askers: number }>;
  subscriptions(scope: Scope): Promise<Subscription[]>;
  /** Also those that are over: that a task is back is news. */
  snoozes(scope: Scope): Promise<Snooze[]>;
  /** How many others taught the same. */
  taught(scope: Scope, lesson: Lesson): Promise<number>;
  /** Removes what is past its time; of questions the counts stay. Returns how many rows went. */
  sweep(now: Date): Promise<number>;
  close(): Promise<void>;
};
