// Random answer sheets and random organisations, for what must hold whatever anyone answers.
import fc from 'fast-check';
import type { Matrix } from '../../src/matrix/matrix.ts';
import type { Ownership } from '../../src/matrix/ownership.ts';
import { newParty } from '../../src/matrix/party.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import { type Answers, QUESTIONS } from '../../src/quiz/book.ts';
import { matrixOf, TODAY } from './examples.ts';

const STANDS = ['well', 'failing', 'nobody', 'outside well', 'outside failing'] as const;
export type Stand = (typeof STANDS)[number];

const starter = matrixOf(starterDraft('Any'));
export const AREAS = [...new Set(starter.tasks.map(({ area }) => area))];

export const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    QUESTIONS.map(({ id, options }) => [id, fc.constantFrom(...options.map((one) => one.id))]),
  ),
);

/** Some questions left open. */
export const someAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    QUESTIONS.map(({ id, options }) => [id, fc.constantFrom(...options.map((one) => one.id))]),
  ),
  { requiredKeys: [] },
);

/** For each area what most of its tasks are, and how many of ten follow it. */
export type Plan = { most: Stand; of10: number; other: Stand; people: number };

export const anyPlan: fc.Arbitrary<Plan[]> = fc.array(
  fc.record({
    most: fc.constantFrom(...STANDS),
    of10: fc.integer({ min: 3, max: 10 }),
    other: fc.constantFrom(...STANDS),
    people: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: AREAS.length, maxLength: AREAS.length },
);

/** A fully assessed organisation in which area after area follows its plan. */
export function organisation(plans: readonly Plan[]): Matrix {
  const place = new Map<string, number>();
  const tasks = starter.tasks.map((task) => {
    const plan = plans[AREAS.indexOf(task.area)];
    const nth = place.get(task.area) ?? 0;
    place.set(task.area, nth + 1);
    const stand = plan ? (nth % 10 < plan.of10 ? plan.most : plan.other) : 'nobody';
    const person = `Person ${nth % (plan?.people ?? 1)}`;
    return { ...task, ...standing(stand, person), backup: null };
  });
  const parties = [newParty('in', 'Inside', 'internal'), newParty('out', 'Outside', 'msp')];
  return { ...starter, tasks, parties };
}

/** The same organisation with every task of one area as told. */
export function withArea(matrix: Matrix, area: string, stand: Stand): Matrix {
  const tasks = matrix.tasks.map((task) => {
    if (task.area !== area) return task;
    const kept = task.ownership.kind === 'owned' && task.ownership.lead.party === 'in';
    if (stand === 'well' && kept) return { ...task, health: 'well' as const };
    return { ...task, ...standing(stand, 'Person 0') };
  });
  return { ...matrix, tasks };
}

function standing(stand: Stand, person: string) {
  const nobody: Ownership = { kind: 'nobody', sharedWith: [], split: '', since: TODAY };
  if (stand === 'nobody') return { health: 'unknown' as const, ownership: nobody };
  const outside = stand.startsWith('outside');
  const ownership: Ownership = {
    kind: 'owned',
    lead: { party: outside ? 'out' : 'in', role: '', person: outside ? '' : person },
    ...{ sharedWith: [], split: '', since: TODAY, acceptedOn: null },
  };
  return { health: stand.endsWith('well') ? ('well' as const) : ('failing' as const), ownership };
}
