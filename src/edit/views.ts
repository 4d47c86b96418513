// A views round, as admins run it: started for an area or all, looked at, closed.
import { z } from 'zod';
import { type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import { partyName } from '../matrix/holder.ts';
import { nameKey } from '../matrix/party.ts';
import { mayAdminister, maySpeakFor } from '../matrix/rights.ts';
import {
  isRunning,
  isSettled,
  newRound,
  openSide,
  type Round,
  type StoredRound,
  sidesOf,
  tasksToView,
} from '../matrix/round.ts';
import { sayIn } from '../strings/strings.ts';
import { nameIt } from './many.ts';
import { roundCard } from './round-card.ts';
import { viewsCard } from './views-card.ts';
import { recorded, roundEffect } from './views-press.ts';

const Id = z.string().min(1).max(200);

/** With one side alone there is nothing to compare. */
const FEWEST_SIDES = 2;

export async function startViews(said: string, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const { matrix } = world;
  const today = dayOf(turn.now);
  if (!mayAdminister(world.caller)) return told(say('views.admins'));
  const area = areaNamed(said, world);
  if (area === null) {
    const areas = [...new Set(matrix.tasks.map((task) => task.area))].join(', ');
    return told(say('views.area', { name: said, areas }));
  }
  const tasks = tasksToView(matrix, area, today);
  const sides = sidesOf(tasks, matrix);
  const heard = sides.filter((side) => hasSpeaker(side, world));
  const silent = sides.filter((side) => !heard.includes(side));
  const mute = silent.map((side) => partyName(side, matrix)).join(', ');
  if (heard.length < FEWEST_SIDES) {
    return told(say(mute === '' ? 'views.sides' : 'views.mute', { parties: mute }));
  }
  const ids = tasks.map(({ id }) => id);
  const running = (await world.rounds()).find(
    (round) => isRunning(round, today) && round.tasks.some((task) => ids.includes(task)),
  );
  if (running) return shown(running, say('views.running'), turn, world);
  const round = newRound(
    { id: nameIt('round', turn), area, by: turn.speaker.name, sides: heard, tasks: ids },
    today,
  );
  const note = mute === '' ? say('views.asked') : say('views.left', { parties: mute });
  const outcome = shown(round, note, turn, world);
  return { ...outcome, effects: [{ kind: 'round', expect: 0, to: round }] };
}

/** For admins the newest that runs, else the newest; for whoever is asked in one their next tasks. */
export async function viewsStatus(turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const rounds = await world.rounds();
  const running = rounds.filter((round) => isRunning(round, dayOf(turn.now)));
  if (!mayAdminister(world.caller)) {
    const waiting = running.find((round) => openSide(round, world.caller.speaksFor));
    const party = waiting && openSide(waiting, world.caller.speaksFor);
    return waiting && party ? asked(waiting, party, turn, world) : told(say('views.nothing'));
  }
  const round = running[0] ?? rounds[0];
  return round ? shown(round, '', turn, world) : told(say('views.none'));
}

export const AskViews = z.object({ round: Id, party: Id });

/** The next tasks of a side, for whoever speaks for it. */
export async function askViews(
  { round: id, party }: z.output<typeof AskViews>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const round = (await world.rounds()).find((one) => one.id === id);
  if (!round?.sides.includes(party) || !maySpeakFor(world.caller, party)) {
    return told(say('views.forbidden'));
  }
  if (!isRunning(round, dayOf(turn.now))) return told(say('views.over'));
  return asked(round, party, turn, world);
}

function asked(round: StoredRound, party: string, turn: Turn, { matrix }: World): Outcome {
  return replied(viewsCard(round, party, matrix, '', sayIn(turn.locale)));
}

export const CloseViews = z.object({ round: Id });

/** What was said is put on record, also where the other side kept silent. */
export async function closeViews(
  { round: id }: z.output<typeof CloseViews>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (!mayAdminister(world.caller)) return told(say('views.admins'));
  const round = (await world.rounds()).find((one) => one.id === id);
  if (!round) return told(say('views.none'));
  if (round.closedOn !== null) return shown(round, '', turn, world);
  const closed: StoredRound = { ...round, closedOn: dayOf(turn.now) };
  const open = round.tasks.filter((task) => !isSettled(round, task));
  const effects = [roundEffect(round, closed), ...recorded(closed, open, world.matrix.tasks, turn)];
  return { ...shown(closed, '', turn, world), effects };
}

/** Empty for all; null where there is no such area. */
function areaNamed(said: string, { matrix }: World): string | null {
  if (said.trim() === '') return '';
  return matrix.tasks.find(({ area }) => nameKey(area) === nameKey(said))?.area ?? null;
}

function hasSpeaker(side: string, { matrix }: World): boolean {
  return matrix.grants.some(({ speaksFor }) => speaksFor.includes(side));
}

function shown(round: Round, note: string, turn: Turn, { matrix, caller }: World): Outcome {
  const around = { matrix, today: dayOf(turn.now), say: sayIn(turn.locale) };
  return replied(roundCard(round, around, { note, asked: caller.speaksFor }));
}
