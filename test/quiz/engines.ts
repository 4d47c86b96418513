// The two engines to play the quiz on, each with a fresh place for every test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../src/sql/open.ts';
import { startPostgres } from '../support/postgres.ts';

export async function startEngines() {
  const folder = mkdtempSync(join(tmpdir(), 'remit-quiz-'));
  const server = await startPostgres();
  const engines: [string, () => Promise<Place>][] = [
    ['SQLite', async () => ({ dataFolder: mkdtempSync(join(folder, 'data-')) })],
  ];
  if (server) {
    engines.push(['PostgreSQL', async () => ({ databaseUrl: await server.freshDatabase() })]);
  }
  return {
    engines,
    async stop() {
      rmSync(folder, { recursive: true });
      await server?.stop();
    },
  };
}
