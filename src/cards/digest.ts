// Contract: the cards of the weekly digest and of the monthly view.
import type { Option, Row, Tone } from './parts.ts';

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

export type DigestCards = {
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
};
