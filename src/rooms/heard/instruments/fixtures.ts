/** Workbooks for tests, as small as the format lets them be. */
import { strToU8, zipSync } from 'fflate';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

export function workbook(sheets: Sheets): Uint8Array {
  return zipSync(workbookParts(sheets));
}

/** The parts of a workbook by name, for tests that spoil one. */
export function workbookParts(sheets: Sheets): Record<string, Uint8Array> {
  const names = Object.keys(sheets);
  const letters = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
  const cellXml = (at: string, cell: Sheets[string][number][number]): string => {
    if (cell === '') return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  };
  const files = Object.values(sheets).map((rows, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map(
        (row, line) =>
          `<row r="${line + 1}">${row.map((cell, column) => cellXml(`${letters(column)}${line + 1}`, cell)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`,
  ]);
  const all: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ` +
      `ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ` +
      `ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ` +
      `ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship ' +
      'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
      'Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
      `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` +
      names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
      `</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      names
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" ` +
            `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" ` +
            `Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join('') +
      `</Relationships>`,
    ...Object.fromEntries(files),
  };
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)]));
}
