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
};

/** A button that names a task. */
export type Choice = { task: string; title: string };

export type CardData = {
  /** `lead` repeats the first line where it says more than the blocks do: a backup, a night contact. */
  answer: {
    line: string;
    lead: string;
    blocks: AnswerBlock[];
    note: string;
    words: { wrongOwner: string; history: string };
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
  /** One step of the quiz; `at` lets a late press be noticed, an item's `id` names its input. */
  'quiz-step': {
    line: string;
    progress: string;
    note: string;
    warn: string;
    at: string;
    items: {
      id: string;
      heading: string;
      label: string;
      hint: string;
      value: string;
      choices: { title: string; value: string }[];
    }[];
    buttons: { go: string; title: string }[];
    sides: { side: string; title: string }[];
    words: { choose: string; sides: string };
  };
  /** Empty `at` or `model` leave their button out; an area's marks are as many as its share of ten. */
  'quiz-verdict': {
    line: string;
    note: string;
    warn: string;
    gate: string;
    todo: string;
    reasons: { text: string; evidence: string; quote: string }[];
    areas: {
      area: string;
      well: string;
      failing: string;
      unclear: string;
      outside: string;
      advice: string;
      tone: Tone;
      counts: string;
    }[];
    changes: string[];
    both: string[];
    moved: string[];
    footer: string;
    at: string;
    run: string;
    compares: boolean;
    model: string;
    words: {
      reasons: string;
      areas: string;
      legend: string;
      changes: string;
      both: string;
      moved: string;
      back: string;
      owners: string;
      markdown: string;
      compare: string;
    };
  };
  'quiz-compare': {
    line: string;
    sides: string[];
    rows: { title: string; values: string[] }[];
    more: string;
    agreed: string;
  };
  /** Areas with how many proposals each has, or the proposals of one `area`. */
  'quiz-owners': {
    line: string;
    note: string;
    warn: string;
    model: string;
    run: string;
    area: string;
    areas: { area: string; title: string; acceptAll: string }[];
    rows: { task: string; version: number; text: string }[];
    more: string;
    words: { accept: string; open: string; areas: string; toResult: string };
  };
  'quiz-markdown': { line: string; text: string; run: string; words: { toResult: string } };
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
