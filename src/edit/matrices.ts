// Several matrices in one tenant: which there are, and which one a conversation is about.
import { type Outcome, replied, type Turn, type World } from '../chat.ts';
import { mayAdminister } from '../matrix/rights.ts';
import { matrixCalled, whichMatrix } from '../scope.ts';
import type { Known } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { readWishes } from './read.ts';

export function matricesOutcome(turn: Turn, world: World): Outcome {
  return replied(whichMatrix(turn, world.known));
}

/** The name in "use Quay Logistics"; whether a matrix is called so is for whoever knows them. */
export function matrixAsked({ said, locale }: Turn): string | null {
  if (said.kind !== 'text') return null;
  const asked = readWishes(said.text, locale).find((read) => read.wish === 'use matrix');
  return asked?.name ?? null;
}

/** "Use Quay Logistics"; null where no matrix is called so. */
export function useNamed(name: string, turn: Turn, world: World): Outcome | null {
  const found = matrixCalled(name, world.known);
  if (!found) return null;
  // Rights are those in the matrix asked for, which only a turn about that matrix knows.
  return found.matrix === world.matrix.scope.matrix || turn.where === 'personal'
    ? useOutcome(found, turn, world)
    : matricesOutcome(turn, world);
}

/** A press on a matrix: the turn is about that one, so the caller's rights are those in it. */
export function useMatrix(id: string, turn: Turn, world: World): Outcome {
  const found = world.known.find(({ matrix }) => matrix === id);
  return found ? useOutcome(found, turn, world) : matricesOutcome(turn, world);
}

/** One's own chat is one's own choice; for others an admin of that matrix chooses. */
function useOutcome(found: Known, turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  const may = turn.where === 'personal' || mayAdminister(world.caller);
  return replied(
    {
      kind: 'text',
      text: say(may ? 'matrices.bound' : 'matrices.admins', { name: found.name }),
    },
    may ? [{ kind: 'bind', matrix: found.matrix }] : [],
  );
}
