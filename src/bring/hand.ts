// A file handed over, or a table pasted: from its bytes to the card that shows what it says.
import type { CardReply } from '../cards.ts';
import { type Handed, type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import type { Brought } from '../sheet/bring.ts';
import { plainName } from '../sheet/file-name.ts';
import type { Refusal } from '../sheet/reading/workbook.ts';
import type { ImportDraft } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { diffCard, problemsCard } from './diff.ts';
import { calledIn, keptOut, newDraft, readDraft } from './draft.ts';
import { lookCard } from './look.ts';

export async function handed(file: Handed, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  if (file.kind === 'not handed') return told(say('bring.elsewhere'));
  const out = keptOut(turn, world);
  if (out) return out;
  const { name } = file;
  const fetched = await file.read();
  if (fetched.kind === 'unread') {
    const called = plainName(name) || say('bring.pasted');
    return told(say(`bring.unread.${fetched.why}`, { name: called }));
  }
  const draft = newDraft({ bytes: fetched.bytes, name }, turn);
  const brought = await readDraft(draft, turn, world);
  if (brought.kind === 'refused') return told(refusalText(brought, draft, turn));
  return begun(draft, brought, turn, world);
}

/** Null where the text is no matrix after all: then it is a question like any other. */
export async function pasted(turn: Turn, world: World): Promise<Outcome | null> {
  if (turn.said.kind !== 'text' || !turn.said.table) return null;
  const out = keptOut(turn, world);
  if (out) return out;
  const draft = newDraft({ bytes: turn.said.table, name: '' }, turn);
  const brought = await readDraft(draft, turn, world);
  if (brought.kind !== 'refused') return begun(draft, brought, turn, world);
  return brought.why === 'busy' ? told(refusalText(brought, draft, turn)) : null;
}

function begun(
  draft: ImportDraft,
  brought: Exclude<Brought, Refusal>,
  turn: Turn,
  world: World,
): Outcome {
  return replied(firstCard(draft, brought, turn, world), [{ kind: 'import', draft }]);
}

/** A sheet of ours leaves nothing to be understood. */
export function firstCard(
  draft: ImportDraft,
  brought: Exclude<Brought, Refusal>,
  turn: Turn,
  world: World,
): CardReply {
  const { understood } = brought;
  if (understood.kind === 'understood') return lookCard(draft, understood, turn);
  if (brought.kind === 'problems') return problemsCard(draft, brought, turn);
  return diffCard(draft, brought, turn, world);
}

export function refusalText(refusal: Refusal, draft: ImportDraft, turn: Turn): string {
  const say = sayIn(turn.locale);
  const { why, says, sheet, row } = refusal;
  const told = say(`bring.refused.${why}`, { name: calledIn(draft, turn), says });
  return row > 0 && sheet !== '' ? `${told} ${say('bring.place', { sheet, row })}` : told;
}
