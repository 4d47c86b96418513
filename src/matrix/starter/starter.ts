// The 160 tasks a new matrix starts with, and who usually owns each: suggestions, never facts.
import { z } from 'zod';
import type { Draft } from '../matrix.ts';
import { newParty, SIDES } from '../party.ts';
import { IMPORTANCES, KINDS, type Task } from '../task.ts';
import tasks from './tasks.json' with { type: 'json' };

const SHARING_SIDES = ['internal', 'msp'] as const;
const SuggestedSide = z.enum([...SIDES, 'shared']);

const StarterTask = z.strictObject({
  id: z.string(),
  name: z.string(),
  area: z.string(),
  kind: z.enum(KINDS),
  description: z.string(),
  aliases: z.array(z.string()),
  importance: z.enum(IMPORTANCES),
  nightsMatter: z.boolean(),
  review: z.strictObject({ every: z.int().positive(), unit: z.literal('month') }).nullable(),
  /** `lead` is there exactly where the side is shared. */
  comanaged: z.strictObject({
    side: SuggestedSide,
    lead: z.enum(SHARING_SIDES).optional(),
    why: z.string(),
  }),
  fullMsp: z.strictObject({ side: SuggestedSide, why: z.string() }),
});
export type StarterTask = z.output<typeof StarterTask>;

export const starterTasks: readonly StarterTask[] = z.array(StarterTask).parse(tasks);

export type Model = 'co-managed' | 'full MSP';

/** `lead` names who leads where the sides share, as far as the model says so; `why` is a word or two. */
export type Suggestion = {
  side: z.output<typeof SuggestedSide>;
  lead: (typeof SHARING_SIDES)[number] | null;
  why: string;
};

const BY_ID = new Map(starterTasks.map((task) => [task.id, task]));

/** Who usually owns a starter task under a model; null for a task that is not in the starter. */
export function suggestedOwner(id: string, model: Model): Suggestion | null {
  const task = BY_ID.get(id);
  if (!task) return null;
  if (model === 'full MSP') return { ...task.fullMsp, lead: null };
  return { ...task.comanaged, lead: task.comanaged.lead ?? null };
}

/** A matrix in which nobody has said anything yet. */
export function starterDraft(name: string): Draft {
  return {
    name,
    decider: { name: '', reach: '' },
    parties: [],
    people: [],
    grants: [],
    tasks: starterTasks.map(toTask),
  };
}

/** What an organisation begins with: its own side, so that people can own before any sheet is brought. */
export function homeDraft(name: string): Draft {
  return { ...starterDraft(name), parties: [newParty('internal', 'Internal IT', 'internal')] };
}

function toTask(starter: StarterTask): Task {
  const { id, name, area, kind, description, aliases, importance, review } = starter;
  return {
    id,
    name,
    area,
    kind,
    description,
    aliases: [...aliases],
    importance,
    health: 'unknown',
    nights: starter.nightsMatter ? { matter: true, cover: '' } : { matter: false },
    review,
    reviewedOn: null,
    ownership: { kind: 'unknown' },
    backup: null,
    reason: '',
    views: [],
  };
}
