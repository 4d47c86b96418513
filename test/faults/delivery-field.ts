// What the runs about delivery share: a tenant with many conversations, its instances, and the check of what came of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from '../../src/delivery/step.ts';
import type { Post } from '../../src/posts.ts';
import { openStore, type Place } from '../../src/sql/open.ts';
import { DRAFT, PRIYA } from '../sql/samples.ts';
import type { FakeConnector } from '../support/connector.ts';
import { startPostgres } from '../support/postgres.ts';

export const SCOPE = { tenant: 'contoso', matrix: 'main' };
export const POSTS = 'digest:';
export const FAST = 2_000;

export type Job = {
  place: Place;
  count: number;
  kill: { at: Step; nth: number } | null;
  /** Far above the real pace, unless something has to be caught between a claim and its turn. */
  perSecond: number;
  /** The guard that is taken out: the run must then fail. */
  without: string;
};

const DUE = new Date('2026-11-23T09:00:00Z');

export function postsOf(count: number, due = DUE): Post[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ key: `${POSTS}${i}`, memo: '', due },
    to: { kind: 'conversation', conversation: `19:${i}` },
    reply: { kind: 'text', text: `3 decisions for you (${i})` },
  }));
}

export type Field = {
  /** A new database in which every conversation is known. */
  fresh(): Promise<Place>;
  stop(): Promise<void>;
};

export async function createField(
  engine: string,
  count: number,
  { serviceUrl }: FakeConnector,
): Promise<Field> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-delivery-'));
  // Instances start faster when their compiled code is kept.
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
  const server = engine === 'postgres' ? await startPostgres() : null;
  if (engine === 'postgres' && !server) process.exit(1);

  async function fill(place: Place): Promise<Place> {
    const store = await openStore(place);
    await store.create(SCOPE, { ...DRAFT, tasks: [] }, PRIYA, DUE);
    const { tenant } = SCOPE;
    const all = postsOf(count).map(({ to }) => ({
      ...{ tenant, where: 'group' as const, serviceUrl, person: '', locale: 'en' },
      conversation: to.kind === 'conversation' ? to.conversation : '',
    }));
    for (let from = 0; from < all.length; from += 500) {
      const some = all.slice(from, from + 500);
      await Promise.all(some.map((one) => store.places.remember(one, DUE)));
    }
    await store.close();
    return place;
  }

  const filled = join(folder, 'filled');
  if (!server) await fill({ dataFolder: filled });
  return {
    async fresh() {
      if (server) return fill({ databaseUrl: await server.freshDatabase() });
      const dataFolder = mkdtempSync(join(folder, 'data-'));
      cpSync(filled, dataFolder, { recursive: true });
      return { dataFolder };
    },
    async stop() {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Instance = {
  child: ChildProcess;
  ended: Promise<'done' | 'killed'>;
};

export function startInstance(job: Job): Instance {
  const program = join(import.meta.dirname, 'delivery-instance.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const ended = once(child, 'close').then(() => {
    if (child.signalCode === 'SIGKILL') return 'killed';
    if (child.exitCode === 0) return 'done';
    throw new Error(`an instance ended with code ${child.exitCode}`);
  });
  return { child, ended };
}

/** `cutOff`: how many of the uncertain ones are so because nobody was left to tell. */
export type Verdict = {
  twice: number;
  missing: number;
  uncertain: string[];
  cutOff: number;
  sent: number;
};

/** `missing` are those in no final state, and those that count as sent and were not. */
export async function check(
  place: Place,
  count: number,
  connector: FakeConnector,
): Promise<Verdict> {
  const store = await openStore(place);
  const all = await store.posts.posted(SCOPE, POSTS, count + 1);
  await store.close();
  const got = Map.groupBy(connector.posted, conversationOf);
  const nameOf = ({ to }: (typeof all)[number]) => (to.kind === 'person' ? '' : to.conversation);
  const sent = all.filter(({ state }) => state === 'sent');
  const inDoubt = all.filter(({ state }) => state === 'uncertain');
  const uncertain = inDoubt.map(nameOf);
  const neverGot = sent.filter((one) => !got.has(nameOf(one))).length;
  return {
    twice: [...got.values()].filter(({ length }) => length > 1).length,
    missing: count - sent.length - uncertain.length + neverGot,
    uncertain,
    cutOff: inDoubt.filter(({ why }) => why === 'no word in time').length,
    sent: sent.length,
  };
}

export function conversationOf({ path }: { path: string }): string {
  return decodeURIComponent(/conversations\/([^/]+)\//.exec(path)?.[1] ?? '');
}
