// One task as its own page shows it: everything the answer card says, the sides, the demand, the history, the form.
import type { PageEdit, PageTask } from '../api.ts';
import type { Line } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import { partyName } from '../matrix/holder.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { mayAnswerFor, mayEdit } from '../matrix/rights.ts';
import { answerBlock, subjectOf } from '../wording/block.ts';
import { offered } from '../wording/choices.ts';
import { whatChanged } from '../wording/history.ts';
import { saidText } from '../wording/holder.ts';
import { rowOf, type View } from './rows.ts';

/** `lines` newest first. */
export type Record = { demand: { times: number; askers: number }; lines: readonly Line[] };

export function pageTask(task: StoredTask, { demand, lines }: Record, view: View): PageTask {
  const { matrix, today, say } = view;
  const { ownership } = task;
  const { advice, rows } = answerBlock(subjectOf(task, matrix, today, demand, say));
  const apart = [say('row.covers'), say('row.split')];
  return {
    row: rowOf(task, view),
    advice,
    description: task.description,
    aliases: task.aliases,
    split: ownership.kind === 'owned' || ownership.kind === 'nobody' ? ownership.split : '',
    reason: task.reason,
    facts: rows.filter(({ label }) => !apart.includes(label)),
    views: task.views.map((one) => ({
      ...{ party: partyName(one.party, matrix), says: saidText(one, matrix, say), on: one.on },
    })),
    demand,
    history: lines.map((line) => ({
      when: say.day(dayOf(line.at)),
      who: line.by.name,
      what: whatChanged(line, matrix, say),
    })),
    edit: editOf(task, view),
  };
}

function editOf(task: StoredTask, { matrix, caller, today, say }: View): PageEdit | null {
  return mayAnswerFor(caller, task)
    ? offered(task, matrix, mayEdit(caller, task), today, say)
    : null;
}
