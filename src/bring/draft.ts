// An import under way: who may begin one, what is kept of it, and what its file says at this moment.
import { createHash } from 'node:crypto';
import { type Outcome, type Turn, told, type World } from '../chat.ts';
import { importBatch } from '../matrix/change.ts';
import { dayOf } from '../matrix/day.ts';
import { mayAdminister } from '../matrix/rights.ts';
import type { Brought } from '../sheet/bring.ts';
import { plainName } from '../sheet/file-name.ts';
import type { ImportDraft } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { deciderText } from '../wording/holder.ts';

/** Long enough to ask a colleague about a party, short enough not to be found again by surprise. */
const KEEP_MS = 24 * 3_600_000;

export function newDraft(given: { bytes: Uint8Array; name: string }, turn: Turn): ImportDraft {
  const { tenant, conversation, speaker, now } = turn;
  const of = [tenant, conversation, speaker.id, now.toISOString()];
  const hash = createHash('sha256').update(of.join('\n')).update(given.bytes).digest('hex');
  return {
    ...{ id: hash.slice(0, 32), person: speaker.id, name: plainName(given.name) },
    ...{ bytes: given.bytes, answers: {}, version: 1 },
    expires: new Date(now.getTime() + KEEP_MS),
  };
}

/** What the file is called towards people. */
export function calledIn(draft: Pick<ImportDraft, 'name'>, turn: Turn): string {
  return draft.name === '' ? sayIn(turn.locale)('bring.pasted') : draft.name;
}

export function readDraft(draft: ImportDraft, turn: Turn, world: World): Promise<Brought> {
  const { id, name } = turn.speaker;
  const why = sayIn(turn.locale)('bring.why', { name: calledIn(draft, turn) });
  return world.sheets.bring(
    { bytes: draft.bytes, name: draft.name },
    {
      current: world.matrix,
      answers: draft.answers,
      today: dayOf(turn.now),
      how: { by: { id, name }, why, batch: importBatch(draft.id) },
    },
  );
}

/** Null for an admin; anybody else is told who is one. */
export function keptOut(turn: Turn, world: World): Outcome | null {
  if (mayAdminister(world.caller)) return null;
  const say = sayIn(turn.locale);
  return told(say('bring.admins', { decider: deciderText(world.matrix, say) }));
}
