// A press on the card of asks: every ticked task its own change, all at once; the card then shows what is left.
import { z } from 'zod';
import type { Outcome, Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { pendingFor } from '../matrix/pending.ts';
import type { Wish } from '../matrix/wish.ts';
import { sayIn } from '../strings/strings.ts';
import { askCard, type Shown, versionsIn } from './ask-card.ts';
import { shareCard } from './cards.ts';
import { type Carried, carryOutAll, missedNote } from './many.ts';
import { type Change, MOST_WHY } from './planned.ts';
import { holderFrom } from './save.ts';

/** Fifty ids of 120 characters with their versions. */
const MOST_MARKS = 7_000;

const Marks = z.string().max(MOST_MARKS).default('');
const Text = z.string().max(MOST_WHY).default('');

/** `shown` is what was on the card; choice sets bring what is ticked joined by commas. */
export const PressAsk = z.object({
  ...{ shown: Marks, asked: Marks, checks: Marks, why: Text, whom: Text },
  from: z.coerce.number().int().min(0).max(10_000).default(0),
});

type Press = z.output<typeof PressAsk>;
type Ticked = { tasks: StoredTask[]; versions: ReadonlyMap<string, number> };

/** What waits for the speaker, as it stands now. */
export function asksOutcome(shown: Shown, turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  const today = dayOf(turn.now);
  const pending = pendingFor(world.caller, world.matrix, today);
  return {
    reply: askCard(pending, { matrix: world.matrix, today, say }, shown),
    effects: [],
    about: { kind: 'command', tasks: [...pending.asked, ...pending.checks].map(({ id }) => id) },
  };
}

export function askMore({ from }: Press, turn: Turn, world: World): Outcome {
  return asksOutcome({ from, ticked: [] }, turn, world);
}

export function askAccept(data: Press, turn: Turn, world: World): Promise<Outcome> {
  return pressed(data, (task) => ({ wish: yes(task), why: '' }), turn, world);
}

/** All that the card stood for, shown or not. */
export function askAll({ shown }: Press, turn: Turn, world: World): Promise<Outcome> {
  const versions = versionsIn(shown);
  const tasks = world.matrix.tasks.filter(({ id }) => versions.has(id));
  return done({ tasks, versions }, (task) => ({ wish: yes(task), why: '' }), turn, world);
}

/** Whoever takes over, or decides, needs to know why. */
export async function askDecline(data: Press, turn: Turn, world: World): Promise<Outcome> {
  const why = data.why.trim();
  if (why === '') return again(data, 'asks.whyFirst', turn, world);
  return pressed(data, () => ({ wish: { kind: 'decline' }, why }), turn, world);
}

export async function askHandOver(data: Press, turn: Turn, world: World): Promise<Outcome> {
  const [first] = tickedIn(data, world).tasks;
  const lead = first ? holderFrom(data.whom, first, world.matrix) : null;
  if (first && !lead) return again(data, 'asks.whomFirst', turn, world);
  const wish: Wish | null = lead && { kind: 'assign', lead };
  return pressed(data, (task) => ({ wish: wish ?? yes(task), why: data.why }), turn, world);
}

/** What each side does is said for one task at a time. */
export async function askPart(data: Press, turn: Turn, world: World): Promise<Outcome> {
  const { tasks } = tickedIn(data, world);
  const [only] = tasks;
  if (!only || tasks.length > 1) return again(data, 'asks.tickOne', turn, world);
  return shareCard(only, '', turn, world);
}

type Answer = (task: StoredTask) => Pick<Change, 'wish' | 'why'>;

async function pressed(data: Press, answer: Answer, turn: Turn, world: World): Promise<Outcome> {
  const ticked = tickedIn(data, world);
  return ticked.tasks.length === 0
    ? again(data, 'asks.tickFirst', turn, world)
    : done(ticked, answer, turn, world);
}

async function done(
  { tasks, versions }: Ticked,
  answer: Answer,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const changes = tasks.map((task): Change => {
    const { wish, why } = answer(task);
    return { task, wish, why, steps: [], seen: versions.get(task.id) ?? null };
  });
  const carried = await carryOutAll(changes, turn, world);
  const note = noteOf(carried, turn);
  const left = asksOutcome({ note, ticked: [] }, turn, carried.world);
  const about = { kind: 'command' as const, tasks: tasks.map(({ id }) => id) };
  return { ...left, effects: carried.effects, about };
}

function noteOf(carried: Carried, turn: Turn): string {
  const say = sayIn(turn.locale);
  const { done: changed } = carried;
  const saved = changed.length === 0 ? '' : say('asks.saved', { count: changed.length });
  return [saved, missedNote(carried)].filter((part) => part !== '').join('\n');
}

/** Nothing happens yet; what was ticked stays ticked. */
function again(
  data: Press,
  key: 'asks.whyFirst' | 'asks.whomFirst' | 'asks.tickOne' | 'asks.tickFirst',
  turn: Turn,
  world: World,
): Outcome {
  const ticked = tickedIn(data, world).tasks.map(({ id }) => id);
  return asksOutcome({ from: data.from, note: sayIn(turn.locale)(key), ticked }, turn, world);
}

/** Only what the card showed can be ticked on it. */
function tickedIn({ shown, asked, checks }: Press, world: World): Ticked {
  const versions = versionsIn(shown);
  const ticked = new Set(`${asked},${checks}`.split(','));
  const tasks = world.matrix.tasks.filter(({ id }) => versions.has(id) && ticked.has(id));
  return { tasks, versions };
}

function yes({ ownership }: StoredTask): Wish {
  const accepted = ownership.kind === 'owned' && ownership.acceptedOn !== null;
  return { kind: accepted ? 'still mine' : 'accept' };
}
