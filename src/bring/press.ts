// Presses on the cards of an import: answer and look again, apply what was looked at, or drop it.
import { z } from 'zod';
import type { CardReply } from '../cards.ts';
import { type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import { importBatch } from '../matrix/change.ts';
import type { Brought } from '../sheet/bring.ts';
import type { Refusal } from '../sheet/reading/workbook.ts';
import type { Answers } from '../sheet/understanding/questions.ts';
import type { Effect, ImportDraft } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { answersIn, mustItems } from './ask.ts';
import { diffCard, problemsCard, type Ready } from './diff.ts';
import { calledIn, keptOut, readDraft } from './draft.ts';
import { firstCard, refusalText } from './hand.ts';
import { fixCard, lookCard } from './look.ts';

const Id = z.string().min(1).max(100);
/** The answers come under the ids of their inputs, beside these. */
export const Go = z.looseObject({ draft: Id, go: z.string().regex(/^(?:diff|look|fix:\d{1,3})$/) });
export const Apply = z.object({ draft: Id, mark: z.string().max(100) });
export const Drop = z.object({ draft: Id });

export async function go(data: z.output<typeof Go>, turn: Turn, world: World): Promise<Outcome> {
  return onDraft(data.draft, turn, world, async (draft) => {
    const merged = { ...draft.answers, ...answersIn(data) };
    const answered = { ...draft, answers: merged };
    const brought = await readDraft(answered, turn, world);
    if (brought.kind === 'refused') return told(refusalText(brought, draft, turn));
    const answers = answersOf(brought, merged);
    const changed = JSON.stringify(answers) !== JSON.stringify(draft.answers);
    const kept = { ...draft, answers, version: draft.version + 1 };
    const effects: Effect[] = changed ? [{ kind: 'import', draft: kept }] : [];
    const reply = cardFor(data.go, kept, brought, turn, world);
    return replied(reply, effects);
  });
}

function cardFor(
  where: string,
  draft: ImportDraft,
  brought: Exclude<Brought, Refusal>,
  turn: Turn,
  world: World,
): CardReply {
  const { understood } = brought;
  if (understood.kind !== 'understood') return firstCard(draft, brought, turn, world);
  const [way, page = '0'] = where.split(':');
  if (way === 'fix') return fixCard(draft, understood, turn, Number(page));
  // What only a person can tell is asked until it is told.
  if (way === 'look' || mustItems(understood.questions).length > 0) {
    return lookCard(draft, understood, turn);
  }
  return brought.kind === 'problems'
    ? problemsCard(draft, brought, turn)
    : diffCard(draft, brought, turn, world);
}

/** An answer to a question that is no longer asked would be an answer to nothing. */
function answersOf({ understood }: Exclude<Brought, Refusal>, given: Answers): Answers {
  if (understood.kind !== 'understood') return {};
  const asked = understood.questions.filter(({ id }) => Object.hasOwn(given, id));
  return Object.fromEntries(asked.map(({ id, answer }) => [id, answer]));
}

export async function apply(
  { draft: id, mark }: z.output<typeof Apply>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  return onDraft(id, turn, world, async (draft) => {
    const brought = await readDraft(draft, turn, world);
    if (brought.kind === 'refused') return told(refusalText(brought, draft, turn));
    if (brought.kind === 'problems') return shown(problemsCard(draft, brought, turn));
    if (brought.mark !== mark) {
      return shown(diffCard(draft, brought, turn, world, await movedText(turn, world)));
    }
    return applied(draft, brought, turn);
  });
}

function applied(draft: ImportDraft, { plan, diff }: Ready, turn: Turn): Outcome {
  const say = sayIn(turn.locale);
  const changes = plan.steps.map((step): Effect => ({ kind: 'change', step }));
  return replied(
    {
      kind: 'card',
      card: 'brought',
      data: {
        line: say('bring.done', {
          ...{ name: calledIn(draft, turn), created: plan.created, changed: diff.changed.length },
        }),
        ...{ note: say('bring.done.note'), batch: importBatch(draft.id), leave: '' },
        undo: say('bring.undo'),
      },
    },
    [...changes, { kind: 'import over', id: draft.id }],
  );
}

async function movedText(turn: Turn, world: World): Promise<string> {
  const [latest] = await world.lines({ all: true }, 1);
  return sayIn(turn.locale)('bring.moved', { who: latest?.by.name ?? '' });
}

export async function drop(
  { draft: id }: z.output<typeof Drop>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  return onDraft(id, turn, world, async (draft) =>
    told(sayIn(turn.locale)('bring.dropped'), [{ kind: 'import over', id: draft.id }]),
  );
}

/** Rights are looked at on every press: they may have been taken away since the file came. */
async function onDraft(
  id: string,
  turn: Turn,
  world: World,
  act: (draft: ImportDraft) => Promise<Outcome>,
): Promise<Outcome> {
  const out = keptOut(turn, world);
  if (out) return out;
  const draft = await world.importDraft(id);
  return draft ? act(draft) : told(sayIn(turn.locale)('bring.over'));
}

function shown(reply: CardReply): Outcome {
  return replied(reply);
}
