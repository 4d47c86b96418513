// One task → what an answer card says about it: owner first, then how to reach, stand-in, scope and record.

import type { AnswerBlock, Row, Tone } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import { ownerText, partyName } from '../matrix/holder.ts';
import { type Matrix, personNamed, type StoredTask } from '../matrix/matrix.ts';
import { disagreement } from '../matrix/ownership.ts';
import { isAnswering, nextCheck, type Status, statusOf } from '../matrix/status.ts';
import type { Say } from '../strings/strings.ts';
import { deciderText, reachText, standInText } from './holder.ts';

/** Everything the wording of one task needs, looked up once. */
export type Subject = {
  task: StoredTask;
  matrix: Matrix;
  status: Status;
  today: Day;
  /** How often it was asked about lately; only gaps show it. */
  demand: { times: number; askers: number };
  /** What whoever looks may do with it. */
  may: May;
  say: Say;
};

export type May = { edit: boolean; undo: boolean };

export const NOTHING: May = { edit: false, undo: false };

export function subjectOf(
  task: StoredTask,
  matrix: Matrix,
  today: Day,
  demand: Subject['demand'],
  say: Say,
  may: May = NOTHING,
): Subject {
  return { task, matrix, today, demand, say, may, status: statusOf(task, matrix, today) };
}

export const TONES: Record<Status, Tone> = {
  confirmed: 'good',
  assigned: 'warning',
  overdue: 'warning',
  disputed: 'attention',
  orphaned: 'attention',
  nobody: 'attention',
  unknown: 'warning',
  'accepted gap': 'default',
  'not applicable': 'default',
};

export function answerBlock(subject: Subject): AnswerBlock {
  const { task, status, say } = subject;
  return {
    task: task.id,
    version: task.version,
    name: task.name,
    owner: ownerLine(subject),
    status: say(`status.${status}`),
    tone: TONES[status],
    advice: advice(subject),
    rows: rows(subject),
    reportable: task.ownership.kind === 'owned',
    editable: subject.may.edit,
    undoable: subject.may.undo,
  };
}

/** The one sentence that is a full answer by itself. */
export function answerLine(subject: Subject): string {
  const { task, status, say } = subject;
  const values = { task: task.name, ...gapValues(subject) };
  switch (status) {
    case 'confirmed':
      return say('line.owned', { ...values, owner: ownerLine(subject) });
    case 'assigned':
    case 'overdue':
      return say(`line.${status}`, { ...values, owner: ownerLine(subject) });
    default:
      return say(`line.${status}`, values);
  }
}

/** The owner in a few words, or what stands in its place. */
export function ownerLine(subject: Subject): string {
  const { task, matrix, status, say } = subject;
  if (isAnswering(status)) {
    return task.ownership.kind === 'owned' ? ownerText(task.ownership.lead, matrix) : '';
  }
  return say(`owner.${status}`, gapValues(subject));
}

function gapValues({ task, matrix, say }: Subject): Record<string, string> {
  const { ownership } = task;
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  return {
    decider: deciderText(matrix, say),
    person: lead?.person ?? '',
    standIn: task.backup
      ? standInText(task.backup, matrix, say)
      : lead
        ? partyName(lead.party, matrix)
        : deciderText(matrix, say),
    until: ownership.kind === 'accepted gap' ? say.day(ownership.until) : '',
  };
}

function advice(subject: Subject): string {
  const { task, status } = subject;
  const told = [statusAdvice(subject)];
  if (status === 'nobody' || status === 'unknown') told.push(demandAdvice(subject));
  if (status === 'accepted gap' || status === 'not applicable') told.push(task.reason);
  return told.filter((sentence) => sentence !== '').join(' ');
}

function statusAdvice({ task, matrix, status, today, say }: Subject): string {
  const { ownership } = task;
  const decider = deciderText(matrix, say);
  const party = ownership.kind === 'owned' ? partyName(ownership.lead.party, matrix) : '';
  switch (status) {
    case 'assigned':
      if (ownership.kind !== 'owned') return '';
      return say('advice.assigned', { party, since: say.day(ownership.since) });
    case 'overdue':
      return say('advice.overdue', { party, due: say.day(nextCheck(task) ?? today) });
    case 'disputed': {
      const dispute = disagreement(task.views);
      if (!dispute) return '';
      const [a, b] = dispute.views.map((view) => partyName(view.party, matrix));
      return say(`advice.${dispute.kind}`, { a: a ?? '', b: b ?? '', decider });
    }
    case 'orphaned': {
      if (ownership.kind !== 'owned') return '';
      const { person } = ownership.lead;
      const left = personNamed(matrix, ownership.lead.party, person)?.leftOn ?? today;
      return say('advice.orphaned', { person, party, day: say.day(left), decider });
    }
    case 'nobody':
      return nobodyAdvice(task, matrix, say, decider);
    case 'unknown':
      return say('advice.unknown', { decider });
    case 'accepted gap':
      return ownership.kind === 'accepted gap' && ownership.by !== ''
        ? say('advice.accepted gap', { by: ownership.by })
        : '';
    case 'confirmed':
    case 'not applicable':
      return '';
  }
}

function nobodyAdvice(task: StoredTask, matrix: Matrix, say: Say, decider: string): string {
  const { ownership } = task;
  if (ownership.kind === 'accepted gap') {
    return say('advice.expired', { until: say.day(ownership.until), decider });
  }
  if (ownership.kind !== 'nobody') return '';
  if (ownership.sharedWith.length > 0) {
    const parties = ownership.sharedWith.map((id) => partyName(id, matrix)).join(', ');
    return say('advice.shared', { parties, decider });
  }
  return say('advice.nobody', { since: say.day(ownership.since), decider });
}

function demandAdvice({ demand, say }: Subject): string {
  if (demand.times < 2) return '';
  return demand.askers < 2 ? say('advice.asked', demand) : say('advice.asked by', demand);
}

function rows(subject: Subject): Row[] {
  const { task, matrix, status, say } = subject;
  const { ownership } = task;
  const owned = ownership.kind === 'owned' ? ownership : null;
  const shared =
    ownership.kind === 'owned' || ownership.kind === 'nobody' ? ownership.sharedWith : [];
  const split = ownership.kind === 'owned' || ownership.kind === 'nobody' ? ownership.split : '';
  const partners = shared.map((id) => partyName(id, matrix)).join(', ');
  const backup = task.backup ? standInText(task.backup, matrix, say) : '';
  const all: Row[] = [
    { label: say('row.reach'), text: status === 'not applicable' ? '' : reach(subject) },
    { label: say('row.backup'), text: backup },
    { label: say('row.shared'), text: partners },
    { label: say('row.split'), text: split },
    { label: say('row.nights'), text: ownNights(subject) },
    { label: say('row.covers'), text: task.description },
    { label: say('row.health'), text: task.health === 'failing' ? say('health.failing') : '' },
    { label: say('row.record'), text: owned && status !== 'disputed' ? record(subject) : '' },
  ];
  return all.filter((row) => row.text !== '');
}

/** Whom to turn to today: the owner, the stand-in of one who left, else the decider. */
export function reach(subject: Subject): string {
  const { task, matrix, status, say } = subject;
  const { ownership } = task;
  if (status === 'orphaned' && task.backup && task.backup.party !== '') {
    return reachText(task.backup.party, matrix, say);
  }
  if ((isAnswering(status) || status === 'orphaned') && ownership.kind === 'owned') {
    return reachText(ownership.lead.party, matrix, say);
  }
  return matrix.decider.reach;
}

/** Who covers nights: the task's own cover, else the owner's night contact. Empty where nights do not matter. */
export function nights({ task, matrix, say }: Subject): string {
  if (!task.nights.matter) return '';
  if (task.nights.cover !== '') return task.nights.cover;
  const { ownership } = task;
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  const party = lead && matrix.parties.find(({ id }) => id === lead.party);
  return party && party.nights !== '' ? `${party.nights} (${party.name})` : say('nights.nobody');
}

/** What Reach does not say already: the task's own night cover, or that there is none. */
function ownNights(subject: Subject): string {
  const { task, say } = subject;
  const cover = nights(subject);
  const own = task.nights.matter && task.nights.cover !== '';
  return own || cover === say('nights.nobody') ? cover : '';
}

function record({ task, status, say }: Subject): string {
  if (task.ownership.kind !== 'owned') return '';
  const { since, acceptedOn } = task.ownership;
  const next = status === 'overdue' ? null : nextCheck(task);
  return [
    say('record.since', { since: say.day(since) }),
    acceptedOn ? say('record.accepted', { day: say.day(acceptedOn) }) : '',
    next ? say('record.next', { day: say.day(next) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
