// The card that tells an owner or decider what readers reported: one a day at most, once the readers have had their word.
import { z } from 'zod';
import type { CardData } from '../cards.ts';
import type { Look } from '../chat.ts';
import { dayOf } from '../matrix/day.ts';
import type { StoredTask } from '../matrix/matrix.ts';
import type { Post, Posted } from '../posts.ts';
import { type Say, sayIn } from '../strings/strings.ts';
import { answerLine, subjectOf } from '../wording/block.ts';
import { isQuiet } from './quiet.ts';

/** What is noted for somebody's next card; keys go on with the person. */
export const REPORTED = 'wrong-owner:';
const TOLD = 'reports:';

export type Report = { task: string; reader: string; word: string };
const Report = z.object({ task: z.string(), reader: z.string(), word: z.string() });
/** When the newest report on the card was made. */
const Told = z.object({ until: z.coerce.date() });

/** Newest first; on a day with more than that, nobody reads them one by one. */
const MOST_NOTED = 500;
/** As many as fit on a phone. */
const MOST_SHOWN = 10;

type Noted = Report & { at: Date };

export async function dueReports(look: Look): Promise<Post[]> {
  const noted = await look.posted(REPORTED, MOST_NOTED);
  const people = new Set(noted.flatMap(({ to }) => (to.kind === 'person' ? [to.person] : [])));
  const posts: Post[] = [];
  for (const person of people) {
    const post = await cardFor(person, noted, look);
    if (post) posts.push(post);
  }
  return posts;
}

async function cardFor(person: string, noted: readonly Posted[], look: Look): Promise<Post | null> {
  const key = `${TOLD}${person}:${dayOf(look.now)}`;
  const [last] = await look.posted(`${TOLD}${person}:`, 1);
  if (last?.key === key) return null;
  const until = last ? readMemo(last.memo, Told)?.until : undefined;
  const open = noted.flatMap((post) => readNoted(post, person, until));
  const tasks = look.matrix.tasks.filter(({ id }) => open.some(({ task }) => task === id));
  const times = open.map(({ at }) => at.getTime());
  if (tasks.length === 0 || !isQuiet(times, look.now)) return null;
  const say = sayIn(await look.localeOf(person));
  return {
    key,
    to: { kind: 'person', person },
    reply: { kind: 'card', card: 'notice', data: noticeOf(tasks, open, look, say) },
    memo: JSON.stringify({ until: new Date(Math.max(...times)).toISOString() }),
    due: look.now,
  };
}

function readNoted({ to, memo, at }: Posted, person: string, until: Date | undefined): Noted[] {
  if (to.kind !== 'person' || to.person !== person || (until && at <= until)) return [];
  const report = readMemo(memo, Report);
  return report ? [{ ...report, at }] : [];
}

function noticeOf(
  tasks: readonly StoredTask[],
  open: readonly Noted[],
  { matrix, now }: Look,
  say: Say,
): CardData['notice'] {
  const [first] = tasks;
  const single = first && tasks.length === 1;
  return {
    line: single
      ? say('reported.notice', { task: first.name })
      : say('reported.notice many', { count: tasks.length }),
    note: say('reported.notice note'),
    reports: tasks.slice(0, MOST_SHOWN).map((task) => ({
      task: task.id,
      owner: answerLine(subjectOf(task, matrix, dayOf(now), { times: 0, askers: 0 }, say)),
      said: saidOf(
        open.filter((report) => report.task === task.id),
        say,
      ),
    })),
    words: { show: say('card.show'), edit: say('card.edit') },
  };
}

/** Oldest first, as they came. */
function saidOf(reports: readonly Noted[], say: Say): string {
  const readers = new Set(reports.map(({ reader }) => reader)).size;
  const words = reports.filter(({ word }) => word !== '').toReversed();
  return [
    readers > 1 ? say('reported.readers', { count: readers }) : '',
    ...words.map(({ word }) => say('reported.notice word', { word })),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Null for what an earlier version wrote. */
function readMemo<T>(memo: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(memo)).data ?? null;
  } catch {
    return null;
  }
}
