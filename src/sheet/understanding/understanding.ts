// What a file was understood to say: shown to a person, corrected by answers, and only then made a draft.
import type { Side } from '../../matrix/party.ts';
import type { Format, Notice, Refusal, TextRow } from '../reading/workbook.ts';
import type { Decision } from './decide.ts';
import type { Question } from './questions.ts';
import type { CellRead, LeftOut, Orientation } from './reading.ts';

/** `key` names the party in question ids. `known` is the id of the party the matrix has by that name. */
export type UnderstoodParty = {
  key: string;
  name: string;
  group: string;
  side: Side;
  sideWhy: string;
  known: string | null;
  /** Cells with a mark of it. */
  marks: number;
};

/** `starter` is the starter task it was recognised as. Cells name parties by their place. */
export type UnderstoodTask = {
  where: string;
  area: string;
  name: string;
  note: string;
  nights: string;
  cells: CellRead[];
  decision: Decision;
  starter: string | null;
};

export type Understood = {
  kind: 'understood';
  format: Format;
  /** The sheet or heading it was found under, and how many tables were read as one. */
  table: { id: string; name: string; parts: number };
  orientation: Orientation;
  /** Why it is read this way, in words for people. */
  why: string;
  parties: UnderstoodParty[];
  tasks: UnderstoodTask[];
  left: LeftOut[];
  questions: Question[];
  /** Answers that were given and fit no question. */
  rejected: string[];
  notices: Notice[];
};

/** The file is a sheet as Remit exports it: nothing has to be guessed. */
export type Canonical = {
  kind: 'canonical';
  sheet: string;
  header: string[];
  rows: TextRow[];
  notices: Notice[];
};

export type Understanding = Understood | Canonical | Refusal;

/** The tasks of which nobody, or more than one, is accountable. */
export function doubtful({ tasks }: Understood, doubt: 'two' | 'none'): UnderstoodTask[] {
  return tasks.filter(({ decision }) => decision.doubt === doubt);
}

/** Blank is unknown: nobody has said anything, which is not the same as nobody. */
export function blanks({ tasks }: Understood): UnderstoodTask[] {
  return tasks.filter(({ decision: { owner } }) => owner.kind === 'unknown' && owner.blank);
}
