// What a language gives for reading edits: sentences with places for the task, whom, until and why.

const WISHES = [
  'assign',
  'nobody',
  'gap',
  'not applicable',
  'backup',
  'no backup',
  'failing',
  'well',
  'accept',
  'decline',
  'mine',
] as const;
export type Wished = (typeof WISHES)[number];

/**
 * `words` match a whole sentence, with the groups `task`, `whom`, `until` and `why` where they have them.
 * `sure` false: the sentence is a wish only if it names somebody who can own ("give mailboxes to Sam").
 */
export type Form = { wish: Wished; words: RegExp; sure: boolean };

export type EditWords = {
  forms: readonly Form[];
  /** How a question begins or ends that asks for something to be done; any other question wishes nothing. */
  request: RegExp;
  /** "it", "this one": the task just spoken of. */
  pointing: RegExp;
  undo: RegExp;
  roles: RegExp;
  matrices: RegExp;
  /** With the group `name`. */
  useMatrix: RegExp;
  /** With the group `area` where one is named. */
  views: RegExp;
};
