// Undo: a change that puts a task back to where it stood before one line of its history.
import { type Outcome, replied, type Turn, type World } from '../chat.ts';
import { isImportBatch, isUndone, type Line } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { type Caller, isOwner, mayEdit } from '../matrix/rights.ts';
import type { Task } from '../matrix/task.ts';
import { sayIn } from '../strings/strings.ts';
import { carryOut, overtakenText, shown } from './carry-out.ts';
import { carryOutAll, missedNote } from './many.ts';
import type { Change } from './planned.ts';
import { taskList } from './task-list.ts';
import { askAgain, undoImport } from './undo-import.ts';

/** More than any press changes, and as much as one transaction should carry. */
const MOST_OF_BATCH = 500;

type Undone = Line & { before: Task };

/** From a card: the change that made this version, if it is still the newest. */
export async function undoOn(
  task: StoredTask,
  version: number,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const [latest] = await world.lines({ task: task.id }, 1);
  if (!latest || !isUndoable(latest)) return shown(task, say('undo.nothing'), turn, world);
  if (latest.version !== version) {
    return shown(task, await overtakenText(task, world, say), turn, world);
  }
  return carryOut(puttingBack(task, latest, turn, world), turn, world);
}

/** "Undo": what the speaker did last in this matrix, to one task or to several in one press. */
export async function undoOwn(turn: Turn, world: World): Promise<Outcome> {
  const [mine] = await world.lines({ by: turn.speaker.id }, 1);
  if (mine && isUndone(mine.batch)) return askAgain(mine, turn, world);
  if (mine && isImportBatch(mine.batch))
    return undoImport({ batch: mine.batch, leave: '' }, turn, world);
  const task = world.matrix.tasks.find(({ id }) => id === mine?.task);
  if (!mine || !task || !isUndoable(mine)) {
    return replied({ kind: 'text', text: sayIn(turn.locale)('undo.nothing') });
  }
  return mine.batch === ''
    ? undoOn(task, mine.version, turn, world)
    : undoBatch(mine.batch, turn, world);
}

/** What others have changed since stays as it is, and is named. */
async function undoBatch(batch: string, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const lines = await world.lines({ batch }, MOST_OF_BATCH);
  const changes = lines.filter(isUndoable).flatMap((line) => {
    const task = world.matrix.tasks.find(({ id }) => id === line.task);
    return task ? [puttingBack(task, line, turn, world)] : [];
  });
  const carried = await carryOutAll(changes, turn, world);
  const { effects, done } = carried;
  const line = say('undo.line', { count: done.length });
  return {
    reply: taskList(done, line, missedNote(carried), turn, carried.world),
    effects,
    about: { kind: 'command', tasks: done.map(({ id }) => id) },
  };
}

function isUndoable(line: Line): line is Undone {
  return line.before !== null;
}

function puttingBack(task: StoredTask, line: Undone, turn: Turn, world: World): Change {
  const why = sayIn(turn.locale)('undo.why', { day: sayIn(turn.locale).day(dayOf(line.at)) });
  const wish = { kind: 'put back' as const, to: line.before };
  const rights = rightsOver(task, line, world.caller);
  return { task, wish, why, steps: [], seen: line.version, rights };
}

/** Whoever made a change as the owner may take it back, though it ended their being the owner. */
function rightsOver(task: StoredTask, line: Undone, caller: Caller): Caller {
  const own = line.by.id === caller.id && (mayEdit(caller, task) || isOwner(caller, line.before));
  return own ? { ...caller, areas: [...caller.areas, task.area] } : caller;
}
