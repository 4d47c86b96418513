// What a file was understood to say → tasks, parties and people beside the matrix, or every problem with its place.
import type { Day } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { nameKey } from '../matrix/party.ts';
import { type StarterTask, starterTasks } from '../matrix/starter/starter.ts';
import { joinList } from './cell.ts';
import { COLUMNS, longestIn, MAX_CELL, type Problem } from './columns.ts';
import { readEntries, type SheetRead } from './read.ts';
import { type Entry, tableOf } from './table.ts';
import type { Owner } from './understanding/decide.ts';
import { taskKey } from './understanding/understand.ts';
import type {
  Canonical,
  Understood,
  UnderstoodParty,
  UnderstoodTask,
} from './understanding/understanding.ts';
import { writeInterval, writeNights } from './words.ts';

/**
 * All or nothing, as `readSheet`. A task of the matrix with the same name and area is that task, a recognised one
 * takes the starter's id, names and review; what the file does not say stays as `current` has it.
 */
export function toDraft(
  understood: Understood | Canonical,
  current: Matrix | null,
  today: Day,
): SheetRead {
  if (understood.kind === 'canonical') {
    const rows = understood.rows.map(({ number, cells }) => ({ row: number, cells }));
    return readEntries(tableOf(understood.header, rows), [], current, today);
  }
  const { parties, questions } = understood;
  const clears = questions.some(({ id, answer }) => id === 'blank' && answer === 'clear');
  const stored = new Map(current?.tasks.map((task) => [taskKey(task.name, task.area), task]));
  const byId = new Map(current?.tasks.map((task) => [task.id, task]));
  const { once, notices } = withoutRepeats(understood.tasks);
  const entries = once.map((task, index): Entry => {
    const before =
      stored.get(taskKey(task.name, task.area)) ?? byId.get(task.starter ?? '') ?? null;
    return { row: index + 1, given: cellsOf(task, parties, before, clears) };
  });
  const problems = entries.flatMap(tooLong);
  if (problems.length > 0) return placed({ kind: 'problems', problems }, once);
  const read = readEntries({ kind: 'ok', entries, notices }, parties, current, today);
  return placed(read, once);
}

function tooLong({ row, given }: Entry): Problem[] {
  return COLUMNS.flatMap((column) => {
    const longest = longestIn(column);
    if ((given[column] ?? '').length <= longest) return [];
    return [{ row, column, says: `Longer than ${longest} characters. Shorten it.` }];
  });
}

/** A task listed twice counts once; where its rows disagree about the owner, nobody is taken for it. */
function withoutRepeats(tasks: readonly UnderstoodTask[]) {
  const notices: Problem[] = [];
  const seen = new Map<string, UnderstoodTask>();
  for (const task of tasks) {
    const key = taskKey(task.name, task.area);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, task);
      continue;
    }
    const agree = JSON.stringify(first.decision.owner) === JSON.stringify(task.decision.owner);
    const says = agree
      ? `"${task.name}" is there twice (${first.where}) and counts once.`
      : `"${task.name}" is there twice (${first.where}) with different owners; its owner is unknown.`;
    notices.push({ row: 0, column: task.where, says });
    if (agree) continue;
    const unknown = { ...first.decision, owner: { kind: 'unknown' as const, blank: false } };
    seen.set(key, { ...first, decision: unknown });
  }
  return { once: [...seen.values()], notices };
}

function cellsOf(
  task: UnderstoodTask,
  parties: readonly UnderstoodParty[],
  before: StoredTask | null,
  clears: boolean,
): Entry['given'] {
  const { name, area, note, decision, starter } = task;
  const known = starter === null ? null : (starterTasks.find(({ id }) => id === starter) ?? null);
  const given: Entry['given'] = { name };
  if (area !== '' || before === null) given.area = area || (known?.area ?? '');
  if (note !== '') given.description = note.slice(0, MAX_CELL);
  if (before !== null) given.id = before.id;
  else if (known !== null) Object.assign(given, startersOwn(known, given));
  if (before !== null && nameKey(before.name) !== nameKey(name)) {
    given.aliases = joinList(withName(before.aliases, before.name));
  }
  if (task.nights !== '') given.nights = task.nights;
  Object.assign(given, ownerCells(decision.owner, parties, before, clears));
  Object.assign(given, leadCells(task));
  if (decision.backup !== null) given.backup = parties[decision.backup]?.name ?? '';
  return given;
}

function startersOwn(starter: StarterTask, given: Entry['given']): Entry['given'] {
  const nights = starter.nightsMatter
    ? { matter: true as const, cover: '' }
    : { matter: false as const };
  return {
    id: starter.id,
    kind: starter.kind,
    description: given.description ?? starter.description,
    aliases: joinList(
      nameKey(given.name ?? '') === nameKey(starter.name)
        ? starter.aliases
        : withName(starter.aliases, starter.name),
    ),
    importance: starter.importance,
    nights: writeNights(nights),
    'review every': writeInterval(starter.review),
  };
}

function withName(aliases: readonly string[], name: string): string[] {
  return aliases.some((alias) => nameKey(alias) === nameKey(name))
    ? [...aliases]
    : [...aliases, name];
}

/** Who leads, and as what, where the file says so beside the party. */
function leadCells({ decision: { owner }, cells }: UnderstoodTask): Entry['given'] {
  if (owner.kind !== 'lead') return {};
  const of = cells.filter(({ party }) => party === owner.lead);
  const person = of.find((cell) => cell.person !== undefined)?.person;
  const role = of.find((cell) => cell.role !== undefined)?.role;
  return { ...(person === undefined ? {} : { person }), ...(role === undefined ? {} : { role }) };
}

/** Nothing at all where the file does not say: then the matrix's own owner stays. */
function ownerCells(
  owner: Owner,
  parties: readonly UnderstoodParty[],
  before: StoredTask | null,
  clears: boolean,
): Entry['given'] {
  const names = (places: readonly number[]) =>
    joinList(places.flatMap((place) => parties[place]?.name ?? []));
  const nobody = { owner: '', side: '', status: 'nobody', until: '' };
  switch (owner.kind) {
    case 'lead': {
      const lead = parties[owner.lead];
      return {
        owner: lead?.name ?? '',
        side: lead?.side ?? '',
        'shared with': names(owner.shared),
        status: '',
        until: '',
      };
    }
    case 'shared':
      return { ...nobody, 'shared with': names(owner.shared) };
    case 'nobody':
      return { ...nobody, 'shared with': '' };
    case 'not applicable':
      return { ...nobody, status: 'not applicable', 'shared with': '' };
    case 'unknown':
      return before === null || clears ? { ...nobody, status: '', 'shared with': '' } : {};
  }
}

/** Problems name the place in the file, not the row of the sheet that stood between. */
function placed(read: SheetRead, tasks: readonly UnderstoodTask[]): SheetRead {
  const at = (problem: Problem): Problem => {
    const where = tasks[problem.row - 1]?.where;
    const row = Number(/^row (\d+)$/.exec(where ?? '')?.[1] ?? 0);
    return where === undefined
      ? problem
      : { ...problem, row, column: row === 0 ? where : problem.column };
  };
  return read.kind === 'ok'
    ? { ...read, notices: read.notices.map(at) }
    : { ...read, problems: read.problems.map(at) };
}
