// npm run train: learns the phrasebook and sets the thresholds; run it after every change to the phrasebook.
import { writeFile } from 'node:fs/promises';
import { buildIndex } from '../match/build.ts';
import { view } from '../match/learned/judge.ts';
import { readModel } from '../match/learned/model.ts';
import { classesOf } from '../match/learned/same-task.ts';
import { calibrate, type Trial } from '../match/learning/calibrate.ts';
import { phrasebookDigest, readExamples } from '../match/learning/examples.ts';
import { packModel } from '../match/learning/pack.ts';
import { learn } from '../match/learning/softmax.ts';
import { readTuning } from '../match/learning/tuning.ts';
import { shippedSynonyms } from '../match/synonyms.ts';
import { starterDraft } from '../matrix/starter/starter.ts';

const LEARNED = new URL('../match/learned/', import.meta.url);

const { tasks } = starterDraft('');
const examples = readExamples(tasks);
const file = packModel(
  learn(examples, (done) =>
    process.stderr.write(`\rlearning ${examples.length} phrases: ${Math.round(done * 100)} %`),
  ),
);
const model = readModel(file);
const index = buildIndex(tasks, shippedSynonyms());
const classes = classesOf(tasks, model.classes);
const questions = readTuning();
const trials = questions.map(({ question, right, asksBack, chat }): Trial => {
  const { ranked, numbers } = view(question, index, model, classes).evidence;
  return {
    numbers,
    right: right.includes(ranked[0]?.task ?? ''),
    asksBack,
    chat,
    outside: right.length === 0,
  };
});
const { judged, ...thresholds } = calibrate(trials);
const { sure, offer } = thresholds;
const calibration = { ...thresholds, phrasebook: phrasebookDigest() };
await writeFile(new URL('model.bin', LEARNED), file);
await writeFile(new URL('calibration.json', LEARNED), `${JSON.stringify(calibration, null, 2)}\n`);

const all = trials.map((trial, i) => ({
  ...trial,
  named: (judged.right[i] ?? 0) >= sure,
  offered: (judged.right[i] ?? 0) < sure && (judged.inside[i] ?? 0) >= offer,
}));
type Judged = (typeof all)[number];
const share = (of: readonly Judged[], part: (trial: Judged) => boolean) =>
  `${((100 * of.filter(part).length) / Math.max(1, of.length)).toFixed(1)} %`;
const chat = all.filter((trial) => trial.chat);
const others = all.filter((trial) => !trial.chat);
const inside = chat.filter((trial) => !trial.outside && !trial.asksBack);
const several = chat.filter((trial) => trial.asksBack);
const outside = chat.filter((trial) => trial.outside);
console.log(`
${model.features.size} features, ${model.weight.length} weights, ${Math.round(file.length / 1024)} KB
one task is named from ${sure}, a few are offered from ${offer}; on ${chat.length} tuning questions, each judged without itself:
  first task right           ${share(inside, (trial) => trial.right)}
  named and right            ${share(inside, (trial) => trial.right && trial.named)}
  offered                    ${share(inside, (trial) => trial.offered)}
  several fit, offered       ${share(several, (trial) => trial.offered)}
  outside, declined          ${share(outside, (trial) => !trial.named && !trial.offered)}
  wrong owner named, of all  ${share(chat, (trial) => !trial.right && trial.named)}
  the same in tickets and queries to voice assistants  ${share(others, (trial) => !trial.right && trial.named)}`);
