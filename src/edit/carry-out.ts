// One wish about one task → what happens: rights, the rule, the change, and the card that shows how it stands now.
import type { Outcome, Turn, World } from '../chat.ts';
import type { Step } from '../matrix/change.ts';
import { type Day, dayOf } from '../matrix/day.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';
import { type Caller, isOwner, mayEdit, maySpeakFor } from '../matrix/rights.ts';
import type { Task } from '../matrix/task.ts';
import { type Refusal, type Ruled, ruled, type Wish } from '../matrix/wish.ts';
import type { Effect } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { answerLine, ownerLine, subjectOf } from '../wording/block.ts';
import { answerCard, lookAt } from '../wording/card.ts';
import { deciderText } from '../wording/holder.ts';

export type Change = {
  task: StoredTask;
  wish: Wish;
  /** Further fields of the same card: one change, one line of history. */
  more?: readonly Wish[];
  why: string;
  /** People whom the change brings into the matrix. */
  steps: readonly Step[];
  /** The version that was on the card; null for what was typed. */
  seen: number | null;
};

/** What the named owner may do without being an admin. */
const OWNERS: ReadonlySet<Wish['kind']> = new Set([
  'accept',
  'decline',
  'still mine',
  'assign',
  'share',
]);

/** Longer reasons belong in the document that they come from. */
export const MOST_WHY = 500;

export function mayWish(caller: Caller, task: StoredTask, wish: Wish): boolean {
  if (wish.kind === 'view') return maySpeakFor(caller, wish.view.party) || mayEdit(caller, task);
  return mayEdit(caller, task) || (OWNERS.has(wish.kind) && isOwner(caller, task));
}

export async function carryOut(change: Change, turn: Turn, world: World): Promise<Outcome> {
  const { task, seen, steps } = change;
  const wishes = [change.wish, ...(change.more ?? [])];
  const say = sayIn(turn.locale);
  const why = change.why.trim().slice(0, MOST_WHY);
  if (!wishes.every((wish) => mayWish(world.caller, task, wish))) {
    return forbidden(task, turn, world);
  }
  if (seen !== null && seen !== task.version) return overtaken(task, turn, world);
  const result = ruledAll(task, wishes, why, dayOf(turn.now));
  switch (result.kind) {
    case 'refused':
      return shown(task, refusalText(result.why, say), turn, world);
    case 'unchanged':
      return shown(task, say('edit.unchanged'), turn, world);
    case 'changed': {
      const { to } = result;
      const effects: Effect[] = [
        ...steps.map((step) => ({ kind: 'change' as const, step })),
        {
          kind: 'change',
          step: { kind: 'task', expect: task.version, to, why, batch: '' },
        },
      ];
      const after: World = { ...world, matrix: withChange(world.matrix, to, task.version, steps) };
      const now = { ...to, version: task.version + 1 };
      const note = noteOf(task, now, world.matrix, after.matrix, turn, say);
      const outcome = await shown(now, note, turn, after, true);
      return { ...outcome, effects: [...effects, ...outcome.effects] };
    }
  }
}

/** All wishes or none; unchanged where none of them changes anything. */
function ruledAll(stored: StoredTask, wishes: readonly Wish[], why: string, today: Day): Ruled {
  const { version: _, ...task } = stored;
  let result: Ruled = { kind: 'unchanged' };
  for (const wish of wishes) {
    const next = ruled(result.kind === 'changed' ? result.to : task, wish, why, today);
    if (next.kind === 'refused') return next;
    if (next.kind === 'changed') result = next;
  }
  return result;
}

/** The matrix as it is once the change is committed. */
function withChange(matrix: Matrix, to: Task, version: number, steps: readonly Step[]): Matrix {
  const people = steps.flatMap((step) => (step.kind === 'person' ? [step.to] : []));
  const stays = matrix.people.filter(
    (one) => !people.some((made) => made.party === one.party && made.name === one.name),
  );
  const task = { ...to, version: version + 1 };
  return {
    ...matrix,
    people: [...stays, ...people],
    tasks: matrix.tasks.map((one) => (one.id === to.id ? task : one)),
  };
}

/** The owner card of a task with a line on what just happened; the task is then the one that is spoken of. */
export async function shown(
  task: StoredTask,
  note: string,
  turn: Turn,
  world: World,
  undo = false,
): Promise<Outcome> {
  const looked = await lookAt(task, turn, world);
  const subject = { ...looked, may: { ...looked.may, undo } };
  return {
    reply: answerCard(answerLine(subject), '', [subject], note, sayIn(turn.locale)),
    effects: [spokenOf(task.id, turn)],
    about: { kind: 'command', tasks: [task.id], facet: 'assign' },
  };
}

/** Who may not is told who may. */
function forbidden(task: StoredTask, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const key = world.caller.guest ? 'edit.guest' : 'edit.forbidden';
  return shown(task, say(key, { decider: deciderText(world.matrix, say) }), turn, world);
}

/** A press on a card that is no longer true changes nothing, and says who came first. */
async function overtaken(task: StoredTask, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const [latest] = await world.lines({ task: task.id }, 1);
  const note = latest
    ? say('edit.overtaken', { who: latest.by.name, day: say.day(dayOf(latest.at)) })
    : say('edit.unchanged');
  return shown(task, note, turn, world);
}

function refusalText(why: Refusal, say: Say): string {
  return say(`edit.refused.${why}`);
}

function noteOf(
  before: StoredTask,
  after: StoredTask,
  was: Matrix,
  is: Matrix,
  turn: Turn,
  say: Say,
): string {
  const owner = (task: StoredTask, matrix: Matrix) =>
    ownerLine(subjectOf(task, matrix, dayOf(turn.now), { times: 0, askers: 0 }, say));
  const [old, now] = [owner(before, was), owner(after, is)];
  return old === now ? say('edit.saved') : say('edit.moved', { before: old, after: now });
}

/** A follow-up to an edit is about its task. */
const MEMORY_MINUTES = 30;

function spokenOf(task: string, turn: Turn): Effect {
  const until = new Date(turn.now.getTime() + MEMORY_MINUTES * 60_000);
  return {
    kind: 'remember',
    memory: { named: [task], offered: [], question: '', facet: 'owner' },
    until,
  };
}
