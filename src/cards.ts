// Contract: which data each card in cards/ shows. Every text here may come from people: templates keep it in TextRuns.
// `words` are a card's own labels, in the reader's language.

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

export type CardData = {
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
  /** What waits for an owner's word. What is ticked comes back as the tasks' ids, joined by commas. */
  ask: {
    line: string;
    note: string;
    /** To be accepted. */
    asked: Option[];
    askedTicked: string;
    /** Their regular check has come. */
    checks: Option[];
    checksTicked: string;
    whom: Option[];
    /** The tasks on the card, and all that it stands for, as `id@version,…`. */
    shown: string;
    all: string;
    several: boolean;
    from: number;
    /** Where the next portion starts; 0 where there is none. */
    next: number;
    words: Record<
      | 'asked'
      | 'checks'
      | 'why'
      | 'whom'
      | 'accept'
      | 'all'
      | 'decline'
      | 'handOver'
      | 'part'
      | 'more',
      string
    >;
  };
  /** One side of a views round is asked, ten tasks at a time. The answers come back as says0, says1, … */
  views: {
    line: string;
    note: string;
    round: string;
    party: string;
    /** Their ids in the order of the items, joined by commas. */
    tasks: string;
    items: { name: string; says: string; choices: Option[] }[];
    words: { save: string };
  };
  /** How a views round stands; its items only once everybody has spoken. */
  round: {
    line: string;
    note: string;
    round: string;
    sides: { name: string; what: string }[];
    items: { task: string; name: string; said: string; result: string; tone: Tone }[];
    more: string;
    /** It can still be closed. */
    open: boolean;
    /** The side for which whoever looks has yet to answer; empty where there is none. */
    party: string;
    words: { close: string; answer: string };
  };
  /** Asks an admin whether somebody is the one whom the matrix knows by name; who, is kept with the request. */
  link: { line: string; note: string; request: string; words: { yes: string; no: string } };
  /** Asks an admin whether somebody has left. */
  left: {
    line: string;
    note: string;
    party: string;
    name: string;
    words: { yes: string; no: string };
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
