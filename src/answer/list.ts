// A list question → its card: what passes the filter, how many, and what to say where nothing can be listed.
import type { Outcome, Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { Asked } from './asked.ts';
import { type Filter, filterFields, standsInFor, tasksPassing } from './filter.ts';
import { listTitle } from './list-title.ts';
import { listOutcome, quoted, sayFor, textOutcome } from './outcomes.ts';

type List = Extract<Asked, { kind: 'list' }>;

export async function answerList(
  { filter, order, count }: List,
  question: string,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayFor(turn);
  const since = filter.changedSince;
  const changed = since ? await world.changedSince(since) : [];
  const today = dayOf(turn.now);
  const sieve = { matrix: world.matrix, speaker: turn.speaker, today, changed };
  const tasks = tasksPassing(filter, order, sieve);
  const title = listTitle(filter, order, world.matrix, say);
  const key = tasks.length === 0 ? 'none' : tasks.length === 1 ? 'one' : 'line';
  const line = say(count && tasks.length > 0 ? `list.count.${key}` : `list.${key}`, {
    title,
    count: tasks.length,
  });
  return listOutcome(
    tasks,
    line,
    note(filter, count, tasks.length, turn, world),
    { question, filter: filterFields(filter, world.matrix) },
    turn,
    world,
  );
}

/** Who asks for their own hears how often they stand in, or as whom they are known. */
function note(filter: Filter, count: boolean, found: number, turn: Turn, world: World): string {
  const say = sayFor(turn);
  if (!filter.mine || filter.standIn) return found > 0 && !count ? say('list.note') : '';
  const standIns = standsInFor(world.matrix, turn.speaker).length;
  const key = standIns > 0 ? 'list.standIn' : found > 0 ? 'list.note' : strangerKey(filter);
  return say(key, { count: standIns, name: turn.speaker.name });
}

/** With a second filter an empty list says nothing about whether the asker owns anything. */
function strangerKey(filter: Filter): 'list.stranger' | 'list.nothing' {
  return Object.keys(filter).length === 1 ? 'list.stranger' : 'list.nothing';
}

/** A list about somebody or something the matrix does not know says so; it never lists everything instead. */
export function unknownOutcome(name: string, turn: Turn, world: World): Outcome {
  const say = sayFor(turn);
  const parties = world.matrix.parties.map((party) => party.name);
  const areas = [...new Set(world.matrix.tasks.map(({ area }) => area))];
  const text = say('list.unknown', {
    name: quoted(name),
    parties: shortened(parties),
    areas: shortened(areas),
  });
  return textOutcome(text, { kind: 'none', tasks: [] });
}

/** As many names as one sentence carries. */
const MOST_NAMES = 8;

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown}, …` : shown;
}
