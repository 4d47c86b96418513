// What features look at: the world of a turn, and the look around when the clock asks.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Look, Turn, World } from './chat.ts';
import type { Line } from './matrix/change.ts';
import { addDays, dayOf } from './matrix/day.ts';
import type { Scope } from './matrix/matrix.ts';
import { adminsOf, callerOf } from './matrix/rights.ts';
import type { Snapshots } from './snapshots.ts';
import type { Known, Store, Which } from './store.ts';

/** "Asked 9 times" counts this many days back, and a gap's first month says enough. */
const DEMAND_DAYS = 30;

/** More lines than the history card shows, so that it can say how many there are. */
const HISTORY_LINES = 200;

/** Two years of quarterly runs by three sides. */
const QUIZ_RESULTS = 24;

/** `admins` are the object ids, in small letters, of those who are admins whatever is granted. */
type Sources = {
  store: Store;
  snapshots: Snapshots;
  sheets: World['sheets'];
  admins(tenant: string): readonly string[] | Promise<readonly string[]>;
};

/** Reading so many lines takes a few milliseconds. */
const PORTION = 250;

/** Not a snapshot: its index is costly, and looking at every tenant would push out those in use. */
type LookSources = Pick<Sources, 'store' | 'admins'> & Pick<Store, 'read'>;

/** What both look at, each as it stands when it is asked for. */
function readersOf(store: Store, scope: Scope, now: Date) {
  const since = addDays(dayOf(now), -DEMAND_DAYS);
  return {
    posted: (keyStart, limit) => store.posts.posted(scope, keyStart, limit),
    demandFor: (task) => store.demandFor(scope, task, since),
    history: (task) => store.lines(scope, { task }, HISTORY_LINES),
    changedSince: (day) => store.changedSince(scope, day),
    subscriptions: () => store.subscriptions(scope),
    snoozes: () => store.snoozes(scope),
    rounds: () => store.rounds(scope),
  } satisfies Partial<Look>;
}

/** What features look at when the clock asks; null where there is no such matrix. */
export async function openLook(
  { store, read, admins }: LookSources,
  scope: Scope,
  now: Date,
): Promise<Look | null> {
  const matrix = await read(scope);
  if (!matrix) return null;
  return {
    matrix,
    now,
    admins: adminsOf(matrix, await admins(scope.tenant)),
    async localeOf(person) {
      const place = await store.places.find(scope.tenant, { kind: 'person', person });
      return place?.locale ?? '';
    },
    ...readersOf(store, scope, now),
  };
}

/** What a feature looks at while it answers a turn. */
export async function openWorld(
  { store, snapshots, sheets, admins }: Sources,
  scope: Scope,
  revision: number | null,
  known: Known[],
  turn: Turn,
): Promise<World> {
  const { matrix, finder } = await snapshots.of(scope, revision, turn.now);
  const memory = await store.memory(scope, turn.conversation, turn.speaker.id, turn.now);
  const named = await admins(scope.tenant);
  return {
    matrix,
    caller: callerOf(matrix, turn.speaker, named),
    admins: adminsOf(matrix, named),
    known,
    memory,
    ...readersOf(store, scope, turn.now),
    find: finder.find,
    subjects: finder.subjects,
    lines: (which, limit) => store.lines(scope, which, limit),
    manyLines: (which, limit) => linesInPortions(store, scope, which, limit),
    importDraft: (id) => store.importDraft(scope, id, turn.now),
    sheets,
    stateAt: (day) => store.stateAt(scope, day),
    everyParty: () => store.everyParty(scope),
    made: (batch) => store.made(scope, batch),
    taught: (lesson) => store.taught(scope, lesson),
    quiz: {
      session: () => store.quizSession(scope, turn.conversation),
      results: () => store.quizResults(scope, QUIZ_RESULTS),
    },
  };
}

async function linesInPortions(
  store: Store,
  scope: Scope,
  which: Which,
  limit: number,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (;;) {
    const portion = await store.lines(scope, which, PORTION, lines.at(-1)?.seq);
    lines.push(...portion);
    if (portion.length < PORTION || lines.length >= limit) return lines.slice(0, limit);
    await othersTurn();
  }
}
