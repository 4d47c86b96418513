// Which rows of a long table are drawn: those in sight and a few around them.

/** Pixels; `top` is how far the table's first row has been scrolled beyond the upper edge. */
export type Sight = { rows: number; top: number; height: number; row: number };

export type Slice = { from: number; to: number; before: number; after: number };

/** A quick flick of the wheel, and the next few presses of Tab, find their rows drawn. */
const AROUND = 12;

export function sliceOf({ rows, top, height, row }: Sight): Slice {
  const first = Math.floor(Math.max(0, top) / row) - AROUND;
  const count = Math.ceil(height / row) + 2 * AROUND;
  const from = Math.max(0, Math.min(first, rows - count));
  const to = Math.min(rows, from + count);
  return { from, to, before: from * row, after: (rows - to) * row };
}
