// The first line when something particular was asked about a task: its backup, reach, nights, reason, next check.
import type { Facet } from '../chat.ts';
import { isAnswering, isOverdue, nextCheck } from '../matrix/status.ts';
import { answerLine, nights, ownerLine, reach, type Subject } from '../wording/block.ts';
import { deciderText, standInText } from '../wording/holder.ts';

/** Facets that end in another card (history) or another job (assign) keep the owner's own line. */
export function facetLine(subject: Subject, facet: Facet): string {
  switch (facet) {
    case 'backup':
      return backupLine(subject);
    case 'contact':
      return contactLine(subject);
    case 'after_hours':
      return nightsLine(subject);
    case 'status':
      return statusLine(subject);
    case 'reason':
      return reasonLine(subject);
    case 'next_review':
      return nextCheckLine(subject);
    case 'owner':
    case 'history':
    case 'assign':
      return answerLine(subject);
  }
}

function values(subject: Subject): Record<string, string> {
  const { task, matrix, say } = subject;
  return { task: task.name, owner: ownerLine(subject), decider: deciderText(matrix, say) };
}

function backupLine(subject: Subject): string {
  const { task, matrix, say } = subject;
  if (task.backup) {
    return say('facet.backup', {
      ...values(subject),
      backup: standInText(task.backup, matrix, say),
    });
  }
  return say(
    isAnswering(subject.status) ? 'facet.backup.none' : 'facet.backup.gap',
    values(subject),
  );
}

function contactLine(subject: Subject): string {
  const { say } = subject;
  const way = reach(subject);
  if (!isAnswering(subject.status)) return say('facet.contact.gap', values(subject));
  return way === ''
    ? say('facet.contact.none', values(subject))
    : say('facet.contact', { ...values(subject), reach: way });
}

function nightsLine(subject: Subject): string {
  const { say, task } = subject;
  const cover = nights(subject);
  if (cover !== '' && cover !== say('nights.nobody')) {
    return say('facet.nights', { task: task.name, cover });
  }
  return say(
    isAnswering(subject.status) ? 'facet.nights.nobody' : 'facet.nights.gap',
    values(subject),
  );
}

function statusLine(subject: Subject): string {
  const { say, task, status } = subject;
  const said = { ...values(subject), status: say(`status.${status}`) };
  if (!isAnswering(subject.status)) return say('facet.status.gap', said);
  return task.health === 'unknown'
    ? say('facet.status', said)
    : say('facet.status.health', { ...said, health: say(`health.${task.health}`) });
}

function reasonLine(subject: Subject): string {
  const { say, task } = subject;
  const said = { ...values(subject), reason: task.reason };
  if (!isAnswering(subject.status)) {
    return task.reason === '' ? answerLine(subject) : say('facet.reason.gap', said);
  }
  return say(task.reason === '' ? 'facet.reason.none' : 'facet.reason', said);
}

function nextCheckLine(subject: Subject): string {
  const { say, task, today } = subject;
  const due = nextCheck(task);
  if (!isAnswering(subject.status)) return answerLine(subject);
  if (due === null) return say('facet.next.none', values(subject));
  const said = { ...values(subject), day: say.day(due) };
  return say(isOverdue(task, today) ? 'facet.next.overdue' : 'facet.next', said);
}
