// npm run export: the matrix as a sheet, a workbook, a page for a wiki or a contract appendix, to standard output or a file.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Line } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { writeAppendixHtml } from '../sheet/exporting/html.ts';
import { writeAppendix, writeMarkdown } from '../sheet/exporting/markdown.ts';
import { writeXlsx } from '../sheet/exporting/xlsx.ts';
import { writeSheet } from '../sheet/write.ts';
import { MAIN_MATRIX } from '../turns.ts';
import { configOrStop, stop, storeFor, tenantFor } from './place.ts';

/** Each task's newest changes; a workbook is no archive. */
const MOST_LINES = 20;

const today = dayOf(new Date());
const WRITERS: Record<string, (matrix: Matrix) => string | Promise<Uint8Array>> = {
  csv: writeSheet,
  xlsx: async (matrix) => writeXlsx(matrix, await historyOf(matrix), today),
  md: (matrix) => writeMarkdown(matrix, today),
  appendix: (matrix) => writeAppendix(matrix, today),
  html: (matrix) => writeAppendixHtml(matrix, today),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tenant: { type: 'string' }, as: { type: 'string', default: 'csv' } },
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
  const matrix = await store.read({ tenant, matrix: MAIN_MATRIX });
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

/** Newest first, over all tasks. */
async function historyOf({ scope, tasks }: Matrix): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { id } of tasks) lines.push(...(await store.history(scope, id, MOST_LINES)));
  return lines.sort((a, b) => b.seq - a.seq);
}
