// Contract: the cards of the quiz.
import type { Tone } from './parts.ts';

export type QuizCards = {
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
