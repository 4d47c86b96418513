// Builds everything in order: store, snapshots, features, edges; stops it in reverse.
import { answerFeature } from './answer/feature.ts';
import { createLookUp } from './asides.ts';
import { bringFeature } from './bring/feature.ts';
import type { Reply } from './cards.ts';
import type { Converse, Feature, LookUp, Turn } from './chat.ts';
import { createDelivery } from './delivery/delivery.ts';
import type { Timer } from './delivery/limits.ts';
import type { Desk } from './desk.ts';
import { digestFeature } from './digest/feature.ts';
import { editFeature } from './edit/feature.ts';
import type { Pages } from './links.ts';
import type { Log } from './log.ts';
import { growFinder, shippedKnowledge } from './match/finder.ts';
import type { Synonyms } from './match/synonyms.ts';
import type { Draft, Scope } from './matrix/matrix.ts';
import { quizFeature } from './quiz/feature.ts';
import { createSheetWorker } from './sheet/worker/sheet-worker.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';
import type { Store } from './store.ts';
import { createBot } from './teams/bot.ts';
import type { Identity } from './teams/identity.ts';
import { createRender } from './teams/render.ts';
import { createConverse, type Told, takeTurn } from './turns.ts';
import { createDesk } from './visits.ts';
import type { PageOptions } from './web/page.ts';
import { createServer } from './web/server.ts';
import type { Tokens } from './web/tokens.ts';
import { openLook, openWorld } from './worlds.ts';

/** In the order in which they are asked; the last one that takes free text answers what is left. */
export const FEATURES: readonly Feature[] = [
  bringFeature,
  digestFeature,
  quizFeature,
  editFeature,
  answerFeature,
];

/** The whole bot without its edges: what a turn goes into. */
export type Inside = {
  take(turn: Turn, once: string): Promise<Told>;
  converse: Converse;
  lookUp: LookUp;
  /** The page's side of the same; `draw` makes a reply what Teams would draw. */
  desk(draw: (reply: Reply, matrix: string) => unknown): Desk;
  matrix: Snapshots['matrix'];
  close(): Promise<void>;
};

/**
 * `draft` is what a tenant without a matrix starts with; without `phrasebook`, words alone decide; `synonyms` are the
 * customer's own; `wake` is told after a turn that changed something. Closing closes the store.
 */
export function createInside(options: {
  store: Store;
  draft: (now: Date) => Draft;
  phrasebook: boolean;
  admins: () => readonly string[];
  synonyms?: Synonyms;
  log: Log;
  wake?: (scope: Scope) => void;
}): Inside {
  const { store, draft, phrasebook, synonyms, admins, log, wake = () => {} } = options;
  const missing = (error: string) => log('phrasebook missing', { error });
  const knowledge = shippedKnowledge(phrasebook, missing, synonyms);
  const snapshots = createSnapshots({
    store,
    draft,
    grow: ({ tasks }) => growFinder(tasks, knowledge),
  });
  const sheets = createSheetWorker({ entry: new URL('./sheet-work.ts', import.meta.url) });
  const turns = { store, snapshots, sheets, features: FEATURES, admins, wake };
  const take = (turn: Turn, once: string) => takeTurn(turns, turn, once);
  return {
    take,
    converse: createConverse(turns),
    lookUp: createLookUp({
      ...{ store, features: FEATURES },
      open: (scope, revision, known, turn) => openWorld(turns, scope, revision, known, turn),
    }),
    desk: (draw) => createDesk({ ...turns, take, draw }),
    matrix: snapshots.matrix,
    close: () => store.close(),
  };
}

/** The bot behind its web server. `identity` null is local mode: loopback only, no tokens. */
export type App = {
  /** The port taken; 0 asks for any free one. */
  listen(port: number): Promise<number>;
  close(): Promise<void>;
};

/** Past this, a turn under way is given up: orchestrators kill after 30 s, and Teams waits 15 s for an answer. */
const GRACE_MS = 10_000;

/** Keys and memories past their time go in small portions; hourly keeps each portion small. */
const SWEEP_EVERY_MS = 3_600_000;

export type AppOptions = {
  store: Store;
  draft: (now: Date) => Draft;
  phrasebook: boolean;
  /** Object ids, in small letters, of those who are admins whatever is granted. */
  admins: () => readonly string[];
  synonyms?: Synonyms;
  identity: Identity | null;
  tokens: Tokens | null;
  tenants: readonly string[] | 'any';
  cards: string;
  /** Where the page is; null where it has no public address. */
  pages?: Pages | null;
  /** Who may open the page in Teams, and the folder of its files. */
  page?: Pick<PageOptions, 'people' | 'folder'>;
  log: Log;
  clock: () => Date;
  timer?: Timer;
};

const realTimer: Timer = (ms, run) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};

export function createApp(options: AppOptions): App {
  const { store, identity, tokens, tenants, cards, log, clock } = options;
  const { pages = null, timer = realTimer } = options;
  const wake = (scope: Scope) => delivery.wake(scope);
  const inside = createInside({ ...options, wake });
  const { converse, lookUp } = inside;
  const { posts, places } = store;
  const bot = createBot({
    ...{ converse, lookUp, cards, pages, identity, tenants, log, clock, places },
  });
  const delivery = createDelivery({
    ...{ posts, features: FEATURES, send: bot.send, clock, timer, random: Math.random, log },
    scopes: () => store.scopes(),
    look: (scope, now) =>
      openLook({ store, read: inside.matrix, admins: options.admins }, scope, now),
  });
  const render = createRender(cards);
  const draw = (reply: Reply, matrix: string) =>
    render.message(reply, matrix).attachments?.[0]?.content ?? null;
  const page = options.page && { ...options.page, desk: inside.desk(draw), clock };
  const server = createServer({ receive: bot.receive, tokens, ...(page && { page }), log });
  const sweeper = setInterval(() => void sweep(), SWEEP_EVERY_MS);
  sweeper.unref();

  async function sweep(): Promise<void> {
    try {
      log('swept', { rows: await store.sweep(clock()) });
    } catch (error) {
      log('sweep failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  return {
    async listen(port) {
      const taken = await server.listen(port);
      delivery.start();
      return taken;
    },
    async close() {
      clearInterval(sweeper);
      // Together: what is being posted takes as long as a turn may.
      await Promise.all([server.close(GRACE_MS), delivery.stop()]);
      bot.close();
      await inside.close();
    },
  };
}
