// Contract: how a press tells that its card was opened out of a digest, so that it ends there again.
import { z } from 'zod';
import type { Said } from './chat.ts';

const Opened = z.object({ digest: z.string().max(200) });

/** The digest's run, empty for one that was asked for; null where the card stood by itself. */
export function openedFrom(said: Said): string | null {
  const read = Opened.safeParse(said.kind === 'action' ? said.data : null);
  return read.success ? read.data.digest : null;
}
