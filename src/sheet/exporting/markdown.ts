// A matrix as Markdown: one table for a wiki, or a contract appendix by area.
import type { Day } from '../../matrix/day.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import { type OverviewRow, overviewOf } from './overview.ts';

/**
 * Text of people, as text: signs of Markdown and HTML are escaped, and addresses are broken up so that no renderer
 * makes links or mentions of them (GitHub's autolinks see the text before escapes are taken away).
 */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]|~@$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, 'www\\.')
    .replace(/\s*(?:\r\n|\n|\r)\s*/g, '<br>')
    .replace(/\p{Cc}/gu, ' ')
    .trim();
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|${header.map(() => '---').join('|')}|`;
  return [line(header), rule, ...rows.map((cells) => line(cells.map(plain)))].join('\n');
}

export function writeMarkdown(matrix: Matrix, today: Day): string {
  const { name, areas, gaps } = overviewOf(matrix, today);
  const rows = [...areas.flatMap((each) => each.rows), ...gaps];
  const header = ['Area', 'Task', 'Owner', 'Shared with', 'Split', 'Backup', 'Status'];
  const cells = rows.map((row) => [
    row.area,
    row.task,
    row.owner,
    row.sharedWith,
    row.split,
    row.backup,
    row.status,
  ]);
  return `# ${plain(name)}\n\nAs of ${today}.\n\n${table(header, cells)}\n`;
}

export const APPENDIX_HEADER = [
  'Task',
  'Owner',
  'Also involved',
  'Who does what',
  'Hours',
  'Backup',
];
export const GAP_HEADER = ['Area', 'Task', 'Status', 'Also involved', 'Remark'];

export function appendixCells(row: OverviewRow): string[] {
  return [row.task, row.owner, row.sharedWith, row.split, row.hours, row.backup];
}

export function gapCells(row: OverviewRow): string[] {
  return [row.area, row.task, row.status, row.sharedWith, row.reason];
}

export function writeAppendix(matrix: Matrix, today: Day): string {
  const { name, parties, areas, gaps } = overviewOf(matrix, today);
  const cells = parties.map((party) => [party.name, party.side, party.reach, party.hours]);
  const parts = [
    `# ${plain(name)}: who does what`,
    `As of ${today}.`,
    '## Parties',
    table(['Party', 'Side', 'Reach', 'Hours'], cells),
    ...areas.flatMap(({ area, rows }) => [
      `## ${plain(area)}`,
      table(APPENDIX_HEADER, rows.map(appendixCells)),
    ]),
  ];
  if (gaps.length > 0)
    parts.push('## Not covered by anyone', table(GAP_HEADER, gaps.map(gapCells)));
  return `${parts.join('\n\n')}\n`;
}
