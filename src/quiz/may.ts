// Who may write to the matrix through the quiz: one question, asked in one place.
import type { Turn } from '../chat.ts';

/** Guests may not; who else may is for the matrix's own rights to say. */
export function mayRecord({ speaker }: Turn): boolean {
  return !speaker.guest;
}
