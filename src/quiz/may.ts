// Who may write to the matrix through the quiz: one question, asked in one place.
import type { World } from '../chat.ts';
import { mayAdminister } from '../matrix/rights.ts';

/** The quiz goes over every area, so what it writes is for admins; anybody else's answers count for the verdict alone. */
export function mayRecord({ caller }: World): boolean {
  return mayAdminister(caller);
}
