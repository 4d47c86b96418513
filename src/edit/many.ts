// Several wishes in one press: each its own change and line of history, all in one transaction under one batch.
import { createHash } from 'node:crypto';
import type { Turn, World } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import type { Effect } from '../store.ts';
import { sayIn } from '../strings/strings.ts';
import { forbiddenText, overtakenText, refusalText } from './carry-out.ts';
import { type Change, type Planned, planned } from './planned.ts';

/** `world` is how it stands afterwards; `missed` says in words why a task stayed as it was. */
export type Carried = {
  effects: Effect[];
  world: World;
  done: StoredTask[];
  missed: { task: StoredTask; why: string }[];
};

/** No task twice. One that may not change, or has moved on, keeps none of the others back. */
export async function carryOutAll(
  changes: readonly Change[],
  turn: Turn,
  world: World,
): Promise<Carried> {
  const batch = changes.length > 1 ? nameIt('press', turn) : '';
  const carried: Carried = { effects: [], world, done: [], missed: [] };
  for (const change of changes) {
    const { matrix } = carried.world;
    const plan = planned(change, batch, dayOf(turn.now), world.caller, matrix);
    if (plan.kind === 'changed') {
      const made = plan.steps.map((step): Effect => ({ kind: 'change', step }));
      carried.effects.push(...made);
      carried.done.push(plan.now);
      carried.world = { ...carried.world, matrix: plan.matrix };
    } else {
      carried.missed.push({ task: change.task, why: await missedText(plan, change, turn, world) });
    }
  }
  return carried;
}

/** A line for each task that stayed as it was; empty where all went well. */
export function missedNote({ missed }: Carried): string {
  return missed.map(({ task, why }) => `${task.name}: ${why}`).join('\n');
}

function missedText(
  plan: Exclude<Planned, { kind: 'changed' }>,
  { task }: Change,
  turn: Turn,
  world: World,
): string | Promise<string> {
  const say = sayIn(turn.locale);
  switch (plan.kind) {
    case 'forbidden':
      return forbiddenText(world, say);
    case 'overtaken':
      return overtakenText(task, world, say);
    case 'refused':
      return refusalText(plan.why, say);
    case 'unchanged':
      return say('edit.unchanged');
  }
}

/** One person does one thing in a millisecond; the same again is kept out by its key. */
export function nameIt(what: 'press' | 'round', turn: Turn): string {
  const of = [turn.tenant, turn.conversation, turn.speaker.id, turn.now.toISOString()];
  return `${what}-${createHash('sha256').update(of.join('\n')).digest('hex').slice(0, 24)}`;
}
