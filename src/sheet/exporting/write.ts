// A matrix in one of the forms people take away, as the bytes of a file.
import type { Line } from '../../matrix/change.ts';
import type { Day } from '../../matrix/day.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import { writeSheet } from '../write.ts';
import { writeAppendixHtml } from './html.ts';
import { writeMarkdown } from './markdown.ts';
import { writeXlsx } from './xlsx.ts';

export const EXPORTS = ['xlsx', 'csv', 'markdown', 'appendix'] as const;
export type Export = (typeof EXPORTS)[number];

/** The appendix is a page to be printed or pasted into a contract. */
export const ENDINGS: Readonly<Record<Export, string>> = {
  xlsx: 'xlsx',
  csv: 'csv',
  markdown: 'md',
  appendix: 'html',
};

/** The newest changes; a workbook is no archive. */
export const MOST_LINES = 5_000;

/** `lines` newest first; only the workbook shows them. */
export function writeAs(
  form: Export,
  matrix: Matrix,
  lines: readonly Line[],
  today: Day,
): Uint8Array {
  switch (form) {
    case 'xlsx':
      return writeXlsx(matrix, lines, today);
    case 'csv':
      return bytesOf(writeSheet(matrix));
    case 'markdown':
      return bytesOf(writeMarkdown(matrix, today));
    case 'appendix':
      return bytesOf(writeAppendixHtml(matrix, today));
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
