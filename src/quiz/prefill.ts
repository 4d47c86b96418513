// What the matrix answers by itself, and whose word counts where a person says otherwise.
import { type Answers, NUMBERS, QUESTION_IDS, type QuestionId, THRESHOLDS } from './book.ts';
import { type Measures, ratio } from './measure.ts';

/** A question with both values; `counted` is the one that the verdict uses. */
export type Settled = {
  question: QuestionId;
  said: string | null;
  matrix: string | null;
  counted: string;
  from: 'person' | 'matrix';
};

/** Enough of the matrix is assessed to answer from it. */
export function matrixSpeaks({ assessedShare }: Measures): boolean {
  return assessedShare >= THRESHOLDS.min_assessed_for_override;
}

/** The answers that the matrix holds; what it cannot know, or has nothing assessed on, is missing. */
export function prefill(measures: Measures): Answers {
  const found: Answers = {};
  const people = measures.registered ? PREFILLS.Q1?.(measures) : null;
  if (people) found.Q1 = people;
  if (!matrixSpeaks(measures)) return found;
  for (const question of QUESTION_IDS) {
    const answer = question === 'Q1' ? null : PREFILLS[question]?.(measures);
    if (answer) found[question] = answer;
  }
  return found;
}

/** Facts and intentions are the person's; what can be counted is the matrix's. */
export function settle(said: Answers, measures: Measures): Settled[] {
  const held = prefill(measures);
  return QUESTION_IDS.flatMap((question): Settled[] => {
    const person = said[question] ?? null;
    const matrix = held[question] ?? null;
    const matrixWins = matrix !== null && NUMBERS.matrixCounts.includes(question);
    const counted = matrixWins ? matrix : (person ?? matrix);
    if (counted === null) return [];
    const from = matrixWins || person === null ? 'matrix' : 'person';
    return [{ question, said: person, matrix, counted, from }];
  });
}

type Prefill = (measures: Measures) => string | null;

const PREFILLS: Partial<Record<QuestionId, Prefill>> = {
  Q1: ({ internalPeople, direction }) => {
    // People are registered who own nothing yet: that is not nobody.
    if (internalPeople === 0) return null;
    if (internalPeople === 1) return 'lead';
    return direction.isStrong ? 'team' : 'leaderless';
  },
  Q2: ({ strongAreas: n }) => (n === 0 ? '0' : n <= 2 ? '1-2' : n <= 5 ? '3-5' : '6+'),
  // Work that nobody owns lacks hands as much as work that fails.
  Q3: ({ direction, troubledAreas }) => {
    if (direction.isStrong) return troubledAreas > 0 ? 'hands' : 'neither';
    return troubledAreas > 0 ? 'both' : 'direction';
  },
  Q4: ({ unclearAreas: n }) => (n <= 1 ? '0-1' : n <= 3 ? '2-3' : n === 4 ? '4' : '5+'),
  Q6: ({ fragmented: { owners, busiestTwo, withoutLead, of } }) => {
    if (of === 0) return null;
    const scattered = owners >= NUMBERS.counts.manyOwners;
    if (scattered && busiestTwo < NUMBERS.shares.busiestTwo * of) return 'yes';
    return withoutLead >= NUMBERS.shares.sharedWithoutLead * of ? 'yes' : 'no';
  },
  Q7: ({ functions: { handOver: n, assessed } }) => {
    if (assessed === 0) return null;
    return n <= 1 ? '0-1' : n <= 3 ? '2-3' : n === 4 ? '4' : '5';
  },
  Q8: ({ kept: { strong, assessed } }) => {
    if (assessed === 0) return null;
    return strong >= 2 ? '2-3' : strong === 1 ? '1' : '0';
  },
  Q9: ({ growth, direction }) => {
    if (growth.assessed === 0) return null;
    if (growth.failing === 0) return 'no';
    return direction.isStrong ? 'yes-lead' : 'yes-nolead';
  },
  Q10: ({ nights, areas, troubledAreas, overloadedAreas }) => {
    if (troubledAreas > 0 && troubledAreas >= NUMBERS.shares.everywhere * areas.length) {
      return 'everywhere';
    }
    const nightly = nights.of === 0 || ratio(nights.covered, nights.of);
    const covered = nightly === true || nightly >= NUMBERS.shares.nightsCovered;
    return covered && overloadedAreas === 0 ? 'none' : 'defined';
  },
  Q11: ({ onePerson: { held, of, leaves } }) => {
    if (of === 0) return null;
    if (held < NUMBERS.shares.onOnePerson * of) return 'no';
    return leaves ? 'leaves' : 'stays';
  },
  Q12: ({ stewards }) => (stewards === 'unnamed' ? null : stewards === 'named' ? 'yes' : 'no'),
};
