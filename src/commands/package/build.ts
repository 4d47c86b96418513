// The manifest, its language files and both icons → one zip, or everything that Teams would refuse in them.
import { zipSync } from 'fflate';
import { iconFaults } from './icons.ts';
import { languageFaults, languageFiles } from './languages.ts';
import { type Env, fillManifest, manifestFaults, parseJson } from './manifest.ts';

export type Sources = { manifest: string; color: Uint8Array; outline: Uint8Array };

export type Built =
  | { kind: 'ok'; zip: Uint8Array; notes: string[] }
  | { kind: 'faults'; says: string[] };

/** One fixed date, so that the same sources give the same bytes; zip knows none before 1980. */
const DATED = { mtime: new Date(2000, 0, 1) };

export async function buildPackage(sources: Sources, env: Env): Promise<Built> {
  const filled = fillManifest(sources.manifest, env);
  const wrong = filled.kind === 'ok' ? await manifestFaults(filled.text) : filled.says;
  const languages = languageFiles(wrong.length === 0 ? parseJson(sources.manifest) : null);
  const says = [
    ...wrong,
    ...(wrong.length === 0
      ? [...languages].flatMap(([file, words]) => languageFaults(file, words))
      : []),
    ...iconFaults(sources.color, sources.outline),
  ];
  if (filled.kind === 'faults' || says.length > 0) return { kind: 'faults', says };
  const files = {
    'manifest.json': encoded(filled.text),
    ...Object.fromEntries(
      [...languages].map(([file, words]) => [file, encoded(JSON.stringify(words, null, 2))]),
    ),
    'color.png': sources.color,
    'outline.png': sources.outline,
  };
  return { kind: 'ok', zip: zipSync(files, DATED), notes: filled.notes };
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
