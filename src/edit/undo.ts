// Undo: a change that puts a task back to where it stood before one line of its history.
import type { Outcome, Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { isOwner, mayEdit } from '../matrix/rights.ts';
import { sayIn } from '../strings/strings.ts';
import { carryOut, shown } from './carry-out.ts';

/** From a card: the change that made this version, if it is still the newest. */
export function undoOn(
  task: StoredTask,
  version: number,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  return undo(task, version, turn, world);
}

/** "Undo": the speaker's own latest change in this matrix, if nobody has changed the task since. */
export async function undoOwn(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const [mine] = await world.lines({ by: turn.speaker.id }, 1);
  const task = world.matrix.tasks.find(({ id }) => id === mine?.task);
  if (!mine || !task || mine.before === null) {
    return {
      reply: { kind: 'text', text: say('undo.nothing') },
      effects: [],
      about: { kind: 'command', tasks: [] },
    };
  }
  return undo(task, mine.version, turn, world);
}

async function undo(task: StoredTask, version: number, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const [latest] = await world.lines({ task: task.id }, 1);
  if (!latest || latest.before === null) return shown(task, say('undo.nothing'), turn, world);
  if (latest.version !== version) {
    const note = say('edit.overtaken', { who: latest.by.name, day: say.day(dayOf(latest.at)) });
    return shown(task, note, turn, world);
  }
  // Whoever made a change as the owner may take it back, though it ended their being the owner.
  const own =
    latest.by.id === turn.speaker.id &&
    (mayEdit(world.caller, task) || isOwner(world.caller, latest.before));
  const caller = own
    ? { ...world.caller, areas: [...world.caller.areas, task.area] }
    : world.caller;
  const wish = { kind: 'put back' as const, to: latest.before };
  return carryOut(
    {
      task,
      wish,
      why: say('undo.why', { day: say.day(dayOf(latest.at)) }),
      steps: [],
      seen: version,
    },
    turn,
    { ...world, caller },
  );
}
