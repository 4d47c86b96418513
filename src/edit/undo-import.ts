// Undo of an import: everything it brought is taken out or put back in one change, and nobody's later edit is lost unsaid.
import { z } from 'zod';
import type { CardReply } from '../cards.ts';
import { type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import { batchAgainst, changedFields, isUndone, type Line, type Step } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import { mayAdminister } from '../matrix/rights.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { forbiddenText } from './carry-out.ts';
import { nameIt } from './many.ts';
import { sidesOut } from './undo-sides.ts';

export const UndoImport = z.object({
  batch: z.string().regex(/^import-[\w-]{1,100}$/),
  leave: z.string().max(10).default(''),
});

/** As many rows as a file may have. */
const MOST_OF_IMPORT = 20_000;
const NAMES_SHOWN = 10;

/** `leave`: tasks that have moved on stay as they are; without it nothing is undone while there are any. */
export async function undoImport(
  { batch, leave }: z.output<typeof UndoImport>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (!mayAdminister(world.caller)) return told(forbiddenText(world, say));
  const lines = await world.manyLines({ batch }, MOST_OF_IMPORT);
  const { back, moved } = sorted(lines, world);
  const names = moved.map(({ after }) => after.name);
  const rest = names.length - NAMES_SHOWN;
  const tasks = [
    ...names.slice(0, NAMES_SHOWN),
    ...(rest > 0 ? [say('list.left', { count: rest })] : []),
  ].join(', ');
  if (moved.length > 0 && leave === '') {
    return outcome({
      line: say('undo.import.moved', { count: moved.length }),
      note: say('undo.import.which', { tasks }),
      ...{ batch, leave: 'yes', undo: back.length > 0 ? say('undo.import.rest') : '' },
    });
  }
  if (back.length === 0) return told(say('undo.import.nothing'));
  const again = isUndone(batch);
  const undo = batchAgainst(batch, nameIt('press', turn));
  const why = say(again ? 'undo.import.again.why' : 'undo.import.why');
  const steps = back.map((line) => ({ ...stepBack(line), why, batch: undo }));
  const gone = steps.filter(({ kind }) => kind === 'gone').length;
  const sides = again
    ? [{ kind: 'back' as const, taken: batch, batch: undo }]
    : await sidesOut(lines, undo, steps, world);
  return outcome(
    {
      line: again
        ? say('undo.import.back', { count: steps.length })
        : say('undo.import', { gone, back: steps.length - gone }),
      note: moved.length > 0 ? say('undo.import.left', { tasks }) : say('undo.import.note'),
      ...{ batch: undo, leave: '', undo: '' },
    },
    [...steps, ...sides].map((step) => ({ kind: 'change', step })),
  );
}

/** "Undo" right after an import was undone: to bring all of it in again takes more than the same word once more. */
export function askAgain({ batch, at }: Line, turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  if (!mayAdminister(world.caller)) return told(forbiddenText(world, say));
  return outcome({
    line: say('undo.import.was', { day: say.day(dayOf(at)) }),
    note: say('undo.import.was.note'),
    ...{ batch, leave: '', undo: say('undo.import.again') },
  });
}

/** What can be put back as it was, and what somebody has changed since. What is back already is neither. */
function sorted(lines: readonly Line[], { matrix }: World): { back: Line[]; moved: Line[] } {
  const tasks = new Map(matrix.tasks.map((task) => [task.id, task]));
  const back: Line[] = [];
  const moved: Line[] = [];
  for (const line of lines) {
    const now = tasks.get(line.task);
    if (line.gone ? now === undefined : now?.version === line.version) back.push(line);
    else if (now && (line.before === null || !isSame(line.before, now))) moved.push(line);
  }
  return { back, moved };
}

function isSame(before: Line['after'], { version: _, ...now }: World['matrix']['tasks'][number]) {
  return changedFields(before, now).length === 0;
}

export type Back =
  | Pick<Extract<Step, { kind: 'gone' }>, 'kind' | 'expect' | 'task'>
  | Pick<Extract<Step, { kind: 'task' }>, 'kind' | 'expect' | 'to'>;

function stepBack({ task, before, after, version, gone }: Line): Back {
  if (gone) return { kind: 'task', expect: 0, to: after };
  return before === null
    ? { kind: 'gone', expect: version, task }
    : { kind: 'task', expect: version, to: before };
}

function outcome(
  data: Extract<CardReply, { card: 'brought' }>['data'],
  effects: Effect[] = [],
): Outcome {
  return replied({ kind: 'card', card: 'brought', data }, effects);
}
