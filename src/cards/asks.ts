// Contract: the cards that Remit sends by itself to owners, sides of a views round and admins.
import type { Option, Tone } from './parts.ts';

export type AskCards = {
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
};
