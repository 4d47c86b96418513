// Texts that try to act, hide or reorder, and what is left of them on a card.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clean, cleanText } from '../../src/teams/clean.ts';
import { createRender } from '../../src/teams/render.ts';

const INJECTIONS: [string, string, string][] = [
  ['a mention', '<at>everyone</at>', '‹at>everyone‹/at>'],
  ['a mention in capitals', '<AT>IT</AT>', '‹AT>IT‹/AT>'],
  ['a mention with an id', '<at id="0">x</at>', '‹at id="0">x‹/at>'],
  ['a mention with spaces', '< at >x< / at >', '‹ at >x‹ / at >'],
  ['a mention across lines', '<\nat>x', '‹\nat>x'],
  ['an escaped mention', '&lt;at&gt;x&lt;/at&gt;', '‹at&gt;x‹/at&gt;'],
  ['a mention glued by invisible joints', '<\u200bat>x', '‹at>x'],
  ['a mention glued by a soft hyphen', '<a\u00adt>x', '‹at>x'],
  ['a mention glued by a control', '<a\u0000t>x', '‹at>x'],
  ['a mention glued by a mark of direction', '<a\u200et>x', '‹at>x'],
  ['a mention glued by a hidden tag', '<a\u{e0041}t>x', '‹at>x'],
  ['a date', '{{DATE(2026-01-01T00:00:00Z)}}', '{ {DATE(2026-01-01T00:00:00Z)}}'],
  ['a time', '{{TIME(2026-01-01T00:00:00Z)}}', '{ {TIME(2026-01-01T00:00:00Z)}}'],
  ['a date in small letters', '{{date(x)}}', '{ {date(x)}}'],
  ['three braces', '{{{DATE(x)}}}', '{ { {DATE(x)}}}'],
  ['braces glued by a joint', '{\u200b{DATE(x)}}', '{ {DATE(x)}}'],
  ['braces glued by a word joiner', '{\u2060{DATE(x)}}', '{ {DATE(x)}}'],
  ['an override of direction', 'owner\u202egnp.exe', 'ownergnp.exe'],
  ['an embedding', '\u202aabc\u202c', 'abc'],
  ['an isolate', '\u2066abc\u2069', 'abc'],
  ['first strong isolate', '\u2068abc', 'abc'],
  ['an Arabic letter mark', 'a\u061cb', 'ab'],
  ['a right-to-left mark', 'a\u200fb', 'ab'],
  ['a zero-width space', 'a\u200bb', 'ab'],
  ['a byte-order mark', '\ufeffabc', 'abc'],
  ['a null', 'a\u0000b', 'ab'],
  ['a bell', 'a\u0007b', 'ab'],
  ['an escape sequence', '\u001b[31mred\u001b[0m', '[31mred[0m'],
  ['a backspace', 'ab\u0008', 'ab'],
  ['a delete', 'ab\u007f', 'ab'],
  ['a C1 control', 'a\u0085b\u009bc', 'abc'],
  ['a vertical tab', 'a\u000bb', 'ab'],
  ['a form feed', 'a\u000cb', 'ab'],
  ['hidden words in tags', 'ok\u{e0069}\u{e0067}\u{e006e}', 'ok'],
  ['a cancelled flag of nothing', '\u{e007f}', ''],
  ['an annotation', 'a\ufff9b\ufffac\ufffb', 'abc'],
  ['half of an emoji', 'a\ud83d', 'a\ufffd'],
  ['the other half', '\ude00a', '\ufffda'],
  ['a line separator', 'a\u2028b\u2029c', 'a\nb\nc'],
  ['Windows lines', 'a\r\nb\rc', 'a\nb\nc'],
  ['a tab', 'a\tb', 'a b'],
  ['a Mongolian separator', 'a\u180eb', 'ab'],
  ['a deprecated format mark', 'a\u206ab', 'ab'],
];

/** Inert where they land, since templates put data into TextRuns: nothing in them may be lost. */
const KEPT = [
  '[click here](https://evil.example)',
  '**bold** _it_ `code` ~x~',
  '<a href="https://evil.example">x</a>',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '${1+1} ${$root.secret}',
  '$(rm -rf) `id`',
  "'; DROP TABLE tasks; --",
  '=HYPERLINK("https://evil.example")',
  '"}],"actions":[{"type":"Action.OpenUrl"}]',
  '<attic> and <b>at</b>',
  '{ "a": 1 }',
  'VPNの担当は誰？ 「社内IT」',
  'Zürich – Škoda – Ångström',
  'עברית العربية فارسی\u200cها',
  '👩\u200d💻 🧑🏽\u200d🚒 🏳️\u200d🌈 🇯🇵',
  '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  'line one\n\nline two',
];

test.each(INJECTIONS)('%s is defused', (_what, text, left) => {
  expect(cleanText(text)).toBe(left);
});

test.each(KEPT)('%j is kept', (text) => {
  expect(cleanText(text)).toBe(text);
});

test.each([...INJECTIONS.map(([, text]) => text), ...KEPT])(
  '%j cleaned twice is cleaned once',
  (text) => {
    expect(cleanText(cleanText(text))).toBe(cleanText(text));
  },
);

test('every text is reached, and nothing else is touched', () => {
  const data = { a: '\u202ex', b: [{ c: ['\u0000y', 1, true, null] }], d: 7 };
  expect(clean(data)).toEqual({ a: 'x', b: [{ c: ['y', 1, true, null] }], d: 7 });
});

describe('on a card', () => {
  const render = createRender(join(import.meta.dirname, 'cards'));
  const card = (line: string, examples: string[] = []) =>
    render.message({ kind: 'card', card: 'help', data: { line, intro: '', examples, note: '' } });

  test.each([...INJECTIONS, ...KEPT.map((text): [string, string, string] => [text, text, text])])(
    '%s arrives as text and nothing else',
    (_what, text, left) => {
      const { attachments: [attachment] = [], summary } = card(text, [text]);
      expect(summary).toBe(left);
      expect(attachment?.content).toEqual({
        type: 'AdaptiveCard',
        version: '1.5',
        body: [
          { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: left }] },
          { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '' }] },
          { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: left }] },
        ],
      });
    },
  );

  test('the same card is filled once', () => {
    const content = (line: string) => card(line).attachments?.[0]?.content;
    const first = content('again');
    expect(content('again')).toBe(first);
    for (let other = 0; other < 200; other += 1) content(`other ${other}`);
    expect(content('again')).not.toBe(first);
  });

  test('a plain line is cleaned too', () => {
    expect(render.message({ kind: 'text', text: '<at>x</at>\u202e' })).toEqual({
      type: 'message',
      textFormat: 'plain',
      text: '‹at>x‹/at>',
    });
  });

  test('a file that is no template stops the start, and is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'remit-cards-'));
    writeFileSync(join(folder, 'broken.template.json'), '{ "type": "AdaptiveCard", ');
    expect(() => createRender(folder)).toThrow(/broken\.template\.json: not a card template/);
    rmSync(folder, { recursive: true });
  });
});
