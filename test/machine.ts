// How much slower this machine is right now than the one whose milliseconds the limits of these tests are.

/** What the work below took there, alone: Node 24 on one core of an AMD EPYC. */
const THERE_MS = 8;
const TRIES = 9;
/** A limit stretched further would let anything pass. */
const MOST = 4;

/**
 * What a limit in milliseconds is multiplied by: 1 on that machine and on faster ones, up to 4 on slower or busy ones.
 * `npm run bench` measures against the limits as they were asked.
 */
export function slower(): number {
  const best = Math.min(...Array.from({ length: TRIES }, timed));
  return Math.min(MOST, Math.max(1, best / THERE_MS));
}

/** Of what Remit does most: words into maps, patterns over text, JSON, sorting. */
function timed(): number {
  const begun = performance.now();
  const counts = new Map<string, number>();
  let text = '';
  for (let n = 0; n < 60_000; n += 1) {
    const word = `w${(n * 7_919) % 5_003}`;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (n % 50 === 0) text += `${word} `;
  }
  const rows: [string, number][] = JSON.parse(JSON.stringify([...counts]));
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const took = performance.now() - begun;
  // Used, so that no compiler leaves the work out.
  return text.match(/w\d*7\b/g) && rows.length > 0 ? took : Number.NaN;
}
