// The digest card as people see it: 0, 1, 7 and 40 gaps, light and dark, on a phone and wide.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/cards.ts';
import { createRender } from '../../src/teams/render.ts';
import { createWeeks, SAM, settle, WEEK, withGaps } from '../digest/world.ts';
import { cardOf } from '../support/cards.ts';
import { createDrawing } from './draw.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'out/pictures');
const render = createRender(join(root, 'cards'));

let drawing: Awaited<ReturnType<typeof createDrawing>>;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  drawing = await createDrawing();
});
afterAll(() => drawing.close());

const THEMES = ['light', 'dark'] as const;
const SIZES = [
  ['phone', 320],
  ['wide', 720],
] as const;

describe.each([0, 1, 7, 40])('the second digest, with %i gaps', (gaps) => {
  test.each(SIZES.flatMap(([size, width]) => THEMES.map((theme) => [size, theme, width] as const)))(
    '%s, %s: nothing reaches over the edge',
    async (size, theme, width) => {
      const path = join(pictures, `digest-${gaps}-${size}-${theme}.png`);
      const card = cardOf(render.message(await secondDigest(gaps)));
      expect(await drawing.draw(card, width, theme, path)).toBe(0);
    },
  );
});

/** Last week there was one gap more, which Sam closed; people ask about the first that is left. */
async function secondDigest(gaps: number): Promise<Reply> {
  const weeks = createWeeks(withGaps(gaps + 1));
  await weeks.look();
  const [closed, asked] = weeks.matrix.tasks.filter((task) => task.ownership.kind === 'nobody');
  weeks.pass(WEEK / 7);
  if (closed) weeks.edit(closed.id, settle, SAM);
  if (asked) weeks.demand.set(asked.id, { times: 9, askers: 6 });
  weeks.pass(-WEEK / 7);
  const [post] = await weeks.nextWeek();
  if (!post?.reply) throw new Error('there was nothing to say');
  return post.reply;
}
