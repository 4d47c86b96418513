// The three files of the app package → one zip, or everything that Teams would refuse in them.
import { zipSync } from 'fflate';
import { iconFaults } from './icons.ts';
import { type Env, fillManifest, manifestFaults } from './manifest.ts';

export type Sources = { manifest: string; color: Uint8Array; outline: Uint8Array };

export type Built =
  | { kind: 'ok'; zip: Uint8Array; notes: string[] }
  | { kind: 'faults'; says: string[] };

/** One fixed date, so that the same sources give the same bytes; zip knows none before 1980. */
const DATED = { mtime: new Date(2000, 0, 1) };

export async function buildPackage(sources: Sources, env: Env): Promise<Built> {
  const filled = fillManifest(sources.manifest, env);
  const says = [
    ...(filled.kind === 'ok' ? await manifestFaults(filled.text) : filled.says),
    ...iconFaults(sources.color, sources.outline),
  ];
  if (filled.kind === 'faults' || says.length > 0) return { kind: 'faults', says };
  const files = {
    'manifest.json': new TextEncoder().encode(filled.text),
    'color.png': sources.color,
    'outline.png': sources.outline,
  };
  return { kind: 'ok', zip: zipSync(files, DATED), notes: filled.notes };
}
