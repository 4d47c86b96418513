// The view of a question that both naming and training go by: corrected and in English, by words and by what was learned.
import type { Index } from '../build.ts';
import { decide } from '../decide.ts';
import type { Found, Hit } from '../found.ts';
import { MOST_HITS, search } from '../search.ts';
import { closestPhrases } from './closest.ts';
import { type Closest, type Evidence, weighEvidence } from './evidence.ts';
import {
  type Likely,
  likelyAbout,
  type Model,
  NO_TASK,
  type Understood,
  understand,
} from './model.ts';

export type View = {
  understood: Understood;
  /** By words: of the question as asked and as understood, the better of both. */
  hits: Hit[];
  byWords: Found;
  told: Likely;
  evidence: Evidence;
};

/** Of what was corrected or put into English, even a whole name is not quite what was asked. */
const AS_UNDERSTOOD = 0.97;

/** `classes`: task → the starter task it is. */
export function view(
  question: string,
  index: Index,
  model: Model,
  classes: ReadonlyMap<string, string>,
): View {
  const understood = understand(model, question, index.vocabulary.known);
  const asked = search(index, question);
  const hits = understood.changed ? better(asked, search(index, understood.all.join(' '))) : asked;
  const byWords = decide(hits);
  const told = forTasks(likelyAbout(model, understood), classes);
  const sure = byWords.kind === 'sure' ? byWords.hit.task : null;
  const evidence = weighEvidence(
    [...classes.keys()],
    told,
    hits,
    sure,
    closestOf(model, understood, classes),
  );
  return { understood, hits, byWords, told, evidence };
}

/** The phrasebook speaks of starter tasks; here they are tasks of a matrix. */
export function forTasks({ tasks, none }: Likely, classes: ReadonlyMap<string, string>): Likely {
  const here = [...classes].map(([task, of]): [string, number] => [task, tasks.get(of) ?? 0]);
  return { tasks: new Map(here), none };
}

function closestOf(
  model: Model,
  understood: Understood,
  classes: ReadonlyMap<string, string>,
): Closest {
  const best = closestPhrases(model, understood);
  const to = new Map(model.classes.map((name, place) => [name, best[place] ?? 0]));
  return { to: (task) => to.get(classes.get(task) ?? '') ?? 0, toNone: to.get(NO_TASK) ?? 0 };
}

function better(asked: readonly Hit[], read: readonly Hit[]): Hit[] {
  const scores = new Map(asked.map(({ task, score }) => [task, score]));
  for (const { task, score } of read) {
    scores.set(task, Math.max(scores.get(task) ?? 0, Math.min(score, AS_UNDERSTOOD)));
  }
  return [...scores]
    .map(([task, score]) => ({ task, score }))
    .sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1))
    .slice(0, MOST_HITS);
}
