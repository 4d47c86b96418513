// After a kill: is every acknowledged edit there, in the task and in the history, and no import by half?
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openStore, type Place } from '../../src/sql/open.ts';
import { NOW, PRIYA } from '../sql/samples.ts';
import { type Acknowledged, TASKS_AN_IMPORT } from './store-life.ts';

type Row = { task: string; version: number; batch: string };

/** Sentences about what is wrong; `lost` counts the acknowledged edits that are not there. */
export type Verdict = { lost: number; faults: string[] };

export async function check(
  place: Place,
  tenant: string,
  acknowledged: readonly Acknowledged[],
): Promise<Verdict> {
  const scope = { tenant, matrix: 'main' };
  const store = await openStore(place);
  const matrix = await store.read(scope);
  const { rows, faults } = await look(place, tenant);
  const versions = new Map(matrix?.tasks.map(({ id, version }) => [id, version]));
  const written = new Set(rows.map(({ task, version }) => `${task} ${version}`));

  const missing = acknowledged.filter(({ tasks }) =>
    Object.entries(tasks).some(
      ([id, version]) => (versions.get(id) ?? 0) < version || !written.has(`${id} ${version}`),
    ),
  );
  for (const [id, version] of versions) {
    const lines = rows.filter(({ task }) => task === id).length;
    if (lines !== version) faults.push(`${id} is at version ${version} with ${lines} lines`);
  }
  const batches = Map.groupBy(rows, ({ batch }) => batch);
  batches.delete('');
  for (const [batch, lines] of batches) {
    if (lines.length !== TASKS_AN_IMPORT) faults.push(`import ${batch}: ${lines.length} lines`);
  }
  const last = acknowledged.at(-1);
  if (last && !missing.includes(last)) {
    const once = { conversation: '19:it@thread', person: 'priya', key: last.key };
    const repeated = { scope, once, by: PRIYA, at: NOW, effects: [], reply: '' };
    const { kind } = await store.commit(repeated);
    if (kind !== 'again') faults.push(`the key of ${last.key} is ${kind} when it comes again`);
  }
  await store.close();
  return { lost: missing.length, faults };
}

/** Past the store, so that a fault in its reading cannot hide one in its writing. */
async function look(place: Place, tenant: string): Promise<{ rows: Row[]; faults: string[] }> {
  const sql = 'select task, version, batch from line where tenant = ';
  if ('databaseUrl' in place) {
    const client = new pg.Client(place.databaseUrl);
    await client.connect();
    const { rows } = await client.query<Row>(`${sql}$1`, [tenant]);
    await client.end();
    return { rows, faults: [] };
  }
  const database = new DatabaseSync(join(place.dataFolder, 'remit.db'));
  const found = database.prepare(`${sql}?`).all(tenant);
  const rows = found.map(({ task, version, batch }) => ({
    ...{ task: String(task), version: Number(version), batch: String(batch) },
  }));
  const says = database
    .prepare('pragma integrity_check')
    .all()
    .map((row) => row['integrity_check']);
  database.close();
  return { rows, faults: says.filter((text) => text !== 'ok').map((text) => `SQLite: ${text}`) };
}
