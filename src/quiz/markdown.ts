// A result as Markdown: what to paste into minutes, a wiki or a ticket.
import type { Say } from '../strings/strings.ts';
import type { Result } from './result.ts';
import { pictureOf } from './verdict-card.ts';

export function markdownOf(result: Result, all: readonly Result[], say: Say): string {
  const { words, ...shown } = pictureOf(result, all, say, { at: '', compares: false });
  const list = (heading: string, lines: readonly string[]) =>
    lines.length > 0
      ? [`## ${plain(heading)}`, lines.map((line) => `- ${plain(line)}`).join('\n')]
      : [];
  const reasons = shown.reasons.map(({ text, evidence, quote }) =>
    [text, evidence && `(${evidence})`, quote && `“${quote}”`].filter(Boolean).join(' '),
  );
  const rows = shown.areas.map(
    ({ area, advice, counts }) => `| ${[area, advice, counts].map(plain).join(' | ')} |`,
  );
  const blocks = [
    `# ${plain(say('quiz.title'))}`,
    `**${plain(shown.line)}**`,
    ...[shown.note, shown.gate, shown.todo].filter((line) => line !== '').map(plain),
    ...list(words.reasons, reasons),
    `## ${plain(words.areas)}`,
    ['|  |  |  |', '|---|---|---|', ...rows].join('\n'),
    ...list(words.changes, shown.changes),
    ...list(words.both, shown.both),
    ...list(words.moved, shown.moved),
    plain(shown.footer),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Names come from people: a mark in one must not turn into a table, a link or a heading. */
function plain(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
