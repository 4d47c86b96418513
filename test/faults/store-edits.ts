// Several processes edit one task at once: node test/faults/store-edits.ts --engine sqlite|postgres --edits 500
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore, type Place } from '../../src/sql/open.ts';
import { BACKUPS, DRAFT, NOW, PRIYA } from '../sql/samples.ts';
import { startPostgres } from '../support/postgres.ts';
import type { EditorJob, EditorTold } from './store-editor.ts';

const EDITORS = 4;

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '100' },
    engine: { type: 'string', default: 'sqlite' },
    /** Takes the version guard out: the run must report lost edits, or it proves nothing. */
    unguarded: { type: 'boolean', default: false },
  },
});
const { engine, unguarded } = values;
const edits = Number(values.edits);

const folder = mkdtempSync(join(tmpdir(), 'remit-edits-'));
const server = engine === 'postgres' ? await startPostgres() : null;
if (engine === 'postgres' && !server) process.exit(1);
try {
  const place: Place = server
    ? { databaseUrl: await server.freshDatabase() }
    : { dataFolder: join(folder, 'data') };
  process.exitCode = await run(place);
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** 0: all is well. 1: acknowledged edits are gone. 2: the run itself proves nothing, or somebody was told nothing. */
async function run(place: Place): Promise<number> {
  const scope = { tenant: 'tenant', matrix: 'main' };
  const store = await openStore(place);
  await store.create(scope, DRAFT, PRIYA, NOW);

  const job: EditorJob = { place, scope, edits, unguarded };
  const editors = Array.from({ length: EDITORS }, () =>
    fork(join(import.meta.dirname, 'store-editor.ts'), [JSON.stringify(job)]),
  );
  await Promise.all(editors.map((editor) => once(editor, 'message')));
  const begun = performance.now();
  const told = await Promise.all(editors.map(letGo));
  const seconds = Math.round((performance.now() - begun) / 100) / 10;

  const acknowledged = told.flatMap(({ done }) => done);
  const stale = told.reduce((sum, one) => sum + one.stale, 0);
  const failed = told.reduce((sum, one) => sum + one.failed, 0);
  const task = (await store.read(scope))?.tasks.find(({ id }) => id === BACKUPS.id);
  const lines = await store.lines(scope, { task: BACKUPS.id }, EDITORS * edits + 2);
  await store.close();

  const versions = (task?.version ?? 0) - 1;
  const kept = new Set(lines.map(({ after }) => after.reason));
  const lost = acknowledged.length - versions;
  const report = { engine, unguarded, edits: EDITORS * edits, acknowledged: acknowledged.length };
  const counts = { versions, lines: lines.length - 1, stale, failed, lost, seconds };
  process.stdout.write(`${JSON.stringify({ ...report, ...counts })}\n`);
  if (lost !== 0) return 1;
  const written = lines.length - 1 === versions && acknowledged.every((reason) => kept.has(reason));
  const allTold = acknowledged.length + stale === EDITORS * edits;
  // Without a single collision nothing was tried.
  return written && allTold && acknowledged.length > 0 && stale > 0 ? 0 : 2;
}

async function letGo(editor: ChildProcess): Promise<EditorTold> {
  const told = once(editor, 'message');
  editor.send('go');
  const [said] = await told;
  return said;
}
