// Keeps where the bot is: every turn proves a service URL and that the app is there, its removal that it is not.
import type { Turn } from '../chat.ts';
import type { Place, PlaceStore } from '../posts.ts';

/** For a bot that posts nothing unasked. */
export const NO_PLACES: PlaceStore = {
  remember: async () => {},
  leave: async () => {},
  find: async () => null,
  serviceUrl: async () => null,
};

/** Before the turn is taken, so that what it leads to can be posted. */
export async function notePresence(
  places: PlaceStore,
  turn: Turn,
  serviceUrl: string,
): Promise<void> {
  const { tenant, conversation, where, locale, speaker } = turn;
  const person = where === 'personal' ? speaker.id : '';
  const place: Place = { tenant, conversation, where, serviceUrl, person, locale };
  if (turn.said.kind === 'removed') await places.leave(place, turn.now);
  else await places.remember(place, turn.now);
}
