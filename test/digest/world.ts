// A small world for the digest: a matrix with as many gaps as wanted, and weeks that pass, without a store.

import type { Look, Outcome, Turn, World } from '../../src/chat.ts';
import { due } from '../../src/digest/due.ts';
import { digestFeature } from '../../src/digest/feature.ts';
import type { Line } from '../../src/matrix/change.ts';
import { dayOf } from '../../src/matrix/day.ts';
import type { Matrix, StoredTask } from '../../src/matrix/matrix.ts';
import type { Ownership } from '../../src/matrix/ownership.ts';
import { callerOf } from '../../src/matrix/rights.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import type { Post, Posted } from '../../src/posts.ts';
import { respond } from '../../src/respond.ts';
import type { Effect } from '../../src/store.ts';
import type { Snooze, Subscription } from '../../src/subscriptions.ts';
import { NO_FILES } from '../support/files.ts';

/** A Monday. */
/** Who may put items off and see the digests of others. */
const ADMINS = ['priya-id', 'sam rivera'];

export const MONDAY = new Date('2026-11-23T09:00:00Z');
export const WEEK = 7 * 24 * 3_600_000;

export const SAM = { id: 'sam-id', name: 'Sam Rivera' };

export const SUBSCRIPTION: Subscription = {
  id: 'it',
  conversation: '19:it@thread.tacv2',
  where: 'channel',
  locale: 'en-GB',
  by: { id: 'priya-id', name: 'Priya Nair' },
  since: new Date(MONDAY.getTime() - WEEK),
  ...{ day: 1, hour: 9, minute: 0, zone: 'UTC' },
  areas: [],
  decider: SAM,
  pausedUntil: null,
  holidays: [],
  leadership: false,
};

const draft = sampleDraft(dayOf(MONDAY));

/** The sample organisation as it is: every status is in it. */
export const SAMPLE: Matrix = {
  ...draft,
  scope: { tenant: 't', matrix: 'main' },
  tasks: draft.tasks.map((task) => ({ ...task, version: 1 })),
  revision: 1,
};

/** Every task is owned and accepted, apart from `count` that nobody owns. */
export function withGaps(count: number): Matrix {
  const owned = SAMPLE.tasks.map((task) => settle(task));
  return {
    ...SAMPLE,
    tasks: owned.map((task, i) => (i % 4 === 1 && i < 4 * count ? open(task) : task)),
  };
}

export const OWNED: Extract<Ownership, { kind: 'owned' }> = {
  kind: 'owned',
  lead: { party: 'northwind-it', role: 'service desk', person: '' },
  ...{ sharedWith: [], split: '', since: '2026-01-01', acceptedOn: '2026-01-05' },
};

export function settle(task: StoredTask): StoredTask {
  return { ...task, views: [], health: 'well', review: null, ownership: OWNED };
}

export function open(task: StoredTask): StoredTask {
  return {
    ...settle(task),
    ownership: { kind: 'nobody', sharedWith: [], split: '', since: '2026-05-04' },
  };
}

/** Weeks that pass: what is due is kept as the store keeps it, once for each key. */
export function createWeeks(matrix: Matrix, subscription: Subscription = SUBSCRIPTION) {
  let now = MONDAY;
  let current = matrix;
  const posts: Posted[] = [];
  const lines: Line[] = [];
  const world = {
    snoozes: [] as Snooze[],
    subscriptions: [subscription],
    demand: new Map<string, { times: number; askers: number }>(),
    posts,
    get matrix() {
      return current;
    },
    get now() {
      return now;
    },
    /** Looks once; what came is kept, and handed back. */
    async look(): Promise<Post[]> {
      const fresh = (await due(sight())).filter(({ key }) => posts.every((one) => one.key !== key));
      for (const { key, to, reply, memo } of fresh) {
        posts.unshift({ key, to, state: reply ? 'sent' : 'silent', memo, why: '', at: now });
      }
      return fresh;
    },
    async nextWeek(weeks = 1): Promise<Post[]> {
      now = new Date(now.getTime() + weeks * WEEK);
      return world.look();
    },
    pass(ms: number) {
      now = new Date(now.getTime() + ms);
    },
    /** Somebody changes a task. */
    edit(id: string, change: (task: StoredTask) => StoredTask, by = SAM) {
      const before = current.tasks.find((task) => task.id === id);
      if (!before) throw new Error(`no task ${id}`);
      const after = { ...change(before), version: before.version + 1 };
      current = {
        ...current,
        tasks: current.tasks.map((task) => (task === before ? after : task)),
      };
      lines.unshift({
        ...{ seq: lines.length + 1, task: id, version: after.version, at: now, by },
        ...{ why: '', batch: '', before, after, gone: false },
      });
    },
    sight,
  };

  function sight(): Look {
    return {
      matrix: current,
      now,
      posted: async (start, limit) =>
        posts.filter(({ key }) => key.startsWith(start)).slice(0, limit),
      admins: [],
      localeOf: async () => '',
      rounds: async () => [],
      demandFor: async (task) => world.demand.get(task) ?? { times: 0, askers: 0 },
      history: async (task) => lines.filter((line) => line.task === task),
      changedSince: async (day) =>
        lines.filter(({ at }) => dayOf(at) >= day).map(({ task }) => task),
      subscriptions: async () => world.subscriptions,
      snoozes: async () => world.snoozes,
    };
  }
  return world;
}

export type Weeks = ReturnType<typeof createWeeks>;

/** A conversation in those weeks: what it leaves behind is there for the next turn. */
export function createTalk(
  weeks: Weeks,
  of: Partial<Pick<Turn, 'speaker' | 'where' | 'conversation' | 'zone' | 'locale'>> = {},
) {
  const posted: Post[] = [];
  const again: string[] = [];

  async function take(said: Turn['said']): Promise<Outcome> {
    const turn: Turn = {
      tenant: 't',
      conversation: '19:it@thread.tacv2;messageid=17',
      where: 'channel',
      speaker: { id: 'priya-id', name: 'Priya Nair', guest: false },
      locale: 'en-GB',
      zone: 'Europe/Paris',
      now: weeks.now,
      said,
      ...of,
    };
    const world: World = {
      ...weeks.sight(),
      caller: callerOf(weeks.sight().matrix, turn.speaker, ADMINS),
      known: [],
      lines: async () => [],
      stateAt: async () => [],
      everyParty: async () => [],
      taught: async () => 0,
      quiz: { session: async () => null, results: async () => [] },
      ...NO_FILES,
      memory: null,
      find: () => {
        throw new Error('the digest does not search');
      },
      subjects: () => [],
    };
    const outcome = await respond([digestFeature], turn, world);
    if ('unanswered' in outcome) throw new Error(outcome.unanswered);
    for (const effect of outcome.effects) apply(effect);
    return outcome;
  }

  function apply(effect: Effect): void {
    switch (effect.kind) {
      case 'subscribe': {
        const { subscription } = effect;
        const others = weeks.subscriptions.filter(({ id }) => id !== subscription.id);
        weeks.subscriptions = [...others, subscription];
        return;
      }
      case 'unsubscribe':
        weeks.subscriptions = weeks.subscriptions.filter(({ id }) => id !== effect.id);
        return;
      case 'snooze':
        weeks.snoozes.push(effect.snooze);
        return;
      case 'post':
        posted.push(effect.post);
        return;
      case 'send again':
        again.push(effect.key);
        return;
      default:
        throw new Error(`the digest leaves no ${effect.kind}`);
    }
  }

  return {
    posted,
    again,
    say: (text: string) => take({ kind: 'text', text }),
    press: (verb: string, data: unknown) => take({ kind: 'action', verb, data }),
  };
}
