// Whoever has a digest of their own is asked for their word along the way: over twelve weeks, never twice on one day.
import { describe, expect, test } from 'vitest';
import { dueAsks } from '../../src/edit/asks.ts';
import { dayOf } from '../../src/matrix/day.ts';
import { SAMPLE_IDS } from '../../src/matrix/starter/sample.ts';
import type { Post } from '../../src/posts.ts';
import { createWeeks, SUBSCRIPTION, WEEK, withGaps } from './world.ts';

const HOUR = WEEK / (7 * 24);
const WEEKS = 12;
const sam = { id: SAMPLE_IDS['Sam Rivera'] ?? '', name: 'Sam Rivera' };
const OWN = {
  ...SUBSCRIPTION,
  where: 'personal',
  conversation: 'a:sam',
  by: sam,
  decider: sam,
} as const;

type Come = { day: string; key: string; post: Post };

/** Twelve weeks, looked at every three hours; each Wednesday Sam is named for one more task. */
async function twelveWeeks(subscription: typeof SUBSCRIPTION): Promise<Come[]> {
  const weeks = createWeeks(withGaps(3), subscription);
  const party = weeks.matrix.people.find(({ name }) => name === sam.name)?.party ?? '';
  const tasks = weeks.matrix.tasks.filter(({ ownership }) => ownership.kind === 'owned');
  const come: Come[] = [];
  const name = (n: number) =>
    weeks.edit(tasks[n]?.id ?? '', (task) => ({
      ...task,
      ownership: {
        ...{ kind: 'owned', lead: { party, role: '', person: sam.name }, sharedWith: [] },
        ...{ split: '', since: dayOf(weeks.now), acceptedOn: null },
      },
    }));
  name(0);
  weeks.pass(-9 * HOUR);
  for (let hour = 0; hour < WEEKS * 7 * 24; hour += 3) {
    if (hour % (7 * 24) === 51) name(1 + Math.floor(hour / (7 * 24)));
    const asks = await dueAsks(weeks.sight());
    const fresh = [...(await weeks.look()), ...asks];
    for (const { key, to, memo } of asks) {
      weeks.posts.unshift({ key, to, state: 'sent', memo, why: '', at: weeks.now });
    }
    const told = fresh.filter(({ reply }) => reply !== null);
    come.push(...told.map((post) => ({ day: dayOf(weeks.now), key: post.key, post })));
    weeks.pass(3 * HOUR);
  }
  return come;
}

const days = (come: readonly Come[]) => come.map(({ day }) => day);
const twice = (come: readonly Come[]) =>
  days(come).filter((day, at) => days(come).indexOf(day) !== at);

function noteOf({ post }: Come): string {
  return post.reply?.kind === 'card' && post.reply.card === 'digest' ? post.reply.data.note : '';
}

describe('asks of somebody with a digest of their own', () => {
  test('come on it, never beside it, and each only once in seven days', async () => {
    const come = await twelveWeeks(OWN);
    expect(twice(come)).toEqual([]);
    const digests = come.filter(({ key }) => key.startsWith('digest:'));
    expect(noteOf(digests[0] as Come)).toContain('One task waits for your word: say “my asks”.');
    const cards = come.filter(({ key }) => key.startsWith('ask:'));
    const asked = cards.flatMap(({ post }) => JSON.parse(post.memo).tasks as string[]);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toHaveLength(WEEKS);
  });

  test('come beside the digest of a channel, which others read', async () => {
    const come = await twelveWeeks({ ...SUBSCRIPTION, decider: sam });
    expect(twice(come.filter(({ key }) => /^(?:ask|digest):/.test(key)))).not.toEqual([]);
    const notes = come.map(noteOf).join(' ');
    expect(notes).not.toContain('wait');
  });
});
