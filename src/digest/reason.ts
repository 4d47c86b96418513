// Why a task is on the digest, and what became of it, in the words of the reader.
import type { DigestItem, Tone } from '../cards.ts';
import type { Day } from '../matrix/day.ts';
import { ownerText, partyName } from '../matrix/holder.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { disagreement } from '../matrix/ownership.ts';
import { isAnswering, statusOf } from '../matrix/status.ts';
import type { Say } from '../strings/strings.ts';
import type { Snooze } from '../subscriptions.ts';
import type { Cause } from './cause.ts';
import type { Item } from './order.ts';

const TONES: Record<Cause, Tone> = {
  'mutual disclaim': 'attention',
  overlap: 'attention',
  orphaned: 'attention',
  nobody: 'attention',
  shared: 'attention',
  expired: 'attention',
  unknown: 'warning',
  ending: 'warning',
  assigned: 'warning',
  overdue: 'warning',
};

/** A gap is assigned; what has a name on it is decided. */
const ASSIGNED: ReadonlySet<Cause> = new Set([
  'nobody',
  'shared',
  'expired',
  'unknown',
  'orphaned',
]);

export function digestItem(item: Item, matrix: Matrix, today: Day, say: Say): DigestItem {
  const { task, cause } = item;
  return {
    task: task.id,
    version: task.version,
    name: task.name,
    reason: reasonText(item, matrix, today, say),
    tone: TONES[cause],
    act: say(ASSIGNED.has(cause) ? 'digest.act.assign' : 'digest.act.decide'),
  };
}

/** Nothing is left to press. */
export function settledItem(task: StoredTask, outcome: string): DigestItem {
  const { id, version, name } = task;
  return { task: id, version, name, reason: outcome, tone: 'good', act: '' };
}

/** `new · a gap since 3 Mar 2026 · asked 9 times by 6 people`. */
export function reasonText(item: Item, matrix: Matrix, today: Day, say: Say): string {
  const { task, news, demand } = item;
  const asked = demand.askers < 2 ? 'digest.why.times' : 'digest.why.asked';
  return [
    news ? say(`digest.why.${news}`) : '',
    causeText(item, matrix, today, say),
    demand.times < 2 ? '' : say(asked, demand),
    task.health === 'failing' ? say('health.failing') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function causeText({ task, cause, since }: Item, matrix: Matrix, today: Day, say: Say): string {
  const { ownership } = task;
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  const dispute = disagreement(task.views);
  const [a = '', b = ''] = (dispute?.views ?? []).map((view) => partyName(view.party, matrix));
  const shared = ownership.kind === 'nobody' ? ownership.sharedWith : [];
  const day = since ?? today;
  return say(`digest.why.${cause}`, {
    ...{ a, b, day: say.day(day), days: daysBetween(day, today) },
    person: lead?.person ?? '',
    party: lead ? partyName(lead.party, matrix) : '',
    parties: shared.map((id) => partyName(id, matrix)).join(', '),
  });
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What stands in the owner's place today. */
export function outcomeText(task: StoredTask, matrix: Matrix, today: Day, say: Say): string {
  const status = statusOf(task, matrix, today);
  const { ownership } = task;
  if (isAnswering(status) && ownership.kind === 'owned') return ownerText(ownership.lead, matrix);
  return say(`status.${status}`);
}

export function putOffText({ until, by, reason }: Snooze, say: Say): string {
  const what = say('digest.putOff.until', { day: say.day(until), by: by.name });
  return reason === '' ? what : say('history.why', { what, why: reason });
}
