// What a views round has to say unasked: each side alone at its start and a week later, and the admins when its time is over.
import type { Look } from '../chat.ts';
import { addDays, type Day, dayOf } from '../matrix/day.ts';
import { isRunning, openFor, type StoredRound } from '../matrix/round.ts';
import type { Post } from '../posts.ts';
import { sayIn } from '../strings/strings.ts';
import { roundCard } from './round-card.ts';
import { viewsCard } from './views-card.ts';

/** Once more, halfway: whoever then still says nothing is shown as silent. */
const REMIND_AFTER_DAYS = 7;

/** Two cards for each of a hundred people who speak for a side. */
const MOST_POSTS = 200;

export async function dueViews(look: Look): Promise<Post[]> {
  const rounds = (await look.rounds()).filter(({ closedOn }) => closedOn === null);
  const posts: Post[] = [];
  for (const round of rounds) {
    const earlier = await look.posted(`views:${round.id}:`, MOST_POSTS);
    const known = new Set(earlier.map(({ key }) => key));
    const made = isRunning(round, dayOf(look.now))
      ? await asked(round, look, known)
      : await ended(round, look, known);
    posts.push(...made);
  }
  return posts;
}

async function asked(round: StoredRound, look: Look, known: ReadonlySet<string>): Promise<Post[]> {
  const { matrix } = look;
  const time = isHalfway(round, dayOf(look.now)) ? 2 : 1;
  const posts: Post[] = [];
  for (const side of round.sides) {
    if (openFor(round, side).length === 0) continue;
    for (const { person, speaksFor } of matrix.grants) {
      const key = `views:${round.id}:${side}:${person}:${time}`;
      if (!speaksFor.includes(side) || known.has(key)) continue;
      const say = sayIn(await look.localeOf(person));
      posts.push(postTo(person, key, viewsCard(round, side, matrix, '', say), look));
    }
  }
  return posts;
}

async function ended(round: StoredRound, look: Look, known: ReadonlySet<string>): Promise<Post[]> {
  const posts: Post[] = [];
  for (const person of look.admins) {
    const key = `views:${round.id}:over:${person}`;
    if (known.has(key)) continue;
    const say = sayIn(await look.localeOf(person));
    const around = { matrix: look.matrix, today: dayOf(look.now), say };
    posts.push(postTo(person, key, roundCard(round, around), look));
  }
  return posts;
}

function isHalfway({ startedOn }: StoredRound, today: Day): boolean {
  return addDays(startedOn, REMIND_AFTER_DAYS) <= today;
}

function postTo(person: string, key: string, reply: Post['reply'], { now }: Look): Post {
  return { key, to: { kind: 'person', person }, reply, memo: '', due: now };
}
