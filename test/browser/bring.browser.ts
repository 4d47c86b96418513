// The cards of an import and an export as people see them: light and dark, on a phone and wide.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardReply } from '../../src/cards.ts';
import { createRender } from '../../src/teams/render.ts';
import { cardOf } from '../support/cards.ts';
import { createDrawing } from './draw.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'out/pictures');
const cards = join(root, 'cards');
const render = createRender(cards);

let drawing: Awaited<ReturnType<typeof createDrawing>>;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  drawing = await createDrawing();
});
afterAll(() => drawing.close());

const NAMES = ['bring', 'bring-diff', 'brought', 'export'] as const;
const LOOKS = NAMES.flatMap((name) =>
  ([320, 720] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => [name, width, theme] as const),
  ),
);

test.each(LOOKS)('%s, %i wide, %s: nothing reaches over the edge', async (name, width, theme) => {
  const data: unknown = JSON.parse(readFileSync(join(cards, `${name}.data.json`), 'utf8'));
  // The sample is the card's own data.
  const reply = { kind: 'card', card: name, data } as CardReply;
  const path = join(pictures, `${name}-${width}-${theme}.png`);
  expect(await drawing.draw(cardOf(render.message(reply)), width, theme, path)).toBe(0);
});
