// What can be said about who owns a task: exactly one of five kinds, and what each side said alone.
import type { Day } from './day.ts';

/** A lead or backup: a party, and a role or person in it. `party` is a party id, or empty for a backup whose party nobody gave. */
export type Holder = { party: string; role: string; person: string };

/** Shared without a lead is `nobody` with `sharedWith` filled: a gap, whatever the sides believe. */
export type Ownership =
  | {
      kind: 'owned';
      lead: Holder;
      sharedWith: string[];
      split: string;
      since: Day;
      acceptedOn: Day | null;
    }
  | { kind: 'nobody'; sharedWith: string[]; split: string; since: Day }
  | { kind: 'unknown' }
  | { kind: 'accepted gap'; until: Day; by: string }
  | { kind: 'not applicable' };

/** What one side says when asked alone; `names` is the party it points to, where it points to one. */
export type View = {
  party: string;
  says: 'ours' | 'theirs' | 'nobody' | 'unsure';
  names: string | null;
  on: Day;
};

/** How two sides' answers stand to each other. */
export type Disagreement =
  | { kind: 'mutual disclaim'; views: [View, View] }
  | { kind: 'overlap'; views: [View, View] };

/** The first pair of views that contradict each other, mutual disclaims first: nobody acts on those. */
export function disagreement(views: readonly View[]): Disagreement | null {
  const pairs = views.flatMap((a, i) => views.slice(i + 1).map((b): [View, View] => [a, b]));
  const disclaim = pairs.find(([a, b]) => pointsTo(a, b) && pointsTo(b, a));
  if (disclaim) return { kind: 'mutual disclaim', views: disclaim };
  const overlap = pairs.find(([a, b]) => a.says === 'ours' && b.says === 'ours');
  return overlap ? { kind: 'overlap', views: overlap } : null;
}

function pointsTo(from: View, to: View): boolean {
  return from.says === 'theirs' && (from.names === null || from.names === to.party);
}
