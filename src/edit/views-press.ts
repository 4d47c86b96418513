// One side's answers in a views round: kept closed, and put on record for a task once every side has spoken about it.
import { z } from 'zod';
import { type Outcome, type Turn, told, type World } from '../chat.ts';
import { type Day, dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import type { View } from '../matrix/ownership.ts';
import type { Party } from '../matrix/party.ts';
import { maySpeakFor } from '../matrix/rights.ts';
import {
  isRunning,
  isSettled,
  type Round,
  type Said,
  type StoredRound,
  viewsOn,
  withSaid,
} from '../matrix/round.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { nameIt } from './many.ts';
import { ruledAll } from './planned.ts';
import { BATCH, THEIRS, viewsCard } from './views-card.ts';

const Id = z.string().min(1).max(200);
const Answer = z.string().max(220).default('');

export const SaveViews = z.looseObject({
  ...{ round: Id, party: Id, tasks: z.string().max(BATCH * 201) },
  ...{ says0: Answer, says1: Answer, says2: Answer, says3: Answer, says4: Answer },
  ...{ says5: Answer, says6: Answer, says7: Answer, says8: Answer, says9: Answer },
});

export async function saveViews(
  data: z.output<typeof SaveViews>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const { matrix, caller } = world;
  const today = dayOf(turn.now);
  const round = (await world.rounds()).find(({ id }) => id === data.round);
  if (!round?.sides.includes(data.party) || !maySpeakFor(caller, data.party)) {
    return told(say('views.forbidden'));
  }
  if (!isRunning(round, today)) return told(say('views.over'));
  const said = answersIn(data, round, matrix.parties, today, turn.speaker.name);
  const after = withSaid(round, said);
  const settled = said.map(({ task }) => task).filter((task) => isSettled(after, task));
  const now: StoredRound = { ...after, version: round.version + 1 };
  return {
    reply: viewsCard(now, data.party, matrix, say('views.saved', { count: said.length }), say),
    effects:
      said.length === 0
        ? []
        : [roundEffect(round, after), ...recorded(after, settled, matrix.tasks, turn)],
    about: { kind: 'command', tasks: said.map(({ task }) => task) },
  };
}

export function roundEffect({ version }: StoredRound, to: Round): Effect {
  const { id, area, by, startedOn, until, closedOn, sides, tasks, said } = to;
  const kept: Round = { id, area, by, startedOn, until, closedOn, sides, tasks, said };
  return { kind: 'round', expect: version, to: kept };
}

/** What the sides said about these tasks, as changes of the tasks: from now on everybody sees it. */
export function recorded(
  round: Round,
  ids: readonly string[],
  tasks: readonly StoredTask[],
  turn: Turn,
): Effect[] {
  const why = sayIn(turn.locale)('views.why', { day: sayIn(turn.locale).day(round.startedOn) });
  const batch = ids.length > 1 ? nameIt('press', turn) : '';
  return ids.flatMap((id): Effect[] => {
    const task = tasks.find((one) => one.id === id);
    const wishes = viewsOn(round, id).map((view) => ({ kind: 'view' as const, view }));
    // Rights were asked for each answer when it was given.
    const result = task && ruledAll(task, wishes, '', dayOf(turn.now));
    if (!task || result?.kind !== 'changed') return [];
    return [
      { kind: 'change', step: { kind: 'task', expect: task.version, to: result.to, why, batch } },
    ];
  });
}

/** Only tasks of the round, and none that is on record already. */
function answersIn(
  data: z.output<typeof SaveViews>,
  round: StoredRound,
  parties: Party[],
  on: Day,
  by: string,
): Said[] {
  return data.tasks
    .split(',')
    .slice(0, BATCH)
    .flatMap((task, index): Said[] => {
      const view = viewOf(String(data[`says${index}`] ?? ''), data.party, parties, on);
      const open = round.tasks.includes(task) && !isSettled(round, task);
      return view && open ? [{ task, view, by }] : [];
    });
}

function viewOf(answer: string, party: string, parties: Party[], on: Day): View | null {
  switch (answer) {
    case 'ours':
    case 'nobody':
    case 'unsure':
      return { party, says: answer, names: null, on };
    default: {
      const names = answer.startsWith(THEIRS) ? answer.slice(THEIRS.length) : '';
      const known = names !== party && parties.some(({ id }) => id === names);
      return known ? { party, says: 'theirs', names, on } : null;
    }
  }
}
