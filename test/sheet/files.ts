// Files that a stranger might send: small workbooks part by part, bombs, and real ones with a few bytes changed.
import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const rels = (kind: string, target: string) =>
  `<Relationships><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;

function partsOf(rows: string, parts: Readonly<Record<string, string>>): Record<string, string> {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': rels('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  };
}

/** A workbook whose sheet inflates to so many megabytes of blanks; made in pieces, to weigh nothing itself. */
export function bomb(megabytes: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  for (const [name, text] of Object.entries(partsOf('', {}))) {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    if (name.endsWith('sheet1.xml')) {
      const blanks = new Uint8Array(1_000_000).fill(32);
      for (let n = 0; n < megabytes; n += 1) part.push(blanks);
    }
    part.push(strToU8(text), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

/** One sheet with this XML inside `sheetData`, and other parts as they are given. */
export function xlsxOf(rows: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, text] of Object.entries(partsOf(rows, parts))) zippable[name] = strToU8(text);
  return zipSync(zippable, { level: 1 });
}

export const withStrings = `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;

export const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
export const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`;

/** A small matrix, as a workbook that is read without complaint. */
export const PLAIN = [
  ['Task', 'Customer', 'Provider'],
  ['Mail flow', 'A', 'R'],
  ['Backups', 'I', 'RA'],
  ['Printers', 'RA', ''],
];
export const plainXlsx = () => xlsxOf(PLAIN.map((texts) => row(...texts)).join(''));

/** The zip's directory says a tenth of what each part inflates to. */
export function lying(zip: Uint8Array): Uint8Array {
  const lied = Uint8Array.from(zip);
  const view = new DataView(lied.buffer);
  for (let at = 0; at + 46 < lied.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, Math.floor(view.getUint32(at + 24, true) / 10), true);
  }
  return lied;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A few bytes changed, cut out, doubled, or the end cut off. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const some = 1 + Math.floor(random() * 64);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return bytes.slice(0, at);
  if (kind === 1) return joined(bytes.subarray(0, at), bytes.subarray(at + some));
  if (kind === 2) return joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - some)));
  const changed = Uint8Array.from(bytes);
  const times = kind === 3 ? 1 : some;
  for (let n = 0; n < times; n += 1) {
    changed[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  return changed;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
