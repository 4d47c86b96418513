// The contract appendix as one printable page: nothing is loaded, nothing runs, all text is escaped.
import type { Day } from '../../matrix/day.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import { APPENDIX_HEADER, appendixCells, GAP_HEADER, gapCells } from './markdown.ts';
import { overviewOf } from './overview.ts';

const STYLE = `
@page { size: A4 landscape; margin: 15mm; }
body { font: 10pt/1.4 "Segoe UI", system-ui, sans-serif; color: #1b1a19; max-width: 75em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; } h2 { font-size: 13pt; margin: 1.6em 0 .4em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 1px solid #8a8886; padding: .35em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
th { background: #f3f2f1; }
@media print { body { margin: 0; max-width: none; } }
`;

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/[^\P{Cc}\n]/gu, ' ');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = header.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table>`;
}

export function writeAppendixHtml(matrix: Matrix, today: Day): string {
  const { name, parties, areas, gaps } = overviewOf(matrix, today);
  const cells = parties.map((party) => [party.name, party.side, party.reach, party.hours]);
  const title = `${escapeHtml(name)}: who does what`;
  const parts = [
    `<h1>${title}</h1>\n<p>As of ${today}.</p>`,
    `<h2>Parties</h2>\n${table(['Party', 'Side', 'Reach', 'Hours'], cells)}`,
    ...areas.map(
      ({ area, rows }) =>
        `<h2>${escapeHtml(area)}</h2>\n${table(APPENDIX_HEADER, rows.map(appendixCells))}`,
    ),
  ];
  if (gaps.length > 0) {
    parts.push(`<h2>Not covered by anyone</h2>\n${table(GAP_HEADER, gaps.map(gapCells))}`);
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${parts.join('\n')}
</body>
</html>
`;
}
