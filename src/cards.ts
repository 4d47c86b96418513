// Contract: which data each card in cards/ shows. Every text here may come from people: templates keep it in TextRuns.
// `words` are a card's own labels, in the reader's language.
import type { AskCards } from './cards/asks.ts';
import type { BringCards } from './cards/bring.ts';
import type { DigestCards } from './cards/digest.ts';
import type { EditCards } from './cards/edit.ts';
import type { Row, Tone } from './cards/parts.ts';
import type { QuizCards } from './cards/quiz.ts';

export type { Bar, DigestItem } from './cards/digest.ts';
export type { OnTask } from './cards/edit.ts';
export type { Option, Row, Tone } from './cards/parts.ts';

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

type AnswerCards = {
  /** `lead` repeats the first line where it says more than the blocks do: a backup, a night contact. */
  answer: {
    line: string;
    lead: string;
    blocks: AnswerBlock[];
    note: string;
    /** What to note where no answer is right; empty where nothing is offered to be noted. */
    question: string;
    words: Record<'wrongOwner' | 'history' | 'edit' | 'undo' | 'open' | 'noneOfThese', string>;
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
  matrices: { line: string; note: string; matrices: { matrix: string; name: string }[] };
};

export type CardData = AnswerCards & AskCards & EditCards & DigestCards & QuizCards & BringCards;

export type CardName = keyof CardData;

export type CardReply = {
  [Name in CardName]: { kind: 'card'; card: Name; data: CardData[Name] };
}[CardName];

/** What goes back to people: a card, one plain line, or a file. */
export type Reply =
  | CardReply
  | { kind: 'text'; text: string }
  /** A file that is sent once they accept it; `context` comes back with their answer. */
  | { kind: 'offer'; text: string; name: string; bytes: number; context: Record<string, string> }
  /** The accepted file itself; `failed` is said where it cannot be sent. */
  | { kind: 'file'; text: string; name: string; bytes: Uint8Array; failed: string };

/** One task among those found while composing: how it looks in the list, and the card that the message gets. */
export type Result = { title: string; text: string; reply: CardReply };

/** The sentence that stands for a reply where only one fits: notification, screen reader, log-free preview. */
export function firstLine(reply: Reply): string {
  return reply.kind === 'card' ? reply.data.line : reply.text;
}
