// How long a digest to many takes, with its memory, and questions asked meanwhile: node test/faults/delivery-speed.ts --count 1000
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import { openStore } from '../../src/sql/open.ts';
import { mostWithin } from '../delivery/world.ts';
import { message, TENANT } from '../support/activities.ts';
import { createFakeConnector, type FakeConnector } from '../support/connector.ts';
import { conversationOf, postsOf } from './delivery-field.ts';

/** At 40 a second: 1,000 in 25 s, 10,000 in 250 s. */
const PER_SECOND = 40;

/** Other work on the machine may cost a part of that; a store that is asked too often costs several times as much. */
const BUSY = 1.25;

/** A question may take this long meanwhile. */
const MOST_ANSWER_MS = 3_000;

/** What a process may gain between the first half and the second; garbage is collected when it likes. */
const MOST_GROWTH_MB = 32;

const LATENCY_MS = 100;
const ASK_EVERY_MS = 250;
const CARDS = join(import.meta.dirname, '../../cards');

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, serve: { type: 'string' } },
});
const count = Number(values.count);

if (values.serve === undefined) await measure();
else await serve(values.serve);

async function serve(dataFolder: string): Promise<void> {
  const app = createApp({
    store: await openStore({ dataFolder }),
    draft: () => sampleDraft('2026-11-23'),
    phrasebook: true,
    admins: () => [],
    identity: null,
    tokens: null,
    tenants: 'any',
    cards: CARDS,
    log: () => {},
    clock: () => new Date(),
  });
  const port = await app.listen(0);
  process.on('disconnect', () => void app.close().then(() => process.exit(0)));
  process.send?.({ port });
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-speed-'));
  const arrivals: number[] = [];
  const waiting = new Map<string, () => void>();
  const connector = await createFakeConnector({ latencyMs: LATENCY_MS });
  connector.script((request) => {
    const conversation = conversationOf(request);
    const answered = waiting.get(conversation);
    if (answered) answered();
    else arrivals.push(performance.now());
    // Ten thousand cards would be the largest thing in here.
    connector.posted.length = 0;
    return null;
  });
  await fill(folder, connector);
  const child = fork(import.meta.filename, ['--serve', folder]);
  const memory: number[] = [];
  try {
    const port = await portOf(child);
    // The first question of a process builds the index, which is not what is measured here.
    await ask(port, connector, waiting, -1);
    const during: number[] = [];
    while (arrivals.length < count) {
      during.push(await ask(port, connector, waiting, during.length));
      memory.push(residentMb(child));
      await pause(ASK_EVERY_MS);
    }
    await pause(1_000);
    const idle: number[] = [];
    while (idle.length < 20) idle.push(await ask(port, connector, waiting, -2 - idle.length));
    report(arrivals, during, idle, memory);
  } finally {
    child.disconnect();
    await connector.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(dataFolder: string, { serviceUrl }: FakeConnector): Promise<void> {
  const store = await openStore({ dataFolder });
  const now = new Date();
  const scope = { tenant: TENANT, matrix: 'main' };
  await store.create(scope, sampleDraft('2026-11-23'), { id: 'x', name: 'x' }, now);
  const posts = postsOf(count, now);
  const known = posts.map(({ to }) => ({
    ...{ tenant: TENANT, where: 'group' as const, serviceUrl, person: '', locale: 'en' },
    conversation: to.kind === 'conversation' ? to.conversation : '',
  }));
  for (let from = 0; from < count; from += 500) {
    await Promise.all(known.slice(from, from + 500).map((one) => store.places.remember(one, now)));
  }
  await store.posts.add(scope, posts, now);
  await store.close();
}

/** From the question's arrival until its answer reaches the connector, in ms. */
async function ask(
  port: number,
  { serviceUrl }: FakeConnector,
  waiting: Map<string, () => void>,
  number: number,
): Promise<number> {
  const id = `a:asks-${number}`;
  const begun = performance.now();
  const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
  const conversation = { id, conversationType: 'personal', tenantId: TENANT };
  const delivered = fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message(serviceUrl, 'who owns mail flow?', { conversation })),
  });
  await answered;
  const took = performance.now() - begun;
  await (await delivered).text();
  waiting.delete(id);
  return took;
}

function report(arrivals: number[], during: number[], idle: number[], memory: number[]): void {
  const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1_000;
  const half = Math.ceil(memory.length / 2);
  // The first tenth still compiles and fills what is filled once.
  const growth = median(memory.slice(half)) - median(memory.slice(Math.ceil(half / 5), half));
  const perSecond = mostWithin(1_000, arrivals);
  const told = {
    ...{ run: 'speed', count, seconds: round(seconds), asked: count / PER_SECOND, perSecond },
    ...{ answerP99: round(p99(during)), idleP99: round(p99(idle)) },
    ...{ memoryMb: round(median(memory.slice(half))), growthMb: round(growth) },
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  const fine =
    seconds <= (count / PER_SECOND) * BUSY &&
    p99(during) < MOST_ANSWER_MS &&
    growth <= MOST_GROWTH_MB;
  if (!fine) process.exitCode = 1;
}

function residentMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (said: { port: number }) => resolve(said.port));
    child.once('exit', (code) => reject(new Error(`the app stopped with code ${code}`)));
  });
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
