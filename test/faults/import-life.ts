// What the killed importer and the one who watches it share: a sheet, an admin, and the turns of an import.
import { createInside, type Inside } from '../../src/app.ts';
import type { Said, Turn } from '../../src/chat.ts';
import { dayOf } from '../../src/matrix/day.ts';
import { sampleDraft } from '../../src/matrix/starter/sample.ts';
import type { Place } from '../../src/sql/open.ts';
import type { Store } from '../../src/store.ts';

/** Where a life ends: before and after the file is kept, before, within and after the import is written. */
export const POINTS = ['read', 'kept', 'planned', 'within', 'committed'] as const;
export type Point = (typeof POINTS)[number];

export type Job = { place: Place; tenant: string; at: Point; draft: string; mark: string };

export const ROWS = 1_000;
const NOW = new Date('2026-11-23T09:00:00Z');
const ADMIN = { id: '0c000000-0000-4000-8000-000000000001', name: 'Ada Admin', guest: false };

export const SHEET = [
  'Area,Task,Internal IT,Northwind IT',
  ...Array.from({ length: ROWS }, (_, n) => `Printing ${n % 9},Badge printer no. ${n},A,R`),
].join('\n');

export function insideOf(store: Store): Inside {
  return createInside({
    store,
    draft: (now) => sampleDraft(dayOf(now)),
    phrasebook: false,
    admins: () => [ADMIN.id],
    log: () => {},
  });
}

let turns = 0;

export function turnOf(tenant: string, said: Said): [turn: Turn, once: string] {
  turns += 1;
  const talk = { conversation: `a:${tenant}`, where: 'personal', locale: 'en', zone: '' } as const;
  return [{ ...talk, tenant, speaker: ADMIN, now: NOW, said }, `${process.pid}-${turns}`];
}

export const handOver: Said = {
  kind: 'file',
  file: {
    kind: 'handed',
    name: 'printers.csv',
    read: async () => ({ kind: 'bytes', bytes: Buffer.from(SHEET) }),
  },
};

export const press = (verb: string, data: unknown): Said => ({ kind: 'action', verb, data });
