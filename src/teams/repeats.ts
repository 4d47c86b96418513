// Knows a card press that Teams delivers again under a new id, so that it keeps the key of the first.
import { createHash } from 'node:crypto';

/**
 * Teams was seen to repeat a press about 30 s later with a new id and time
 * (https://github.com/microsoft/botbuilder-dotnet/issues/5005); a person who presses twice means the same.
 */
const REPEAT_MS = 60_000;

/** More presses than one process takes in that time; each entry is about 200 bytes. */
const MOST_KEPT = 5_000;

/** Hands back the key of the same press a moment ago, else the one given. */
export type Repeats = (parts: readonly string[], key: string, now: Date) => string;

export function createRepeats(): Repeats {
  const seen = new Map<string, { key: string; until: number }>();
  return (parts, key, now) => {
    const press = digest(parts);
    const before = seen.get(press);
    if (before && before.until > now.getTime()) return before.key;
    seen.delete(press);
    seen.set(press, { key, until: now.getTime() + REPEAT_MS });
    for (const [oldest, { until }] of seen) {
      if (until > now.getTime() && seen.size <= MOST_KEPT) break;
      seen.delete(oldest);
    }
    return key;
  };
}

/** One short key for several texts; they are told apart even where one holds the other's end. */
export function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
