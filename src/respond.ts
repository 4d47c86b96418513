// Picks who answers a turn: the action's owner, the first command that fits, or whoever takes what was said.
import type { Feature, Outcome, Turn, World } from './chat.ts';
import { openedFrom } from './opened.ts';

/** Why no feature answered; the edge turns it into words or a status. */
export type Unanswered = { unanswered: 'unknown verb' | 'unreadable data' | 'nothing to say' };

/** Picks who answers: the action's owner, else the first command that fits, else free text. */
export async function respond(
  features: readonly Feature[],
  turn: Turn,
  world: World,
): Promise<Outcome | Unanswered> {
  const { said } = turn;
  switch (said.kind) {
    case 'action': {
      const found = features
        .flatMap((feature) => feature.actions ?? [])
        .find((a) => a.verb === said.verb);
      if (!found) return { unanswered: 'unknown verb' };
      const outcome = await found.handle(said.data, turn, world);
      if (outcome === 'unreadable') return { unanswered: 'unreadable data' };
      const run = openedFrom(said);
      const home = features.find((feature) => feature.home)?.home;
      return run === null || !home ? outcome : home(run, outcome, turn, world);
    }
    case 'text': {
      const commands = features.flatMap((feature) => feature.commands ?? []);
      const command = commands.find(({ words }) => words.test(said.text.trim()));
      if (command) return command.handle(turn, world);
      for (const { text } of features) {
        const outcome = await text?.(turn, world);
        if (outcome) return outcome;
      }
      return { unanswered: 'nothing to say' };
    }
    case 'message': {
      const feature = features.find(({ message }) => message);
      return feature?.message?.(turn, world) ?? { unanswered: 'nothing to say' };
    }
    case 'installed': {
      const handle = features.find((feature) => feature.installed)?.installed;
      return handle ? handle(turn, world) : { unanswered: 'nothing to say' };
    }
    case 'gone': {
      const feature = features.find(({ gone }) => gone);
      return feature?.gone?.(said.people, turn, world) ?? { unanswered: 'nothing to say' };
    }
    case 'file': {
      const feature = features.find(({ file }) => file);
      return feature?.file?.(said.file, turn, world) ?? { unanswered: 'nothing to say' };
    }
    case 'consent': {
      const feature = said.accepted ? features.find(({ consent }) => consent) : undefined;
      const outcome = await feature?.consent?.(said.context, turn, world);
      return outcome ?? { unanswered: 'nothing to say' };
    }
    case 'search':
    case 'link':
    case 'removed':
      return { unanswered: 'nothing to say' };
  }
}
