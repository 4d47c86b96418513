// Taking the matrix away: a form is chosen on a card, the file is offered, and made once it is accepted.
import { z } from 'zod';
import { type Outcome, replied, type Turn, told, type World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import { ENDINGS, EXPORTS, type Export, MOST_LINES } from '../sheet/exporting/write.ts';
import { plainName } from '../sheet/file-name.ts';
import type { Key } from '../strings/strings.ts';
import { sayIn } from '../strings/strings.ts';
import { deciderText } from '../wording/holder.ts';

export const As = z.object({ form: z.enum(EXPORTS) });

const TITLES: Readonly<Record<Export, Key>> = {
  xlsx: 'export.xlsx',
  csv: 'export.csv',
  markdown: 'export.markdown',
  appendix: 'export.appendix',
};

export function chooseForm(turn: Turn, world: World): Outcome {
  const say = sayIn(turn.locale);
  const out = notHere(turn, world);
  if (out) return out;
  return replied({
    kind: 'card',
    card: 'export',
    data: {
      line: say('export.line', { name: world.matrix.name }),
      note: say('export.note'),
      ways: EXPORTS.map((form) => ({ form, title: say(TITLES[form]) })),
    },
  });
}

/** Teams wants to know the size before anybody accepts. */
export async function offer(
  { form }: z.output<typeof As>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const out = notHere(turn, world);
  if (out) return out;
  const day = dayOf(turn.now);
  const bytes = await written(form, turn, world);
  if (bytes === 'busy') return told(sayIn(turn.locale)('export.busy'));
  return replied({
    kind: 'offer',
    text: sayIn(turn.locale)('export.offer', { day: sayIn(turn.locale).day(day) }),
    ...{ name: nameOf(form, turn, world), bytes: bytes.length },
    context: { form, matrix: world.matrix.scope.matrix },
  });
}

/** Null where what came back is no offer of ours. The file is as the matrix stands when it is accepted. */
export async function accepted(
  context: unknown,
  turn: Turn,
  world: World,
): Promise<Outcome | null> {
  const parsed = As.safeParse(context);
  if (!parsed.success) return null;
  const say = sayIn(turn.locale);
  const out = notHere(turn, world);
  if (out) return out;
  const { form } = parsed.data;
  const name = nameOf(form, turn, world);
  const bytes = await written(form, turn, world);
  if (bytes === 'busy') return told(say('export.busy'));
  return replied({
    ...{ kind: 'file', name, bytes, text: say('export.sent', { name }) },
    failed: say('export.failed', { name }),
  });
}

function notHere(turn: Turn, world: World): Outcome | null {
  const say = sayIn(turn.locale);
  if (world.caller.guest) {
    return told(say('export.guest', { decider: deciderText(world.matrix, say) }));
  }
  return turn.where === 'personal' ? null : told(say('export.elsewhere'));
}

async function written(form: Export, turn: Turn, world: World): Promise<Uint8Array | 'busy'> {
  const lines = form === 'xlsx' ? await world.manyLines({ all: true }, MOST_LINES) : [];
  return world.sheets.write(form, world.matrix, lines, dayOf(turn.now));
}

/** Signs that no file name may hold in OneDrive: https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa */
const NOT_IN_NAMES = /["*:<>?/\\|#%~&{}]/g;

function nameOf(form: Export, turn: Turn, { matrix }: World): string {
  const called = plainName(matrix.name.replace(NOT_IN_NAMES, ' ')) || 'matrix';
  return `${called} ${dayOf(turn.now)}.${ENDINGS[form]}`;
}
