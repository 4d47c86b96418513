// Contract: the cards on which a matrix is brought in and taken away.
import type { Option, Row } from './parts.ts';

/** A question about a file. Without choices it takes a text; `id` goes back as it came. */
export type BringItem = {
  id: string;
  label: string;
  value: string;
  text: boolean;
  choices: Option[];
};

/** What was understood, what is asked, and what can be put right; nothing has changed yet. */
export type BringCards = {
  bring: {
    line: string;
    note: string;
    warn: string;
    draft: string;
    rows: Row[];
    items: BringItem[];
    /** Where the buttons lead besides dropping: the first is the one to press. */
    ways: { go: string; title: string }[];
    words: { drop: string };
  };
  'bring-diff': {
    line: string;
    note: string;
    warn: string;
    draft: string;
    /** What would change, as it was shown. */
    mark: string;
    may: boolean;
    rows: Row[];
    words: Record<'apply' | 'back' | 'drop', string>;
  };
  brought: {
    line: string;
    note: string;
    batch: string;
    /** `yes` where what others have changed since is left as it is. */
    leave: string;
    undo: string;
  };
  export: { line: string; note: string; ways: { form: string; title: string }[] };
};
