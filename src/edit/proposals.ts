// Questions to admins about a person: has somebody left, as a roster, a colleague or a card that came back suggests?
import { createHash } from 'node:crypto';
import type { Look } from '../chat.ts';
import { nameKey, type Person } from '../matrix/party.ts';
import type { Post, Posted } from '../posts.ts';
import { type Say, sayIn } from '../strings/strings.ts';

/** Newest first; older ones were looked at while they were new. */
const MOST_POSTS = 200;

/** The app is missing there or was blocked, which says nothing about the person. */
const NOT_GONE: ReadonlySet<string> = new Set([
  'no place',
  'ConversationBlockedByUser',
  'BotDisabledByAdmin',
  'MessageWritesBlocked',
]);

/** One question a month and person for each admin, whatever raised it. */
export function proposals(
  person: Person,
  cause: 'left.roster' | 'left.said' | 'left.bounced',
  admins: readonly string[],
  now: Date,
  say: Say,
): Post[] {
  const { name, party } = person;
  const month = now.toISOString().slice(0, 7);
  return admins.map((admin) => ({
    key: `left:${hash([party, nameKey(name)])}:${month}:${admin}`,
    to: { kind: 'person', person: admin },
    reply: {
      kind: 'card',
      card: 'left',
      data: {
        line: say('left.question', { name }),
        note: say(cause, { name }),
        party,
        name,
        words: { yes: say('left.yes'), no: say('left.no') },
      },
    },
    memo: '',
    due: now,
  }));
}

/** Cards that came back: whoever they were for may be gone. */
export async function dueBounces(look: Look): Promise<Post[]> {
  const refused = (await look.posted('ask:', MOST_POSTS)).filter(cameBack);
  const ids = new Set(refused.flatMap(({ to }) => (to.kind === 'person' ? [to.person] : [])));
  const people = look.matrix.people.filter(
    ({ entraId, leftOn }) => leftOn === null && ids.has(entraId),
  );
  const posts: Post[] = [];
  for (const admin of look.admins) {
    const say = sayIn(await look.localeOf(admin));
    posts.push(
      ...people.flatMap((person) => proposals(person, 'left.bounced', [admin], look.now, say)),
    );
  }
  return posts;
}

function cameBack({ state, why }: Posted): boolean {
  return state === 'refused' && !NOT_GONE.has(why);
}

export function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
