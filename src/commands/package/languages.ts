// The app's own words in each language: where the manifest names a string, the language files say the same.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { type Key, LANGUAGES, sayIn } from '../../strings/strings.ts';

/** The language of the manifest itself; every other one has a file of its own. */
export const MANIFEST_LANGUAGE = 'en';
export const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== MANIFEST_LANGUAGE);

const NAMED = /^\$\{\{([a-z][\w. ]*)\}\}$/;

/** The key of a string in src/strings, where a text of the manifest is nothing but its name. */
export function keyOf(text: string): Key | null {
  const name = NAMED.exec(text)?.[1] ?? '';
  return isKey(name) ? name : null;
}

function isKey(name: string): name is Key {
  return Object.hasOwn(LANGUAGES[MANIFEST_LANGUAGE] ?? {}, name);
}

/** `de.json` and so on: what stands where, as `bots[0].commandLists[1].commands[0].title`. */
export function languageFiles(manifest: unknown): Map<string, Record<string, string>> {
  const places = placesIn(manifest, '');
  return new Map(
    OTHERS.map((language) => {
      const say = sayIn(language);
      const words = places.map(([place, text]) => {
        const key = keyOf(text);
        return [place, key ? say(key) : text];
      });
      return [`${language}.json`, Object.fromEntries(words)];
    }),
  );
}

/** Teams wants the short name in every language file, though it is the same. */
const NAME = 'name.short';

function placesIn(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') {
    return place === NAME || keyOf(value) ? [[place, value]] : [];
  }
  if (Array.isArray(value)) return value.flatMap((one, i) => placesIn(one, `${place}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    placesIn(one, place === '' ? key : `${place}.${key}`),
  );
}

const Limit = z.object({ maxLength: z.number().optional() });
const Schema = z.object({
  properties: z.record(z.string(), Limit),
  patternProperties: z.record(z.string(), Limit),
  required: z.array(z.string()),
});

const LOCALIZATION =
  '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json';

/** What Teams would refuse in a language file, one sentence each; its schema is limits and places only. */
export function languageFaults(file: string, words: Readonly<Record<string, string>>): string[] {
  const path = createRequire(import.meta.url).resolve(LOCALIZATION);
  const schema = Schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const patterns = Object.entries(schema.patternProperties);
  const missing = schema.required.filter((place) => !words[place]);
  return [
    ...missing.map((place) => `${file}: ${place} is missing.`),
    ...Object.entries(words).flatMap(([place, text]) => {
      const limit =
        schema.properties[place] ?? patterns.find(([form]) => new RegExp(form).test(place))?.[1];
      if (!limit) return [`${file}: ${place} cannot be in another language.`];
      const most = limit.maxLength ?? Number.POSITIVE_INFINITY;
      return text.length > most ? [`${file}: ${place} has more than ${most} characters.`] : [];
    }),
  ];
}
