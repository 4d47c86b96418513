// The questions that thresholds are set by. Nobody who wrote the phrasebook or the exam wrote them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** `right` holds every task that would be a good answer; empty where none would. */
export type TuningQuestion = {
  type: string;
  question: string;
  asksBack: boolean;
  right: string[];
  /** From a chat with colleagues; the others are tickets, and queries to voice assistants. */
  chat: boolean;
};

const Colleague = z.object({
  type: z.string(),
  question: z.string(),
  expect: z.enum(['owner', 'choices', 'list', 'none']),
  tasks: z.array(z.string()),
  also: z.array(z.string()).default([]),
});
const Real = z.object({
  text: z.string(),
  src: z.string(),
  expect: z.enum(['task', 'none']),
  ids: z.array(z.string()).default([]),
  also_ok: z.array(z.string()).default([]),
});

/** Questions that are decided before matching, or by the memory of a conversation, say nothing about it. */
const OTHER_JOBS = new Set(['inverse', 'follow-up', 'several']);

export function readTuning(): TuningQuestion[] {
  const colleagues = ['colleagues.jsonl', 'edges.jsonl']
    .flatMap((file) => lines(file, Colleague))
    .filter(({ type }) => !OTHER_JOBS.has(type))
    .map(({ type, question, expect, tasks, also }) => ({
      type,
      question,
      asksBack: expect === 'choices',
      chat: true,
      right: expect === 'none' ? [] : [...tasks, ...also],
    }));
  const real = lines('real.jsonl', Real).map(({ text, src, expect, ids, also_ok }) => ({
    type: src.replace(/\W.*/, ''),
    question: text,
    asksBack: false,
    chat: false,
    right: expect === 'none' ? [] : [...ids, ...also_ok],
  }));
  return [...colleagues, ...real];
}

function lines<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema>[] {
  const text = readFileSync(join(import.meta.dirname, 'tuning', file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
