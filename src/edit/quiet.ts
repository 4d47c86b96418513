// When something has settled enough to be told: nobody is still at it, or they have been at it for long.

/** An admin who sorts out a team's tasks names one owner after the other; then all go on one card. */
const QUIET_MS = 5 * 60_000;

/** Somebody who is edited about all morning is asked all the same. */
const LONGEST_WAIT_MS = 30 * 60_000;

/** `times` in milliseconds, in any order; nothing at all is quiet. */
export function isQuiet(times: readonly number[], now: Date): boolean {
  if (times.length === 0) return true;
  const at = now.getTime();
  return at - Math.max(...times) >= QUIET_MS || at - Math.min(...times) >= LONGEST_WAIT_MS;
}
