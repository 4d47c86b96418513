// Tasks that the phrasebook does not know: near a question when both remind of the same starter tasks.
import type { Hit } from '../found.ts';
import type { Findable } from '../phrases.ts';
import { type Likely, likely, type Model } from './model.ts';

/** How a text stands to the starter tasks: unit length, the few that matter. */
type Bearing = ReadonlyMap<string, number>;

export type Kin = (question: Likely) => Hit[];

/** Shares below this are noise that every text has. */
const LEAST_SHARE = 0.02;
const MOST_HITS = 10;

/** The tasks closest to a question in what they remind of, best first; scores are cosines. */
export function createKin(tasks: readonly Findable[], model: Model): Kin {
  const bearings = tasks.map(({ id, name, description, aliases }) => {
    const text = [name, ...aliases, description].join('. ');
    return { task: id, bearing: bearingOf(likely(model, text)) };
  });
  return (question) => {
    const asked = bearingOf(question);
    return bearings
      .map(({ task, bearing }) => ({ task, score: along(asked, bearing) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1))
      .slice(0, MOST_HITS);
  };
}

/** Square roots, so that one likely task does not hide the others a text also reminds of. */
function bearingOf({ tasks }: Likely): Bearing {
  const shares = [...tasks].filter(([, share]) => share >= LEAST_SHARE);
  const sum = shares.reduce((total, [, share]) => total + share, 0) || 1;
  return new Map(shares.map(([task, share]) => [task, Math.sqrt(share / sum)]));
}

function along(a: Bearing, b: Bearing): number {
  let sum = 0;
  for (const [task, share] of a) sum += share * (b.get(task) ?? 0);
  return sum;
}
