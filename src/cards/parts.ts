// Contract: the small pieces that cards of several jobs are made of.

/** One labelled line of a card, such as Reach or Backup. */
export type Row = { label: string; text: string };

/** How a status is coloured; the word beside it always says the same. */
export type Tone = 'good' | 'warning' | 'attention' | 'default';

/** One entry of a choice set. */
export type Option = { title: string; value: string };
