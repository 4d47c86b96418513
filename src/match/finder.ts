// Matching in one call: built once for a matrix, it decides on each question by words and by what was learned.
import { buildIndex } from './build.ts';
import { decide } from './decide.ts';
import type { Found, Hit } from './found.ts';
import { MOST_CHOICES } from './found.ts';
import { type Calibration, shippedCalibration, trust } from './learned/calibration.ts';
import { weighEvidence } from './learned/evidence.ts';
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

export function shippedKnowledge(phrasebook: boolean): Knowledge {
  return {
    synonyms: shippedSynonyms(),
    learned: phrasebook ? { model: shippedModel(), calibration: shippedCalibration() } : null,
  };
}

/** Choices lie within this of the first, in powers of e: the next is at least a twentieth as likely. */
const COMPANY = 3;
const MOST_NEAREST = 3;

export function createFinder(tasks: readonly Findable[], { synonyms, learned }: Knowledge): Finder {
  const index = buildIndex(tasks, synonyms);
  const classes = learned ? classesOf(tasks, learned.model.classes) : new Map<string, string>();
  const known = [...classes.keys()];

  function find(question: string): Found {
    const hits = search(index, question);
    const byWords = decide(hits);
    const whole = hits[0]?.score === WHOLE;
    if (!learned || whole || known.length === 0) return byWords;
    const sure = byWords.kind === 'sure' ? byWords.hit.task : null;
    const judge = (text: string) => forTasks(likely(learned.model, text), classes);
    const told = judge(question);
    const { ranked, numbers } = weighEvidence(known, told, hits, sure);
    const [first] = ranked;
    if (!first) return byWords;
    const trusted = trust(learned.calibration.right, numbers);
    const own = ownTask(byWords, classes);
    if (own) return trusted >= learned.calibration.sure ? bothOf(own, first) : byWords;
    const together = tasksNamedTogether(question, judge);
    if (together.length > 1) {
      return { kind: 'each', hits: ranked.filter(({ task }) => together.includes(task)) };
    }
    if (trusted >= learned.calibration.sure) {
      return {
        kind: 'sure',
        hit: { ...first, score: trusted },
        others: ranked.slice(1, MOST_CHOICES),
      };
    }
    const company = ranked
      .slice(0, MOST_CHOICES)
      .filter((hit) => first.score - hit.score <= COMPANY);
    if (trust(learned.calibration.inside, numbers) >= learned.calibration.offer) {
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
