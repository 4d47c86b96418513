// The parts of a workbook that its sheets lean on: where the sheets are, the strings they share, which numbers are dates.
import { isRefusal, MAX_TEXT, type Refusal, refuse } from './workbook.ts';
import { readXml } from './xml.ts';
import { type Archive, damaged } from './zip.ts';

export type Sheet = { name: string; part: string; hidden: boolean };

export type Book = { sheets: Sheet[]; strings: string[]; dates: boolean[]; since1904: boolean };

/** Part names are absolute, or relative to the folder of the part that names them. */
function partOf(base: string, target: string): string {
  return new URL(target, `zip://part/${base}`).pathname.slice(1);
}

type Relation = { kind: string; part: string };

async function relationsOf(
  archive: Archive,
  part: string,
): Promise<Map<string, Relation> | Refusal> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const found = new Map<string, Relation>();
  const rels = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const refused = await readXml(archive, rels, {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship' || TargetMode === 'External') return null;
      if (!URL.canParse(Target, `zip://part/${folder}`)) return damaged();
      found.set(Id, { kind: Type.split('/').at(-1) ?? '', part: partOf(folder, Target) });
      return null;
    },
    text: () => {},
    close: () => null,
  });
  return refused ?? found;
}

export async function readBook(archive: Archive): Promise<Book | Refusal> {
  const roots = await relationsOf(archive, '');
  if (isRefusal(roots)) return roots;
  const main = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.part;
  if (main === undefined) return damaged();
  const relations = await relationsOf(archive, main);
  if (isRefusal(relations)) return relations;
  const sheets: Sheet[] = [];
  let since1904 = false;
  const refused = await readXml(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return null;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      if (relation?.kind !== 'worksheet') return null;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', part: relation.part, hidden });
      return null;
    },
    text: () => {},
    close: () => null,
  });
  if (refused) return refused;
  const partFor = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind)?.part;
  const strings = await readStrings(archive, partFor('sharedStrings'));
  if (isRefusal(strings)) return strings;
  const dates = await readDateStyles(archive, partFor('styles'));
  if (isRefusal(dates)) return dates;
  return { sheets, strings, dates, since1904 };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Text in pieces of different fonts is one string; the reading aids of Japanese (`rPh`) are none of it. */
async function readStrings(
  archive: Archive,
  part: string | undefined,
): Promise<string[] | Refusal> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let current = '';
  let total = 0;
  let inText = false;
  let inReading = false;
  const refused = await readXml(archive, part, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      inText = name === 't';
      return null;
    },
    text(text) {
      if (inText && !inReading && total < MAX_TEXT) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name !== 'si') return null;
      total += current.length + 1;
      strings.push(unescaped(current));
      if (total < MAX_TEXT) return null;
      return refuse('too large', `More than ${MAX_TEXT / 1_000_000} million characters of text.`);
    },
  });
  return refused ?? strings;
}

/** Control characters are written `_x000D_`, and what looks like that `_x005F_x000D_` (ECMA-376, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Built-in number formats that show a date (ECMA-376, 18.8.30), with the Asian ones. */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36);
/** Styles beyond what Excel allows only cost memory. */
const MAX_STYLES = 65_000;

/** For each cell style, whether its numbers are days. */
async function readDateStyles(
  archive: Archive,
  part: string | undefined,
): Promise<boolean[] | Refusal> {
  const dates: boolean[] = [];
  if (part === undefined) return dates;
  const own = new Map<number, boolean>();
  let inCells = false;
  const refused = await readXml(archive, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      const id = Number(attributes['numFmtId']);
      if (name === 'numFmt') own.set(id, showsDate(attributes['formatCode'] ?? ''));
      if (name === 'xf' && inCells) dates.push(own.get(id) ?? isBuiltInDate(id));
      return dates.length > MAX_STYLES || own.size > MAX_STYLES ? damaged() : null;
    },
    text: () => {},
    close(name) {
      if (name === 'cellXfs') inCells = false;
      return null;
    },
  });
  return refused ?? dates;
}

function showsDate(format: string): boolean {
  if (format.length > 200) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]/i.test(bare);
}

/** The day behind a serial number, as `2026-05-31`; null for what no calendar day is. */
export function dayOfSerial(serial: number, since1904: boolean): string | null {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0);
  // Day 60 is the 29 February 1900 that never was; nobody dates a task before 1900-03-01.
  if (!(days > 60 && days < 2_958_466)) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
