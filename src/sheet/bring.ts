// One import from bytes to plan, in one call without any effect: what the file says, and what it would change.
import { createHash } from 'node:crypto';
import type { Author } from '../matrix/change.ts';
import type { Day } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Party, Person } from '../matrix/party.ts';
import type { Problem } from './columns.ts';
import { type Diff, diffOf } from './diff.ts';
import { toDraft } from './draft.ts';
import { type ImportPlan, planImport } from './plan.ts';
import { isRefusal, type Refusal, type Workbook } from './reading/workbook.ts';
import type { Answers } from './understanding/questions.ts';
import { type Matcher, understand } from './understanding/understand.ts';
import type { Canonical, Understood } from './understanding/understanding.ts';

/** A file, or pasted text with an empty name. */
export type GivenFile = { bytes: Uint8Array; name: string };

/** `answers` are those given so far, by question id. `how` goes into the history; its batch makes the import one. */
export type BringContext = {
  current: Matrix | null;
  answers: Answers;
  today: Day;
  how: { by: Author; why: string; batch: string };
};

/** Rows of a sheet of ours are in `plan`; here only that it is one. */
export type Shown = Understood | Pick<Canonical, 'kind' | 'sheet' | 'notices'>;

/**
 * refused: nothing of the file can be read. problems: it was understood, but rows contradict themselves; nothing can be
 * applied. ready: `plan.steps` against `current` are one commit, `parties` and `people` all there are then.
 */
export type Brought =
  | Refusal
  | { kind: 'problems'; understood: Shown; problems: Problem[] }
  | {
      kind: 'ready';
      understood: Shown;
      notices: Problem[];
      parties: Party[];
      people: Person[];
      plan: ImportPlan;
      diff: Diff;
      /** The same for as long as the same would change: what was looked at is what is applied. */
      mark: string;
    };

export function bring(
  book: Workbook | Refusal,
  { current, answers, today, how }: BringContext,
  match: Matcher,
): Brought {
  if (isRefusal(book)) return book;
  const understood = understand(book, { match, current, answers });
  if (isRefusal(understood)) return understood;
  const read = toDraft(understood, current, today);
  const shown: Shown =
    understood.kind === 'canonical'
      ? { kind: understood.kind, sheet: understood.sheet, notices: understood.notices }
      : understood;
  if (read.kind === 'problems') {
    return { kind: 'problems', understood: shown, problems: read.problems };
  }
  const { tasks, parties, people, notices } = read;
  const plan = planImport(current, read, how);
  return {
    kind: 'ready',
    understood: shown,
    notices,
    parties,
    people,
    plan,
    diff: diffOf(current, tasks),
    mark: markOf(plan),
  };
}

/** Why and batch are made anew each time. */
function markOf({ steps }: ImportPlan): string {
  const hash = createHash('sha256');
  for (const step of steps) {
    const { why: _, batch: __, ...what } = { why: '', batch: '', ...step };
    hash.update(JSON.stringify(what));
  }
  return hash.digest('hex').slice(0, 32);
}
