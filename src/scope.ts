// Which matrix of its tenant a turn is about: the card's own, the one its conversation is bound to, or the only one.
import { z } from 'zod';
import type { Reply } from './cards.ts';
import type { Turn } from './chat.ts';
import { nameKey } from './matrix/party.ts';
import type { Known } from './store.ts';
import { sayIn } from './strings/strings.ts';

/** The matrix of a tenant that has no other yet. */
export const MAIN_MATRIX = 'main';

/** The verb that binds a conversation; its card is shown before there is a matrix to ask. */
export const USE_MATRIX = 'use-matrix';

export type About =
  | { kind: 'matrix'; matrix: string; revision: number | null }
  /** Several fit: somebody has to choose. */
  | { kind: 'which' }
  /** A card of another matrix than this conversation's, or of one that is not there. */
  | { kind: 'elsewhere' };

/** What rendering writes on every button, so that a card keeps to its matrix wherever it is pressed. */
const Marked = z.object({ matrix: z.string().max(200) });

/**
 * In a 1:1 chat a card of any matrix may be pressed; anywhere else what is bound is all there is to see. `named` reads
 * the name of a matrix out of a sentence that asks for it: who says which one is not asked which one.
 */
export function matrixOf(
  turn: Turn,
  known: readonly Known[],
  named: (turn: Turn) => string | null = () => null,
): About {
  const marked = markOf(turn);
  const bound = known.find((one) => one.bound);
  const own = bound ?? (known.length === 1 ? known[0] : undefined);
  if (marked?.success) {
    const card = known.find(({ matrix }) => matrix === marked.data.matrix);
    const open = turn.where === 'personal' || isChoosing(turn) || card === own;
    if (card) return open ? about(card) : { kind: 'elsewhere' };
    // The same task ids are in every matrix: a card never falls back to one that it was not made for.
    const made = marked.data.matrix !== '' && known.length > 0 && !isChoosing(turn);
    if (made) return { kind: 'elsewhere' };
  }
  if (own) return about(own);
  if (known.length === 0) return { kind: 'matrix', matrix: MAIN_MATRIX, revision: null };
  const name = turn.where === 'personal' ? named(turn) : null;
  const chosen = name === null ? undefined : matrixCalled(name, known);
  return chosen ? about(chosen) : { kind: 'which' };
}

/** Names are told apart as people read them. */
export function matrixCalled(name: string, known: readonly Known[]): Known | undefined {
  return known.find((one) => nameKey(one.name) === nameKey(name));
}

/** Asks which matrix; a press on one of them binds the conversation. */
export function whichMatrix(turn: Turn, known: readonly Known[]): Reply {
  const say = sayIn(turn.locale);
  return {
    kind: 'card',
    card: 'matrices',
    data: {
      line: say('matrices.which'),
      note: say(turn.where === 'personal' ? 'matrices.personal' : 'matrices.shared'),
      matrices: known.map(({ matrix, name }) => ({ matrix, name })),
    },
  };
}

/** What a card or an offer of ours brings back; a link may leave its matrix to the reader's own. */
function markOf({ said }: Turn) {
  if (said.kind === 'action') return Marked.safeParse(said.data);
  if (said.kind === 'consent') return Marked.safeParse(said.context);
  return said.kind === 'link' && said.place.matrix !== '' ? Marked.safeParse(said.place) : null;
}

function about({ matrix, revision }: Known): About {
  return { kind: 'matrix', matrix, revision };
}

function isChoosing({ said }: Turn): boolean {
  return said.kind === 'action' && said.verb === USE_MATRIX;
}
