// What is said beside a conversation: whose matrix it is about, and looking something up without leaving a trace.
import type { Feature, LookUp, Turn, World } from './chat.ts';
import type { Scope } from './matrix/matrix.ts';
import { matrixOf } from './scope.ts';
import type { Known, Store } from './store.ts';
import { sayIn } from './strings/strings.ts';

/** People compose in chats where Remit is not: an aside there is kept under the speaker alone. */
const ALONE = 'aside:';

/**
 * The turn where it counts, with the matrices seen from there. An aside belongs to its conversation where that is
 * bound to a matrix, else to the speaker's own chat with Remit; never to a chat of others that nobody bound.
 */
export async function placed(
  { known: knownIn, places }: Pick<Store, 'known' | 'places'>,
  turn: Turn,
): Promise<{ turn: Turn; known: Known[] }> {
  const { tenant, conversation, speaker } = turn;
  const known = await knownIn(tenant, conversation);
  if (!turn.aside || known.some(({ bound }) => bound)) return { turn, known };
  const own = await places.find(tenant, { kind: 'person', person: speaker.id });
  const there = own?.conversation ?? ALONE + speaker.id;
  return {
    turn: { ...turn, conversation: there, where: 'personal' },
    known: await knownIn(tenant, there),
  };
}

export type LookUpOptions = {
  store: Pick<Store, 'known' | 'places'>;
  features: readonly Feature[];
  open(scope: Scope, revision: number | null, known: Known[], turn: Turn): Promise<World>;
};

export function createLookUp({ store, features, open }: LookUpOptions): LookUp {
  return async (given) => {
    const { turn, known } = await placed(store, given);
    const about = matrixOf(turn, known);
    const say = sayIn(turn.locale);
    if (about.kind === 'elsewhere') return { kind: 'results', results: [], matrix: '' };
    if (about.kind === 'which') return { kind: 'refused', why: say('search.which') };
    const { matrix, revision } = about;
    const world = await open({ tenant: turn.tenant, matrix }, revision, known, turn);
    const found = await Promise.all(features.map(({ results }) => results?.(turn, world) ?? []));
    return { kind: 'results', results: found.flat(), matrix };
  };
}
