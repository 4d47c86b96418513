// npm run export: the matrix as a sheet, a workbook, a page for a wiki or a contract appendix, to standard output or a file.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Line } from '../matrix/change.ts';
import { dayOf, parseDay } from '../matrix/day.ts';
import type { Matrix, Scope } from '../matrix/matrix.ts';
import { writeHistory } from '../sheet/exporting/history.ts';
import { writeAppendixHtml } from '../sheet/exporting/html.ts';
import { writeAppendix, writeMarkdown } from '../sheet/exporting/markdown.ts';
import { writeXlsx } from '../sheet/exporting/xlsx.ts';
import { writeSheet } from '../sheet/write.ts';
import { configOrStop, scopeFor, stop, storeFor, tenantFor } from './place.ts';

/** The newest changes; a workbook is no archive. */
const MOST_LINES = 5_000;

/** The history goes out in portions of this many lines. */
const PORTION = 1_000;

const today = dayOf(new Date());
const WRITERS: Record<string, (matrix: Matrix) => string | Promise<string | Uint8Array>> = {
  csv: writeSheet,
  xlsx: async (matrix) => writeXlsx(matrix, await linesOf(matrix.scope, MOST_LINES), today),
  md: (matrix) => writeMarkdown(matrix, today),
  appendix: (matrix) => writeAppendix(matrix, today),
  html: (matrix) => writeAppendixHtml(matrix, today),
  history: async ({ scope }) => writeHistory(await linesOf(scope, Number.POSITIVE_INFINITY)),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tenant: { type: 'string' },
    matrix: { type: 'string' },
    at: { type: 'string' },
    as: { type: 'string', default: 'csv' },
  },
});
const [file] = positionals;
const write = WRITERS[values.as];
if (!write) stop([`--as ${values.as}: choose ${Object.keys(WRITERS).join(', ')}.`]);
if (values.as === 'xlsx' && file === undefined && process.stdout.isTTY) {
  stop(['A workbook is no text: npm run export -- --as xlsx FILE.xlsx']);
}
const config = configOrStop();
const tenant = tenantFor(config, values.tenant);
const store = await storeFor(config);
try {
  const scope = await scopeFor(store, tenant, values.matrix);
  const matrix = await stateOf(scope);
  if (!matrix)
    stop([
      `There is no matrix for ${tenant} yet: npm run import -- FILE, or say something to the bot first.`,
    ]);
  const written = await write(matrix);
  if (file === undefined) process.stdout.write(written);
  else {
    await writeFile(file, written).catch((error: NodeJS.ErrnoException) =>
      stop([`${file}: cannot be written (${error.code}). Give another path.`]),
    );
    console.error(`${matrix.tasks.length} tasks written to ${file}`);
  }
} finally {
  await store.close();
}

/** As it is, or as the tasks stood at the end of a day; parties and people as they are on record today. */
async function stateOf(scope: Scope): Promise<Matrix | null> {
  const matrix = await store.read(scope);
  if (values.at === undefined || matrix === null) return matrix;
  const day = parseDay(values.at);
  if (day === null) return stop([`--at ${values.at}: give a day, such as 2026-03-01.`]);
  const tasks = await store.stateAt(scope, day);
  const parties = await store.everyParty(scope);
  return { ...matrix, parties, tasks: tasks.map((task) => ({ ...task, version: 0 })) };
}

/** Newest first. */
async function linesOf(scope: Scope, most: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (;;) {
    const portion = await store.lines(scope, { all: true }, PORTION, lines.at(-1)?.seq);
    lines.push(...portion);
    if (portion.length < PORTION || lines.length >= most) return lines.slice(0, most);
  }
}
