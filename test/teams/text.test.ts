// What is left of a message: the person's words, without the bot's name, markup or the tail of a novel.
import { expect, test } from 'vitest';
import { readActivity } from '../../src/teams/activity.ts';
import { MAX_TEXT, wordsOf } from '../../src/teams/text.ts';
import { BOT, message } from '../support/activities.ts';

const bot = (text: string | null = '<at>Remit</at>') => ({
  type: 'mention',
  mentioned: { id: BOT, name: 'Remit' },
  text,
});
const priya = { type: 'mention', mentioned: { id: '29:p', name: 'Priya' }, text: '<at>Priya</at>' };

const words = (text: unknown, entities: unknown = [], textFormat = 'plain'): string => {
  const activity = readActivity({
    ...message('http://127.0.0.1/', undefined),
    text,
    entities,
    textFormat,
  });
  if (!activity) throw new Error('not an activity');
  return wordsOf(activity);
};

test.each([
  ['one mention', '<at>Remit</at> who owns VPN?', [bot()], 'who owns VPN?'],
  ['two mentions', '<at>Remit</at> who <at>Remit</at> owns VPN?', [bot(), bot()], 'who owns VPN?'],
  ['two mentions, one entity', '<at>Remit</at><at>Remit</at> help', [bot()], 'help'],
  ['a mention at the end', 'who owns VPN <at>Remit</at>', [bot()], 'who owns VPN'],
  ['a no-break space behind it', '<at>Remit</at>\u00a0help', [bot()], 'help'],
  ['a mention and nothing else', '<at>Remit</at> ', [bot()], ''],
  ['the kind in capitals', '<at>Remit</at> help', [{ ...bot(), type: 'Mention' }], 'help'],
  ['a name in two words', '<at>Remit Bot</at> help', [bot('<at>Remit Bot</at>')], 'help'],
  ['a mention without text', '<at>Remit</at> help', [bot(null)], 'Remit help'],
  ['somebody else', 'is <at>Priya</at> the owner?', [priya], 'is Priya the owner?'],
  [
    'the bot and somebody else',
    '<at>Remit</at> is it <at>Priya</at>?',
    [bot(), priya],
    'is it Priya?',
  ],
  ['tags with attributes', '<at id="0">Remit</at> help', [bot('<at id="0">Remit</at>')], 'help'],
  ['no entities', 'help', null, 'help'],
  ['entities of no known kind', 'help', [{ type: 'clientInfo' }, 7, null, 'x'], 'help'],
  ['no text', undefined, [bot()], ''],
  ['null', null, [bot()], ''],
  ['lines', ' a \r\n\r\n b\t c ', [], 'a\n\nb c'],
  ['Japanese', '<at>Remit</at>\u3000VPNの担当は誰？', [bot()], 'VPNの担当は誰？'],
  ['an entity in plain text', 'R&amp;D', [], 'R&amp;D'],
  ['half of an emoji', 'a\ud83d', [], 'a\ufffd'],
])('%s', (_what, text, entities, left) => {
  expect(words(text, entities)).toBe(left);
});

test.each([
  ['R&amp;D &lt;mail&gt; &quot;x&quot; &#39;y&#39; &#x41;', `R&D <mail> "x" 'y' A`],
  ['one&nbsp;two', 'one two'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['<p>one</p><p>two<br/>three</p>', 'one\ntwo\nthree'],
  ['a &unknown; b &#0; c &#x110000; d', 'a &unknown; b c d'],
  ['2 < 3 and 4 > 3', '2 < 3 and 4 > 3'],
])('xml %j reads %j', (text, left) => {
  expect(words(text, [], 'xml')).toBe(left);
});

test('a novel is cut', () => {
  expect(words('x'.repeat(MAX_TEXT + 1))).toHaveLength(MAX_TEXT);
});

test('a message made to be slow is not', () => {
  const begun = performance.now();
  words(
    '<at '.repeat(60_000),
    Array.from({ length: 5_000 }, (_, i) => bot(`<at>${i}</at>`)),
    'xml',
  );
  words('&#'.repeat(100_000) + '<p'.repeat(1_000), [], 'xml');
  expect(performance.now() - begun).toBeLessThan(200);
});
