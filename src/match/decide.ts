// The decision: name one task, offer a few, or decline. A wrong owner is worse than no owner.
import { type Found, type Hit, MOST_CHOICES } from './found.ts';
import { WHOLE } from './search.ts';

/**
 * From this score one task may be named. Measured on 118 questions with a task and 131 without one (made up,
 * help-desk tickets, CLINC150): at 0.55 8 of the 131 got an owner, at 0.63 one, while 60 instead of 62 of the
 * 118 were named; at 0.66 none of the 131, but only 53 of the 118.
 */
export const SURE = 0.63;
/** The second must stay this part of the best behind it. Up to 0.1 one of the 118 got a wrong owner, from 0.16 none. */
export const LEAD = 0.16;
/** From this score tasks are offered to choose from. Of the 118, 78 had theirs among them, 83 at 0.36; of the 131, 28 got an offer, 37 at 0.36. */
export const OFFER = 0.42;
/** Choices are at least this part of the best; weaker ones only make the list longer to read. */
export const COMPANY = 0.6;
/** Below this a task shares no more than a common word with the question, and naming it as nearest would puzzle. */
const NEAREST = 0.15;
export const MOST_NEAREST = 3;

/** `hits` best first, with scores as search() gives them. */
export function decide(hits: readonly Hit[]): Found {
  const [first, second] = hits;
  if (!first) return { kind: 'none', nearest: [] };
  const whole = hits.filter(({ score }) => score === WHOLE);
  if (whole.length > 1) return { kind: 'several', hits: whole.slice(0, MOST_CHOICES) };
  const ahead = (second?.score ?? 0) <= (1 - LEAD) * first.score;
  if (whole.length === 1 || (first.score >= SURE && ahead)) {
    return { kind: 'sure', hit: first, others: hits.slice(1, MOST_CHOICES) };
  }
  if (first.score >= OFFER) {
    const company = hits.filter(({ score }) => score >= COMPANY * first.score);
    if (company.length > 1) return { kind: 'several', hits: company.slice(0, MOST_CHOICES) };
    if (second && second.score >= NEAREST) return { kind: 'several', hits: [first, second] };
  }
  const nearest = hits.filter(({ score }) => score >= NEAREST).slice(0, MOST_NEAREST);
  return { kind: 'none', nearest };
}
