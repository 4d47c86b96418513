// An Excel workbook → its visible sheets as tables of text. Formulas are not run: what they last showed is read.
import { MAX_COLUMNS, MAX_ROWS } from '../columns.ts';
import {
  type Collector,
  createCollector,
  isRefusal,
  type Notice,
  type Refusal,
  refuse,
  type Workbook,
} from './workbook.ts';
import { type Book, dayOfSerial, isTrue, readBook, type Sheet, unescaped } from './xlsx-parts.ts';
import { readXml } from './xml.ts';
import { type Archive, damaged, openArchive } from './zip.ts';

const MACROS =
  'The workbook holds macros. Save it as "Excel Workbook (.xlsx)", which leaves them out, and send that.';

/** What else comes as a zip, by a part that only it has. */
const OTHERS: readonly [RegExp, string][] = [
  [/^xl\/workbook\.bin$/, 'This is a binary workbook (.xlsb). Save it as .xlsx.'],
  [/^word\//, 'This is a Word document. Copy its table into a sheet, or save it as a web page.'],
  [/^ppt\//, 'This is a presentation. Copy its table into a sheet.'],
  [/^content\.xml$/, 'This is an OpenDocument file. Save it as .xlsx or .csv.'],
];

/** A merged cell may start on a row without any text. */
const RANGE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

export async function readXlsx(bytes: Uint8Array): Promise<Workbook | Refusal> {
  const archive = await openArchive(bytes);
  if (isRefusal(archive)) return archive;
  const names = [...archive.names];
  if (names.some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) {
    return refuse('macros', MACROS);
  }
  const other = OTHERS.find(([part]) => names.some((name) => part.test(name)));
  if (other) return refuse('other format', other[1]);
  if (!archive.names.has('[Content_Types].xml')) {
    return refuse('other format', 'This zip is no workbook. Unpack it and send the file inside.');
  }
  const book = await readBook(archive);
  if (isRefusal(book)) return book;
  const collector = createCollector();
  const notices: Notice[] = [];
  for (const sheet of book.sheets) {
    if (sheet.hidden) {
      const says = 'This sheet is hidden and was left out.';
      notices.push({ sheet: sheet.name, row: 0, column: '', says });
      continue;
    }
    const refused = await readSheetPart(archive, book, sheet, collector);
    if (refused) return refused.sheet === '' ? { ...refused, sheet: sheet.name } : refused;
  }
  const tables = collector.tables().map((table) => {
    const width = Math.max(...table.rows.map(({ cells }) => cells.length));
    for (const { cells } of table.rows) while (cells.length < width) cells.push('');
    return table;
  });
  return { kind: 'workbook', format: 'xlsx', tables, notices };
}

async function readSheetPart(
  archive: Archive,
  book: Book,
  { name: sheet, part }: Sheet,
  collector: Collector,
): Promise<Refusal | null> {
  const started = collector.table(sheet, []);
  if (started) return started;
  let row = 0;
  let column = -1;
  let kind = '';
  let style = 0;
  let content = '';
  let taking = false;

  function value(): string {
    if (kind === 's') return book.strings[Number(content)] ?? '';
    if (kind === 'b') return isTrue(content) ? 'TRUE' : 'FALSE';
    if (kind !== '' && kind !== 'n') return unescaped(content);
    const day = book.dates[style] ? dayOfSerial(Number(content), book.since1904) : null;
    return day ?? content;
  }

  return readXml(archive, part, {
    open(name, attributes) {
      taking = false;
      switch (name) {
        case 'row':
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
          column = -1;
          return Number.isSafeInteger(row) && row > 0 ? null : damaged(sheet);
        case 'c': {
          column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
          kind = attributes['t'] ?? '';
          style = Number(attributes['s'] ?? 0);
          content = '';
          return column >= 0 ? null : damaged(sheet);
        }
        case 'v':
          taking = true;
          return null;
        case 't':
          taking = kind === 'inlineStr';
          return null;
        case 'mergeCell':
          return merge(attributes['ref'] ?? '');
        default:
          return null;
      }
    },
    text(text) {
      if (taking) content += text;
    },
    close(name) {
      taking = false;
      if (name !== 'c' || content === '') return null;
      return collector.cell(row, column, value());
    },
  });

  function merge(ref: string): Refusal | null {
    const [, left = '', top = '', right = '', bottom = ''] = RANGE.exec(ref) ?? [];
    if (left === '') return null;
    const [first, last] = [columnOf(left), columnOf(right)];
    return collector.span({
      row: Number(top),
      column: first,
      rows: Math.min(Number(bottom) - Number(top) + 1, MAX_ROWS),
      columns: Math.min(last - first + 1, MAX_COLUMNS),
    });
  }
}

/** `A1` → 0, `AB7` → 27; -1 for what is no reference. */
function columnOf(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}
