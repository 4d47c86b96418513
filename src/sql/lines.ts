// Statements that read the history: by task, batch or person, and the state of every task at a moment.
import type { Scope } from '../matrix/matrix.ts';
import { query } from './query.ts';
import type { Database } from './tables.ts';

type Portion = Scope & { before: number; limit: number };

export function lineQueries(db: Database) {
  const newest = (at: Portion) =>
    db
      .selectFrom('line')
      .selectAll()
      .where('tenant', '=', at.tenant)
      .where('matrix', '=', at.matrix)
      .where('seq', '<', at.before)
      .orderBy('seq', 'desc')
      .limit(at.limit);
  return {
    allLines: query((of: Portion) => newest(of)),
    linesOfTask: query((of: Portion & { task: string }) => newest(of).where('task', '=', of.task)),
    linesOfBatch: query((of: Portion & { batch: string }) =>
      newest(of).where('batch', '=', of.batch),
    ),
    linesBy: query((of: Portion & { by: string }) => newest(of).where('by_id', '=', of.by)),
    /** The newest line of each task before a moment. */
    linesAt: query((of: Scope & { until: string }) =>
      db
        .selectFrom('line')
        .selectAll('line')
        .innerJoin(
          (eb) =>
            eb
              .selectFrom('line')
              .select((inner) => ['task', inner.fn.max('version').as('newest')])
              .where('tenant', '=', of.tenant)
              .where('matrix', '=', of.matrix)
              .where('at', '<', of.until)
              .groupBy('task')
              .as('last'),
          (join) =>
            join.onRef('line.task', '=', 'last.task').onRef('line.version', '=', 'last.newest'),
        )
        .where('line.tenant', '=', of.tenant)
        .where('line.matrix', '=', of.matrix)
        .orderBy('line.task'),
    ),
    changedSince: query((of: Scope & { since: string }) =>
      db
        .selectFrom('line')
        .select('task')
        .distinct()
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('at', '>=', of.since)
        .where('before', 'is not', null),
    ),
  };
}
