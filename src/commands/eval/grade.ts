// One question of an exam, what it expects, and how good the answer was.
import { z } from 'zod';
import { type About, FACETS } from '../../chat.ts';

const QuestionSchema = z.object({
  type: z.string(),
  question: z.string(),
  context: z.array(z.object({ question: z.string() })).default([]),
  expect: z.enum(['owner', 'choices', 'list', 'none']),
  /** Best first; of several tasks in one question, all. */
  tasks: z.array(z.string()).default([]),
  /** As good as the first. */
  also: z.array(z.string()).default([]),
  facet: z.enum(FACETS).optional(),
  filter: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
});
export type Question = z.output<typeof QuestionSchema>;

/** Throws naming the line that is no question. */
export function readQuestions(text: string): Question[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = QuestionSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`line ${i + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}

/**
 * `wrong` is a wrong owner named: the one thing that must not happen. `offered`: the right task is among the first
 * three that were offered or called nearest; `asked` and `declined` help without being right; `other` is anything else.
 */
export type Grade = 'right' | 'offered' | 'asked' | 'declined' | 'wrong' | 'other';

export function gradeOf(
  question: Question,
  about: About,
  sides: ReadonlyMap<string, string>,
): Grade {
  if (isRight(question, about, sides)) return 'right';
  const good = [...question.tasks, ...question.also];
  const named = about.kind === 'owner';
  if (named && !about.tasks.some((task) => good.includes(task))) return 'wrong';
  if (!named && about.tasks.slice(0, 3).some((task) => good.includes(task))) return 'offered';
  if (about.kind === 'choices') return 'asked';
  return about.kind === 'none' ? 'declined' : 'other';
}

function isRight(question: Question, about: About, sides: ReadonlyMap<string, string>): boolean {
  const { expect, tasks, also, facet, filter } = question;
  switch (expect) {
    case 'owner': {
      if (about.kind !== 'owner') return false;
      if (facet !== undefined && about.facet !== facet) return false;
      if (question.type === 'several') return tasks.every((task) => about.tasks.includes(task));
      return [...tasks, ...also].includes(about.tasks[0] ?? '');
    }
    case 'choices':
      return about.kind === 'choices' && about.tasks.some((task) => tasks.includes(task));
    case 'list':
      return about.kind === 'list' && meets(filter ?? {}, about.filter ?? {}, sides);
    case 'none':
      return about.kind === 'none' || about.kind === 'help';
  }
}

/** Every part that was asked for was understood; a party may be named by its side. */
function meets(
  wanted: Record<string, string | boolean>,
  got: Record<string, string>,
  sides: ReadonlyMap<string, string>,
): boolean {
  return Object.entries(wanted).every(([part, value]) => {
    const text = String(value);
    if (part === 'party') {
      return (
        got['side'] === text || got['party'] === text || sides.get(got['party'] ?? '') === text
      );
    }
    return got[part] === text;
  });
}
