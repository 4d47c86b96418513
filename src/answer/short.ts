// One word that stands in the names of several tasks and is the name of none: choices instead of the likeliest.
import { type Found, MOST_CHOICES } from '../match/found.ts';
import { GRAMMAR, isFrameTerm, termOf } from '../match/plain-words.ts';
import { stemOf, wordsOf } from '../match/words.ts';
import type { Matrix, StoredTask } from '../matrix/matrix.ts';

/** In a sentence these add nothing to a name: "who runs the backups" is about backup operations. */
const GENERIC = new Set(['it', 'operations', 'administration', 'help'].map(stemOf));

/** Less than a seventh as likely as the first, in powers of e, and the word means the first. */
const APART = -2;

/** "Policies?" fits three tasks about equally, however sure the phrasebook is of one; an exact name stays sure. */
export function asShort(question: string, found: Found, { tasks }: Matrix): Found {
  const short = readShort(question);
  if (short === null || (found.kind !== 'sure' && found.kind !== 'none')) return found;
  const hits = found.kind === 'sure' ? [found.hit, ...found.others] : found.nearest;
  const fitting = fittingOf(short, tasks);
  const meant = hits.filter(({ task }) => fitting.has(task));
  const [first, second] = meant;
  if (first === undefined || second === undefined) return found;
  if (found.kind === 'sure') {
    const apart = second.score < APART || (!short.bare && isOnlyName(first.task, fitting));
    if (apart) return found;
  }
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

type Fitting = ReadonlyMap<string, 'name' | 'alias'>;

/** The tasks with that word in their name or, failing that, an alias; none where it is a whole name. */
function fittingOf({ stem, bare }: Short, tasks: readonly StoredTask[]): Fitting {
  const fitting = new Map<string, 'name' | 'alias'>();
  for (const { id, name, aliases } of tasks) {
    for (const each of [name, ...aliases]) {
      const stems = wordsOf(each).map(stemOf);
      const own = bare ? stems : stems.filter((one) => !GENERIC.has(one));
      if (own.length === 1 && own[0] === stem) return new Map();
      if (own.includes(stem) && !fitting.has(id)) fitting.set(id, each === name ? 'name' : 'alias');
    }
  }
  return fitting;
}

/** "The website" is the one task called so, though others have the word in what they are also called. */
function isOnlyName(task: string, fitting: Fitting): boolean {
  const named = [...fitting].filter(([, by]) => by === 'name');
  return named.length === 1 && named[0]?.[0] === task;
}
