// Builds everything in order: store, snapshots, features, edges; stops it in reverse.
import { answerFeature } from './answer/feature.ts';
import { bringFeature } from './bring/feature.ts';
import type { Converse, Feature, Turn } from './chat.ts';
import { createDelivery } from './delivery/delivery.ts';
import type { Timer } from './delivery/limits.ts';
import { digestFeature } from './digest/feature.ts';
import { editFeature } from './edit/feature.ts';
import type { Log } from './log.ts';
import { growFinder, shippedKnowledge } from './match/finder.ts';
import type { Synonyms } from './match/synonyms.ts';
import type { Draft, Scope } from './matrix/matrix.ts';
import { quizFeature } from './quiz/feature.ts';
import { createSheetWorker } from './sheet/worker/sheet-worker.ts';
import { createSnapshots } from './snapshots.ts';
import type { Store } from './store.ts';
import { createBot } from './teams/bot.ts';
import type { Identity } from './teams/identity.ts';
import { createConverse, type Told, takeTurn } from './turns.ts';
import { createServer } from './web/server.ts';
import type { Tokens } from './web/tokens.ts';
import { openLook } from './worlds.ts';

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
  return {
    take: (turn, once) => takeTurn(turns, turn, once),
    converse: createConverse(turns),
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
  log: Log;
  clock: () => Date;
  timer?: Timer;
};

const realTimer: Timer = (ms, run) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};

export function createApp(options: AppOptions): App {
  const { store, identity, tokens, tenants, cards, log, clock, timer = realTimer } = options;
  const wake = (scope: Scope) => delivery.wake(scope);
  const inside = createInside({ ...options, wake });
  const { converse } = inside;
  const { posts, places } = store;
  const bot = createBot({ converse, cards, identity, tenants, log, clock, places });
  const delivery = createDelivery({
    ...{ posts, features: FEATURES, send: bot.send, clock, timer, random: Math.random, log },
    scopes: () => store.scopes(),
    look: (scope, now) => openLook(store, scope, now, options.admins()),
  });
  const server = createServer({ receive: bot.receive, tokens, log });
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
