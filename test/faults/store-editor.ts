// One of several processes that edit the same task: each edit reads, then writes what it read with one change.
import { once } from 'node:events';
import type { Scope } from '../../src/matrix/matrix.ts';
import { openStore, type Place } from '../../src/sql/open.ts';
import { openPostgres } from '../../src/sql/postgres.ts';
import { queries } from '../../src/sql/queries.ts';
import { openSqlite } from '../../src/sql/sqlite.ts';
import { createStore } from '../../src/sql/store.ts';
import type { Store } from '../../src/store.ts';
import { BACKUPS, commit, edit } from '../sql/samples.ts';

export type EditorJob = { place: Place; scope: Scope; edits: number; unguarded: boolean };
/** `done` holds the reason that each acknowledged edit wrote; `failed` got neither a yes nor a no. */
export type EditorTold = { done: string[]; stale: number; failed: number };

const job: EditorJob = JSON.parse(process.argv[2] ?? '');
const { scope, edits } = job;
let expected = 0;
const store = job.unguarded ? await openUnguarded(job.place) : await openStore(job.place);
process.send?.('ready');
await once(process, 'message');

const told: EditorTold = { done: [], stale: 0, failed: 0 };
for (let n = 0; n < edits; n += 1) {
  const read = (await store.read(scope))?.tasks.find(({ id }) => id === BACKUPS.id);
  expected = read?.version ?? 0;
  const reason = `${process.pid} ${n}`;
  const tried = store.commit(commit(scope, [edit({ ...BACKUPS, reason }, expected)]));
  const kind = await tried.then((committed) => committed.kind).catch(() => 'failed');
  if (kind === 'done') told.done.push(reason);
  else if (kind === 'stale') told.stale += 1;
  else told.failed += 1;
}
await store.close();
process.send?.(told);
process.disconnect?.();

/** Believes that the stored version is the expected one, and leaves out the history that would not. */
async function openUnguarded(place: Place): Promise<Store> {
  const { engine, db } =
    'dataFolder' in place ? await openSqlite(place.dataFolder) : await openPostgres(place);
  const guarded = queries(db);
  return createStore(engine, {
    ...guarded,
    tasksById: (at, ids) =>
      guarded
        .tasksById(at, ids)
        .clearSelect()
        .selectAll()
        .select((eb) => eb.lit(expected).as('version')),
    addLines: () =>
      db.insertInto('line').expression(db.selectFrom('line').selectAll().where('seq', '<', 0)),
  });
}
