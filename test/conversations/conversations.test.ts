// Every story of this folder, on both stores.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { openStore } from '../../src/sql/open.ts';
import { startPostgres } from '../support/postgres.ts';
import { readStory } from '../support/story.ts';
import { playStory } from './play.ts';

const folder = mkdtempSync(join(tmpdir(), 'remit-stories-'));
const server = await startPostgres();
const stories = globSync('*.txt', { cwd: import.meta.dirname }).sort();

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.stop();
});

describe.each(stories)('%s', (file) => {
  const story = readStory(readFileSync(join(import.meta.dirname, file), 'utf8'));

  test(`SQLite: ${story.title}`, async () => {
    const dataFolder = mkdtempSync(join(folder, 'data-'));
    await playStory(story, () => openStore({ dataFolder }));
  });

  test.skipIf(!server)(`PostgreSQL: ${story.title}`, async () => {
    const databaseUrl = (await server?.freshDatabase()) ?? '';
    await playStory(story, () => openStore({ databaseUrl }));
  });
});
