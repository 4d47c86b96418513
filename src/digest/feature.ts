// What the digest adds: its command, the buttons on its cards, and what is due.
import { z } from 'zod';
import { action, type Feature, type Outcome, type Turn, type World } from '../chat.ts';
import { sayIn } from '../strings/strings.ts';
import { digestCommand, offOutcome, previewOutcome } from './commands.ts';
import { due, KINDS, keysOf } from './due.ts';
import { home } from './home.ts';
import { itemActions } from './item.ts';
import { setupActions } from './setup.ts';
import { isToSendAgain, statusOutcome } from './status.ts';
import { mayChange, subscriptionId } from './subscription.ts';

const Nothing = z.object({});

export const digestFeature: Feature = {
  commands: [digestCommand],
  actions: [
    ...itemActions,
    ...setupActions,
    action('digest-off', Nothing, (_, turn, world) => offOutcome(turn, world)),
    action('digest-preview', Nothing, (_, turn, world) => previewOutcome(turn, world)),
    action('digest-again', z.object({ key: z.string().min(1).max(200) }), sendAgain),
  ],
  due,
  home,
};

/** Only runs of this conversation, and only what is not known to have arrived. */
async function sendAgain({ key }: { key: string }, turn: Turn, world: World): Promise<Outcome> {
  const here = subscriptionId(turn.conversation);
  const isOurs = KINDS.some((kind) => key.startsWith(keysOf(kind, here)));
  const [run] = isOurs ? await world.posted(key, 1) : [];
  const outcome = await statusOutcome(turn, world);
  if (!run || run.key !== key || !isToSendAgain(run.state)) return outcome;
  if (!mayChange(turn)) {
    return { ...outcome, reply: { kind: 'text', text: sayIn(turn.locale)('digest.guest') } };
  }
  const then: World = {
    ...world,
    posted: async (start, limit) =>
      (await world.posted(start, limit)).map((one) =>
        one.key === key ? { ...one, state: 'due' } : one,
      ),
  };
  return { ...(await statusOutcome(turn, then)), effects: [{ kind: 'send again', key }] };
}
