// Who is asked today, and for what: one card a person and day, once what was changed has settled.
import { z } from 'zod';
import type { Look } from '../chat.ts';
import { addDays, type Day, dayOf, parseDay } from '../matrix/day.ts';
import { allPending, askable, countOf, only, type Pending } from '../matrix/pending.ts';
import { type Caller, isOwner } from '../matrix/rights.ts';
import type { Post, Posted } from '../posts.ts';
import { sayIn } from '../strings/strings.ts';
import { runsOf, type Subscription } from '../subscriptions.ts';
import { askCard, MOST_ASKED } from './ask-card.ts';
import { isQuiet } from './quiet.ts';

/** Asking again sooner would be nagging; later, people forget that they were asked. */
const ASK_AGAIN_DAYS = 7;

/** Checks and reminders can wait for the day: 7 UTC is morning in Europe, and Teams keeps quiet where it is night. */
const MORNING_UTC = 7;

/** Those of the days in which nobody is asked again, and one in reserve. */
const DIGESTS_LOOKED_AT = 2;

const Memo = z.object({ tasks: z.array(z.string()) }).catch({ tasks: [] });

export async function dueAsks(look: Look): Promise<Post[]> {
  const today = dayOf(look.now);
  const all = allPending(look.matrix, today);
  if (countOf(all) === 0) return [];
  const waiting = askable(look.matrix, today)
    .map((person) => ({ person, pending: only(all, (task) => isOwner(person, task)) }))
    .filter(({ pending }) => countOf(pending) > 0);
  if (waiting.length === 0) return [];
  const changed = new Set(await look.changedSince(today));
  const posts: Post[] = [];
  for (const { person, pending } of waiting) {
    const post = await askOf(person, pending, changed, look);
    if (post) posts.push(post);
  }
  return posts;
}

async function askOf(
  { id }: Caller,
  pending: Pending,
  changed: ReadonlySet<string>,
  look: Look,
): Promise<Post | null> {
  const today = dayOf(look.now);
  const rides = await ridesOf(id, look);
  if (rides === 'today') return null;
  const cards = await look.posted(`ask:${id}:`, ASK_AGAIN_DAYS);
  const earlier = [...cards, ...rides];
  if (earlier.some((post) => dayAsked(post) === today)) return null;
  const lately = new Set(
    earlier.filter((post) => isLately(dayAsked(post), today)).flatMap(tasksAsked),
  );
  const open = only(pending, (task) => !lately.has(task.id));
  if (countOf(open) === 0) return null;
  const before = new Set(earlier.flatMap(tasksAsked));
  const isNews = open.asked.some((task) => !before.has(task.id));
  if (!isNews && look.now.getUTCHours() < MORNING_UTC) return null;
  const fresh = open.asked.filter((task) => changed.has(task.id)).map((task) => task.id);
  if (!(await isSettled(fresh, look))) return null;
  return posted(id, open, look);
}

/** The digests that asked this person along the way; on the day of one no card comes beside it. */
async function ridesOf(id: string, look: Look): Promise<Posted[] | 'today'> {
  const all = await look.subscriptions();
  // Ids are kept as they came, in small letters or capitals.
  const key = id.toLowerCase();
  const own = all.find(({ where, by }) => where === 'personal' && by.id.toLowerCase() === key);
  if (!own) return [];
  return isOn(own, look.now) ? 'today' : look.posted(runsOf(own.id), DIGESTS_LOOKED_AT);
}

function isOn({ day, zone, pausedUntil, holidays }: Subscription, now: Date): boolean {
  const local = localDay(now, zone);
  if (holidays.includes(local) || (pausedUntil !== null && local < pausedUntil)) return false;
  return new Date(`${local}T00:00:00Z`).getUTCDay() === day % 7;
}

/** In UTC for a zone that this Node does not know. */
function localDay(now: Date, zone: string): Day {
  try {
    return parseDay(now.toLocaleDateString('sv-SE', { timeZone: zone })) ?? dayOf(now);
  } catch {
    return dayOf(now);
  }
}

async function posted(id: string, open: Pending, look: Look): Promise<Post> {
  const today = dayOf(look.now);
  const asked = open.asked.slice(0, MOST_ASKED);
  const checks = open.checks.slice(0, MOST_ASKED - asked.length);
  const say = sayIn(await look.localeOf(id));
  const memo = { tasks: [...asked, ...checks].map((task) => task.id) };
  return {
    key: `ask:${id}:${today}`,
    to: { kind: 'person', person: id },
    reply: askCard({ asked, checks }, { matrix: look.matrix, today, say }),
    memo: JSON.stringify(memo),
    due: look.now,
  };
}

async function isSettled(tasks: readonly string[], look: Look): Promise<boolean> {
  const newest = await Promise.all(
    tasks.slice(0, MOST_ASKED).map(async (task) => (await look.history(task))[0]?.at.getTime()),
  );
  const times = newest.filter((time) => time !== undefined);
  return isQuiet(times, look.now);
}

function tasksAsked({ memo }: Posted): string[] {
  return Memo.parse(readJson(memo)).tasks;
}

/** From the key: a post may have been sent later than it was made. A digest's tells only the week. */
function dayAsked({ key, at }: Posted): Day | null {
  return parseDay(key.slice(key.lastIndexOf(':') + 1)) ?? dayOf(at);
}

function isLately(day: Day | null, today: Day): boolean {
  return day !== null && addDays(day, ASK_AGAIN_DAYS) > today;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
