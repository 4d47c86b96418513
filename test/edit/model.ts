// What should hold of a matrix that people change, in plain statements: written without looking at the rule it checks.
import { isDeepStrictEqual } from 'node:util';
import { type Day, dayOf } from '../../src/matrix/day.ts';
import type { Holder, Ownership, View } from '../../src/matrix/ownership.ts';
import type { Status } from '../../src/matrix/status.ts';
import type { Task } from '../../src/matrix/task.ts';

export const INTERNAL = { id: 'internal', name: 'Internal IT' };
export const PROVIDER = { id: 'northwind', name: 'Northwind' };
export const OWNER = 'Olga Owner';

export const WHO = ['admin', 'editor', 'owner', 'speaker', 'member', 'guest'] as const;
export type Who = (typeof WHO)[number];
export type Given = { admin: boolean; areas: string[]; speaksFor: string[] };

export type Wished =
  | { kind: 'assign'; lead: Holder }
  | { kind: 'share'; lead: Holder; does: string; partnerDoes: string }
  | { kind: 'nobody' | 'not applicable' | 'accept' | 'decline' | 'still mine' }
  | { kind: 'accept gap'; days: number }
  | { kind: 'backup'; holder: Holder | null }
  | { kind: 'health'; health: Task['health'] }
  | { kind: 'view'; party: string; says: View['says']; names: string | null };

export type Move =
  | { kind: 'wish'; who: Who; task: string; wish: Wished; late: boolean }
  | { kind: 'undo'; who: Who; task: string; late: boolean }
  | { kind: 'grant'; who: Who; to: 'member' | 'editor'; given: Given }
  | { kind: 'import'; importance: Task['importance']; adds: boolean; ownerLeft: boolean }
  | { kind: 'days pass'; days: number }
  | { kind: 'restart' };

type Line = { by: string; before: Task | null; after: Task };
export type Kept = { lines: Line[] };

export function createModel(start: readonly Task[], today: Day) {
  const tasks = new Map<string, Kept>(
    start.map((after) => [after.id, { lines: [{ by: 'remit', before: null, after }] }]),
  );
  const given = new Map<Who, Given>([
    ['admin', { admin: true, areas: [], speaksFor: [] }],
    ['editor', { admin: false, areas: ['cloud'], speaksFor: [] }],
    ['speaker', { admin: false, areas: [], speaksFor: [PROVIDER.id] }],
  ]);
  let now = today;
  let left = false;

  const nowOf = (id: string) => newest(tasks.get(id)).after;
  const isEditor = (who: Who, task: Task) =>
    given.get(who)?.admin === true || given.get(who)?.areas.includes(task.area) === true;
  const answersFor = (who: Who, { ownership }: Task) => {
    if (ownership.kind !== 'owned') return false;
    const { party, person } = ownership.lead;
    if (person !== '') return who === 'owner' && person === OWNER;
    return given.get(who)?.speaksFor.includes(party) === true;
  };

  function may(who: Who, task: Task, wish: Wished): boolean {
    if (who === 'guest') return false;
    if (isEditor(who, task)) return true;
    if (wish.kind === 'view') return given.get(who)?.speaksFor.includes(wish.party) === true;
    const owners = ['accept', 'decline', 'still mine', 'assign', 'share'];
    return owners.includes(wish.kind) && answersFor(who, task);
  }

  /** A change of nothing is no change: the history has only what moved. */
  function write(by: string, after: Task): void {
    const kept = tasks.get(after.id);
    const before = kept ? newest(kept).after : null;
    if (isDeepStrictEqual(before, after)) return;
    if (kept) kept.lines.push({ by, before, after });
    else tasks.set(after.id, { lines: [{ by, before, after }] });
  }

  return {
    tasks,
    today: () => now,
    given: () => given,
    ownerLeft: () => left,
    versionOf: (id: string) => tasks.get(id)?.lines.length ?? 0,

    play(move: Move): void {
      switch (move.kind) {
        case 'wish': {
          const task = nowOf(move.task);
          if (move.late || !may(move.who, task, move.wish)) return;
          const after = wishedOf(task, move.wish, now);
          if (after) write(move.who, after);
          return;
        }
        case 'undo': {
          const { by, before } = newest(tasks.get(move.task));
          if (move.late || before === null || move.who === 'guest') return;
          const own = by === move.who && answersFor(move.who, before);
          if (own || isEditor(move.who, nowOf(move.task))) write(move.who, before);
          return;
        }
        case 'grant':
          // Nobody takes their own last right away by mistake: another admin has to.
          if (move.who === move.to && !move.given.admin) return;
          if (given.get(move.who)?.admin) given.set(move.to, move.given);
          return;
        case 'import':
          for (const id of [...tasks.keys()]) {
            write('import', { ...nowOf(id), importance: move.importance });
          }
          if (move.adds && !tasks.has(NEW_TASK.id)) write('import', NEW_TASK);
          left ||= move.ownerLeft;
          return;
        case 'days pass':
          now = later(now, move.days);
          return;
        case 'restart':
          return;
      }
    },

    statusOf(id: string): Status {
      const { ownership, views, review, reviewedOn } = nowOf(id);
      if (ownership.kind === 'not applicable') return 'not applicable';
      if (ownership.kind === 'accepted gap' && now <= ownership.until) return 'accepted gap';
      const each = views.flatMap((a) => views.filter((b) => b !== a).map((b) => [a, b] as const));
      const points = (a: View, b: View) =>
        a.says === 'theirs' && (a.names === null || a.names === b.party);
      if (each.some(([a, b]) => points(a, b) && points(b, a))) return 'disputed';
      if (each.some(([a, b]) => a.says === 'ours' && b.says === 'ours')) return 'disputed';
      if (ownership.kind === 'unknown') return 'unknown';
      if (ownership.kind !== 'owned') return 'nobody';
      if (left && ownership.lead.person === OWNER) return 'orphaned';
      if (ownership.acceptedOn === null) return 'assigned';
      const checked = reviewedOn ?? ownership.acceptedOn;
      return review !== null && later(checked, review.every) < now ? 'overdue' : 'confirmed';
    },
  };
}

export const NEW_TASK: Task = {
  ...{ id: 'cloud.new', name: 'New', area: 'cloud', kind: 'operation', description: '' },
  ...{ aliases: [], importance: 'low', health: 'unknown', nights: { matter: false } },
  ...{ review: null, reviewedOn: null, backup: null, reason: '', views: [] },
  ownership: { kind: 'unknown' },
};

export function later(day: Day, days: number): Day {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return dayOf(new Date(time));
}

function newest(kept: Kept | undefined): Line {
  const last = kept?.lines.at(-1);
  if (!last) throw new Error('no such task in the model');
  return last;
}

/** Null where it is refused. */
function wishedOf(task: Task, wish: Wished, today: Day): Task | null {
  const { ownership, views } = task;
  const owned = ownership.kind === 'owned' ? ownership : null;
  // A decision settles what the sides said before.
  const decided = (to: Ownership): Task => ({ ...task, ownership: to, views: [], reason: '' });
  switch (wish.kind) {
    case 'assign': {
      const partyAlone = wish.lead.person === '' && wish.lead.role === '';
      if (owned && partyAlone && owned.lead.party === wish.lead.party) return decided(owned);
      if (owned && isDeepStrictEqual(owned.lead, wish.lead)) return decided(owned);
      return decided({
        ...{ kind: 'owned', lead: wish.lead, sharedWith: [], split: '' },
        ...{ since: today, acceptedOn: null },
      });
    }
    case 'share': {
      if (wish.does.trim() === '' || wish.partnerDoes.trim() === '') return null;
      const [first, second] =
        wish.lead.party === INTERNAL.id ? [INTERNAL, PROVIDER] : [PROVIDER, INTERNAL];
      const split = `${first.name}: ${wish.does}\n${second.name}: ${wish.partnerDoes}`;
      const partyAlone = wish.lead.person === '' && wish.lead.role === '';
      const stays =
        owned !== null &&
        ((partyAlone && owned.lead.party === wish.lead.party) ||
          isDeepStrictEqual(owned.lead, wish.lead));
      return decided({
        kind: 'owned',
        lead: stays ? owned.lead : wish.lead,
        sharedWith: [second.id],
        split,
        since: stays ? owned.since : today,
        // What was accepted was that split and no other.
        acceptedOn: stays && owned.split === split ? owned.acceptedOn : null,
      });
    }
    case 'nobody': {
      const since = ownership.kind === 'nobody' ? ownership.since : today;
      return decided({ kind: 'nobody', sharedWith: [], split: '', since });
    }
    case 'not applicable':
      return decided({ kind: 'not applicable' });
    case 'accept gap':
      return wish.days < 0 || wish.days > 396
        ? null
        : decided({ kind: 'accepted gap', until: later(today, wish.days), by: 'whoever' });
    case 'decline':
      return owned && decided({ kind: 'nobody', sharedWith: [], split: '', since: today });
    case 'accept':
      return (
        owned && {
          ...task,
          ownership: { ...owned, acceptedOn: today },
          reviewedOn: today,
          // Who was asked and accepts says "ours".
          views: views.map((view) =>
            view.party === owned.lead.party
              ? { party: view.party, says: 'ours', names: null, on: today }
              : view,
          ),
        }
      );
    case 'still mine':
      return (
        owned && {
          ...task,
          ownership: { ...owned, acceptedOn: owned.acceptedOn ?? today },
          reviewedOn: today,
        }
      );
    case 'backup':
      return { ...task, backup: wish.holder };
    case 'health':
      return { ...task, health: wish.health };
    case 'view': {
      const { party, says, names } = wish;
      const view: View = { party, says, names, on: today };
      return views.some((one) => one.party === party)
        ? { ...task, views: views.map((one) => (one.party === party ? view : one)) }
        : { ...task, views: [...views, view] };
    }
  }
}
