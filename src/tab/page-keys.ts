// Which of the fixed words the page shows: only these end up in what a browser loads.
import type { Key } from '../strings/strings.ts';

/** Whole families of words, by the start of their keys. */
const FAMILIES = ['tab.', 'status.', 'importance.', 'kind.'] as const;

/** Words that a card says, too: one word for one thing. */
const SHARED = [
  ...['card.edit', 'card.history', 'card.undo', 'card.wrongOwner'],
  ...['edit.gap', 'edit.owner', 'edit.save', 'edit.share', 'edit.why'],
  ...['health.failing', 'health.unknown', 'health.well'],
  ...['row.backup', 'row.covers', 'row.health', 'row.shared', 'row.split'],
] as const satisfies readonly Key[];

export type PageKey =
  | Extract<Key, `${(typeof FAMILIES)[number]}${string}`>
  | (typeof SHARED)[number];

const shared: ReadonlySet<string> = new Set(SHARED);

export function isPageKey(key: string): key is PageKey {
  return shared.has(key) || FAMILIES.some((family) => key.startsWith(family));
}
