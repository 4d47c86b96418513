// One life of the writer: started, killed at some moment of its writing, and what it had acknowledged.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Place } from '../../src/sql/open.ts';

export const TASKS_AN_IMPORT = 50;

export type Job = { place: Place; tenant: string; seed: number; unsafe: boolean };

/** A commit by its key, with the version to which it brought each task. */
export type Acknowledged = { key: string; tasks: Record<string, number> };

/** How long a life writes: long enough for some group commits, short enough for many lives. */
const SHORTEST_MS = 20;
const LONGEST_MS = 150;

export async function live(job: Job): Promise<Acknowledged[]> {
  const program = join(import.meta.dirname, 'store-writer.ts');
  const writer = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const alive = SHORTEST_MS + seeded(job.seed)() * (LONGEST_MS - SHORTEST_MS);
  writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), alive));
  const [said] = await Promise.all([text(writer.stdout), once(writer, 'close')]);
  if (writer.signalCode !== 'SIGKILL') throw new Error('The writer ended before it was killed');
  // What follows the last line break was cut off by the kill, so nobody was told.
  const [, ...lines] = said.split('\n').slice(0, -1);
  return lines.map((line): Acknowledged => JSON.parse(line));
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
