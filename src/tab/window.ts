// Which rows of a long table are drawn: those in sight and a few around them.

/** Pixels; `top` is how far the table's first row has been scrolled beyond the upper edge, below zero while it is under it. */
export type Sight = { rows: number; top: number; height: number; row: number };

export type Slice = { from: number; to: number; before: number; after: number };

/** The next few presses of Tab find their rows drawn; laying out more of them would slow every key. */
const AROUND = 4;

export function sliceOf({ rows, top, height, row }: Sight): Slice {
  const seen = Math.max(1, Math.ceil((height + Math.min(0, top)) / row) + 1);
  const first = Math.min(Math.floor(Math.max(0, top) / row), rows - seen);
  const from = Math.max(0, first - AROUND);
  const to = Math.min(rows, first + seen + AROUND);
  return { from, to, before: from * row, after: (rows - to) * row };
}
