// Bytes of a file, or pasted text → tables of text. What the bytes are decides, not what the file is called.
import { hasAsciidocTable, readAsciidoc } from './asciidoc.ts';
import { decoded } from './decode.ts';
import { readDelimited } from './delimited.ts';
import { readHtml } from './html.ts';
import { isRule, readMarkdown } from './markdown.ts';
import {
  type Format,
  isRefusal,
  type Refusal,
  refuse,
  tooManyBytes,
  type Workbook,
} from './workbook.ts';
import { readXlsx } from './xlsx.ts';

/** First bytes of files that are no table, and what to say. */
const SIGNATURES: readonly [string, Refusal['why'], string][] = [
  [
    'd0cf11e0a1b11ae1',
    'old format',
    'This is an old Excel file (.xls), or one with a password. Save it as .xlsx without a password.',
  ],
  ['25504446', 'other format', 'This is a PDF. Send the sheet or page it was made from.'],
  ['1f8b', 'other format', 'This is a compressed file. Unpack it and send what is inside.'],
  ['89504e47', 'other format', 'This is a picture. Send the sheet itself.'],
  ['ffd8ff', 'other format', 'This is a picture. Send the sheet itself.'],
];

function readText(format: Exclude<Format, 'xlsx'>, text: string, typed: boolean) {
  switch (format) {
    case 'html':
      return readHtml(text);
    case 'asciidoc':
      return readAsciidoc(text);
    case 'markdown':
      return readMarkdown(text);
    case 'csv':
      return readDelimited(text, typed);
  }
}

const EXTENSIONS: ReadonlyMap<string, Format> = new Map(
  Object.entries({
    xlsx: 'xlsx',
    xlsm: 'xlsx',
    csv: 'csv',
    tsv: 'csv',
    txt: 'csv',
    html: 'html',
    htm: 'html',
    md: 'markdown',
    markdown: 'markdown',
    adoc: 'asciidoc',
    asciidoc: 'asciidoc',
  } as const),
);

const SPOKEN: Record<Format, string> = {
  xlsx: 'an Excel workbook',
  csv: 'delimited text',
  html: 'a web page',
  markdown: 'a Markdown page',
  asciidoc: 'an AsciiDoc page',
};

/** `filename` is empty for text that was pasted. Nothing that bytes can hold makes this throw. */
export async function readTables(bytes: Uint8Array, filename: string): Promise<Workbook | Refusal> {
  const refused = tooManyBytes(bytes.length) ?? (bytes.length === 0 ? EMPTY : null);
  if (refused) return refused;
  if (startsWith(bytes, '504b')) return withNotice(await readXlsx(bytes), filename);
  for (const [signature, why, says] of SIGNATURES) {
    if (startsWith(bytes, signature)) return refuse(why, says);
  }
  const page = decoded(bytes);
  if (page === null) return NOT_TEXT;
  const { text } = page;
  if (JSON_START.test(text)) return NOT_JSON;
  const typed = !filename.includes('.') || /\.(?:txt|md)$/i.test(filename);
  const read = readText(formatOf(text), text, typed);
  if (isRefusal(read)) return read;
  if (read.tables.length === 0) return NO_TABLE;
  return withNotice(page.encoding ? withEncoding(read, page.encoding) : read, filename);
}

function withEncoding(read: Workbook, encoding: string): Workbook {
  const says = `The file is no Unicode and was read as ${encoding}. Look whether its accents are right.`;
  return { ...read, notices: [...read.notices, { sheet: '', row: 0, column: '', says }] };
}

/** A sheet may start with a bracket, but not with these. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[[{"])/;
const NOT_JSON = refuse('other format', 'This is JSON. Send the sheet it was made from.');
const EMPTY = refuse('no table', 'The file is empty.');
const NO_TABLE = refuse('no table', 'There is no table in this file.');
const NOT_TEXT = refuse(
  'not text',
  'This is neither a workbook nor text in UTF-8. Save it as .xlsx, or as "CSV UTF-8".',
);

function startsWith(bytes: Uint8Array, hex: string): boolean {
  return Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;
}

/** A page's first table starts before this line. */
const LOOKED_AT = 20_000;

/** Signs that one format alone has, the most telling first. */
function formatOf(text: string): Exclude<Format, 'xlsx'> {
  if (/<table[\s>]/i.test(text) && /<t[dh][\s>]/i.test(text) && !isQuoted(text)) return 'html';
  if (hasAsciidocTable(text)) return 'asciidoc';
  const piped = text.split(/\r\n|\n|\r/, LOOKED_AT).some(isRule);
  return piped && !isQuoted(text) ? 'markdown' : 'csv';
}

/** A CSV of ours may hold any text, tables as well: its header comes first. */
function isQuoted(text: string): boolean {
  return /^\uFEFF?"?id"?[,;\t]/.test(text);
}

function withNotice(read: Workbook | Refusal, filename: string): Workbook | Refusal {
  if (isRefusal(read)) return read;
  const extension = /\.([a-z0-9]{1,10})$/i.exec(filename)?.[1]?.toLowerCase() ?? '';
  const named = EXTENSIONS.get(extension);
  if (named === undefined || named === read.format) return read;
  const says = `The file is named .${extension}, but it is ${SPOKEN[read.format]} and was read as one.`;
  return { ...read, notices: [...read.notices, { sheet: '', row: 0, column: '', says }] };
}
