// Somebody whom the matrix knows by name only: an admin says whether it is them; the name by itself gives no right.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Outcome, type Turn, told, type World } from '../chat.ts';
import { partyName } from '../matrix/holder.ts';
import { isObjectId, nameKey, type Person, sameName } from '../matrix/party.ts';
import { mayAdminister } from '../matrix/rights.ts';
import type { Effect } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import type { Change } from './planned.ts';

/** What a named owner does by themselves; whoever wants more needs a role, not an identity. */
const OWN: ReadonlySet<string> = new Set(['accept', 'decline', 'still mine', 'assign', 'share']);

/** Guests, and clients without a directory, have other ids: they can be nobody of the matrix. */

/** Kept with the post: which id wants to be whom. Nothing of it goes through a card. */
const Request = z.object({ party: z.string(), name: z.string(), entraId: z.string() });
type Request = z.output<typeof Request>;

/** Null where the speaker is nobody's namesake, or is known already. */
export function linkAsked(
  { task, wish }: Change,
  turn: Turn,
  world: World,
): { note: string; effects: Effect[] } | null {
  const { caller, matrix } = world;
  if (!OWN.has(wish.kind) || caller.guest || caller.people.length > 0) return null;
  const person = namesake(caller.name, world);
  if (!person || !isObjectId(caller.id)) return null;
  const { ownership } = task;
  const lead = ownership.kind === 'owned' ? ownership.lead : null;
  if (lead?.party !== person.party || !sameName(lead.person, person.name)) return null;
  const request = { party: person.party, name: person.name, entraId: caller.id };
  const said = { task: task.name, matrix: matrix.name, party: partyName(person.party, matrix) };
  return {
    note: sayIn(turn.locale)('link.asked', { name: person.name }),
    effects: world.admins.map((admin) => question(request, said, admin, turn.now)),
  };
}

/** The only one of this name who is here and has no id yet. */
function namesake(name: string, { matrix }: World): Person | null {
  const named = matrix.people.filter((one) => sameName(one.name, name) && one.leftOn === null);
  const [only] = named;
  return only && named.length === 1 && only.entraId === '' ? only : null;
}

/** Asked once: whoever was refused does not ask again. */
function question(
  request: Request,
  said: { task: string; matrix: string; party: string },
  admin: string,
  now: Date,
): Effect {
  const say: Say = sayIn('en');
  const { party, name, entraId } = request;
  const id = createHash('sha256')
    .update([party, nameKey(name), entraId].join('\n'))
    .digest('hex')
    .slice(0, 32);
  return {
    kind: 'post',
    post: {
      key: `link:${id}:${admin}`,
      to: { kind: 'person', person: admin },
      reply: {
        kind: 'card',
        card: 'link',
        data: {
          line: say('link.question', { name, matrix: said.matrix }),
          note: say('link.note', { name, task: said.task, party: said.party }),
          request: id,
          words: { yes: say('link.yes'), no: say('link.no') },
        },
      },
      memo: JSON.stringify(request),
      due: now,
    },
  };
}

export const LinkPerson = z.object({ request: z.string().regex(/^[0-9a-f]{32}$/) });

/** Who it is about comes from what was kept when the question was asked. */
export async function answerLink(
  { request }: z.output<typeof LinkPerson>,
  yes: boolean,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (!mayAdminister(world.caller)) return told(say('link.admins'));
  const [post] = await world.posted(`link:${request}:`, 1);
  const asked = post ? Request.parse(JSON.parse(post.memo)) : null;
  const person = asked && namesake(asked.name, world);
  const known = world.matrix.people.some(({ entraId }) => entraId === asked?.entraId);
  if (!asked || person?.party !== asked.party || known) return told(say('link.over'));
  if (!yes) return told(say('left.stays'));
  const to: Person = { ...person, entraId: asked.entraId };
  return {
    ...told(say('link.done', { name: person.name })),
    effects: [{ kind: 'change', step: { kind: 'person', to } }],
  };
}
