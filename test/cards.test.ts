// Every card template with its sample: sound, small, reachable, and harmless to what people write.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../src/app.ts';
import type { CardReply } from '../src/cards.ts';
import { createRender } from '../src/teams/render.ts';
import { cardFaults, cardOf, executes, type Node, nodes } from './support/cards.ts';

const folder = join(import.meta.dirname, '../cards');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.template.json'))
  .map((file) => file.replace('.template.json', ''));
const render = createRender(folder);

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** The sample is the card's own data, so the union is met by construction; the parser below judges the outcome. */
function sample(card: string): unknown {
  return cardOf(
    render.message({ kind: 'card', card, data: json(`${card}.data.json`) } as CardReply),
  );
}

/** Message-extension results allow 28 KB and messages 80: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const MOST_BYTES = 25_000;
/** Cards that no message extension hands out: Teams takes 100 KB for a message. */
const ONLY_MESSAGES = /^(digest|leadership)/;
const MOST_MESSAGE_BYTES = 60_000;
/** Store rule for cards: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards */
const MOST_ACTIONS = 6;
/** Elements newer than 1.5 need a fallback; everything here is older. */
const KNOWN = new Set([
  'AdaptiveCard',
  'RichTextBlock',
  'TextRun',
  'TextBlock',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Input.ChoiceSet',
  'Input.Date',
  'Input.Text',
  'Input.Time',
  'Input.Toggle',
  'Action.Execute',
  'Action.Submit',
  'Action.OpenUrl',
  'Data.Query',
]);

describe.each(names)('card %s', (name) => {
  const template = json(`${name}.template.json`);

  test('passes the reference parser with its sample', () => {
    expect(cardFaults(sample(name))).toEqual([]);
  });

  test('stays small', () => {
    const most = ONLY_MESSAGES.test(name) ? MOST_MESSAGE_BYTES : MOST_BYTES;
    expect(Buffer.byteLength(JSON.stringify(sample(name)), 'utf16le')).toBeLessThan(most);
    const buttons = nodes(sample(name)).filter((node) => node['type'] === 'ActionSet');
    for (const set of buttons)
      expect((set['actions'] as Node[]).length).toBeLessThanOrEqual(MOST_ACTIONS);
  });

  test('uses elements every client draws, or gives a fallback', () => {
    const newer = nodes(template).filter(
      (node) =>
        typeof node['type'] === 'string' && !KNOWN.has(node['type']) && !('fallback' in node),
    );
    expect(newer).toEqual([]);
  });

  test('gives every Execute a Submit with the same verb and data for older clients', () => {
    // Older clients do not refresh cards.
    const { refresh: _, ...card } = sample(name) as Node;
    for (const node of nodes(card).filter((one) => one['type'] === 'Action.Execute')) {
      expect(node['fallback']).toMatchObject({
        type: 'Action.Submit',
        title: node['title'],
        data: { ...(node['data'] as Node), verb: node['verb'] },
      });
    }
  });

  test('puts data only where nothing can act: text runs, titles, inputs, widths, action data', () => {
    for (const node of nodes(template)) {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'string' || !value.replaceAll('${$index}', '').includes('${'))
          continue;
        const place = `${String(node['type'] ?? 'data')}.${key}`;
        // Not a link yet: the edge makes one of the task's id.
        if (value === 'remit:${task}' && place === 'Action.OpenUrl.url') continue;
        expect(place).toMatch(
          /^(TextRun\.(text|color)|Input\.\w+\.(id|label|title|value|placeholder|\$when)|Action\.(Execute|Submit|OpenUrl)\.title|data\.\w+|\w+\.(\$when|\$data|style|separator)|Action\.(Execute|Submit)\.\$(when|data))$/,
        );
      }
    }
  });

  test('names every button and input', () => {
    for (const { title } of executes(sample(name))) expect(title).not.toBe('');
    const inputs = nodes(template).filter((node) => String(node['type']).startsWith('Input.'));
    for (const input of inputs) expect(input).toHaveProperty('label');
    const images = nodes(template).filter((node) => node['type'] === 'Image');
    for (const image of images) expect(image).toHaveProperty('altText');
  });
});

test('every verb has a handler and every handler a button', () => {
  const verbs = new Set(
    names.flatMap((name) => executes(json(`${name}.template.json`)).map(({ verb }) => verb)),
  );
  const handled = FEATURES.flatMap(({ actions }) => actions ?? []).map(({ verb }) => verb);
  expect([...verbs].sort()).toEqual(handled.sort());
});

test('what people write stays text, whatever it looks like', () => {
  const hostile =
    '[click](https://evil.example) <at>Everyone</at> {{DATE(2026-01-01)}} ${1+1} **bold**';
  const card = cardOf(
    render.message({
      kind: 'card',
      card: 'help',
      data: { line: hostile, intro: hostile, examples: [hostile], note: hostile },
    }),
  );
  const shown = JSON.stringify(card);
  expect(shown).not.toContain('<at>');
  expect(shown).not.toContain('{{');
  expect(shown).toContain('${1+1}');
  expect(nodes(card).filter((node) => node['type'] === 'TextBlock')).toEqual([]);
});
