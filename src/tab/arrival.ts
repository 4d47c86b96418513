// What is asked for before anything can be drawn: who looks, and the table that they will most likely see.
import type { Me, Page } from '../api.ts';
import type { Call, Called } from './call.ts';
import type { Target } from './place.ts';

/** `table` is of the matrix that the link names, or of the usual one; it may turn out not to be there. */
export type Arrival = { me: Promise<Called<Me>>; table: Promise<Called<Page>> };

/** Together, because each answer is as far away as the other. */
export function arrive(call: Call, { matrix }: Target): Arrival {
  return {
    me: call<Me>({ path: 'me', query: {} }),
    table: call<Page>({ path: 'matrix', query: { matrix } }),
  };
}

/** The one that a link leads to, where it is there; else the usual one. */
export function firstMatrix({ matrices, matrix }: Me, target: Target): string {
  return matrices.find((one) => one.matrix === target.matrix)?.matrix ?? matrix;
}
