// One word that stands in the names of several tasks and is the name of none: choices instead of the likeliest.
import { type Found, MOST_CHOICES } from '../match/found.ts';
import { GRAMMAR, isFrameTerm, termOf } from '../match/plain-words.ts';
import { stemOf, wordsOf } from '../match/words.ts';
import type { Matrix } from '../matrix/matrix.ts';

/** In a sentence these add nothing to a name: "who runs the backups" is about backup operations. */
const GENERIC = new Set(['it', 'operations', 'administration', 'help'].map(stemOf));

/** Less than a seventh as likely as the first, in powers of e, and the word means the first. */
const APART = -2;

/** "Policies?" fits three tasks about equally, however sure the phrasebook is of one; an exact name stays sure. */
export function asShort(question: string, found: Found, matrix: Matrix): Found {
  const short = readShort(question);
  if (short === null || (found.kind !== 'sure' && found.kind !== 'none')) return found;
  const hits = found.kind === 'sure' ? [found.hit, ...found.others] : found.nearest;
  const fitting = fittingOf(short, matrix);
  const meant = hits.filter(({ task }) => fitting.has(task));
  const [, second] = meant;
  if (second === undefined || (found.kind === 'sure' && second.score < APART)) return found;
  return { kind: 'several', hits: [...new Set([...meant, ...hits])].slice(0, MOST_CHOICES) };
}

/** `bare`: the word is all that was said. */
type Short = { stem: string; bare: boolean };

/** Null where a second word tells the tasks apart. */
function readShort(question: string): Short | null {
  const said = wordsOf(question);
  const telling = said.filter((word) => !GRAMMAR.has(word) && !isFrameTerm(termOf(word)));
  const [stem, ...others] = new Set(telling.map(stemOf));
  return stem === undefined || others.length > 0 ? null : { stem, bare: said.length === 1 };
}

/** The tasks with that word in a name; none where it is a whole name. */
function fittingOf({ stem, bare }: Short, { tasks }: Matrix): ReadonlySet<string> {
  const fitting = new Set<string>();
  for (const { id, name, aliases } of tasks) {
    for (const stems of [name, ...aliases].map((each) => wordsOf(each).map(stemOf))) {
      const own = bare ? stems : stems.filter((each) => !GENERIC.has(each));
      if (own.length === 1 && own[0] === stem) return new Set();
      if (own.includes(stem)) fitting.add(id);
    }
  }
  return fitting;
}
