// Several tasks in one question, or several of those just offered: each answers for itself on one card.
import type { Facet, Outcome, Turn, World } from '../chat.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import { ownerOutcome, ownersOutcome, sayFor } from './outcomes.ts';
import { taskOf, tasksOf } from './tasks.ts';

/** Every part answers for itself; a part that is not sure is said, not guessed. Null when no part is sure. */
export async function answerParts(
  parts: string[],
  turn: Turn,
  world: World,
): Promise<Outcome | null> {
  const say = sayFor(turn);
  const sure: StoredTask[] = [];
  const notes: string[] = [];
  for (const part of parts) {
    const found = world.find(part);
    const task = found.kind === 'sure' ? taskOf(world, found.hit.task) : null;
    if (task && !sure.includes(task)) sure.push(task);
    if (found.kind === 'several') {
      const names = tasksOf(world, found.hits).map(({ name }) => name);
      notes.push(say('two.several', { subject: part, names: names.join(', ') }));
    }
    if (found.kind === 'none') notes.push(say('two.missing', { subject: part }));
  }
  return sure.length === 0 ? null : answerTasks(sure, 'owner', notes, turn, world);
}

/** Where one asks for an owner and then for another: "… and who …", "… , wer …", "…? And …". */
const ANOTHER =
  /[?？] +(?=\S)|(?:,| -|:)? (?:and|und|y|et)(?: (?:also|then|auch|tambien|aussi))? (?=(?:who|whom|whose|whoever|wer|wem|qui[eé]n|qui)\b)|, (?=(?:who|whom|wer|wem|qui[eé]n|qui)\b)/iu;
/** More are not read on one card. */
const MOST_CLAUSES = 3;

/** The tasks that the clauses of a question name, each for sure; null where one is unsure or all name the same. */
export function tasksInClauses(question: string, world: World): StoredTask[] | null {
  const clauses = question.split(ANOTHER);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return null;
  const found = clauses.map((clause) => world.find(clause));
  if (!found.every(({ kind }) => kind === 'sure')) return null;
  const tasks = tasksOf(
    world,
    found.flatMap((each) => (each.kind === 'sure' ? [each.hit] : [])),
  );
  const different = [...new Set(tasks)];
  return different.length > 1 ? different : null;
}

/** One task or a few, each with what was asked about it. */
export async function answerTasks(
  tasks: StoredTask[],
  facet: Facet,
  notes: string[],
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const [only] = tasks;
  return only && tasks.length === 1 && notes.length === 0
    ? ownerOutcome(only, facet, turn, world)
    : ownersOutcome(tasks, facet, notes, turn, world);
}
