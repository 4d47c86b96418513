// What a digest notes for the next one: its figures, what it asked, and whether anybody answered.
import { z } from 'zod';
import { CAUSES } from './cause.ts';

const Share = z.object({ owned: z.number(), counted: z.number() });

const Memo = z.object({
  /** When it was made, ISO. */
  at: z.iso.datetime(),
  areas: z.array(z.string()),
  /** Tasks it asked about, in their order. */
  listed: z.array(z.string()),
  open: z.record(z.string(), z.enum(CAUSES)),
  /** How often each open task had been asked about. */
  asked: z.record(z.string(), z.number()),
  share: Share,
  byArea: z.record(z.string(), Share),
  /** Digests in a row, before this one, on which nobody did anything. */
  unanswered: z.number(),
  escalated: z.boolean(),
  /** Weeks in a row, this one included, without a word. */
  quiet: z.number(),
});

export type Memo = z.output<typeof Memo>;

/** Null for what another version noted in another shape: the digest then starts afresh. */
export function readMemo(text: string): Memo | null {
  try {
    return Memo.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
