// What to do with each area, from how its tasks stand.
import { NUMBERS } from './book.ts';
import type { AreaPicture } from './measure.ts';

export type Advice = 'keep' | 'hand over' | 'assign first' | 'leave';

/** What to do with one area; where no mark is reached, the largest part of it decides, the worst one first. */
export function adviceFor(area: AreaPicture): Advice {
  const { assessed, well, failing, unclear, outsideWell, outsideFailing } = area;
  if (assessed === 0 || area.unclearArea) return 'assign first';
  if (area.overloaded) return 'hand over';
  if (area.strong) return 'keep';
  if (outsideWell >= NUMBERS.shares.mostlyOutside * assessed) return 'leave';
  const parts: [Advice, number][] = [
    ['assign first', unclear],
    ['hand over', failing + outsideFailing],
    ['keep', well],
    ['leave', outsideWell],
  ];
  return parts.reduce((most, part) => (part[1] > most[1] ? part : most))[0];
}
