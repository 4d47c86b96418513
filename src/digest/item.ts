// One item of a digest: what can be done about it, and putting it off until a day, with a reason.
import { z } from 'zod';
import type { CardData } from '../cards.ts';
import { type Action, action, type Outcome, type Turn, type World } from '../chat.ts';
import { addDays, parseDay } from '../matrix/day.ts';
import { mayEdit } from '../matrix/rights.ts';
import type { Effect } from '../store.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { contentsHere, digestAgain, wantedFor } from './again.ts';
import type { Contents, Facts } from './contents.ts';
import type { Item } from './order.ts';
import { digestItem, outcomeText, putOffText } from './reason.ts';

/** Two digests from now is long enough for most things that only need time. */
const PROPOSED_DAYS = 14;

/** What nobody wants to see for longer is an accepted gap, and needs a decision. */
const MOST_DAYS = 180;

/** Cards show one line of it. */
const MOST_REASON = 200;

/** The rest of a digest fits on one card; beyond that people ask for an area. */
const MOST_LISTED = 20;

const Run = z.string().max(200);
const OfTask = z.object({ task: z.string().min(1).max(200), run: Run });
const Snoozed = OfTask.extend({
  until: z.string().max(20).default(''),
  reason: z.string().max(MOST_REASON).default(''),
});

export const itemActions: readonly Action[] = [
  action('digest-item', OfTask, ({ task, run }, turn, world) =>
    itemOutcome(task, run, '', turn, world),
  ),
  action('digest-snooze', Snoozed, snoozeOutcome),
  action('digest-show', z.object({ run: Run }), async ({ run }, turn, world) =>
    shown(await digestAgain(run, '', turn, world)),
  ),
  action('digest-rest', z.object({ run: Run }), ({ run }, turn, world) =>
    restOutcome(run, turn, world),
  ),
];

function shown(reply: Outcome['reply'], tasks: string[] = [], effects: Effect[] = []): Outcome {
  return { reply, effects, about: { kind: 'command', tasks } };
}

async function itemOutcome(
  id: string,
  run: string,
  note: string,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const { contents, facts } = await contentsHere(await wantedFor(run, turn, world), turn, world);
  const item = itemOf(id, contents);
  if (!item) return shown(await digestAgain(run, settledNote(id, facts, say), turn, world), [id]);
  const { today, matrix } = facts;
  const { name, reason, version } = digestItem(item, matrix, today, say);
  const data: CardData['digest-item'] = {
    line: `${name}: ${reason}`,
    ...{ name, reason, note, run, task: id, version },
    until: addDays(today, PROPOSED_DAYS),
    words: {
      mine: say('digest.mine'),
      decide: say('digest.act.change'),
      putOff: say('digest.putOff'),
      until: say('digest.until'),
      why: say('digest.why'),
      back: say('digest.back'),
    },
  };
  return shown({ kind: 'card', card: 'digest-item', data }, [id]);
}

export function itemOf(id: string, { asked, rest }: Contents): Item | null {
  return [...asked, ...rest].find(({ task }) => task.id === id) ?? null;
}

/** Somebody was quicker: what stands there now. */
export function settledNote(id: string, { matrix, today, snoozes }: Facts, say: Say): string {
  const task = matrix.tasks.find((one) => one.id === id);
  if (!task) return say('refused.task');
  const snooze = snoozes.find((one) => one.task === id && one.until > today);
  const outcome = snooze ? putOffText(snooze, say) : outcomeText(task, matrix, today, say);
  return say('digest.late', { task: task.name, outcome });
}

async function snoozeOutcome(
  { task: id, run, until, reason }: z.output<typeof Snoozed>,
  turn: Turn,
  world: World,
): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const { contents, facts } = await contentsHere(await wantedFor(run, turn, world), turn, world);
  const { today } = facts;
  const task = world.matrix.tasks.find((one) => one.id === id);
  if (!task || !mayEdit(world.caller, task)) {
    const decider = world.matrix.decider.name || say('decider.unnamed');
    return shown(await digestAgain(run, say('edit.forbidden', { decider }), turn, world));
  }
  if (!itemOf(id, contents)) {
    return shown(await digestAgain(run, settledNote(id, facts, say), turn, world), [id]);
  }
  const day = parseDay(until);
  const last = addDays(today, MOST_DAYS);
  if (day === null || day <= today || day > last) {
    return itemOutcome(id, run, say('digest.until.bad', { day: say.day(last) }), turn, world);
  }
  const by = { id: turn.speaker.id, name: turn.speaker.name };
  const snooze = { task: id, until: day, reason: reason.trim(), by, at: turn.now };
  // What is written comes after this; the card shows the world as it will be.
  const then: World = {
    ...world,
    snoozes: async () => [...facts.snoozes.filter(({ task }) => task !== id), snooze],
  };
  const note = say('digest.told', { task: task.name, what: putOffText(snooze, say) });
  return shown(await digestAgain(run, note, turn, then), [id], [{ kind: 'snooze', snooze }]);
}

async function restOutcome(run: string, turn: Turn, world: World): Promise<Outcome> {
  const say = sayIn(turn.locale);
  const { contents, facts } = await contentsHere(await wantedFor(run, turn, world), turn, world);
  const { matrix, today } = facts;
  const open = contents.rest.map((item) => digestItem(item, matrix, today, say));
  const off = contents.putOff.map(({ item, snooze }) => ({
    ...digestItem(item, matrix, today, say),
    reason: putOffText(snooze, say),
    tone: 'default' as const,
  }));
  const all = [...open, ...off];
  const items = all
    .slice(0, MOST_LISTED)
    .map(({ task, name, reason, tone }) => ({ task, name, reason, tone }));
  const more = all.length - items.length;
  return shown(
    {
      kind: 'card',
      card: 'digest-rest',
      data: {
        line: say('digest.rest.line', { count: all.length }),
        run,
        items,
        more: more > 0 ? say('list.more', { count: more }) : '',
        words: { back: say('digest.back') },
      },
    },
    items.map(({ task }) => task),
  );
}
