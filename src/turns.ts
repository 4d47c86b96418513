// One turn from start to end: look at the matrix, let a feature answer, write what it leaves, hand back the reply.

import type { Reply } from './cards.ts';
import type { Answered, Converse, Feature, Outcome, Turn, Unanswered, World } from './chat.ts';
import { respond } from './chat.ts';
import type { Author } from './matrix/change.ts';
import { addDays, dayOf } from './matrix/day.ts';
import type { Scope } from './matrix/matrix.ts';
import type { Snapshots } from './snapshots.ts';
import type { Effect, Store } from './store.ts';
import { sayIn } from './strings/strings.ts';

/** Until tenants hold several matrices, each has this one. */
export const MAIN_MATRIX = 'main';

/** "Asked 9 times" counts this many days back, and a gap's first month says enough. */
const DEMAND_DAYS = 30;

/** More lines than the history card shows, so that it can say how many there are. */
const HISTORY_LINES = 200;

/** Two years of quarterly runs by three sides. */
const QUIZ_RESULTS = 24;

/** Each retry means somebody else's edit got in between; three in a row is a storm worth reporting. */
const MOST_TRIES = 3;

export type TurnOptions = { store: Store; snapshots: Snapshots; features: readonly Feature[] };

/** What was understood goes along for callers that show it; `converse` drops it. */
export type Told = { answered: Answered; about: Outcome['about'] | null };

export function createConverse(options: TurnOptions): Converse {
  return async (turn, once) => (await takeTurn(options, turn, once)).answered;
}

/** `once` names the activity: the same one again has no second effect and gets the first reply back. */
export async function takeTurn(options: TurnOptions, turn: Turn, once: string): Promise<Told> {
  const { store, features } = options;
  const scope: Scope = { tenant: turn.tenant, matrix: MAIN_MATRIX };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const world = await openWorld(options, scope, turn);
    const outcome = await respond(features, turn, world);
    if ('unanswered' in outcome) return leaveUnanswered(options, scope, turn, once, outcome);
    const committed = await store.commit({
      scope,
      once: { conversation: turn.conversation, person: turn.speaker.id, key: once },
      by: authorOf(turn),
      at: turn.now,
      effects: outcome.effects,
      // Only a press waits for its answer; what was said in the chat is there already and is not said again.
      reply: turn.said.kind === 'action' ? JSON.stringify(outcome.reply) : '',
    });
    if (committed.kind === 'done') {
      return { answered: { kind: 'reply', reply: outcome.reply }, about: outcome.about };
    }
    if (committed.kind === 'again') {
      return { answered: { kind: 'again', reply: readReply(committed.reply) }, about: null };
    }
  }
  return { answered: { kind: 'refused', why: sayIn(turn.locale)('busy') }, about: null };
}

async function openWorld(
  { store, snapshots }: TurnOptions,
  scope: Scope,
  turn: Turn,
): Promise<World> {
  const { matrix, finder } = await snapshots.of(scope, turn.now);
  const memory = await store.memory(scope, turn.conversation, turn.speaker.id, turn.now);
  const since = addDays(dayOf(turn.now), -DEMAND_DAYS);
  return {
    matrix,
    memory,
    find: finder.find,
    subjects: finder.subjects,
    history: (task) => store.history(scope, task, HISTORY_LINES),
    changedSince: (day) => store.changedSince(scope, day),
    demandFor: (task) => store.demandFor(scope, task, since),
    quiz: {
      session: () => store.quizSession(scope, turn.conversation),
      results: () => store.quizResults(scope, QUIZ_RESULTS),
    },
  };
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
      return { answered: { kind: 'refused', why: say('refused.verb') }, about: null };
    case 'unreadable data':
      return { answered: { kind: 'refused', why: say('refused.data') }, about: null };
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

function authorOf(turn: Turn): Author {
  return { id: turn.speaker.id, name: turn.speaker.name };
}

/** Replies are stored as this program wrote them, under a key that only it writes. */
function readReply(stored: string): Reply {
  return stored === '' ? { kind: 'text', text: '' } : (JSON.parse(stored) as Reply);
}
