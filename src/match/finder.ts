// Matching in one call: built once for a matrix, it decides on each question by words and by what was learned.
import { buildIndex } from './build.ts';
import { decide } from './decide.ts';
import type { Found, Hit } from './found.ts';
import { MOST_CHOICES } from './found.ts';
import { type Calibration, shippedCalibration, trust } from './learned/calibration.ts';
import { weighEvidence } from './learned/evidence.ts';
import { createKin, type Kin } from './learned/kin.ts';
import { type Likely, likely, type Model, shippedModel } from './learned/model.ts';
import { classesOf } from './learned/same-task.ts';
import { tasksNamedTogether } from './learned/several.ts';
import type { Findable } from './phrases.ts';
import { search, WHOLE } from './search.ts';
import { splitQuestion } from './subjects.ts';
import { type Synonyms, shippedSynonyms } from './synonyms.ts';

/** Without what was learned, words alone decide. */
export type Knowledge = {
  synonyms: Synonyms;
  learned: { model: Model; calibration: Calibration } | null;
};

export type Finder = {
  find(question: string): Found;
  /** The question cut where it names several tasks; one part where it does not. */
  subjects(question: string): string[];
};

/** What was learned and cannot be read is done without: `missing` hears why, and words alone decide. */
export function shippedKnowledge(phrasebook: boolean, missing: (why: string) => void): Knowledge {
  return { synonyms: shippedSynonyms(), learned: phrasebook ? shippedLearned(missing) : null };
}

function shippedLearned(missing: (why: string) => void): Knowledge['learned'] {
  try {
    return { model: shippedModel(), calibration: shippedCalibration() };
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

export function createFinder(tasks: readonly Findable[], { synonyms, learned }: Knowledge): Finder {
  const index = buildIndex(tasks, synonyms);
  const classes = learned ? classesOf(tasks, learned.model.classes) : new Map<string, string>();
  const known = [...classes.keys()];
  // Only a matrix without any starter task is asked for kin; for others it would slow the start for nothing.
  const kin: Kin = learned && known.length === 0 ? createKin(tasks, learned.model) : () => [];

  function find(question: string): Found {
    const hits = search(index, question);
    const byWords = decide(hits);
    const whole = hits[0]?.score === WHOLE;
    if (!learned || whole) return byWords;
    if (known.length === 0) return withKin(byWords, hits, kin(likely(learned.model, question)));
    const sure = byWords.kind === 'sure' ? byWords.hit.task : null;
    const judge = (text: string) => forTasks(likely(learned.model, text), classes);
    const told = judge(question);
    const { ranked, numbers } = weighEvidence(known, told, hits, sure);
    const [first] = ranked;
    if (!first) return byWords;
    const trusted = trust(learned.calibration.right, numbers);
    const own = ownTask(byWords, classes);
    if (own) return trusted >= learned.calibration.sure ? bothOf(own, first) : byWords;
    const inside = trust(learned.calibration.inside, numbers) >= learned.calibration.offer;
    const together = inside ? tasksNamedTogether(question, judge) : [];
    if (together.length > 1) {
      return { kind: 'each', hits: ranked.filter(({ task }) => together.includes(task)) };
    }
    const agreed = sure === first.task && told.none < MOST_DOUBT;
    if (agreed || trusted >= learned.calibration.sure) {
      return {
        kind: 'sure',
        hit: { ...first, score: trusted },
        others: ranked.slice(1, MOST_CHOICES),
      };
    }
    const company = ranked
      .slice(0, MOST_CHOICES)
      .filter((hit) => first.score - hit.score <= COMPANY);
    if (inside) {
      return { kind: 'several', hits: company.length > 1 ? company : ranked.slice(0, 2) };
    }
    return { kind: 'none', nearest: company.slice(0, MOST_NEAREST) };
  }

  return { find, subjects: (question) => splitQuestion(index, question) };
}

/** The phrasebook speaks of starter tasks; here they are tasks of this matrix. */
function forTasks({ tasks, none }: Likely, classes: ReadonlyMap<string, string>): Likely {
  const here = [...classes].map(([task, of]): [string, number] => [task, tasks.get(of) ?? 0]);
  return { tasks: new Map(here), none };
}

/** What words are sure of where it is a task that the phrasebook does not know. */
function ownTask(byWords: Found, classes: ReadonlyMap<string, string>): Hit | null {
  return byWords.kind === 'sure' && !classes.has(byWords.hit.task) ? byWords.hit : null;
}

function bothOf(own: Hit, first: Hit): Found {
  return { kind: 'several', hits: [own, first] };
}

/** What a reminder weighs beside a full match of words; it never names a task, it only brings it nearer. */
const KIN = 0.6;

function withKin(byWords: Found, hits: readonly Hit[], kin: readonly Hit[]): Found {
  if (byWords.kind === 'sure' || byWords.kind === 'each') return byWords;
  const scores = new Map(hits.map(({ task, score }) => [task, score]));
  for (const { task, score } of kin) scores.set(task, (scores.get(task) ?? 0) + KIN * score);
  const nearest = [...scores]
    .map(([task, score]) => ({ task, score }))
    .sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1));
  return byWords.kind === 'several'
    ? { kind: 'several', hits: nearest.slice(0, MOST_CHOICES) }
    : { kind: 'none', nearest: nearest.slice(0, MOST_NEAREST) };
}
