// Sheets of text → an Excel workbook: frozen heads, filters, every cell typed as text so that no program runs one.
import { strToU8, zipSync } from 'fflate';
import { columnName } from '../reading/workbook.ts';

/** `widths` are in characters. The first row is the head; `frozen` columns stay in sight as well. */
export type TextSheet = {
  name: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  widths: readonly number[];
  frozen: number;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A fixed time, so that the same matrix gives the same bytes; zips know none before 1980. */
const WRITTEN = new Date(Date.UTC(1980, 0, 2));

/** Style 1 is the head; style 2 is text that stays text when it is edited, quoted as Excel quotes it. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEBE9"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
</styleSheet>`;

export function writeWorkbook(sheets: readonly TextSheet[]): Uint8Array {
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheets)),
    '_rels/.rels': strToU8(relations([['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml']])),
    'xl/workbook.xml': strToU8(workbook(sheets)),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations([
        ...sheets.map((_, index): [string, string, string] => [
          `rId${index + 1}`,
          `${OFFICE}/worksheet`,
          `worksheets/sheet${index + 1}.xml`,
        ]),
        [`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': strToU8(STYLES),
  };
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(worksheet(sheet));
  }
  return zipSync(parts, { level: 6, mtime: WRITTEN });
}

/** What XML cannot hold is written as `_x000B_`, and what only looks like that with an escape of its own. */
function escaped(text: string): string {
  const hex = (sign: string) =>
    `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, hex)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function worksheet({ header, rows, widths, frozen }: TextSheet): string {
  const last = columnName(header.length - 1);
  const cell = (text: string, row: number, column: number, style: number) =>
    text === ''
      ? ''
      : `<c r="${columnName(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const line = (cells: readonly string[], row: number, style: number) =>
    `<row r="${row}">${cells.map((text, column) => cell(text, row, column, style)).join('')}</row>`;
  const columns = header.map(
    (_, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? 20}" style="2" customWidth="1"/>`,
  );
  const corner = `${columnName(frozen)}2`;
  const split = frozen > 0 ? `xSplit="${frozen}" ` : '';
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>
${line(header, 1, 1)}
${rows.map((cells, index) => line(cells, index + 2, 2)).join('\n')}
</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function workbook(sheets: readonly TextSheet[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.map(
    ({ name, header, rows }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escaped(name)}'!$A$1:$${columnName(header.length - 1)}$${rows.length + 1}</definedName>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

function contentTypes(sheets: readonly TextSheet[]): string {
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SPREADSHEET}.${kind}+xml"/>`;
  const list = sheets.map((_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet'));
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${list.join('')}${part('styles', 'styles')}</Types>`;
}

function relations(list: readonly [string, string, string][]): string {
  const all = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}
