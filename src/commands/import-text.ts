// What an import says on the terminal: how the file was understood, what can be corrected, what would change.

import { problemText } from '../bring-in.ts';
import type { Brought } from '../sheet/bring.ts';
import type { Refusal } from '../sheet/reading/workbook.ts';
import type { Question } from '../sheet/understanding/questions.ts';
import { blanks, doubtful, type Understood } from '../sheet/understanding/understanding.ts';

type Ready = Extract<Brought, { kind: 'ready' }>;

/** Enough to see what it is about; the rest is counted. */
const MOST_SHOWN = 12;

export function refusalText({ says, sheet, row, column }: Refusal): string {
  const place = [sheet && `sheet ${sheet}`, row > 0 && `row ${row}`, column && `column ${column}`];
  const where = place.filter(Boolean).join(', ');
  return where === '' ? says : `${where}: ${says}`;
}

export function understoodLines(understood: Understood): string[] {
  const { table, why, parties, tasks, left, questions, rejected, notices } = understood;
  const parts = table.parts > 1 ? ` and ${table.parts - 1} more tables of that shape` : '';
  const areas = new Set(tasks.map(({ area }) => area)).size;
  const starters = tasks.filter(({ starter }) => starter !== null);
  const two = doubtful(understood, 'two');
  const none = doubtful(understood, 'none');
  return [
    `Read "${table.name || 'the table'}"${parts}: ${why}.`,
    `${tasks.length} tasks in ${areas} areas, ${parties.length} parties:`,
    ...some(
      parties,
      ({ name, side, sideWhy, marks }) => `  ${name}: ${side} (${sideWhy}), ${marks} marks`,
    ),
    ...named(starters, 'tasks that Remit knows', ({ name, starter }) => `${name} = ${starter}`),
    ...named(two, 'tasks with more than one accountable', ({ where, name }) => `${where}: ${name}`),
    ...named(none, 'tasks with nobody accountable', ({ where, name }) => `${where}: ${name}`),
    ...named(
      blanks(understood),
      'tasks left blank, so unknown',
      ({ where, name }) => `${where}: ${name}`,
    ),
    ...named(left, 'places left out', ({ where, says }) => `${where}: ${says}`),
    ...notices.map(({ says, sheet }) => (sheet === '' ? says : `${sheet}: ${says}`)),
    ...rejected,
    ...questionLines(questions),
  ];
}

function questionLines(questions: readonly Question[]): string[] {
  const line = ({ id, says, choices, answer }: Question) => [
    `  ${says}`,
    ...choices.map(({ value, says: meaning }) => {
      const sign = value === answer ? '*' : ' ';
      return `   ${sign} --answer "${id}=${value}"  ${meaning}`;
    }),
  ];
  const must = questions.filter((question) => question.must);
  const others = questions.filter(({ must: asks, choices }) => !asks && choices.length > 1);
  return [
    ...(must.length > 0
      ? ['Please look at these (* is what counts now):', ...must.flatMap(line)]
      : []),
    ...(others.length > 0
      ? [`Also to be corrected: ${others.map(({ id, answer }) => `${id}=${answer}`).join(' · ')}`]
      : []),
  ];
}

export function diffLines({ diff, notices }: Ready): string[] {
  const { created, changed, unchanged, gone } = diff;
  return [
    ...notices.map(problemText),
    `${created.length} new, ${changed.length} changed, ${unchanged} unchanged, ${gone.length} not in the file and left as they are`,
    ...named(created, 'new', ({ name, area }) => `${area}: ${name}`),
    ...named(changed, 'changed', ({ after, fields }) => `${after.name}: ${fields.join(', ')}`),
    ...named(gone, 'not in the file', ({ name, area }) => `${area}: ${name}`),
  ];
}

function some<Item>(items: readonly Item[], line: (item: Item) => string): string[] {
  const rest = items.length - MOST_SHOWN;
  return [...items.slice(0, MOST_SHOWN).map(line), ...(rest > 0 ? [`  … and ${rest} more`] : [])];
}

function named<Item>(items: readonly Item[], what: string, line: (item: Item) => string): string[] {
  if (items.length === 0) return [];
  return [`${items.length} ${what}:`, ...some(items, (item) => `  ${line(item)}`)];
}
