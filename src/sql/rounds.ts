// Views rounds in the store: read newest first, and written only over the version that the writer has seen.
import { z } from 'zod';
import type { Scope } from '../matrix/matrix.ts';
import type { Round, StoredRound } from '../matrix/round.ts';
import type { Plan } from './engine.ts';
import { changes, query } from './query.ts';
import { day, view } from './records.ts';
import type { Database, RoundRow } from './tables.ts';

const round = z.object({
  ...{ id: z.string(), area: z.string(), by: z.string() },
  ...{ startedOn: day, until: day, closedOn: day.nullable() },
  ...{ sides: z.array(z.string()), tasks: z.array(z.string()) },
  said: z.array(z.object({ task: z.string(), view, by: z.string() })),
}) satisfies z.ZodType<Round>;

export function roundQueries(db: Database) {
  return {
    rounds: query((of: Scope & { limit: number }) =>
      db
        .selectFrom('round')
        .select(['version', 'state'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .orderBy('started', 'desc')
        .orderBy('id')
        .limit(of.limit),
    ),
    insertRound: query((row: RoundRow) =>
      db
        .insertInto('round')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          id: row.id,
          version: row.version,
          started: row.started,
          state: row.state,
        })
        .onConflict((conflict) => conflict.columns(['tenant', 'matrix', 'id']).doNothing()),
    ),
    updateRound: query((row: Omit<RoundRow, 'started'> & { expect: number }) =>
      db
        .updateTable('round')
        .set({ version: row.version, state: row.state })
        .where('tenant', '=', row.tenant)
        .where('matrix', '=', row.matrix)
        .where('id', '=', row.id)
        .where('version', '=', row.expect),
    ),
  };
}

type RoundQueries = ReturnType<typeof roundQueries>;

/** False where somebody else has written it meanwhile; 0 means that it must not exist yet. */
export function* roundPlan(
  q: RoundQueries,
  { tenant, matrix }: Scope,
  expect: number,
  to: Round,
): Plan<boolean> {
  const row = { tenant, matrix, id: to.id, version: expect + 1, state: JSON.stringify(to) };
  const written =
    expect === 0
      ? yield* changes(q.insertRound, { ...row, started: to.startedOn })
      : yield* changes(q.updateRound, { ...row, expect });
  return written === 1;
}

export function roundOf({ version, state }: Pick<RoundRow, 'version' | 'state'>): StoredRound {
  return { ...round.parse(JSON.parse(state)), version };
}
