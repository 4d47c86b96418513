// The one rule for changing a task: what somebody wishes, and the task that follows or why not.
import { changedFields, sinceWhen } from './change.ts';
import { addDays, type Day } from './day.ts';
import type { Holder, Ownership, View } from './ownership.ts';
import { type Part, splitText } from './split.ts';
import type { Health, Task } from './task.ts';

export type Wish =
  | { kind: 'assign'; lead: Holder }
  /** Shared needs a lead, and for each side a sentence on what it does. */
  | { kind: 'share'; lead: Holder; parts: readonly Part[] }
  | { kind: 'nobody' }
  | { kind: 'accept gap'; until: Day; by: string }
  | { kind: 'not applicable' }
  | { kind: 'accept' }
  /** Said no: listing them any longer would send people to the wrong desk. */
  | { kind: 'decline' }
  /** The regular check, answered with yes. */
  | { kind: 'still mine' }
  | { kind: 'backup'; holder: Holder | null }
  | { kind: 'health'; health: Health }
  | { kind: 'view'; view: View }
  | { kind: 'alias'; alias: string }
  /** Undo: as the task stood before one change. */
  | { kind: 'put back'; to: Task };

export type Refusal = 'not owned' | 'day passed' | 'day too far' | 'parts missing';

export type Ruled =
  | { kind: 'changed'; to: Task }
  | { kind: 'unchanged' }
  | { kind: 'refused'; why: Refusal };

/** Risk decisions are renewed at least yearly, with a month's grace; a gap accepted for longer is a gap forgotten. */
const LONGEST_GAP_DAYS = 396;

/** `why` becomes the reason on record where the wish decides who owns the task. */
export function ruled(task: Task, wish: Wish, why: string, today: Day): Ruled {
  switch (wish.kind) {
    case 'assign':
      return owned(task, wish.lead, null, why, today);
    case 'share': {
      const parts = wish.parts.filter(({ does }) => does.trim() !== '');
      const sides = new Set(parts.map(({ party }) => party));
      return sides.size < 2 || !sides.has(wish.lead.party)
        ? { kind: 'refused', why: 'parts missing' }
        : owned(task, wish.lead, parts, why, today);
    }
    case 'nobody':
      return decided(task, gapSince(today), why, today);
    case 'accept gap': {
      const { until, by } = wish;
      if (until < today) return { kind: 'refused', why: 'day passed' };
      if (until > addDays(today, LONGEST_GAP_DAYS)) return { kind: 'refused', why: 'day too far' };
      return decided(task, { kind: 'accepted gap', until, by }, why, today);
    }
    case 'not applicable':
      return decided(task, { kind: 'not applicable' }, why, today);
    case 'accept':
      return accepted(task, today);
    case 'decline':
      return task.ownership.kind === 'owned'
        ? decided(task, gapSince(today), why, today)
        : { kind: 'refused', why: 'not owned' };
    case 'still mine': {
      const { ownership } = task;
      if (ownership.kind !== 'owned') return { kind: 'refused', why: 'not owned' };
      const acceptedOn = ownership.acceptedOn ?? today;
      return changed(task, { ...task, ownership: { ...ownership, acceptedOn }, reviewedOn: today });
    }
    case 'backup':
      return changed(task, { ...task, backup: wish.holder });
    case 'health':
      return changed(task, { ...task, health: wish.health });
    case 'view':
      return changed(task, { ...task, views: withView(task.views, wish.view) });
    case 'alias': {
      const alias = wish.alias.trim();
      const known = alias === '' || task.aliases.includes(alias);
      return changed(task, known ? task : { ...task, aliases: [...task.aliases, alias] });
    }
    case 'put back':
      return changed(task, { ...wish.to, id: task.id });
  }
}

/** An owner who stays keeps what they accepted, unless what they share has changed. */
function owned(task: Task, named: Holder, parts: Part[] | null, why: string, today: Day): Ruled {
  const before = task.ownership.kind === 'owned' ? task.ownership : null;
  // A party by itself means whoever in it has the task already.
  const only = named.role === '' && named.person === '' && before?.lead.party === named.party;
  const lead = only ? before.lead : named;
  const stays = before !== null && sameHolder(before.lead, lead);
  const sharedWith = parts
    ? [...new Set(parts.map(({ party }) => party))].filter((party) => party !== lead.party)
    : stays
      ? before.sharedWith
      : [];
  const split = parts ? splitText(parts) : stays ? before.split : '';
  const acceptedOn = stays && before.split === split ? before.acceptedOn : null;
  return decided(
    task,
    { kind: 'owned', lead, sharedWith, split, since: today, acceptedOn },
    why,
    today,
  );
}

/** A decision settles what the sides said before it; their statements stay in the history. */
function decided(task: Task, ownership: Ownership, why: string, today: Day): Ruled {
  const to = sinceWhen(task, { ...task, ownership, views: [] }, today);
  const stays = !changedFields(task, to).includes('ownership');
  return changed(task, { ...to, reason: why === '' && stays ? task.reason : why });
}

function accepted(task: Task, today: Day): Ruled {
  const { ownership, views } = task;
  if (ownership.kind !== 'owned') return { kind: 'refused', why: 'not owned' };
  const { party } = ownership.lead;
  const asked = views.some((view) => view.party === party);
  return changed(task, {
    ...task,
    ownership: { ...ownership, acceptedOn: today },
    reviewedOn: today,
    views: asked ? withView(views, { party, says: 'ours', names: null, on: today }) : views,
  });
}

/** In its place: the same view given again is no change. */
function withView(views: readonly View[], view: View): View[] {
  const known = views.some(({ party }) => party === view.party);
  return known ? views.map((one) => (one.party === view.party ? view : one)) : [...views, view];
}

function gapSince(since: Day): Ownership {
  return { kind: 'nobody', sharedWith: [], split: '', since };
}

function sameHolder(a: Holder, b: Holder): boolean {
  return a.party === b.party && a.role === b.role && a.person === b.person;
}

function changed(before: Task, to: Task): Ruled {
  return changedFields(before, to).length === 0 ? { kind: 'unchanged' } : { kind: 'changed', to };
}
