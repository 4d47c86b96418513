// A digest that is looked at now: the asks of its run as they stand today, or a fresh one where it was asked for.
import type { Reply } from '../cards.ts';
import type { Turn, World } from '../chat.ts';
import { sayIn } from '../strings/strings.ts';
import { runsOf, type Subscription } from '../subscriptions.ts';
import { slotAfter } from './calendar.ts';
import { digestCard } from './card.ts';
import { type Contents, contentsOf, type Facts, MOST_ASKED } from './contents.ts';
import { gather } from './gather.ts';
import { readMemo } from './memo.ts';
import type { Item } from './order.ts';
import { digestItem, outcomeText, putOffText, settledItem } from './reason.ts';
import { proposed, subscriptionId } from './subscription.ts';

/** The subscription whose run it is, else the conversation's own, else what would be proposed to it. */
export async function wantedFor(run: string, turn: Turn, world: World): Promise<Subscription> {
  const all = await world.subscriptions();
  return (
    all.find(({ id }) => run.startsWith(runsOf(id))) ??
    all.find(({ id }) => id === subscriptionId(turn.conversation)) ??
    proposed(turn, world.matrix)
  );
}

/** Compared with the last run, as the next digest would be. */
export async function contentsHere(
  wanted: Subscription,
  turn: Turn,
  world: World,
): Promise<{ contents: Contents; facts: Facts }> {
  const [newest] = await world.posted(runsOf(wanted.id), 1);
  const facts = await gather(world, wanted, newest, turn.now);
  return { contents: contentsOf(facts), facts };
}

/** What `run` asked, each with what became of it since; `note` tells what the press did, or why it did nothing. */
export async function digestAgain(
  run: string,
  note: string,
  turn: Turn,
  world: World,
): Promise<Reply> {
  const say = sayIn(turn.locale);
  const wanted = await wantedFor(run, turn, world);
  const { contents, facts } = await contentsHere(wanted, turn, world);
  const next = slotAfter(turn.now, wanted)?.day ?? null;
  const frame = { matrix: facts.matrix, today: facts.today, run, note, next, say };
  const asked = await listedBy(run, world);
  if (asked.length === 0) return digestCard(contents, frame);
  const awake = [...contents.asked, ...contents.rest];
  const open = asked.flatMap((id) => awake.find(({ task }) => task.id === id) ?? []);
  const card = digestCard({ ...contents, asked: open, rest: others(awake, open) }, frame);
  if (card.kind !== 'card' || card.card !== 'digest') return card;
  const items = asked.flatMap((id) => itemNow(id, open, contents, facts, turn));
  return { ...card, data: { ...card.data, items } };
}

function others(awake: readonly Item[], open: readonly Item[]): Item[] {
  return awake.filter((item) => !open.includes(item));
}

/** Empty for a digest that was asked for: it is made afresh. */
async function listedBy(run: string, world: World): Promise<string[]> {
  if (run === '') return [];
  const posted = (await world.posted(run, 1)).find(({ key }) => key === run);
  return (posted ? readMemo(posted.memo)?.listed : null)?.slice(0, MOST_ASKED) ?? [];
}

function itemNow(
  id: string,
  open: readonly Item[],
  { putOff }: Contents,
  { matrix, today, changed }: Facts,
  turn: Turn,
) {
  const say = sayIn(turn.locale);
  const item = open.find(({ task }) => task.id === id);
  if (item) return [digestItem(item, matrix, today, say)];
  const sleeping = putOff.find((one) => one.item.task.id === id);
  if (sleeping) return [settledItem(sleeping.item.task, putOffText(sleeping.snooze, say))];
  const task = matrix.tasks.find((one) => one.id === id);
  if (!task) return [];
  const by = changed.get(id)?.by.name ?? '';
  const outcome = outcomeText(task, matrix, today, say);
  return [settledItem(task, by === '' ? outcome : say('digest.settled', { outcome, by }))];
}
