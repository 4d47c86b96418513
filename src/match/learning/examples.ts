// The phrasebook as examples: what people say, and which tasks (none, one, or several at once) it is about.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { NO_TASK } from '../learned/model.ts';
import type { Findable } from '../phrases.ts';

/** `tasks` holds NO_TASK alone where no task is meant, and several where even people would ask back. */
export type Example = { text: string; tasks: string[] };

const Phrases = z.array(z.string().min(1));
const Area = z.record(
  z.string(),
  z.object({ en: Phrases, es: Phrases, de: Phrases, fr: Phrases, ja: Phrases, near: Phrases }),
);
const Outside = z.record(z.string(), Phrases);
const MixUps = z.array(z.object({ tasks: z.array(z.string()).min(2), ambiguous: Phrases }));

const FOLDER = join(import.meta.dirname, '../phrasebook');
const OUTSIDE = 'outside.json';

/** Throws naming the file that is not of its form. */
export function readExamples(tasks: readonly Findable[]): Example[] {
  const areas = globSync('*.json', { cwd: FOLDER }).filter((file) => file !== OUTSIDE);
  return [
    ...tasks.flatMap(named),
    ...areas.sort().flatMap((file) => Object.entries(read(file, Area)).flatMap(said)),
    ...Object.values(read(OUTSIDE, Outside))
      .flat()
      .map((text) => ({ text, tasks: [NO_TASK] })),
    ...globSync('mix-ups/*.json', { cwd: FOLDER })
      .sort()
      .flatMap((file) => read(file, MixUps))
      .flatMap(({ tasks: several, ambiguous }) =>
        ambiguous.map((text) => ({ text, tasks: several })),
      ),
  ];
}

/** Changes with every phrase, so that a test can tell when `npm run train` was forgotten. */
export function phrasebookDigest(): string {
  const files = globSync(['*.json', 'mix-ups/*.json'], { cwd: FOLDER }).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(FOLDER, file)));
  return hash.digest('hex').slice(0, 16);
}

function named({ id, name, aliases, description }: Findable): Example[] {
  return [name, ...aliases, description].map((text) => ({ text, tasks: [id] }));
}

function said([id, { near, ...languages }]: [string, z.output<typeof Area>[string]]): Example[] {
  return [
    ...Object.values(languages)
      .flat()
      .map((text) => ({ text, tasks: [id] })),
    ...near.map((text) => ({ text, tasks: [NO_TASK] })),
  ];
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  if (!parsed.success) throw new Error(`${basename(file)}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
