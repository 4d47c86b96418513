// The quiz in the database: one session a conversation, guarded by its version, and the results of all runs.
import type { Scope } from '../matrix/matrix.ts';
import type { QuizSession } from '../store.ts';
import type { Plan } from './engine.ts';
import { changes, query } from './query.ts';
import type { Database, QuizResultRow, QuizSessionRow } from './tables.ts';

type Talk = Scope & { conversation: string };

const SCOPE = ['tenant', 'matrix'] as const;

export function quizQueries(db: Database) {
  return {
    quizSession: query((of: Talk) =>
      db
        .selectFrom('quiz_session')
        .select(['version', 'state'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('conversation', '=', of.conversation),
    ),
    beginQuiz: query((row: QuizSessionRow) =>
      db
        .insertInto('quiz_session')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          conversation: row.conversation,
          version: row.version,
          state: row.state,
        })
        .onConflict((conflict) => conflict.columns([...SCOPE, 'conversation']).doNothing()),
    ),
    moveQuiz: query((to: QuizSessionRow & { expect: number }) =>
      db
        .updateTable('quiz_session')
        .set({ version: to.version, state: to.state })
        .where('tenant', '=', to.tenant)
        .where('matrix', '=', to.matrix)
        .where('conversation', '=', to.conversation)
        .where('version', '=', to.expect),
    ),
    forgetQuiz: query((of: Talk) =>
      db
        .deleteFrom('quiz_session')
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .where('conversation', '=', of.conversation),
    ),
    putQuizResult: query((row: QuizResultRow) =>
      db
        .insertInto('quiz_result')
        .values({
          tenant: row.tenant,
          matrix: row.matrix,
          run: row.run,
          at: row.at,
          body: row.body,
        })
        .onConflict((conflict) =>
          conflict.columns([...SCOPE, 'run']).doUpdateSet((eb) => ({
            at: eb.ref('excluded.at'),
            body: eb.ref('excluded.body'),
          })),
        ),
    ),
    quizResults: query((of: Scope & { limit: number }) =>
      db
        .selectFrom('quiz_result')
        .select(['run', 'at', 'body'])
        .where('tenant', '=', of.tenant)
        .where('matrix', '=', of.matrix)
        .orderBy('at', 'desc')
        .orderBy('run')
        .limit(of.limit),
    ),
  };
}

type QuizQueries = ReturnType<typeof quizQueries>;

/** False where the stored session is not the one before this. */
export function* sessionPlan(q: QuizQueries, scope: Scope, session: QuizSession): Plan<boolean> {
  const { conversation, version, state } = session;
  const row = { ...scope, conversation, version, state };
  const written =
    version === 1
      ? yield* changes(q.beginQuiz, row)
      : yield* changes(q.moveQuiz, { ...row, expect: version - 1 });
  return written === 1;
}
