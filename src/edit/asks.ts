// Who is asked today, and for what: one card a person and day, once what was changed has settled.
import { z } from 'zod';
import type { Look } from '../chat.ts';
import { addDays, type Day, dayOf, parseDay } from '../matrix/day.ts';
import { type Caller, isOwner } from '../matrix/rights.ts';
import type { Post, Posted } from '../posts.ts';
import { sayIn } from '../strings/strings.ts';
import { askCard, MOST_ASKED } from './ask-card.ts';
import { allPending, askable, countOf, only, type Pending } from './pending.ts';
import { isQuiet } from './quiet.ts';

/** Asking again sooner would be nagging; later, people forget that they were asked. */
const ASK_AGAIN_DAYS = 7;

/** Checks and reminders can wait for the day: 7 UTC is morning in Europe, and Teams keeps quiet where it is night. */
const MORNING_UTC = 7;

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
  const earlier = await look.posted(`ask:${id}:`, ASK_AGAIN_DAYS);
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

/** From the key: a post may have been sent later than it was made. */
function dayAsked({ key }: Posted): Day | null {
  return parseDay(key.slice(key.lastIndexOf(':') + 1));
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
