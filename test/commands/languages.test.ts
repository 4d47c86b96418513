// The app's words in other languages: whole, within Teams' limits, and what they tell people to write is understood.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildPackage } from '../../src/commands/package/build.ts';
import { keyOf, languageFaults, languageFiles } from '../../src/commands/package/languages.ts';
import { shortWordsFor } from '../../src/edit/words/short.ts';
import { sayIn } from '../../src/strings/strings.ts';
import { createTalk } from '../answer/world.ts';

const ENV = {
  MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
  REMIT_HOST: 'remit.contoso.com',
};
const sources = {
  manifest: readFileSync('manifest/manifest.json', 'utf8'),
  color: readFileSync('manifest/color.png'),
  outline: readFileSync('manifest/outline.png'),
};
const files = languageFiles(JSON.parse(sources.manifest));

describe('the language files', () => {
  test('are there for every language besides English', async () => {
    expect([...files.keys()].sort()).toEqual(['de.json', 'es.json', 'fr.json', 'ja.json']);
    const built = await buildPackage(sources, ENV);
    const zip = unzipSync(built.kind === 'ok' ? built.zip : new Uint8Array());
    for (const [file, words] of files) {
      expect(JSON.parse(strFromU8(zip[file] ?? new Uint8Array()))).toEqual(words);
      expect(languageFaults(file, words)).toEqual([]);
    }
  });

  test('say nothing in English', () => {
    const english: string[] = [];
    JSON.parse(sources.manifest, (_, value) => {
      if (typeof value === 'string' && keyOf(value))
        english.push(sayIn('en')(keyOf(value) ?? 'app.help'));
      return value;
    });
    expect(english).toHaveLength(42);
    for (const [file, words] of files) {
      const said = Object.values(words).filter((text) => text !== 'Remit');
      expect(said, file).toHaveLength(english.length);
      expect(
        said.filter((text) => english.includes(text)),
        file,
      ).toEqual([]);
    }
  });

  test.each([...files])('what %s offers to write is understood', async (file, words) => {
    const titles = Object.entries(words).filter(([place]) => /^bots.*title$/.test(place));
    expect(titles).toHaveLength(14);
    for (const [place, title] of titles) {
      const { about } = await createTalk().say(title);
      const isAsks = shortWordsFor(file).some(({ asks }) => asks.test(title));
      expect(isAsks || about.kind !== 'none', `${file} ${place}: ${title}`).toBe(true);
    }
  });

  test.each([
    ['a name that is missing', { 'name.short': '' }, 'de.json: name.short is missing.'],
    ['a place without languages', { 'bots[0].botId': 'x' }, 'de.json: bots[0].botId cannot be in'],
    [
      'a title too long',
      { 'composeExtensions[0].commands[0].title': 'x'.repeat(33) },
      'de.json: composeExtensions[0].commands[0].title has more than 32',
    ],
  ])('%s is a fault', (_, change, fault) => {
    const words = { ...files.get('de.json'), ...change };
    expect(languageFaults('de.json', words)).toEqual([expect.stringContaining(fault)]);
  });
});
