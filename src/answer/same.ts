// "What about the Adobe ones?", "laptops as well?": the question before, asked of another task.
import type { Facet, World } from '../chat.ts';
import type { Found } from '../match/found.ts';
import type { AboutTask } from './asked.ts';
import { leftOver, plain, spoken } from './plain.ts';

/** Each word of the question before is tried beside the new subject; questions have about this many that tell. */
const MOST_WORDS = 5;

/** Alone the new subject may say too little; beside a word of the question before, it does not. */
export function sameReading(asked: AboutTask, world: World): { facet: Facet; found: Found } {
  const { facet } = asked;
  const bare = tellingWords(asked.subject).join(' ');
  const readings = [asked.subject, bare].map((text) => world.find(text));
  const [alone] = readings;
  const sure = readings.find(({ kind }) => kind === 'sure');
  if (sure || !alone) return { facet, found: sure ?? { kind: 'none', nearest: [] } };
  return { facet, found: beside(bare, alone, world) ?? alone };
}

/** Sure only where all that is found beside those words is one task, and not the one before. */
function beside(subject: string, alone: Found, world: World): Found | null {
  const { memory } = world;
  const words = tellingWords(memory?.question ?? '').slice(0, MOST_WORDS);
  const found = words.map((word) => world.find(`${subject} ${word}`));
  const named = memory?.named ?? [];
  const sure = found.filter((each) => each.kind === 'sure' && !named.includes(each.hit.task));
  const [first] = sure;
  if (first?.kind !== 'sure') return null;
  const { task } = first.hit;
  const one = sure.every((each) => each.kind === 'sure' && each.hit.task === task);
  const fits = alone.kind !== 'several' || alone.hits.some((hit) => hit.task === task);
  return one && fits ? first : null;
}

function tellingWords(text: string): string[] {
  const said = plain(text);
  const [words] = spoken(said);
  return words ? leftOver(said, words.pointing) : [];
}
