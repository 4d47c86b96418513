// How far evidence is trusted, and from where on: written by `npm run train`, never by hand.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EVIDENCE } from './evidence.ts';

const Share = z.number().min(0).max(1);
const Weights = z.array(z.number()).length(EVIDENCE.length);
const CalibrationSchema = z.object({
  /** What each number of the evidence says about the first task being right. */
  right: Weights,
  /** What each says about any task being right. */
  inside: Weights,
  /** From here on `right`, one task is named. */
  sure: Share,
  /** From here on `inside`, a few are offered; below, the question is declined. */
  offer: Share,
  /** Of the phrasebook it was made with. */
  phrasebook: z.string(),
});

export type Calibration = Omit<z.output<typeof CalibrationSchema>, 'phrasebook'>;

export function shippedCalibration(): z.output<typeof CalibrationSchema> {
  const file = readFileSync(new URL('./calibration.json', import.meta.url), 'utf8');
  return CalibrationSchema.parse(JSON.parse(file));
}

/** How likely it is, 0 to 1, that what the weights were fitted to holds. */
export function trust(weights: readonly number[], numbers: readonly number[]): number {
  const sum = numbers.reduce((soFar, number, i) => soFar + number * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
