// CLINC150's published protocol (Larson et al. 2019): learns its training questions, measures in-scope accuracy and recall of what is out of scope.
import { z } from 'zod';
import { likely, type Model, NO_TASK, readModel } from '../../match/learned/model.ts';
import type { Example } from '../../match/learning/examples.ts';
import { packModel } from '../../match/learning/pack.ts';
import { learn } from '../../match/learning/softmax.ts';

const Labelled = z.array(z.tuple([z.string(), z.string()]));
/** The form of `data_full.json` in github.com/clinc/oos-eval. */
const Data = z.object({
  train: Labelled,
  val: Labelled,
  test: Labelled,
  oos_train: Labelled,
  oos_val: Labelled,
  oos_test: Labelled,
});

export type ClincScore = { inScope: number; outOfScope: number };

/** `learned`: out of scope is a class of its own; `threshold`: the bar is the one that validation likes best. */
export function clinc(
  text: string,
  told: (done: number) => void,
): { learned: ClincScore; threshold: ClincScore } {
  const data = Data.parse(JSON.parse(text));
  const inScope = data.train.map(example);
  const outside = data.oos_train.map(([said]): Example => ({ text: said, tasks: [NO_TASK] }));
  const withOutside = train([...inScope, ...outside], (done) => told(done / 2));
  const without = train(inScope, (done) => told((1 + done) / 2));
  return {
    learned: score(withOutside, data.test, data.oos_test, 0),
    threshold: score(without, data.test, data.oos_test, bestBar(without, data.val, data.oos_val)),
  };
}

function example([text, intent]: [string, string]): Example {
  return { text, tasks: [intent] };
}

function train(examples: Example[], told: (done: number) => void): Model {
  return readModel(packModel(learn(examples, told)));
}

/** In hundredths; out of scope counts as one more intent. */
function bestBar(model: Model, val: [string, string][], outside: [string, string][]): number {
  const bars = Array.from({ length: 100 }, (_, i) => i / 100);
  const right = bars.map((bar) => {
    const { inScope, outOfScope } = score(model, val, outside, bar);
    return inScope * val.length + outOfScope * outside.length;
  });
  return (right.indexOf(Math.max(...right)) ?? 0) / 100;
}

function score(
  model: Model,
  inside: [string, string][],
  outside: [string, string][],
  bar: number,
): ClincScore {
  const share = (all: [string, string][], wanted: (intent: string) => string) =>
    all.filter(([text, intent]) => answer(model, text, bar) === wanted(intent)).length /
    Math.max(1, all.length);
  return {
    inScope: share(inside, (intent) => intent),
    outOfScope: share(outside, () => NO_TASK),
  };
}

function answer(model: Model, text: string, bar: number): string {
  const { tasks, none } = likely(model, text);
  let [best, most] = [NO_TASK, Math.max(none, bar)];
  for (const [intent, share] of tasks) if (share > most) [best, most] = [intent, share];
  return best;
}
