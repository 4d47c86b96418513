// A press on a card that was opened out of a digest ends on the digest, with a line on what was done.
import type { Reply } from '../cards.ts';
import type { Outcome, Turn, World } from '../chat.ts';
import type { Line } from '../matrix/change.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { contentsHere, digestAgain, wantedFor } from './again.ts';
import { itemOf, settledNote } from './item.ts';
import { outcomeText } from './reason.ts';

/** Forms stay: they are not filled in yet. */
export async function home(
  run: string,
  outcome: Outcome,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const told = toldBy(outcome.reply);
  if (told === null) return outcome;
  const then = afterwards(outcome.effects, turn, world);
  const note = await noteOn(run, outcome, told, turn, then);
  return { ...outcome, reply: await digestAgain(run, note, turn, then) };
}

/** Null for a card that something is still to be done on. */
function toldBy(reply: Reply): string | null {
  if (reply.kind === 'text') return reply.text;
  return reply.kind === 'card' && reply.card === 'answer' ? reply.data.note : null;
}

async function noteOn(
  run: string,
  { effects, about }: Outcome,
  told: string,
  turn: Turn,
  world: World,
): Promise<string> {
  const say = sayIn(turn.locale);
  const task = world.matrix.tasks.find(({ id }) => id === about.tasks[0]);
  if (!task || told === '') return told;
  const wanted = await wantedFor(run, turn, world);
  const { contents, facts } = await contentsHere(wanted, turn, world);
  if (effects.some(({ kind }) => kind === 'change')) {
    const outcome = outcomeText(task, facts.matrix, facts.today, say);
    return say('digest.done', { task: task.name, outcome, by: turn.speaker.name });
  }
  const what = say('digest.told', { task: task.name, what: told });
  return itemOf(task.id, contents) ? what : `${settledNote(task.id, facts, say)}. ${what}`;
}

/** What is written comes after this; the card shows the world as it will be. */
function afterwards(effects: readonly Effect[], turn: Turn, world: World): World {
  const lines = effects.flatMap((effect) => lineOf(effect, turn, world.matrix));
  if (lines.length === 0) return world;
  const changed = new Map(lines.map((line) => [line.task, line]));
  const tasks = world.matrix.tasks.map((task) => {
    const line = changed.get(task.id);
    return line ? { ...line.after, version: line.version } : task;
  });
  const people = effects.flatMap((effect) =>
    effect.kind === 'change' && effect.step.kind === 'person' ? [effect.step.to] : [],
  );
  const stays = world.matrix.people.filter(
    (one) => !people.some(({ party, name }) => party === one.party && name === one.name),
  );
  return {
    ...world,
    matrix: { ...world.matrix, tasks, people: [...stays, ...people] },
    history: async (task) => {
      const line = changed.get(task);
      const before = await world.history(task);
      return line ? [line, ...before] : before;
    },
    changedSince: async (day) => [
      ...new Set([...(await world.changedSince(day)), ...changed.keys()]),
    ],
  };
}

function lineOf(effect: Effect, turn: Turn, matrix: Matrix): Line[] {
  if (effect.kind !== 'change' || effect.step.kind !== 'task') return [];
  const { expect, to, why, batch } = effect.step;
  const before = matrix.tasks.find(({ id }) => id === to.id) ?? null;
  const by = { id: turn.speaker.id, name: turn.speaker.name };
  const version = expect + 1;
  return [
    { seq: 0, task: to.id, version, at: turn.now, by, why, batch, before, after: to, gone: false },
  ];
}
