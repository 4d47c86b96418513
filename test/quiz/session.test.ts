// Every path through the quiz ends, in few presses, whatever is pressed and however much is known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matrix } from '../../src/matrix/matrix.ts';
import { measure } from '../../src/quiz/measure.ts';
import { matrixSpeaks } from '../../src/quiz/prefill.ts';
import {
  answersIn,
  beginSession,
  goTo,
  moved,
  PERSPECTIVES,
  type Perspective,
  readSession,
  type Session,
  stepsOf,
  WAYS,
  type Way,
  writeSession,
} from '../../src/quiz/session.ts';
import { stepCard } from '../../src/quiz/step-card.ts';
import { afterSteps, commonTasks, passOver, record, SAYINGS } from '../../src/quiz/workload.ts';
import { sayIn } from '../../src/strings/strings.ts';
import { TODAY } from './examples.ts';
import { anyPlan, organisation } from './sheets.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const ADA = { id: 'ada', name: 'Ada' };

/** The issue's own limits. */
const MOST_PRESSES = 12;
const MOST_WHERE_KNOWN = 4;

/** An organisation of which only so many percent are assessed, and whose people may be registered. */
const anyMatrix: fc.Arbitrary<Matrix> = fc
  .record({ plans: anyPlan, known: fc.integer({ min: 0, max: 100 }), people: fc.boolean() })
  .map(({ plans, known, people }) => {
    const matrix = organisation(plans);
    const tasks = matrix.tasks.map((task, i) =>
      (i * 37) % 100 < known
        ? task
        : { ...task, health: 'unknown' as const, ownership: { kind: 'unknown' as const } },
    );
    const ada = { name: 'Person 0', party: 'in', entraId: '', mail: '', leftOn: null };
    return { ...matrix, tasks, people: people ? [ada] : [] };
  });
const anySide = fc.constantFrom<Perspective>(...PERSPECTIVES);

function begun(matrix: Matrix, perspective: Perspective): Session {
  const plan = perspective === 'everyone' ? passOver(matrix, TODAY) : commonTasks(matrix, TODAY);
  return beginSession({ conversation: 'c', version: 1, run: 'r', now: NOW, perspective, plan });
}

/** One press, with whatever was chosen on the card; the matrix moves along. */
function pressed(session: Session, matrix: Matrix, go: Way, pick: number): [Session, Matrix] {
  const before = measure(matrix, TODAY);
  const { at, plan, saw, perspective } = session;
  const page = at.kind === 'tasks' ? plan.slice(at.page * 12, (at.page + 1) * 12) : [];
  const said = Object.fromEntries(
    page.flatMap((id, i) =>
      SAYINGS.slice((pick + i) % 8, ((pick + i) % 8) + 1).map((one) => [id, one]),
    ),
  );
  const about = { today: TODAY, why: '', batch: '', names: { internal: 'I', msp: 'P' } } as const;
  const { steps } = perspective === 'everyone' ? record(said, saw, matrix, about) : { steps: [] };
  const next = afterSteps(matrix, steps);
  const to = goTo(session, go, measure(next, TODAY));
  const answers = answersIn({ Q5: 'open', Q1: 'lead' }, before);
  return [moved(session, { at: to, said: answers, saw: said, agreed: [] }, ADA, NOW), next];
}

describe('every path', () => {
  test('straight on takes twelve presses at most, four where three fifths are assessed', () => {
    fc.assert(
      fc.property(anyMatrix, anySide, fc.nat(7), (first, side, pick) => {
        const isKnown = matrixSpeaks(measure(first, TODAY));
        let [session, matrix] = [begun(first, side), first];
        let presses = 0;
        while (session.at.kind !== 'verdict') {
          [session, matrix] = pressed(session, matrix, 'next', pick);
          presses += 1;
          expect(presses).toBeLessThanOrEqual(isKnown ? MOST_WHERE_KNOWN : MOST_PRESSES);
        }
      }),
    );
  });

  test('with any detours still ends, and each step says how far it is', () => {
    const way = fc.constantFrom(...WAYS);
    fc.assert(
      fc.property(anyMatrix, anySide, fc.array(way, { maxLength: 25 }), (first, side, ways) => {
        let [session, matrix] = [begun(first, side), first];
        for (const [i, go] of ways.entries()) {
          [session, matrix] = pressed(session, matrix, go, i);
          const { at } = session;
          if (at.kind === 'verdict') continue;
          const say = sayIn('en');
          const around = { matrix, today: TODAY, say, alone: true, warn: '' } as const;
          const { data } = stepCard(session, at, around) as { data: { items: unknown[] } };
          expect(data.items.length).toBeGreaterThan(0);
        }
        for (let i = 0; session.at.kind !== 'verdict'; i += 1) {
          expect(i).toBeLessThan(MOST_PRESSES + 1);
          [session, matrix] = pressed(session, matrix, 'next', i);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is the same after it was written and read again', () => {
    fc.assert(
      fc.property(anyMatrix, anySide, fc.nat(11), (first, side, count) => {
        let [session, matrix] = [begun(first, side), first];
        for (let i = 0; i < count; i += 1) [session, matrix] = pressed(session, matrix, 'next', i);
        expect(readSession(writeSession(session))).toEqual(session);
      }),
      { numRuns: 40 },
    );
  });
});

test('nobody gets past what only people know', () => {
  const thin = organisation([]);
  const tasks = thin.tasks.map((task) => ({ ...task, ownership: { kind: 'unknown' as const } }));
  const matrix = { ...thin, tasks };
  const measures = measure(matrix, TODAY);
  const session = { ...begun(matrix, 'everyone'), at: { kind: 'ask' as const, page: 0 } };
  expect(goTo(session, 'verdict', measures)).toEqual({ kind: 'ask', page: 1 });
  expect(stepsOf(session, measures).at(-1)).toEqual({ kind: 'verdict' });
});

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another shape', '{"run":"r"}'],
  ['a step that is none', JSON.stringify({ at: { kind: 'sideways' } })],
])('a session that holds %s begins afresh', (_what, state) => {
  const stored = state === null ? null : { conversation: 'c', version: 3, state };
  expect(readSession(stored)).toBeNull();
});
