// The name of a file that somebody handed over → what can be shown and kept of it.

const MOST_NAME = 80;

/** The last part of a path, without signs that turn or hide what stands beside them. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, MOST_NAME)
    .toWellFormed();
}
