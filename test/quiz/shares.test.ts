// The share of outcomes over random answers, as src/quiz/README.md publishes it: the table there must be this one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome, QUESTIONS } from '../../src/quiz/book.ts';
import { measure } from '../../src/quiz/measure.ts';
import { settle } from '../../src/quiz/prefill.ts';
import { type Judged, judge } from '../../src/quiz/verdict.ts';
import { randomFrom } from '../match/random.ts';
import { TODAY } from './examples.ts';
import { AREAS, organisation, type Plan, type Stand } from './sheets.ts';

const README = readFileSync(join(import.meta.dirname, '../../src/quiz/README.md'), 'utf8');

/** So that the figures stay comparable with those of the notes the questions come from. */
const SHEETS = 20_000;
const ORGANISATIONS = 3_000;

const STANDS: Stand[] = ['well', 'failing', 'nobody', 'outside well', 'outside failing'];

/** A matrix on which no rule speaks. */
const CALM: Judged = {
  ...{ assessedShare: 1, internalOwned: 9, strongAreas: 0, unclearShare: 1, troubledAreas: 9 },
  gates: { clear: 5, of: 5 },
};

function sharesOf(outcomes: readonly Outcome[]): Record<Outcome, number> {
  const share = (outcome: Outcome) =>
    Math.round((100 * outcomes.filter((one) => one === outcome).length) / outcomes.length);
  return Object.fromEntries(OUTCOMES.map((one) => [one, share(one)])) as Record<Outcome, number>;
}

function row(title: string, shares: Record<Outcome, number>): string {
  return `| ${[title, ...OUTCOMES.map((one) => `${shares[one]} %`)].join(' | ')} |`;
}

describe('the share of outcomes', () => {
  const random = randomFrom(20_261_123);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const sheet = () =>
    Object.fromEntries(QUESTIONS.map(({ id, options }) => [id, pick(options).id]));

  test('over random answer sheets, by the score alone', () => {
    const shares = sharesOf(Array.from({ length: SHEETS }, () => judge(sheet(), CALM).outcome));
    expect(README).toContain(row('random answers, score alone', shares));
    // The larger contract must not come easier; neither must the smaller.
    expect(Math.abs(shares['full MSP'] - shares['co-managed'])).toBeLessThanOrEqual(5);
  });

  test('over random organisations with random answers, rules and all', () => {
    const plan = (): Plan => ({
      most: pick(STANDS),
      of10: 3 + Math.floor(random() * 8),
      other: pick(STANDS),
      people: 1 + Math.floor(random() * 4),
    });
    const outcomes = Array.from({ length: ORGANISATIONS }, () => {
      const measures = measure(organisation(AREAS.map(plan)), TODAY);
      const settled = settle(sheet(), measures);
      const counted = settled.map(({ question, counted }) => [question, counted]);
      return judge(Object.fromEntries(counted), measures).outcome;
    });
    const shares = sharesOf(outcomes);
    expect(README).toContain(row('random organisations, all rules', shares));
    expect(shares['full MSP']).toBeLessThanOrEqual(shares['co-managed'] + 5);
  });
});
