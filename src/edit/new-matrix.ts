// One more matrix in the tenant: an admin names it, chooses what it begins with, and is its first admin.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import type { Draft } from '../matrix/matrix.ts';
import { nameKey } from '../matrix/party.ts';
import { mayAdminister } from '../matrix/rights.ts';
import { homeDraft } from '../matrix/starter/starter.ts';
import { type Say, sayIn } from '../strings/strings.ts';

/** Every turn looks at the names of all matrices of its tenant, and a list to choose from has an end. */
const MOST_MATRICES = 200;
const MOST_NAME = 80;

/** Without signs that nobody sees: with them, two names may look the same, or a name like nothing. */
const Name = z
  .string()
  .transform((text) => text.replace(/\p{C}/gu, '').trim())
  .pipe(z.string().min(1).max(MOST_NAME));

export const MakeMatrix = z.object({
  name: Name,
  from: z.enum(['starter', 'empty']),
});

/** "New matrix Quay Logistics": what it begins with is chosen on a card. */
export function newMatrix(name: string, turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  const refusal = refused(name, world, say);
  if (refusal !== null) return told(refusal);
  return replied({
    kind: 'card',
    card: 'new-matrix',
    data: {
      line: say('matrices.new.line', { name }),
      note: say('matrices.new.note'),
      name,
      words: {
        starter: say('matrices.new.starter', { count: homeDraft('').tasks.length }),
        empty: say('matrices.new.empty'),
      },
    },
  });
}

export function makeMatrix(
  { name, from }: z.output<typeof MakeMatrix>,
  turn: Turn,
  world: World,
): Outcome {
  const say = sayIn(turn.locale);
  const refusal = refused(name, world, say);
  if (refusal !== null) return told(refusal);
  const matrix = idOf(name, world);
  const personal = turn.where === 'personal';
  const current = world.matrix.name;
  return {
    ...told(say(personal ? 'matrices.new.made' : 'matrices.new.shared', { name, current })),
    effects: [
      { kind: 'create', matrix, draft: draftOf(name, from, world) },
      // Who share a conversation stay where they are: nobody asked them.
      { kind: 'bind', matrix: personal ? matrix : world.matrix.scope.matrix },
    ],
  };
}

function refused(name: string, { caller, known }: World, say: Say): string | null {
  if (!mayAdminister(caller)) return say('matrices.new.admins');
  if (known.some((one) => nameKey(one.name) === nameKey(name))) {
    return say('matrices.new.taken', { name });
  }
  return known.length >= MOST_MATRICES ? say('matrices.new.full', { count: MOST_MATRICES }) : null;
}

function draftOf(name: string, from: 'starter' | 'empty', { caller }: World): Draft {
  const draft = homeDraft(name);
  const person = caller.id.toLowerCase();
  return {
    ...draft,
    decider: { name: caller.name, reach: '' },
    grants: [{ person, name: caller.name, admin: true, areas: [], speaksFor: [] }],
    tasks: from === 'starter' ? draft.tasks : [],
  };
}

/** Readable names change; an id says nothing. Names go once, so the count tells one that was renamed apart. */
function idOf(name: string, { known }: World): string {
  const key = `${nameKey(name)}\n${known.length}`;
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}
