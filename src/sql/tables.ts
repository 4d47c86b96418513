// The tables as TypeScript sees them. Times are ISO text, days `YYYY-MM-DD`, nested values JSON text.
import type { Kysely } from 'kysely';

type Scoped = { tenant: string; matrix: string };

/** A row of a matrix; `revision` is the one with which it last changed. */
type OfMatrix = Scoped & { revision: number };

export type MatrixRow = Scoped & {
  name: string;
  decider_name: string;
  decider_reach: string;
  revision: number;
  /** The `seq` of the newest history line; counted here so that taking the next one also takes the row's lock. */
  last_seq: number;
};

/** `batch` is the import that brought it in, or took it out; empty once somebody else put or used it. */
type OfImport = OfMatrix & { batch: string; gone: number };

export type PartyRow = OfImport & {
  id: string;
  position: number;
  name: string;
  side: string;
  mail: string;
  phone: string;
  portal: string;
  channel: string;
  hours: string;
  nights: string;
};

export type PersonRow = OfImport & {
  party: string;
  name_key: string;
  position: number;
  name: string;
  entra_id: string;
  mail: string;
  left_on: string | null;
};

export type TaskRow = OfMatrix & {
  id: string;
  position: number;
  version: number;
  name: string;
  area: string;
  kind: string;
  description: string;
  aliases: string;
  importance: string;
  health: string;
  nights: string;
  review: string | null;
  reviewed_on: string | null;
  ownership: string;
  backup: string | null;
  reason: string;
  views: string;
  /** THERE, TAKEN_OUT or CAME_BACK. */
  gone: number;
};

/** How a task, a party or a person stands in its matrix; one that came back has its old place again, amid those that stayed. */
export const THERE = 0;
export const TAKEN_OUT = 1;
export const CAME_BACK = 2;

export type LineRow = Scoped & {
  seq: number;
  task: string;
  version: number;
  at: string;
  by_id: string;
  by_name: string;
  why: string;
  batch: string;
  before: string | null;
  after: string;
  gone: number;
};

export type DemandRow = Scoped & {
  task: string;
  day: string;
  id: string;
  kind: string;
  text: string;
  asker: string;
};

export type MemoryRow = Scoped & {
  conversation: string;
  person: string;
  said: string;
  expires: string;
};

export type OnceRow = Scoped & {
  conversation: string;
  key: string;
  person: string;
  reply: string;
  at: string;
};

/** A grant; the newest one of a person counts. */
export type RoleRow = OfMatrix & {
  seq: number;
  person: string;
  given: string;
  by_id: string;
  by_name: string;
  at: string;
};

/** Which matrix a conversation is about. */
export type BindingRow = Scoped & { conversation: string };
export type PostRow = Scoped & {
  key: string;
  /** The recipient as one text, see addressOf. */
  address: string;
  /** JSON; empty where there is nothing to say, and once it was said. */
  reply: string;
  memo: string;
  due: string;
  state: string;
  /** Rises with each claim. */
  fence: number;
  attempts: number;
  /** Not claimed before: its time, the end of a claim, or the next try. */
  not_before: string;
  since: string;
  /** The last claim; empty where there was none. */
  claimed: string;
  lease_until: string;
  why: string;
  activity: string;
  at: string;
};

export type PlaceRow = {
  tenant: string;
  conversation: string;
  kind: string;
  service_url: string;
  person: string;
  locale: string;
  at: string;
};

export type ParkedRow = { tenant: string; address: string; why: string; at: string };

/** `next` is the first turn not given out yet; nothing is posted before `hold`. */
export type PaceRow = { tenant: string; next: string; hold: string };

/** Somebody picked this task for this phrase; `who` is a hash of person and phrase. */
export type LessonRow = Scoped & { phrase: string; task: string; who: string; day: string };

/** A day's demand, counted when its questions are forgotten. */
export type DemandCountRow = Scoped & {
  task: string;
  day: string;
  kind: string;
  times: number;
  askers: number;
};

export type RoundRow = Scoped & {
  id: string;
  version: number;
  started: string;
  state: string;
};

export type SubscriptionRow = Scoped & {
  id: string;
  conversation: string;
  place: string;
  locale: string;
  by_id: string;
  by_name: string;
  since: string;
  day: number;
  hour: number;
  minute: number;
  zone: string;
  areas: string;
  decider_id: string;
  decider_name: string;
  paused_until: string | null;
  holidays: string;
  leadership: number;
};

export type SnoozeRow = Scoped & {
  task: string;
  until: string;
  reason: string;
  by_id: string;
  by_name: string;
  at: string;
};

export type QuizSessionRow = Scoped & {
  conversation: string;
  version: number;
  state: string;
};

export type QuizResultRow = Scoped & {
  run: string;
  at: string;
  body: string;
};

export type ImportDraftRow = Scoped & {
  id: string;
  person: string;
  name: string;
  answers: string;
  expires: string;
  version: number;
  bytes: Uint8Array;
};

export type Tables = {
  matrix: MatrixRow;
  party: PartyRow;
  person: PersonRow;
  task: TaskRow;
  line: LineRow;
  demand: DemandRow;
  memory: MemoryRow;
  once: OnceRow;
  role: RoleRow;
  binding: BindingRow;
  lesson: LessonRow;
  demand_count: DemandCountRow;
  post: PostRow;
  place: PlaceRow;
  parked: ParkedRow;
  pace: PaceRow;
  subscription: SubscriptionRow;
  snooze: SnoozeRow;
  quiz_session: QuizSessionRow;
  quiz_result: QuizResultRow;
  round: RoundRow;
  import_draft: ImportDraftRow;
};

export type Database = Kysely<Tables>;
