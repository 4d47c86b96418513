// The process that gets killed: edits a matrix without pause, and says on stdout what was acknowledged.
import { writeSync } from 'node:fs';
import { openStore } from '../../src/sql/open.ts';
import type { Commit, Effect } from '../../src/store.ts';
import { BACKUPS, DRAFT, edit, NOW, PRIYA } from '../sql/samples.ts';
import { type Acknowledged, type Job, seeded, TASKS_AN_IMPORT } from './store-life.ts';

/** Two at a time, so that a group of the store holds commits of both. */
const LANES = 2;

const job: Job = JSON.parse(process.argv[2] ?? '');
const random = seeded(job.seed);
const scope = { tenant: job.tenant, matrix: 'main' };
const store = await openStore(job.place);

const lanes = Array.from({ length: LANES }, (_, lane) =>
  Array.from({ length: TASKS_AN_IMPORT }, (_, i) => ({ ...BACKUPS, id: `lane-${lane}.task-${i}` })),
);
await store.create(scope, { ...DRAFT, tasks: lanes.flat() }, PRIYA, NOW);
writeSync(1, 'ready\n');
await Promise.all(lanes.map(write));

async function write(tasks: (typeof lanes)[number], lane: number): Promise<never> {
  const versions = tasks.map(() => 1);
  for (let n = 0; ; n++) {
    const imported = random() < 0.5;
    const first = Math.floor(random() * tasks.length);
    const touched = imported ? tasks : tasks.slice(first, first + 1);
    const name = `${lane}-${n}`;
    const told: Acknowledged = { key: name, tasks: {} };
    const effects = touched.map((task): Effect => {
      const at = tasks.indexOf(task);
      const version = versions[at] ?? 0;
      versions[at] = version + 1;
      told.tasks[task.id] = version + 1;
      return edit({ ...task, reason: name }, version, 'killed?', imported ? name : '');
    });
    await acknowledge(told, {
      ...{ scope, by: PRIYA, at: NOW, effects, reply: name },
      once: { conversation: '19:it@thread', person: 'priya', key: name },
    });
  }
}

async function acknowledge(told: Acknowledged, commit: Commit): Promise<void> {
  const line = `${JSON.stringify(told)}\n`;
  if (job.unsafe) writeSync(1, line);
  const { kind } = await store.commit(commit);
  if (kind !== 'done') throw new Error(`A commit nobody else can disturb was ${kind}`);
  if (!job.unsafe) writeSync(1, line);
}
