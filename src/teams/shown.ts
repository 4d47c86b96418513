// What each card shows: its updates go out one after the other, and none that is older than what is there.
import type { Answered, Turn } from '../chat.ts';

/** More cards than people press on at the same time; each entry is about 200 bytes. */
const MOST_KEPT = 5_000;

/** A reply for one card; revisions of two matrices say nothing about each other. Null shows no matrix. */
export type Showing = { place: string; revision: number | null };

export type Shown = {
  /** Whether the card shows something newer by now. */
  isNewer(than: Showing): boolean;
  /** Runs when the card's earlier updates are through; does nothing, and says so, where a newer one was among them. */
  inTurn<T>(showing: Showing, update: () => Promise<T>): Promise<T | 'older'>;
};

export function showing(turn: Turn, card: string, answered: Answered): Showing {
  const { matrix = '', revision = null } = 'reply' in answered ? answered : {};
  return { place: JSON.stringify([turn.tenant, turn.conversation, card, matrix]), revision };
}

export function createShown(): Shown {
  const cards = new Map<string, { revision: number; last: Promise<unknown> }>();

  function isNewer({ place, revision }: Showing): boolean {
    const known = cards.get(place);
    return known !== undefined && revision !== null && known.revision > revision;
  }

  return {
    isNewer,
    inTurn(of, update) {
      const { place, revision } = of;
      const before = cards.get(place);
      const work = async () => (isNewer(of) ? 'older' : update());
      const last = before ? before.last.then(work, work) : work();
      cards.delete(place);
      cards.set(place, { revision: Math.max(revision ?? 0, before?.revision ?? 0), last });
      const [oldest] = cards.keys();
      if (cards.size > MOST_KEPT && oldest !== undefined) cards.delete(oldest);
      return last;
    },
  };
}
