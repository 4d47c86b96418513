// A bare list of task names: one column, no owner anywhere. Brought in only after somebody said that it is meant.
import { isBareList } from '../reading/bare-list.ts';
import type { TextTable } from '../reading/workbook.ts';
import { namesTask } from './header-words.ts';
import { type Asking, counted } from './questions.ts';
import type { RowRead } from './reading.ts';
import { type Candidate, UNNAMED } from './tables.ts';

const NO_BARE_ROWS = { sure: 0, unsure: 0, areHeadings: false };

/** Null where no table is a list. No row counts until the question is answered with yes. */
export function listIn(tables: readonly TextTable[], asking: Asking): Candidate | null {
  for (const [place, table] of tables.entries()) {
    const found = namesIn(table);
    if (found.length === 0) continue;
    const taken = askList(asking, found.length);
    return {
      ...{ id: `table-${place + 1}`, name: table.sheet, tables: [place], sheet: table.sheet },
      ...{ title: table.headings.at(-1) ?? '', orientation: 'list', orientations: ['list'] },
      ...{ why: 'there is one column, of names', parties: [], bareRows: NO_BARE_ROWS },
      ...{ rows: taken ? found : [], left: [], score: found.length },
    };
  }
  return null;
}

function namesIn({ rows, sheet, headings }: TextTable): RowRead[] {
  const cells = rows.map(({ number, cells: all }) => ({
    number,
    texts: all.map((text) => text.trim()).filter((text) => text !== ''),
  }));
  if (cells.some(({ texts }) => texts.length > 1)) return [];
  const [first, ...others] = cells.map(({ number, texts }) => ({ number, text: texts[0] ?? '' }));
  if (!first) return [];
  const names = namesTask(first.text) && first.text.length < 20 ? others : [first, ...others];
  const area = headings.at(-1) || (UNNAMED.test(sheet) ? '' : sheet);
  if (!isBareList(names.map(({ text }) => text))) return [];
  return names.map(({ number, text }) => ({
    ...{ where: `row ${number}`, area, task: text, note: '', nights: '', cells: [] },
  }));
}

function askList(asking: Asking, rows: number): boolean {
  const answer = asking.ask({
    id: 'list',
    kind: 'list',
    about: [String(rows)],
    says: `${counted(rows, 'name', 'names')} and no owner. Are they tasks?`,
    choices: [
      { value: 'no', says: 'No, leave them out' },
      { value: 'tasks', says: 'Yes, tasks whose owner is unknown' },
    ],
    default: 'no',
    must: true,
  });
  return answer === 'tasks';
}
