// Edits in plain words: the sentence, the task it means and whom it names → a change, a question back, or not for us.
import type { Outcome, Turn, World } from '../chat.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { nameKey } from '../matrix/party.ts';
import type { Wish } from '../matrix/wish.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { asksOutcome } from './ask-press.ts';
import { editCard, gapCard } from './cards.ts';
import { carryOut } from './carry-out.ts';
import { saidBack, saidLeft } from './departures.ts';
import { matricesOutcome, useNamed } from './matrices.ts';
import { newMatrix } from './new-matrix.ts';
import { type ReadWish, readWishes } from './read.ts';
import { rolesOutcome } from './roles.ts';
import { undoOwn } from './undo.ts';
import { dayIn } from './until.ts';
import { startViews, viewsStatus } from './views.ts';
import { myself, type Whom, whomIn } from './whom.ts';
import { wishesOutcome } from './wishes.ts';

/** Which tasks a sentence means: one for sure, one that has to be confirmed, several, or none. */
type Meant =
  | { kind: 'this'; task: StoredTask }
  | { kind: 'perhaps'; tasks: StoredTask[] }
  | { kind: 'none' };

/** Null where the text is no edit: then it is a question, and somebody else's. */
export async function saidEdit(turn: Turn, world: World): Promise<Outcome | null> {
  if (turn.said.kind !== 'text') return null;
  const { text } = turn.said;
  for (const read of readWishes(text, turn.locale)) {
    const outcome = await tryRead(read, text, turn, world);
    if (outcome) return outcome;
  }
  return null;
}

async function tryRead(
  read: ReturnType<typeof readWishes>[number],
  text: string,
  turn: Turn,
  world: World,
): Promise<Outcome | null> {
  switch (read.wish) {
    case 'undo':
      return undoOwn(turn, world);
    case 'roles':
      return rolesOutcome(turn, world);
    case 'matrices':
      return matricesOutcome(turn, world);
    case 'use matrix':
      return useNamed(read.name, turn, world);
    case 'new matrix':
      return newMatrix(read.name, turn, world);
    case 'views':
      return startViews(read.area, turn, world);
    case 'views now':
      return viewsStatus(turn, world);
    case 'asks':
      return asksOutcome({}, turn, world);
    case 'left':
      return saidLeft(read.name, turn, world);
    case 'back':
      return saidBack(read.name, turn, world);
    default:
      return tryWish(read, text, turn, world);
  }
}

async function tryWish(
  read: ReadWish,
  text: string,
  turn: Turn,
  world: World,
): Promise<Outcome | null> {
  const meant = sensibly(read, turn, world);
  if (meant.kind === 'none') return null;
  return meant.kind === 'this'
    ? wished(read, meant.task, null, turn, world)
    : wishesOutcome(meant.tasks, text, sayIn(turn.locale));
}

/** What a reading is about, if it makes sense here at all. */
function sensibly(read: ReadWish, turn: Turn, world: World): Meant {
  const named = read.whom === '' ? null : whomIn(read.whom, around(turn, world));
  return named?.kind === 'unknown' && !read.sure ? { kind: 'none' } : meantBy(read.task, world);
}

/** A press on one of the tasks that a sentence may have meant: the reading that was asked back, about this task. */
export async function saidAbout(
  task: StoredTask,
  version: number,
  text: string,
  turn: Turn,
  world: World,
): Promise<Outcome | null> {
  for (const read of readWishes(text, turn.locale)) {
    const meant = 'sure' in read ? sensibly(read, turn, world) : null;
    if (!('sure' in read) || meant === null || meant.kind === 'none') continue;
    // The first that makes sense is what the card was made for; of another task it says nothing.
    const tasks = meant.kind === 'this' ? [meant.task] : meant.tasks;
    return tasks.some(({ id }) => id === task.id) ? wished(read, task, version, turn, world) : null;
  }
  return null;
}

/** "I take it", on a card. */
export async function claim(
  task: StoredTask,
  seen: number,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const me = myself(around(turn, world));
  if (me.kind !== 'holder') return editCard(task, '', turn, world);
  const wish: Wish = { kind: 'assign', lead: me.holder };
  return carryOut({ task, wish, why: '', steps: me.steps, seen }, turn, world);
}

/** `seen` is the version on the card that was pressed; null for what was typed. */
async function wished(
  read: ReadWish,
  task: StoredTask,
  seen: number | null,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const whom =
    read.wish === 'mine' ? myself(around(turn, world)) : whomIn(read.whom, around(turn, world));
  const names = read.whom !== '' || read.wish === 'mine';
  if (names && whom.kind !== 'holder') return editCard(task, notFound(whom, say), turn, world);
  const steps = names && whom.kind === 'holder' ? whom.steps : [];
  const wish = wishOf(read, whom, turn, world);
  if (wish === null) return gapCard(task, say('gap.when'), turn, world);
  return carryOut({ task, wish, why: read.why, steps, seen }, turn, world);
}

/** Null where a date is missing or cannot be read. */
function wishOf(read: ReadWish, whom: Whom, turn: Turn, world: World): Wish | null {
  const holder = whom.kind === 'holder' ? whom.holder : { party: '', role: '', person: '' };
  switch (read.wish) {
    case 'assign':
    case 'mine':
      return { kind: 'assign', lead: holder };
    case 'backup':
      return { kind: 'backup', holder };
    case 'no backup':
      return { kind: 'backup', holder: null };
    case 'gap': {
      const until = read.until === '' ? null : dayIn(read.until, turn.now);
      return until && { kind: 'accept gap', until, by: world.caller.name };
    }
    case 'failing':
    case 'well':
      return { kind: 'health', health: read.wish };
    case 'nobody':
    case 'not applicable':
    case 'accept':
    case 'decline':
      return { kind: read.wish };
  }
}

/** A name that is typed exactly is meant; anything nearer or farther is asked back before something changes. */
function meantBy(said: string, world: World): Meant {
  const { matrix, memory } = world;
  const byId = (id: string | undefined) => matrix.tasks.find((task) => task.id === id);
  if (said === '') {
    const task = memory?.named.length === 1 ? byId(memory.named[0]) : undefined;
    return task ? { kind: 'this', task } : { kind: 'none' };
  }
  const key = nameKey(said.replace(/^(?:the|our|my|el|la|los|las|der|die|das|le|la|les)\s+/i, ''));
  const exact = matrix.tasks.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => nameKey(one) === key),
  );
  const [only] = exact;
  if (only && exact.length === 1) return { kind: 'this', task: only };
  if (exact.length > 1) return { kind: 'perhaps', tasks: exact };
  const found = world.find(said);
  const ids = found.kind === 'sure' ? [found.hit] : found.kind === 'several' ? found.hits : [];
  const tasks = ids.flatMap((hit) => byId(hit.task) ?? []);
  return tasks.length === 0 ? { kind: 'none' } : { kind: 'perhaps', tasks };
}

function notFound(whom: Whom, say: Say): string {
  switch (whom.kind) {
    case 'several':
      return say('whom.several', { names: whom.names.join(', ') });
    case 'left':
      return say('whom.left', { name: whom.name, day: say.day(whom.on) });
    case 'unknown':
      return say('whom.unknown', { name: whom.name });
    case 'holder':
      return '';
  }
}

function around(turn: Turn, { matrix, caller }: World) {
  return { matrix, caller, now: turn.now };
}
