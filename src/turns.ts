// One turn from start to end: look at the matrix, let a feature answer, write what it leaves, hand back the reply.
import { z } from 'zod';
import { placed } from './asides.ts';
import type { Reply } from './cards.ts';
import type { Answered, Converse, Feature, Outcome, Turn, World } from './chat.ts';
import type { Author } from './matrix/change.ts';
import type { Scope } from './matrix/matrix.ts';
import { respond, type Unanswered } from './respond.ts';
import { matrixOf, whichMatrix } from './scope.ts';
import type { Snapshots } from './snapshots.ts';
import type { Effect, Known, Store } from './store.ts';
import { sayIn } from './strings/strings.ts';
import { openWorld } from './worlds.ts';

/** Each retry means somebody else's edit got in between; three in a row is a storm worth reporting. */
const MOST_TRIES = 3;

/** What a turn leaves behind without anything following from it. */
const QUIET: readonly Effect['kind'][] = [
  ...['bind', 'demand', 'lesson', 'remember', 'left', 'import', 'import over'],
] as const;

/** What a press may leave behind that others see on the same card. */
const LASTING: readonly Effect['kind'][] = ['change', 'snooze', 'quiz'];

/** A button of a posted digest, or of a card opened out of one. */
const OfRun = z.object({ run: z.string().min(1) });

export type TurnOptions = {
  store: Store;
  snapshots: Snapshots;
  sheets: World['sheets'];
  features: readonly Feature[];
  /** Object ids, in small letters, of those who are admins whatever is granted. */
  admins(tenant: string): readonly string[] | Promise<readonly string[]>;
  /** Told after a turn from which something unasked may follow. */
  wake?: (scope: Scope) => void;
};

/** What was understood goes along for callers that show it; `converse` drops it. */
export type Told = { answered: Answered; about: Outcome['about'] | null };

export function createConverse(options: TurnOptions): Converse {
  return async (turn, once) => (await takeTurn(options, turn, once)).answered;
}

/** `once` names the activity: the same one again has no second effect and gets the first reply back. */
export async function takeTurn(options: TurnOptions, given: Turn, once: string): Promise<Told> {
  const { store, features } = options;
  const say = sayIn(given.locale);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { turn, known } = await placed(store, given);
    const about = matrixOf(turn, known, (said) => matrixIn(said, features));
    if (about.kind === 'elsewhere') return refused(say('matrices.elsewhere'));
    if (about.kind === 'which') return askWhich(options, turn, once, known);
    const { matrix, revision } = about;
    const scope: Scope = { tenant: turn.tenant, matrix };
    const world = await openWorld(options, scope, revision, known, turn);
    const outcome = await respond(features, turn, world);
    if ('unanswered' in outcome) return leaveUnanswered(options, scope, turn, once, outcome);
    const { reply, effects } = outcome;
    const changes = effects.some(({ kind }) => kind === 'change');
    const shown = world.matrix.revision + (changes ? 1 : 0);
    const committed = await store.commit({
      scope,
      once: { conversation: turn.conversation, person: turn.speaker.id, key: once },
      by: authorOf(turn),
      at: turn.now,
      effects,
      reply: isAwaited(turn) ? JSON.stringify({ reply, revision: shown }) : '',
    });
    if (committed.kind === 'done') {
      if (isSilent(turn)) return { answered: { kind: 'nothing' }, about: null };
      const lasting = isLasting(outcome, turn);
      if (effects.some(({ kind }) => !QUIET.includes(kind))) options.wake?.(scope);
      const answered = { kind: 'reply', reply, matrix, lasting, revision: shown } as const;
      return { answered, about: outcome.about };
    }
    if (committed.kind === 'again') {
      return { answered: await repeated(options, turn, world, committed.reply), about: null };
    }
  }
  return refused(say('busy'));
}

/** Opens the card of a task, on which every press can be answered once more. */
const SHOW = 'show';

/** The first reply; where the matrix has moved since, the card as it stands, so that nothing old covers what is new. */
async function repeated(
  { features }: TurnOptions,
  turn: Turn,
  world: World,
  stored: string,
): Promise<Answered> {
  const { matrix } = world;
  const first = readReply(stored);
  const again = { kind: 'again', matrix: matrix.scope.matrix, revision: matrix.revision } as const;
  const moved = first.reply.kind === 'card' && first.revision !== matrix.revision;
  if (turn.said.kind !== 'action' || !moved) return { ...again, reply: first.reply };
  const said = { kind: 'action', verb: SHOW, data: turn.said.data } as const;
  const fresh = await respond(features, { ...turn, said }, world);
  return { ...again, reply: 'unanswered' in fresh ? first.reply : fresh.reply };
}

async function leaveUnanswered(
  { store }: TurnOptions,
  scope: Scope,
  turn: Turn,
  once: string,
  { unanswered }: Unanswered,
): Promise<Told> {
  const say = sayIn(turn.locale);
  switch (unanswered) {
    case 'unknown verb':
      return refused(say('refused.verb'));
    case 'unreadable data':
      return refused(say('refused.data'));
    case 'nothing to say': {
      const effects: Effect[] = turn.said.kind === 'removed' ? [{ kind: 'left' }] : [];
      const key = { conversation: turn.conversation, person: turn.speaker.id, key: once };
      if (effects.length > 0) {
        await store.commit({
          scope,
          once: key,
          by: authorOf(turn),
          at: turn.now,
          effects,
          reply: '',
        });
      }
      return { answered: { kind: 'nothing' }, about: null };
    }
  }
}

/** What one press changed, everyone is to see; a card opened out of a digest must not take the digest's place. */
function isLasting({ reply, effects }: Outcome, { said }: Turn): boolean {
  const opened = said.kind === 'action' && OfRun.safeParse(said.data).success;
  const stays = reply.kind === 'card' && (!opened || reply.card.startsWith('digest'));
  return stays && effects.some(({ kind }) => LASTING.includes(kind));
}

/** Somebody waits in front of a button; what was said in the chat is there already and is not said again. */
function isAwaited({ said }: Turn): boolean {
  return said.kind === 'action' || said.kind === 'message';
}

/** Nobody spoke, so nobody is answered. */
function isSilent({ said }: Turn): boolean {
  return said.kind === 'removed' || said.kind === 'gone';
}

function refused(why: string): Told {
  return { answered: { kind: 'refused', why }, about: null };
}

/** A reply that belongs to no matrix; only its key is left behind, so that it is asked once. */
async function askWhich(
  { store }: TurnOptions,
  turn: Turn,
  key: string,
  known: readonly Known[],
): Promise<Told> {
  const reply = isSilent(turn) ? null : whichMatrix(turn, known);
  const committed = await store.commit({
    scope: { tenant: turn.tenant, matrix: '' },
    once: { conversation: turn.conversation, person: turn.speaker.id, key },
    by: authorOf(turn),
    at: turn.now,
    effects: reply ? [] : [{ kind: 'left' }],
    reply: isAwaited(turn) ? JSON.stringify({ reply, revision: null }) : '',
  });
  if (reply === null) return { answered: { kind: 'nothing' }, about: null };
  const answered: Answered =
    committed.kind === 'again'
      ? { kind: 'again', reply: readReply(committed.reply).reply, matrix: '' }
      : { kind: 'reply', reply, matrix: '', lasting: false };
  return { answered, about: null };
}

function matrixIn(turn: Turn, features: readonly Feature[]): string | null {
  const names = features.map(({ asksFor }) => asksFor?.(turn) ?? null);
  return names.find((name) => name !== null) ?? null;
}

function authorOf(turn: Turn): Author {
  return { id: turn.speaker.id, name: turn.speaker.name };
}

type StoredReply = { reply: Reply; revision: number | null };

/** Replies are stored as this program wrote them, under a key that only it writes. */
function readReply(stored: string): StoredReply {
  return stored === ''
    ? { reply: { kind: 'text', text: '' }, revision: null }
    : (JSON.parse(stored) as StoredReply);
}
