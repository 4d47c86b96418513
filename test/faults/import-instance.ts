// The process that gets killed while it imports: says where it is on stdout, and stops there for the one who kills.
import { writeSync } from 'node:fs';
import { openStore } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';
import { handOver, insideOf, type Job, type Point, press, turnOf } from './import-life.ts';

const job: Job = JSON.parse(process.argv[2] ?? '');
const store = await openStore(job.place);
const inside = insideOf(guarded(store));
await inside.take(...turnOf(job.tenant, { kind: 'text', text: 'who owns mail flow?' }));
const said =
  job.at === 'read' || job.at === 'kept'
    ? handOver
    : press('bring-apply', { draft: job.draft, mark: job.mark });
await inside.take(...turnOf(job.tenant, said));
// A write may be over before its kill falls: then that one finds all of it.
await untilKilled();

/** Within a write the process goes on; anywhere else it waits for its end. */
async function reach(point: Point): Promise<void> {
  if (job.at !== point) return;
  writeSync(1, `${point}\n`);
  if (point !== 'within') await untilKilled();
}

function untilKilled(): Promise<never> {
  return new Promise(() => setInterval(() => {}, 1_000));
}

function guarded(inner: Store): Store {
  return {
    ...inner,
    async commit(commit) {
      const kinds = new Set(commit.effects.map(({ kind }) => kind));
      if (kinds.has('import')) await reach('read');
      if (kinds.has('change')) {
        await reach('planned');
        await reach('within');
      }
      const committed = await inner.commit(commit);
      if (kinds.has('import')) await reach('kept');
      if (kinds.has('change')) await reach('committed');
      return committed;
    },
  };
}
