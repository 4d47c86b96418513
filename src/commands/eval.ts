// npm run eval: how well questions are understood, by kind, on question files; the repository's exam unless given.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createInside } from '../app.ts';
import { importSheet } from '../bring-in.ts';
import type { About } from '../chat.ts';
import { createFinder, shippedKnowledge } from '../match/finder.ts';
import { dayOf } from '../matrix/day.ts';
import type { Party } from '../matrix/party.ts';
import { SAMPLE_IDS, sampleDraft } from '../matrix/starter/sample.ts';
import { MAIN_MATRIX } from '../scope.ts';
import { openStore } from '../sql/open.ts';
import type { Store } from '../store.ts';
import { clinc } from './eval/clinc.ts';
import { type Grade, gradeOf, type Question, readQuestions } from './eval/grade.ts';
import { memoryInMb, percentile, printReliability, printTable } from './eval/table.ts';
import { LOCAL_TENANT, log, stop } from './place.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Words alone, without what was learned from the phrasebook. */
    words: { type: 'boolean', default: false },
    /** Prints every question that got a wrong owner, or no right answer. */
    misses: { type: 'boolean', default: false },
    /** A sheet to ask about, instead of the sample organisation. */
    matrix: { type: 'string' },
    /** CLINC150's data_full.json, for its published protocol. */
    clinc: { type: 'string' },
  },
});
if (values.clinc !== undefined) {
  await evaluateClinc(values.clinc);
  process.exit();
}

const SCOPE = { tenant: LOCAL_TENANT, matrix: MAIN_MATRIX };
const EXAM = new URL('../../test/questions/exam.jsonl', import.meta.url);
const files = positionals.length > 0 ? positionals : [EXAM];

const now = new Date();
// Without rights nothing that is asked here can change what is asked next.
const draft = { ...sampleDraft(dayOf(now)), grants: [] };
const before = memoryInMb();
const store = await openStore({ dataFolder: ':memory:' });
if (values.matrix !== undefined) await bringSheet(store, values.matrix);
const inside = createInside({
  store,
  draft: () => draft,
  phrasebook: !values.words,
  admins: () => [],
  log,
});
await ask('who owns mail flow?', 'warm-up');

const grades: { question: Question; about: About; grade: Grade }[] = [];
const took: number[] = [];
const sides = sidesOf((await store.read(SCOPE))?.parties ?? []);
for (const file of files) {
  const text = await readFile(file, 'utf8').catch(() => stop([`${file}: cannot be read.`]));
  for (const question of readQuestions(text)) {
    const conversation = randomUUID();
    for (const earlier of question.context) await ask(earlier.question, conversation);
    const begun = performance.now();
    const about = await ask(question.question, conversation);
    took.push(performance.now() - begun);
    grades.push({ question, about, grade: gradeOf(question, about, sides) });
  }
}

const asked = await store.read(SCOPE);
const { find } = createFinder(
  asked?.tasks ?? [],
  shippedKnowledge(!values.words, (why) => stop([why])),
);
printTable(grades.map(({ question, grade }) => ({ type: question.type, grade })));
printReliability(
  grades.flatMap(({ question }) => {
    const found = question.context.length === 0 ? find(question.question) : null;
    if (found?.kind !== 'sure' || question.expect === 'list') return [];
    const right = [...question.tasks, ...question.also].includes(found.hit.task);
    return [{ trusted: found.hit.score, right }];
  }),
);
console.log(
  `a question takes ${percentile(took, 0.5).toFixed(1)} ms (p50), ${percentile(took, 0.99).toFixed(1)} ms (p99), answer and store included; memory +${(memoryInMb() - before).toFixed(0)} MB`,
);
if (values.misses) {
  for (const { question, about, grade } of grades.filter((one) => one.grade !== 'right')) {
    const got = `${about.kind} ${about.facet ?? ''} ${about.tasks.slice(0, 3).join(', ')} ${JSON.stringify(about.filter ?? '')}`;
    console.log(
      `${grade.padEnd(8)} ${question.type.padEnd(11)} ${question.question}  →  ${got}  (${question.tasks.join(', ')})`,
    );
  }
}
await inside.close();

async function ask(question: string, conversation: string): Promise<About> {
  const { about } = await inside.take(
    {
      tenant: LOCAL_TENANT,
      conversation,
      where: 'personal',
      speaker: { id: SAMPLE_IDS['Priya Nair'], name: 'Priya Nair', guest: false },
      locale: 'en',
      zone: '',
      now,
      said: { kind: 'text', text: question },
    },
    randomUUID(),
  );
  return about ?? { kind: 'none', tasks: [] };
}

async function bringSheet(into: Store, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => stop([`${file}: cannot be read.`]));
  const brought = await importSheet({ store: into, scope: SCOPE, text, name: file, now });
  if (brought.kind === 'problems') stop(brought.says);
}

async function evaluateClinc(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => stop([`${file}: cannot be read.`]));
  const scores = clinc(text, (done) =>
    process.stderr.write(`\rlearning ${Math.round(done * 100)} %`),
  );
  for (const [way, { inScope, outOfScope }] of Object.entries(scores)) {
    console.log(
      `\n${way}: in scope ${(100 * inScope).toFixed(1)} %, out of scope recalled ${(100 * outOfScope).toFixed(1)} %`,
    );
  }
}

function sidesOf(parties: readonly Party[]): ReadonlyMap<string, string> {
  return new Map(parties.map(({ name, side }) => [name, side]));
}
