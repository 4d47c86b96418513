// Matching in one call: built once for a matrix, it decides on each question by words and by what was learned.
import { type Index, indexSteps } from './build.ts';
import { decide, OFFER } from './decide.ts';
import type { Found, Hit } from './found.ts';
import { MOST_CHOICES } from './found.ts';
import { type Calibration, shippedCalibration, trust } from './learned/calibration.ts';
import { forTasks, type View, view } from './learned/judge.ts';
import { type Kin, kinSteps } from './learned/kin.ts';
import { likely, likelyAbout, type Model, shippedModel } from './learned/model.ts';
import { type Related, shippedRelated } from './learned/related.ts';
import { classesOf } from './learned/same-task.ts';
import { tasksNamedTogether } from './learned/several.ts';
import type { Findable } from './phrases.ts';
import { atOnce, inPortions, type Steps } from './portions.ts';
import { search, WHOLE } from './search.ts';
import { splitQuestion } from './subjects.ts';
import { NO_SYNONYMS, type Synonyms, shippedSynonyms, withOwn } from './synonyms.ts';

type Learned = { model: Model; calibration: Calibration; related: Related };

/** Without what was learned, words alone decide. */
export type Knowledge = {
  synonyms: Synonyms;
  learned: Learned | null;
};

export type Finder = {
  find(question: string): Found;
  /** The question cut where it names several tasks; one part where it does not. */
  subjects(question: string): string[];
};

/** What was learned and cannot be read is done without: `missing` hears why, and words alone decide. `own`: a customer's. */
export function shippedKnowledge(
  phrasebook: boolean,
  missing: (why: string) => void,
  own: Synonyms = NO_SYNONYMS,
): Knowledge {
  return {
    synonyms: withOwn(own, shippedSynonyms()),
    learned: phrasebook ? shippedLearned(missing) : null,
  };
}

function shippedLearned(missing: (why: string) => void): Learned | null {
  try {
    return {
      model: shippedModel(),
      calibration: shippedCalibration(),
      related: shippedRelated(),
    };
  } catch (error) {
    missing(error instanceof Error ? error.name : 'unknown');
    return null;
  }
}

/** Choices lie within this of the first, in powers of e: the next is at least a twentieth as likely. */
const COMPANY = 3;
const MOST_NEAREST = 3;
/**
 * Words and phrasebook that find the same task are right together: on the tuning questions in 54 of 55 cases, as long
 * as the phrasebook does not doubt that it is a task at all.
 */
const MOST_DOUBT = 0.6;

/** With fewer starter tasks than this in a matrix, what was learned about those says too little about the rest. */
const FEW = 20;

export function createFinder(tasks: readonly Findable[], knowledge: Knowledge): Finder {
  return atOnce(finderSteps(tasks, knowledge));
}

/** Questions are answered in between: thousands of tasks take a second or two. */
export function growFinder(tasks: readonly Findable[], knowledge: Knowledge): Promise<Finder> {
  return inPortions(finderSteps(tasks, knowledge));
}

export function* finderSteps(
  tasks: readonly Findable[],
  { synonyms, learned }: Knowledge,
): Steps<Finder> {
  const index = yield* indexSteps(tasks, synonyms);
  const subjects = (question: string) => splitQuestion(index, question);
  if (!learned) return { find: (question) => decide(search(index, question)), subjects };
  yield;
  const classes = classesOf(tasks, learned.model.classes);
  if (classes.size >= FEW) return { find: byPhrasebook(index, learned, classes), subjects };
  // Only a matrix of other tasks is asked for kin; for others it would slow the start for nothing.
  const kin = yield* kinSteps(tasks, learned.model, learned.related);
  return { find: byKin(index, learned, kin), subjects };
}

function byPhrasebook(
  index: Index,
  { model, calibration }: Learned,
  classes: ReadonlyMap<string, string>,
): Finder['find'] {
  const judge = (text: string) => forTasks(likely(model, text), classes);

  return (question) => {
    const seen = view(question, index, model, classes);
    const { hits, byWords, evidence } = seen;
    const { ranked, numbers } = evidence;
    const [first] = ranked;
    if (!first || hits[0]?.score === WHOLE) return byWords;
    const trusted = trust(calibration.right, numbers);
    const own = hits.find(({ task }) => !classes.has(task));
    if (own && byWords.kind === 'sure' && byWords.hit === own) {
      return trusted >= calibration.sure ? { kind: 'several', hits: [own, first] } : byWords;
    }
    const inside = trust(calibration.inside, numbers) >= calibration.offer;
    const together = inside ? tasksNamedTogether(question, judge) : [];
    if (together.length > 1) {
      return { kind: 'each', hits: ranked.filter(({ task }) => together.includes(task)) };
    }
    if (agreed(seen, first) || trusted >= calibration.sure) {
      return {
        kind: 'sure',
        hit: { ...first, score: trusted },
        others: ranked.slice(1, MOST_CHOICES),
      };
    }
    const close = ranked.filter((hit) => first.score - hit.score <= COMPANY);
    const company = amongOwn(close.slice(0, MOST_CHOICES), own);
    if (inside || company.some((hit) => hit === own)) {
      return { kind: 'several', hits: company.length > 1 ? company : ranked.slice(0, 2) };
    }
    return { kind: 'none', nearest: company.slice(0, MOST_NEAREST) };
  };
}

function agreed({ byWords, told }: View, first: Hit): boolean {
  return byWords.kind === 'sure' && byWords.hit.task === first.task && told.none < MOST_DOUBT;
}

/** A task that the phrasebook does not know has only its words to be offered by. */
function amongOwn(company: readonly Hit[], own: Hit | undefined): Hit[] {
  if (!own || own.score < OFFER) return [...company];
  return [...company.slice(0, 1), own, ...company.slice(1)].slice(0, MOST_CHOICES);
}

function byKin(index: Index, { model }: Learned, kin: Kin): Finder['find'] {
  return (question) => {
    const { understood, hits, byWords } = view(question, index, model, new Map());
    if (byWords.kind === 'sure' || byWords.kind === 'each') return byWords;
    const scores = new Map(hits.map(({ task, score }) => [task, score]));
    const told = likelyAbout(model, understood);
    for (const { task, score } of kin(understood, told)) {
      scores.set(task, (scores.get(task) ?? 0) + score);
    }
    const nearest = [...scores]
      .map(([task, score]) => ({ task, score }))
      .sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1));
    return byWords.kind === 'several'
      ? { kind: 'several', hits: nearest.slice(0, MOST_CHOICES) }
      : { kind: 'none', nearest: nearest.slice(0, MOST_NEAREST) };
  };
}
