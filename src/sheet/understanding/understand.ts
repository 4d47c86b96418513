// Tables of text → what they say about who owns what, with everything that was guessed open to correction.
import type { Matrix } from '../../matrix/matrix.ts';
import { nameKey } from '../../matrix/party.ts';
import { columnNamed } from '../columns.ts';
import { refuse, type TextTable, type Workbook } from '../reading/workbook.ts';
import { legendIn } from './alphabet.ts';
import { type Decision, decide, type Rules } from './decide.ts';
import { listIn } from './list.ts';
import type { Hints } from './named.ts';
import {
  type Answers,
  type Asking,
  askHeadings,
  askOrientation,
  askTable,
  createAsking,
} from './questions.ts';
import { readingsOf } from './read-grid.ts';
import { ORIENTATIONS, type RowRead } from './reading.ts';
import { askBlank, askNone, askStarter, askTwo } from './row-questions.ts';
import { settle } from './settle.ts';
import { type Candidate, candidatesIn } from './tables.ts';
import type { Understanding, UnderstoodTask } from './understanding.ts';

/** The starter task that a task surely is, by its name and area; null where it is not sure. */
export type Matcher = (name: string, area: string) => string | null;

export type Context = {
  match: Matcher;
  /** The matrix it is to be imported into; null for a new one. */
  current: Matrix | null;
  answers: Answers;
};

/** Another table this much as likely is a question. */
const CLOSE = 0.5;

export function understand(book: Workbook, { match, current, answers }: Context): Understanding {
  const ours = book.tables.find(isCanonical);
  if (ours) {
    const [header, ...rows] = ours.rows;
    return {
      kind: 'canonical',
      sheet: ours.sheet,
      header: header?.cells.map((cell) => cell.replace(/^\uFEFF/, '')) ?? [],
      rows,
      notices: book.notices,
    };
  }
  const asking = createAsking(answers);
  const chosen = choose(book, asking, current);
  if (chosen === null) return NO_MATRIX;
  const { parties, rows } = settle(chosen, asking, current);
  const rules = rulesFor(rows, parties.length, asking);
  const decided = rows.map((row) => ({ row, decision: decide(row.cells, parties.length, rules) }));
  const tasks = matched(decided, match, asking, current);
  return {
    kind: 'understood',
    format: book.format,
    table: { id: chosen.id, name: chosen.name, parts: chosen.tables.length },
    orientation: chosen.orientation,
    why: chosen.why,
    parties,
    tasks,
    left: [...chosen.left, ...tablesLeft(book, chosen)],
    questions: asking.questions,
    rejected: asking.rejected(),
    notices: book.notices,
  };
}

const NO_MATRIX = refuse(
  'no table',
  'No table here says who owns what. It needs a row for each task, and a column for each party or for the owner.',
);

/** A sheet of ours has an id or a side beside the name; others only happen to have a column of that name. */
function isCanonical({ rows }: TextTable): boolean {
  const columns = rows[0]?.cells.map((cell) => columnNamed(cell.replace(/^\uFEFF/, ''))) ?? [];
  const has = (name: string) => columns.some((column) => column === name);
  return (has('id') && (has('name') || has('owner'))) || (has('name') && has('side'));
}

function choose(book: Workbook, asking: Asking, current: Matrix | null): Candidate | null {
  const known = current?.parties.map(({ name }) => name) ?? [];
  const said = asking.said('headings');
  const bare = said === 'headings' || said === 'tasks' ? said : null;
  const hints: Hints = { known, bare, legend: legendIn(book.tables) };
  const readings = book.tables.map((table, place) => readingsOf(table, place, hints));
  const orientation = ORIENTATIONS.find((each) => each === asking.said('orientation')) ?? null;
  const candidates = candidatesIn(readings, orientation);
  const [best, second] = candidates;
  if (!best) return listIn(book.tables, asking);
  let chosen = best;
  if (second) {
    const choices = candidates.slice(0, 10).map(({ id, name, rows, tables }) => {
      const parts = tables.length > 1 ? `, ${tables.length} tables` : '';
      return { value: id, says: `${name || 'the table'} (${rows.length} tasks${parts})` };
    });
    const answer = askTable(asking, choices, best.id, second.score > best.score * CLOSE);
    chosen = candidates.find(({ id }) => id === answer) ?? best;
  }
  const ways = readings[chosen.tables[0] ?? 0] ?? [];
  const [first, next] = ways;
  if (first && next) {
    const close = next.score > first.score * CLOSE;
    askOrientation(asking, chosen.orientations, first.orientation, close);
  }
  const { sure, unsure, areHeadings } = chosen.bareRows;
  if (unsure > 0) askHeadings(asking, unsure, areHeadings, sure > 0 || (areHeadings && unsure < 2));
  return chosen;
}

/** Asked only where a row needs it. */
function rulesFor(rows: readonly RowRead[], parties: number, asking: Asking): Rules {
  const responsibleOwns = !rows.some(({ cells }) =>
    cells.some(({ mark }) =>
      mark.duties.some((duty) => duty === 'accountable' || duty === 'owner'),
    ),
  );
  const rules: Rules = { responsibleOwns, two: 'shared', none: 'unknown' };
  const doubts = rows.map(({ cells }) => decide(cells, parties, rules).doubt);
  const two = doubts.filter((doubt) => doubt === 'two').length;
  const none = doubts.filter((doubt) => doubt === 'none').length;
  const aboutTwo = two > 0 ? askTwo(asking, two) : 'shared';
  const aboutNone = none > 0 ? askNone(asking, none) : 'unknown';
  return {
    responsibleOwns,
    two: aboutTwo === 'first' || aboutTwo === 'unknown' ? aboutTwo : 'shared',
    none: aboutNone === 'responsible' ? 'responsible' : 'unknown',
  };
}

/** A starter task is recognised once: of several that could be it, the first. Tasks of the matrix keep what they are. */
function matched(
  decided: readonly { row: RowRead; decision: Decision }[],
  match: Matcher,
  asking: Asking,
  current: Matrix | null,
): UnderstoodTask[] {
  const stored = new Map(current?.tasks.map((task) => [taskKey(task.name, task.area), task]));
  const named = decided.flatMap(({ row }) => stored.get(taskKey(row.task, row.area)) ?? []);
  const taken = new Set(named.map(({ id }) => id));
  const recognised = new Set<string>();
  const tasks = decided.map(({ row, decision }): UnderstoodTask => {
    const { where, area, task: name, note, nights, cells } = row;
    const known = stored.has(taskKey(name, area));
    const found = known ? null : match(name, area);
    const starter = found === null || taken.has(found) ? null : found;
    if (starter !== null) {
      taken.add(starter);
      recognised.add(starter);
    }
    return { where, area, name, note, nights, cells, decision, starter };
  });
  const isOwned = (task: UnderstoodTask) => {
    const kind = stored.get(taskKey(task.name, task.area))?.ownership.kind ?? 'unknown';
    return kind !== 'unknown';
  };
  const blank = tasks.filter((task) => task.decision.owner.kind === 'unknown' && isOwned(task));
  if (blank.length > 0) askBlank(asking, blank.length);
  const apart = recognised.size > 0 && askStarter(asking, recognised.size) === 'own';
  return apart ? tasks.map((task) => ({ ...task, starter: null })) : tasks;
}

export function taskKey(name: string, area: string): string {
  return `${nameKey(area)}\n${nameKey(name)}`;
}

function tablesLeft(book: Workbook, chosen: Candidate) {
  return book.tables.flatMap((table, place) => {
    if (chosen.tables.includes(place)) return [];
    const name = table.sheet || table.headings.at(-1) || `table ${place + 1}`;
    return [{ where: name, says: 'This table was left out.' }];
  });
}
