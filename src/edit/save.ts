// What comes back from the edit cards → wishes: every field is parsed and looked up again, nothing on a card is trusted.

import { z } from 'zod';
import type { Outcome, Turn, World } from '../chat.ts';
import type { Step } from '../matrix/change.ts';
import { dayOf, parseDay } from '../matrix/day.ts';
import { type Matrix, partyById, personNamed, type StoredTask } from '../matrix/matrix.ts';
import type { Holder } from '../matrix/ownership.ts';
import { isObjectId } from '../matrix/party.ts';
import { mayAdminister } from '../matrix/rights.ts';
import { HEALTHS } from '../matrix/task.ts';
import { ruled, type Wish } from '../matrix/wish.ts';
import { sayIn } from '../strings/strings.ts';
import { choiceOf, NO_BACKUP, NOBODY, NOT_APPLICABLE, ownerValue } from '../wording/choices.ts';
import { editCard, gapCard, shareCard } from './cards.ts';
import { carryOut, overtakenText, shown } from './carry-out.ts';
import { MOST_WHY } from './planned.ts';
import { newcomer } from './whom.ts';

const Id = z.string().min(1).max(200);
const Text = z.string().max(MOST_WHY).default('');
const Version = z.coerce.number().int().min(0);

/** Inputs that were left empty may be missing altogether. */
export const SaveEdit = z.object({
  ...{ task: Id, version: Version, owner: Text, backup: Text, why: Text },
  health: z.union([z.enum(HEALTHS), z.literal('')]).default(''),
  someone: z.string().max(100).default(''),
  name: z.string().max(200).default(''),
});
export const SaveGap = z.object({ task: Id, version: Version, until: Text, why: Text });
export const SaveShare = z.object({
  ...{ task: Id, version: Version, lead: Text, leadDoes: Text },
  ...{ partner: Text, partnerDoes: Text },
});

const Value = z.tuple([z.string()]).rest(z.string().max(200)).catch(['']);

export async function saveEdit(
  data: z.output<typeof SaveEdit>,
  task: StoredTask,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const picked = pickedHolder(data, task, world);
  if (picked === 'unnamed') return editCard(task, say('edit.whoIsIt'), turn, world);
  if (picked === 'namesake') {
    return editCard(task, say('edit.namesake', { name: data.name.trim() }), turn, world);
  }
  if (picked === 'unknown') {
    // A role is choosable while it is on record; whoever came first has ended it.
    return data.version === task.version
      ? editCard(task, say('edit.gone'), turn, world)
      : shown(task, await overtakenText(task, world, say), turn, world);
  }
  const backup = data.backup === '' ? undefined : holderFrom(data.backup, task, world.matrix);
  const wishes: Wish[] = [];
  if (picked.wish) wishes.push(picked.wish);
  if (data.backup === NO_BACKUP || backup) wishes.push({ kind: 'backup', holder: backup ?? null });
  if (data.health !== '') wishes.push({ kind: 'health', health: data.health });
  const [wish, ...more] = wishes;
  const { why, version: seen } = data;
  if (!wish) return shown(task, say('edit.unchanged'), turn, world);
  return carryOut({ task, wish, more, why, steps: picked.steps, seen }, turn, world);
}

type Picked = { wish: Wish | null; steps: Step[] } | 'unnamed' | 'namesake' | 'unknown';

/** The people picker names somebody by object id; a new one needs a name, which the picker does not tell. */
function pickedHolder(
  { owner, someone, name }: z.output<typeof SaveEdit>,
  task: StoredTask,
  { matrix, caller }: World,
): Picked {
  if (isObjectId(someone)) {
    const entraId = someone.toLowerCase();
    const known = matrix.people.find((one) => one.entraId.toLowerCase() === entraId);
    const home = matrix.parties.find(({ side }) => side === 'internal')?.id ?? '';
    if (!known && (name.trim() === '' || home === '')) return 'unnamed';
    const lead = known && { party: known.party, role: '', person: known.name };
    if (lead) return { wish: { kind: 'assign', lead }, steps: [] };
    // A name typed on a card is no proof: only an admin says that an account is somebody on record.
    const made = newcomer({ name: name.trim(), entraId }, home, matrix, mayAdminister(caller));
    if (made.kind !== 'holder') return 'namesake';
    return { wish: { kind: 'assign', lead: made.holder }, steps: made.steps };
  }
  // What was already there when the card was made is no wish: saving a backup must not settle a dispute.
  if (owner === '' || owner === ownerValue(task)) return { wish: null, steps: [] };
  if (owner === NOBODY) return { wish: { kind: 'nobody' }, steps: [] };
  if (owner === NOT_APPLICABLE) return { wish: { kind: 'not applicable' }, steps: [] };
  const lead = holderFrom(owner, task, matrix);
  return lead ? { wish: { kind: 'assign', lead }, steps: [] } : 'unknown';
}

/** Null for whoever is no longer in the matrix. A role is only what the task has on record. */
export function holderFrom(value: string, task: StoredTask, matrix: Matrix): Holder | null {
  const [party = '', person = '', role = ''] = Value.parse(readJson(value));
  if (!partyById(matrix, party)) return null;
  const holder = { party, role, person: personNamed(matrix, party, person)?.name ?? '' };
  if (person !== '') return holder.person === '' ? null : holder;
  const { ownership } = task;
  const onRecord = [ownership.kind === 'owned' ? ownership.lead : null, task.backup];
  const known = onRecord.some((one) => one !== null && choiceOf(one) === value);
  return role === '' || known ? holder : null;
}

export async function saveGap(
  { version, until, why }: z.output<typeof SaveGap>,
  task: StoredTask,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const day = parseDay(until);
  if (day === null) return gapCard(task, say('gap.when'), turn, world);
  if (why.trim() === '') return gapCard(task, say('gap.because'), turn, world);
  const wish: Wish = { kind: 'accept gap', until: day, by: world.caller.name };
  return carryOut({ task, wish, why, steps: [], seen: version }, turn, world);
}

export async function saveShare(
  data: z.output<typeof SaveShare>,
  task: StoredTask,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const lead = holderFrom(data.lead, task, world.matrix);
  const leads = lead && partyById(world.matrix, lead.party);
  const partner = partyById(world.matrix, data.partner);
  if (!lead || !leads || !partner || leads.id === partner.id) {
    return shareCard(task, say('share.sides'), turn, world);
  }
  const parts = [
    { party: leads.id, name: leads.name, does: data.leadDoes },
    { party: partner.id, name: partner.name, does: data.partnerDoes },
  ];
  const wish: Wish = { kind: 'share', lead, parts };
  if (ruled(task, wish, '', dayOf(turn.now)).kind === 'refused') {
    return shareCard(task, say('edit.refused.parts missing'), turn, world);
  }
  return carryOut({ task, wish, why: '', steps: [], seen: data.version }, turn, world);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
