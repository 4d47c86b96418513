// How long finding a task takes, and building the index, from the starter's size to 20,000 tasks.
import { buildIndex } from '../../src/match/build.ts';
import { decide } from '../../src/match/decide.ts';
import { shippedKnowledge } from '../../src/match/finder.ts';
import { search } from '../../src/match/search.ts';
import { shippedSynonyms } from '../../src/match/synonyms.ts';
import { starterDraft } from '../../src/matrix/starter/starter.ts';
import type { Task } from '../../src/matrix/task.ts';
import { randomFrom } from '../match/random.ts';
import { measureFinding } from './finding.ts';

export const QUESTIONS = [
  'who owns vpn?',
  'Hi, whose job is it to renew the ssl certificates please',
  'who takes care of the printer queue in the warehouse',
  'frewall ruls for the new site',
  'I forgot my pasword and now the account is locked, who can help me',
  'who owns the coffee machine',
  'mailflow',
  'who looks after backups of the payroll database server',
  'my laptop was stolen on the train, what do I do',
  'who is responsible for security policy changes and exceptions',
];
const SIZES = [160, 2_000, 20_000];
const FOUND_AMONG = 5_000;
const WARM_UP = 500;
const PER_SIZE = 3_000;

export type Retrieval = { tasks: number; buildMs: number; p50us: number; p99us: number };

export function measureRetrieval(tasks: readonly Task[]): Retrieval {
  const synonyms = shippedSynonyms();
  buildIndex(tasks.slice(0, SIZES[0]), synonyms);
  const begin = performance.now();
  const index = buildIndex(tasks, synonyms);
  const buildMs = performance.now() - begin;
  const times = Array.from({ length: WARM_UP + PER_SIZE }, (_, i) => {
    const from = performance.now();
    decide(search(index, QUESTIONS[i % QUESTIONS.length] ?? ''));
    return (performance.now() - from) * 1_000;
  });
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
  const quantile = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return { tasks: tasks.length, buildMs, p50us: quantile(0.5), p99us: quantile(0.99) };
}

export function benchRetrieval(): void {
  for (const size of SIZES) {
    const { tasks, buildMs, p50us, p99us } = measureRetrieval(grown(size));
    console.log(
      `${tasks} tasks: index ${buildMs.toFixed(0)} ms, question p50 ${p50us.toFixed(0)} µs, p99 ${p99us.toFixed(0)} µs`,
    );
  }
  const knowledge = shippedKnowledge(true, () => {});
  const found = measureFinding(grown(FOUND_AMONG), knowledge);
  const { p50, p99, most } = found;
  console.log(
    `${FOUND_AMONG} tasks with the phrasebook, processor time: question p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms; index ${found.grown.toFixed(0)} ms in steps of at most ${found.longestStep.toFixed(1)} ms`,
  );
}

/** The starter, then made-up tasks about systems that each have a name of their own; the same for the same size. */
export function grown(size: number): Task[] {
  const starter = starterDraft('').tasks;
  const random = randomFrom(7);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const used = starter.flatMap(({ name, aliases }) => [name, ...aliases]).join(' ');
  const words = [...new Set(used.split(/\W+/))];
  const syllables = [...'bcdfghklmnprstvz'].flatMap((c) => [...'aeiou'].map((v) => c + v));
  const made = Array.from({ length: Math.max(0, size - starter.length) }, (_, i): Task => {
    const system = Array.from({ length: 4 }, () => pick(syllables)).join('');
    return {
      id: `made.${i}`,
      name: `${pick(words)} ${pick(words)} for ${system}`,
      area: pick(['support', 'cloud', 'devices', 'security']),
      kind: 'operation',
      description: `Looks after ${pick(words)}, ${pick(words)} and ${pick(words)} of ${system}.`,
      aliases: [`${system} ${pick(words)}`],
      importance: 'medium',
      health: 'unknown',
      nights: { matter: false },
      review: null,
      reviewedOn: null,
      ownership: { kind: 'unknown' },
      backup: null,
      reason: '',
      views: [],
    };
  });
  return [...starter, ...made].slice(0, size);
}

if (import.meta.main) benchRetrieval();
