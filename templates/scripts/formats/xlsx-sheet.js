// A sheet of a workbook as XML: lines above, a header row that stays in sight, and the rows of its table.
import { serialOf } from "./xlsx-dates.js";
import { LOOKS } from "./xlsx-styles.js";
import { escaped } from "./xml.js";

/** @typedef {import("./xlsx-writer.js").Cell} Cell */
/** @typedef {import("./xlsx-writer.js").Column} Column */
/** @typedef {import("./xlsx-writer.js").Sheet} Sheet */

/**
 * @typedef {object} Shared what sheets have in common
 * @property {(text: string) => number} numberOf the number of a text
 * @property {(choices: string[]) => string} choicesOf the formula that gives choices
 */

const SPARE_ROWS = 50;
const LONGEST_TEXT = 32_767;
const WIDEST = 60;
const NARROWEST = { text: 10, number: 10, date: 12 };
// What the button of a filter takes of a header.
const BUTTON = 4;
const LINE_HEIGHT = 14.5;
const HIGHEST_ROW = 409;

/**
 * @param {Sheet} sheet
 * @param {boolean} isFirst
 * @param {Shared} shared
 */
export function sheetXml(sheet, isFirst, shared) {
  const header = headerRow(sheet);
  const below = `A${header + 1}`;
  return [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">`,
    `<pane ySplit="${header}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`,
    `<cols>${columnsXml(sheet)}</cols>`,
    `<sheetData>${rowsXml(sheet, shared)}</sheetData>`,
    `<autoFilter ref="${tableRange(sheet, "")}"/>`,
    validationsXml(sheet, shared),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join("");
}

/**
 * The number of the row with the headers.
 * @param {Sheet} sheet
 */
export function headerRow({ above = [] }) {
  return above.length > 0 ? above.length + 2 : 1;
}

/**
 * The cells of the table, headers included.
 * @param {Sheet} sheet
 * @param {"" | "$"} fixed what stands before the columns and the rows
 */
export function tableRange(sheet, fixed) {
  const header = headerRow(sheet);
  const last = `${fixed}${columnName(sheet.columns.length - 1)}${fixed}${header + sheet.rows.length}`;
  return `${fixed}A${fixed}${header}:${last}`;
}

/**
 * The letters of a column, counted from 0.
 * @param {number} index
 * @returns {string}
 */
export function columnName(index) {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** @param {Sheet} sheet */
function columnsXml(sheet) {
  const widths = widthsOf(sheet);
  return sheet.columns
    .map((column, index) => {
      const place = `min="${index + 1}" max="${index + 1}"`;
      const look = `style="${LOOKS[column.kind ?? "text"]}" customWidth="1"${column.hidden ? ' hidden="1"' : ""}`;
      return `<col ${place} width="${widths[index]}" ${look}/>`;
    })
    .join("");
}

/** @param {Sheet} sheet */
function widthsOf({ columns, rows }) {
  return columns.map((column, index) => column.width ?? likelyWidth(column, rows.map((row) => row[index] ?? null)));
}

/**
 * @param {Column} column
 * @param {Cell[]} cells
 */
function likelyWidth({ header, kind = "text", choices = [] }, cells) {
  const texts = [...cells, ...choices].map((cell) => (typeof cell === "string" ? cell.length + 2 : 0));
  const widest = texts.reduce((most, length) => Math.max(most, length), header.length + BUTTON);
  return Math.min(WIDEST, Math.max(NARROWEST[kind], widest));
}

/**
 * @param {Sheet} sheet
 * @param {Shared} shared
 */
function rowsXml(sheet, shared) {
  const { columns, rows, above = [] } = sheet;
  const header = headerRow(sheet);
  const widths = widthsOf(sheet);
  // In a column that is hidden nobody would see the lines above.
  const before = columns.slice(0, columns.findIndex((column) => !column.hidden)).map(() => null);
  const lines = above.map((line, index) => {
    const look = index === 0 ? LOOKS.title : LOOKS.plain;
    return rowXml(index + 1, [...before, line], () => look, "", shared);
  });
  const headers = columns.map((column) => column.header);
  const table = rows.map((row, index) => {
    const cells = row.slice(0, columns.length);
    const lookOf = (/** @type {number} */ at) => LOOKS[columns[at]?.kind ?? "text"];
    return rowXml(header + 1 + index, cells, lookOf, heightOf(cells, widths), shared);
  });
  const headerXml = rowXml(header, headers, () => LOOKS.header, heightOf(headers, widths), shared);
  return [...lines, headerXml, ...table].join("");
}

/**
 * How high a row is whose texts go over several lines. Excel finds that out by itself; LibreOffice does not.
 * @param {Cell[]} cells
 * @param {number[]} widths
 */
function heightOf(cells, widths) {
  const lines = cells.map((cell, index) => (typeof cell === "string" ? linesOf(cell, widths[index] ?? 1) : 1));
  const most = lines.reduce((highest, count) => Math.max(highest, count), 1);
  return most > 1 ? ` ht="${Math.min(HIGHEST_ROW, most * LINE_HEIGHT + 1)}"` : "";
}

/**
 * @param {string} text
 * @param {number} width
 */
function linesOf(text, width) {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

/**
 * @param {number} number
 * @param {Cell[]} cells
 * @param {(index: number) => number} lookOf
 * @param {string} height
 * @param {Shared} shared
 */
function rowXml(number, cells, lookOf, height, shared) {
  const made = cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell, lookOf(index), shared));
  return `<row r="${number}"${height}>${made.join("")}</row>`;
}

/**
 * @param {string} place
 * @param {Cell} cell
 * @param {number} look
 * @param {Shared} shared
 */
function cellXml(place, cell, look, { numberOf }) {
  const start = `<c r="${place}" s="${look}"`;
  if (typeof cell === "number") return Number.isFinite(cell) ? `${start}><v>${cell}</v></c>` : "";
  if (typeof cell === "boolean") return `${start} t="b"><v>${cell ? 1 : 0}</v></c>`;
  const serial = cell && typeof cell === "object" ? serialOf(cell.date) : null;
  if (serial !== null) return `<c r="${place}" s="${LOOKS.date}"><v>${serial}</v></c>`;
  const text = cell && typeof cell === "object" ? cell.date : cell;
  return text ? `${start} t="s"><v>${numberOf(text.slice(0, LONGEST_TEXT))}</v></c>` : "";
}

/**
 * @param {Sheet} sheet
 * @param {Shared} shared
 */
function validationsXml(sheet, { choicesOf }) {
  const first = headerRow(sheet) + 1;
  const last = headerRow(sheet) + sheet.rows.length + (sheet.spareRows ?? SPARE_ROWS);
  const made = sheet.columns.flatMap(({ choices = [], allowsOthers = false }, index) => {
    if (choices.length === 0 || last < first) return [];
    const range = `${columnName(index)}${first}:${columnName(index)}${last}`;
    const refusal = allowsOthers ? "" : ' showErrorMessage="1"';
    const rule = '<dataValidation type="list" allowBlank="1"';
    return [`${rule}${refusal} sqref="${range}"><formula1>${escaped(choicesOf(choices))}</formula1></dataValidation>`];
  });
  return made.length > 0 ? `<dataValidations count="${made.length}">${made.join("")}</dataValidations>` : "";
}
