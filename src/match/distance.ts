// How many slips of the keyboard lie between two words.

/**
 * Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace, swap neighbours),
 * or `limit + 1` as soon as it is known to be larger than `limit`.
 */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (b.length >= LONGEST) return a === b ? 0 : limit + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = at(last, j - 1) + (letter === other ? 0 : 1);
      cost = Math.min(cost, at(last, j) + 1, at(row, j - 1) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, at(before, j - 2) + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(at(last, b.length), limit + 1);
}

/** Longer runs of letters are no words. */
const LONGEST = 64;
/** The last three rows of the table, kept between calls: a question compares thousands of words. */
const rows = [new Uint8Array(LONGEST), new Uint8Array(LONGEST), new Uint8Array(LONGEST)] as const;

function at(row: Uint8Array, j: number): number {
  return row[j] ?? 0;
}
