// Tells a list of names from prose and from code, line by line.

/** Two lines may be anything. */
const FEWEST = 3;
const LONGEST = 120;
/** Names end without a full stop; a few end in a bracket or a mark. */
const MOST_ODD = 0.2;
const ODD = /[.!?;:,{}<>=]$|^[<{#/]|^\s*$/;
const LETTER = /\p{L}{2}/u;
const BULLET = /^(?:[-*•·]|\d{1,3}[.)])\s+/;

export function isBareList(lines: readonly string[]): boolean {
  if (lines.length < FEWEST) return false;
  const odd = lines.filter((line) => line.length > LONGEST || ODD.test(line) || !LETTER.test(line));
  const different = new Set(lines.map((line) => line.toLowerCase()));
  return odd.length <= lines.length * MOST_ODD && different.size > lines.length / 2;
}

/** Without the sign that began the line. */
export function withoutBullet(line: string): string {
  return line.trim().replace(BULLET, '');
}
