// The cells that a careful reader takes out of a matrix, beside those that were read: how many are right, and which not.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readTables } from '../../src/sheet/reading/read-tables.ts';
import type { Answers } from '../../src/sheet/understanding/questions.ts';
import { understand } from '../../src/sheet/understanding/understand.ts';
import type { Understood } from '../../src/sheet/understanding/understanding.ts';

export type Cell = { section: string; task: string; party: string; mark: string };

const Cells = z.array(
  z.object({ section: z.string(), task: z.string(), party: z.string(), mark: z.string() }),
);

/** The share of cells that is asked for in any file. */
export const ASKED = 0.98;

export async function understoodFile(path: string, answers: Answers = {}): Promise<Understood> {
  const book = await readTables(readFileSync(path), path.slice(path.lastIndexOf('/') + 1));
  if (book.kind === 'refused') throw new Error(`${path}: refused, ${book.why}`);
  const found = understand(book, { match: () => null, current: null, answers });
  if (found.kind !== 'understood') throw new Error(JSON.stringify(found));
  return found;
}

export function cellsIn(path: string): Cell[] {
  const tsv = readFileSync(path, 'utf8');
  return Cells.parse(parse(tsv, { columns: true, delimiter: '\t', quote: null }));
}

export function cellsOf({ tasks, parties }: Understood): Cell[] {
  return tasks.flatMap(({ area: section, name: task, cells }) =>
    cells.map(({ party, mark }) => ({
      ...{ section, task },
      ...{ party: parties[party]?.name ?? '', mark: mark.code },
    })),
  );
}

/** Counts each expected cell once, and each cell too many against the share. */
export function share(
  expected: readonly string[],
  read: readonly string[],
): { right: number; wrong: string[] } {
  const left = new Map<string, number>();
  for (const cell of read) left.set(cell, (left.get(cell) ?? 0) + 1);
  const missing = expected.filter((cell) => {
    const count = left.get(cell) ?? 0;
    left.set(cell, count - 1);
    return count <= 0;
  });
  const extra = [...left].filter(([, count]) => count > 0).map(([cell]) => cell);
  const total = Math.max(expected.length, read.length);
  return {
    right: (expected.length - missing.length) / total,
    wrong: [...missing.map((cell) => `missing: ${cell}`), ...extra.map((cell) => `extra: ${cell}`)],
  };
}
