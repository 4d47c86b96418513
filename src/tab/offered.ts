// What a card offers: the button to take a change back, found in the card as Teams would draw it.
import type { Button } from './state.ts';

/** Null where the card has no such button: then nothing was changed. */
export function undoOn(card: unknown): Button | null {
  if (typeof card !== 'object' || card === null) return null;
  if ('verb' in card && card.verb === 'undo' && 'data' in card && isRecord(card.data)) {
    return { verb: 'undo', data: card.data };
  }
  for (const part of Object.values(card)) {
    const found = undoOn(part);
    if (found) return found;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
