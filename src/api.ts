// Contract of the page: what the tab asks of the bot over HTTP, and what it gets back. Types only, so that the page's bundle takes no code from here.
import type { Day } from './matrix/day.ts';
import type { Side } from './matrix/party.ts';
import type { Status } from './matrix/status.ts';
import type { Health, Importance, Kind } from './matrix/task.ts';

/** `GET /api/me`: who looks, and which matrices there are. `matrix` is the one to open first. */
export type Me = {
  name: string;
  guest: boolean;
  matrix: string;
  matrices: { matrix: string; name: string }[];
};

/** One task as the table shows it; every text is plain. */
export type PageRow = {
  task: string;
  version: number;
  name: string;
  area: string;
  kind: Kind;
  importance: Importance;
  health: Health;
  status: Status;
  /** Owner first, as the answer card says it; empty where nobody answers. */
  owner: string;
  /** Party id of the owner; empty where nobody is named. */
  party: string;
  person: string;
  /** Party ids that share it. */
  sharedWith: string[];
  backup: string;
  /** Null where no check is due. */
  nextCheck: Day | null;
  /** The same day as the reader's language writes it; empty for none. */
  nextCheckText: string;
  mayEdit: boolean;
};

/**
 * `GET /api/matrix?matrix=`, the usual one where none is named, with an ETag; 304 where nothing has moved, which is how the page follows edits made
 * elsewhere. Nothing may be stored, so the page keeps the tag and sends `If-None-Match` itself.
 */
export type Page = {
  matrix: string;
  name: string;
  revision: number;
  today: Day;
  areas: { area: string; name: string }[];
  parties: { party: string; name: string; side: Side }[];
  rows: PageRow[];
  mayAdminister: boolean;
};

/** `GET /api/find?matrix=&q=`: task ids, best first, by the same matching as the chat. */
export type FoundTasks = { tasks: string[] };

/** `GET /api/task?matrix=&task=`: everything about one task. */
export type PageTask = {
  row: PageRow;
  /** What to do, where the status alone does not tell; empty otherwise. */
  advice: string;
  description: string;
  aliases: string[];
  split: string;
  reason: string;
  /** `Label` and text, as the answer card shows them: reach, hours, nights, backup, acceptance. */
  facts: { label: string; text: string }[];
  /** Each side's own word, as a sentence. */
  views: { party: string; says: string; on: Day }[];
  demand: { times: number; askers: number };
  /** Newest first. */
  history: { when: string; who: string; what: string }[];
  /** What the form of an edit offers; null where the caller may not edit. */
  edit: PageEdit | null;
};

/** The same choices as on the edit card; `value` goes back as it came. */
export type PageEdit = {
  owners: { value: string; title: string }[];
  backups: { value: string; title: string }[];
  owner: string;
  backup: string;
};

/** `POST /api/press`: one press of a card's button. The same verbs, data and rights as in chat; `once` makes a repeat harmless. */
export type Press = { matrix: string; verb: string; data: Record<string, unknown>; once: string };

/** What came of a press: the first line, and the card as Teams would draw it, where it is one. */
export type Pressed =
  /** `note`: what the press did, or why it did nothing, such as that somebody came first; empty where `line` says it all. */
  | { kind: 'done'; line: string; note: string; card: unknown; revision: number }
  /** Not allowed, unreadable, or of another matrix; `line` says what to do. */
  | { kind: 'refused'; line: string };

/** `GET /api/card?matrix=&name=digest|quiz`: as it will look; `card` is null where there is none yet, and `line` says why. */
export type PageCard = { line: string; card: unknown };

/** `GET /api/export?matrix=&format=`: the file itself, as an attachment. */
export type ExportFormat = 'csv' | 'xlsx' | 'md' | 'appendix';

/**
 * `POST /api/import`, for admins. Nothing is kept between two requests: first the file alone for a preview, again with
 * `answers` where it asks, and to apply it once more with the `mark` of the preview that was agreed to; to drop it, no
 * request at all. `file` is base64, at most 10 MB before that.
 */
export type Import = {
  matrix: string;
  name: string;
  file: string;
  answers: Record<string, string>;
  /** Empty asks for a preview. */
  mark: string;
};

export type Imported =
  /** Nothing of it can be read; `line` says why. */
  | { kind: 'unreadable'; line: string }
  /** Rows that contradict themselves, each with its place; nothing can be applied. */
  | { kind: 'problems'; lines: string[] }
  | ImportPreview
  | { kind: 'done'; line: string; revision: number };

export type ImportPreview = {
  kind: 'preview';
  /** Comes back to apply just this; empty where there is nothing to apply, or an answer does not fit. */
  mark: string;
  /** How the file was read, and what was left out or looks odd. */
  notes: string[];
  questions: {
    id: string;
    says: string;
    answer: string;
    /** The file cannot tell, so somebody should look. */
    must: boolean;
    /** None: any text is an answer. */
    choices: { value: string; says: string }[];
  }[];
  counts: { created: number; changed: number; unchanged: number; gone: number };
  /** The first of each; `gone` are not in the file and stay as they are. */
  created: { task: string; name: string; area: string; owner: string }[];
  changed: { task: string; name: string; fields: string[] }[];
  gone: { task: string; name: string; area: string }[];
};

/** Every refusal: what happened, and what to do next. */
export type ApiError = { error: string };
