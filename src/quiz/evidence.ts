// What stands behind each reason: the counts in the matrix, and the sentence of the article.
import type { Say } from '../strings/strings.ts';
import { NUMBERS, type Outcome, optionOf, type QuestionId, sentence } from './book.ts';
import type { AreaPicture, Measures } from './measure.ts';
import type { Settled } from './prefill.ts';
import { type Result, settledIn } from './result.ts';
import { percent, reasonText, sayKey } from './words.ts';

/** `quote` is empty where the reason before it, or the one after, stands on the same sentence. */
export type Reason = { text: string; evidence: string; quote: string };

/** More reasons than these are not read; the points tell the rest. */
const MOST_REASONS = 4;

/** Named areas are the worst ones; all of them are in the picture below. */
const MOST_AREAS = 2;

export function reasonsFor(result: Result, say: Say): Reason[] {
  const rule = ruleReason(result, say);
  const room = MOST_REASONS - (rule ? 1 : 0);
  const answers = telling(settledIn(result), result.verdict.outcome)
    .slice(0, room)
    .map((settled) => ({
      text: reasonText(say, settled.question, settled.counted),
      evidence: evidenceFor(settled, result.measures, say),
      quote: sentence(NUMBERS.sentenceOf[settled.question]?.[settled.counted]),
    }));
  const all = [...(rule ? [rule] : []), ...answers];
  const grouped = [...Map.groupBy(all, ({ quote }) => quote).values()];
  return grouped.flatMap((group) =>
    group.map((reason, i) => (i === group.length - 1 ? reason : { ...reason, quote: '' })),
  );
}

function ruleReason({ verdict, measures }: Result, say: Say): Reason | null {
  const { by, answered } = verdict;
  if (by === 'score') return null;
  const { strongAreas: strong, areas, unclearShare, assessedShare } = measures;
  const unclear = percent(unclearShare);
  const values = { strong, areas: areas.length, unclear, answered, share: percent(assessedShare) };
  const key = by === 'R3' ? 'P2' : NUMBERS.rules[by]?.sentence;
  return { text: sayKey(say, `quiz.rule.${by}`, values), evidence: '', quote: sentence(key) };
}

/** The answers that weigh most for the outcome; where there is none, the heaviest of both sides in turn. */
function telling(settled: readonly Settled[], outcome: Outcome): Settled[] {
  const weigh = (side: 'co' | 'full') => {
    const points = ({ question, counted }: Settled) => optionOf(question, counted)?.[side] ?? 0;
    return settled.filter((one) => points(one) > 0).toSorted((a, b) => points(b) - points(a));
  };
  if (outcome === 'co-managed') return weigh('co');
  if (outcome === 'full MSP') return weigh('full');
  if (outcome === 'no change') return settled.filter(({ question }) => question === 'Q2');
  const [co, full] = [weigh('co'), weigh('full')];
  return full.flatMap((one, i) => [one, ...co.slice(i, i + 1)]);
}

function evidenceFor(settled: Settled, measures: Measures, say: Say): string {
  if (settled.matrix === null) return say('quiz.evidence.said');
  return EVIDENCE[settled.question]?.(measures, say) ?? '';
}

type Evidence = (measures: Measures, say: Say) => string;

const EVIDENCE: Partial<Record<QuestionId, Evidence>> = {
  Q1: (m, say) => say('quiz.evidence.Q1', { count: m.internalPeople }),
  Q2: (m, say) => areasCount(m.strongAreas, m, say),
  Q3: (m, say) => {
    const { strong: count, of } = m.direction;
    const direction = say('quiz.evidence.direction', { count, of });
    return [direction, ...worst(m.areas, say)].join('; ');
  },
  Q4: (m, say) => [areasCount(m.unclearAreas, m, say), ...worst(m.areas, say)].join('; '),
  Q6: ({ fragmented: { owners, withoutLead: count, of } }, say) =>
    say('quiz.evidence.Q6', { owners, count, of }),
  Q7: ({ functions: { handOver: count, assessed: of } }, say) =>
    say('quiz.evidence.areas', { count, of }),
  Q8: ({ kept: { strong: count, assessed: of } }, say) => say('quiz.evidence.tasks', { count, of }),
  Q10: ({ nights: { covered: count, of } }, say) => say('quiz.evidence.nights', { count, of }),
  Q11: ({ onePerson: { held: count, of, name } }, say) =>
    name === ''
      ? say('quiz.evidence.tasks', { count, of })
      : say('quiz.evidence.Q11', { count, of, name }),
};

function areasCount(count: number, { areas }: Measures, say: Say): string {
  return say('quiz.evidence.areas', { count, of: areas.length });
}

function worst(areas: readonly AreaPicture[], say: Say): string[] {
  return areas
    .filter(({ troubled }) => troubled)
    .toSorted((a, b) => b.failing + b.unclear - (a.failing + a.unclear))
    .slice(0, MOST_AREAS)
    .map(({ area, failing, assessed, unclear }) =>
      say('quiz.evidence.area', { area, failing, assessed, unclear }),
    );
}
