// Contract: which data each card in cards/ shows. Every text here may come from people: templates keep it in TextRuns.
// `words` are a card's own labels, in the reader's language.
import type { AskCards } from './cards/asks.ts';

/** One labelled line of a card, such as Reach or Backup. */
export type Row = { label: string; text: string };

/** How a status is coloured; the word beside it always says the same. */
export type Tone = 'good' | 'warning' | 'attention' | 'default';

/** Who owns one task. `line` alone is a full answer: the notification shows nothing else. */
export type AnswerBlock = {
  task: string;
  version: number;
  name: string;
  owner: string;
  status: string;
  tone: Tone;
  /** What to do, where the status alone does not tell; empty otherwise. */
  advice: string;
  rows: Row[];
  /** Somebody is named, so somebody can be the wrong one. */
  reportable: boolean;
  /** Whoever asked may change it. */
  editable: boolean;
  /** Was changed by whoever sees this, a moment ago. */
  undoable: boolean;
};

/** A button that names a task. */
export type Choice = { task: string; title: string };

/** One entry of a choice set. */
export type Option = { title: string; value: string };

/** An edit of one task: how it stands, which version that is, and what went wrong a moment ago. */
export type OnTask = { line: string; now: string; note: string; task: string; version: number };
/** One bar of a picture, in tasks; `text` says the same in words, `full` and `empty` draw it with ten squares. */
export type Bar = {
  name: string;
  text: string;
  left: number;
  right: number;
  full: string;
  empty: string;
};

/** One task of a digest and why it is there; `act` is empty where nothing is open any more. */
export type DigestItem = {
  task: string;
  version: number;
  name: string;
  reason: string;
  tone: Tone;
  act: string;
};

export type CardData = AskCards & {
  /** `lead` repeats the first line where it says more than the blocks do: a backup, a night contact. */
  answer: {
    line: string;
    lead: string;
    blocks: AnswerBlock[];
    note: string;
    words: { wrongOwner: string; history: string; edit: string; undo: string };
  };
  choices: {
    line: string;
    note: string;
    question: string;
    choices: Choice[];
    noneOfThese: boolean;
    words: { noneOfThese: string };
  };
  list: {
    line: string;
    note: string;
    items: { task: string; name: string; owner: string; status: string; tone: Tone }[];
    more: string;
  };
  history: {
    line: string;
    task: string;
    lines: { when: string; who: string; what: string }[];
    words: { back: string };
  };
  /** `run` is the key of the post, empty for one that was asked for; it comes back with every press. */
  digest: {
    line: string;
    note: string;
    run: string;
    items: DigestItem[];
    more: string;
    closed: string[];
    areas: Bar[];
    footer: string;
    words: { closed: string; areas: string; done: string; open: string; refresh: string };
  };
  'digest-item': {
    line: string;
    name: string;
    reason: string;
    note: string;
    run: string;
    task: string;
    version: number;
    until: string;
    words: {
      mine: string;
      decide: string;
      putOff: string;
      until: string;
      why: string;
      back: string;
    };
  };
  'digest-rest': {
    line: string;
    run: string;
    items: { task: string; name: string; reason: string; tone: Tone }[];
    more: string;
    words: { back: string };
  };
  'digest-setup': {
    line: string;
    note: string;
    warning: string;
    day: string;
    time: string;
    zone: string;
    areas: string;
    decider: string;
    leadership: string;
    holidays: string;
    days: Option[];
    areaOptions: Option[];
    deciders: Option[];
    words: {
      day: string;
      time: string;
      zone: string;
      areas: string;
      everything: string;
      decider: string;
      leadership: string;
      monthly: string;
      holidays: string;
      save: string;
    };
  };
  'digest-status': {
    line: string;
    rows: Row[];
    runs: { key: string; when: string; outcome: string; tone: Tone; again: boolean }[];
    others: string[];
    /** There is a digest here to change, or none yet. */
    on: boolean;
    words: {
      runs: string;
      again: string;
      others: string;
      change: string;
      preview: string;
      off: string;
    };
  };
  leadership: {
    line: string;
    number: string;
    rest: string;
    parties: Bar[];
    note: string;
    words: { done: string; open: string };
  };
  help: { line: string; intro: string; examples: string[]; note: string };
  edit: OnTask & {
    /** Whoever presses may change more than hand it over. */
    all: boolean;
    /** The people picker of Teams works in 1:1 chats. */
    picker: boolean;
    owner: string;
    owners: Option[];
    backup: string;
    backups: Option[];
    health: string;
    healths: Option[];
    words: Record<
      | 'owner'
      | 'someone'
      | 'name'
      | 'backup'
      | 'health'
      | 'why'
      | 'save'
      | 'gap'
      | 'share'
      | 'back',
      string
    >;
  };
  gap: OnTask & { until: string; words: Record<'until' | 'why' | 'save' | 'back', string> };
  share: OnTask & {
    lead: string;
    leads: Option[];
    leadDoes: string;
    partner: string;
    partners: Option[];
    partnerDoes: string;
    words: Record<'lead' | 'leadDoes' | 'partner' | 'partnerDoes' | 'save' | 'back', string>;
  };
  wishes: {
    line: string;
    note: string;
    text: string;
    tasks: { task: string; version: number; title: string }[];
  };
  reported: {
    line: string;
    now: string;
    note: string;
    task: string;
    /** A word may follow. */
    ask: boolean;
    words: Record<'word' | 'send' | 'back', string>;
  };
  notice: { line: string; note: string; task: string; words: Record<'show' | 'edit', string> };
  roles: {
    line: string;
    note: string;
    grants: { name: string; what: string }[];
    none: string;
    may: boolean;
    picker: boolean;
    people: Option[];
    areas: Option[];
    parties: Option[];
    words: Record<
      'person' | 'someone' | 'name' | 'admin' | 'everything' | 'areas' | 'speaksFor' | 'save',
      string
    >;
  };
  matrices: { line: string; note: string; matrices: { matrix: string; name: string }[] };
};

export type CardName = keyof CardData;

export type CardReply = {
  [Name in CardName]: { kind: 'card'; card: Name; data: CardData[Name] };
}[CardName];

/** What goes back to people: a card, or one plain line. */
export type Reply = CardReply | { kind: 'text'; text: string };

/** The sentence that stands for a reply where only one fits: notification, screen reader, log-free preview. */
export function firstLine(reply: Reply): string {
  return reply.kind === 'text' ? reply.text : reply.data.line;
}
