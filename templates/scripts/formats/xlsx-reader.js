// What a workbook holds, from Excel, LibreOffice or whatever else writes .xlsx. Needs the browser's DOMParser.
import { ImportError } from "../core/values.js";
import { dayOfSerial, isDateFormat } from "./xlsx-dates.js";
import { mainPart, relationsOf } from "./xlsx-parts.js";
import { childrenOf, firstOf, rootOf } from "./xml.js";
import { openZip } from "./zip-reader.js";

/** @typedef {import("./xlsx-writer.js").Cell} Cell */
/** @typedef {{strings: string[], isDate: boolean[], date1904: boolean}} Shared what the cells of all sheets refer to */

/** Larger files are refused; ask before reading one. */
export const MOST_WORKBOOK_BYTES = 10_000_000;

const MEGABYTE = 1_000_000;
const MOST_UNPACKED = 25 * MEGABYTE;
// Cells with something in them, and places between them, in all sheets together.
const MOST_CELLS = 200_000;
const MOST_PLACES = 1_000_000;

/**
 * The sheets of a workbook, as rows of cells: empty ones are null, and nothing follows the last that is not.
 * @param {Uint8Array} bytes
 * @returns {{date1904: boolean, sheets: {name: string, hidden: boolean, rows: Cell[][]}[]}}
 */
export function readWorkbook(bytes) {
  const archive = openZip(checked(bytes), MOST_UNPACKED);
  const main = mainPart(archive);
  const workbook = rootOf(archive.read(main));
  const relations = relationsOf(archive, main);
  const date1904 = isTrue(firstOf(workbook, "workbookPr")?.getAttribute("date1904"));
  const first = (/** @type {string} */ kind) => relations.find((relation) => relation.kind === kind);
  const strings = first("sharedStrings");
  const styles = first("styles");
  const shared = {
    date1904,
    strings: strings ? childrenOf(rootOf(archive.read(strings.path)), "si").map(textOf) : [],
    isDate: styles ? dateLooks(rootOf(archive.read(styles.path))) : [],
  };
  const room = { cells: MOST_CELLS, places: MOST_PLACES };
  const sheets = childrenOf(firstOf(workbook, "sheets"), "sheet").flatMap((sheet) => {
    const relation = relations.find(({ id }) => id === attribute(sheet, "id"));
    if (relation?.kind !== "worksheet") return [];
    const hidden = (sheet.getAttribute("state") ?? "visible") !== "visible";
    const rows = rowsOf(rootOf(archive.read(relation.path)), shared, room);
    return [{ name: sheet.getAttribute("name") ?? "", hidden, rows }];
  });
  if (sheets.length === 0) throw new ImportError("xlsx-other");
  return { date1904, sheets };
}

/** @param {Uint8Array} bytes */
function checked(bytes) {
  if (bytes.length > MOST_WORKBOOK_BYTES) {
    throw new ImportError("xlsx-too-large", { megabytes: MOST_WORKBOOK_BYTES / MEGABYTE });
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new ImportError(isLocked(bytes) ? "xlsx-encrypted" : "xlsx-old");
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new ImportError("xlsx-other");
  return bytes;
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} start
 */
function startsWith(bytes, start) {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * Whether a file of Office's old kind is only the shell around a locked one of the new.
 * @param {Uint8Array} bytes
 */
function isLocked(bytes) {
  return new TextDecoder("latin1").decode(bytes).includes([..."EncryptedPackage"].join("\0"));
}

/**
 * An attribute in whatever namespace.
 * @param {Element} element
 * @param {string} name
 */
function attribute(element, name) {
  return Array.from(element.attributes).find(({ localName }) => localName === name)?.value;
}

/**
 * For each look that cells can have, whether it shows a number as a day.
 * @param {Element} styles
 */
function dateLooks(styles) {
  const codes = new Map(
    childrenOf(firstOf(styles, "numFmts"), "numFmt").map((format) => [
      format.getAttribute("numFmtId"),
      format.getAttribute("formatCode") ?? "",
    ]),
  );
  return childrenOf(firstOf(styles, "cellXfs"), "xf").map((look) => {
    const id = look.getAttribute("numFmtId");
    return isDateFormat(Number(id), codes.get(id));
  });
}

/**
 * @param {Element} sheet
 * @param {Shared} shared
 * @param {{cells: number, places: number}} room what is left of it; less afterwards
 */
function rowsOf(sheet, shared, room) {
  /** @type {Cell[][]} */
  const rows = [];
  let number = 0;
  for (const row of childrenOf(firstOf(sheet, "sheetData"), "row")) {
    number = Number(row.getAttribute("r") ?? number + 1);
    const cells = cellsOf(row, shared, room);
    if (cells.length === 0) continue;
    if (!Number.isInteger(number) || number < 1) throw new ImportError("xlsx-damaged");
    use(room, "places", number - rows.length);
    while (rows.length < number) rows.push([]);
    rows[number - 1] = cells;
  }
  return rows;
}

/**
 * @param {Element} row
 * @param {Shared} shared
 * @param {{cells: number, places: number}} room
 */
function cellsOf(row, shared, room) {
  /** @type {Cell[]} */
  const cells = [];
  let column = -1;
  for (const cell of childrenOf(row, "c")) {
    column = columnOf(cell.getAttribute("r")) ?? column + 1;
    const value = valueOf(cell, shared);
    if (value === null) continue;
    use(room, "cells", 1);
    use(room, "places", column + 1 - cells.length);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  return cells;
}

/**
 * @param {{cells: number, places: number}} room
 * @param {"cells" | "places"} kind
 * @param {number} count
 */
function use(room, kind, count) {
  room[kind] -= Math.max(0, count);
  if (room[kind] < 0) throw new ImportError("xlsx-too-much");
}

/**
 * The column in a reference like «AB12», counted from 0.
 * @param {string | null} reference
 */
function columnOf(reference) {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * @param {Element} cell
 * @param {Shared} shared
 * @returns {Cell}
 */
function valueOf(cell, { strings, isDate, date1904 }) {
  const type = cell.getAttribute("t") ?? "n";
  if (type === "inlineStr") return textOf(firstOf(cell, "is")) || null;
  const value = firstOf(cell, "v")?.textContent ?? "";
  // What a formula gives is not always kept beside it, and an empty cell is something else.
  if (value === "") return firstOf(cell, "f") ? `=${firstOf(cell, "f")?.textContent ?? ""}` : null;
  if (type === "s") return strings[Number(value)] || null;
  if (type === "str" || type === "e") return excelText(value);
  if (type === "b") return isTrue(value);
  if (type === "d") return dayOfIso(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  const day = isDate[Number(cell.getAttribute("s") ?? 0)] ? dayOfSerial(number, date1904) : null;
  return day === null ? number : { date: day };
}

/**
 * The text of a string, of whatever looks; without how it is pronounced.
 * @param {Element | null} element
 */
function textOf(element) {
  const runs = Array.from(element?.children ?? []).flatMap((child) =>
    child.localName === "t" ? [child] : child.localName === "r" ? childrenOf(child, "t") : [],
  );
  return excelText(runs.map((run) => run.textContent ?? "").join(""));
}

/**
 * A text with the characters that Excel writes by their numbers.
 * @param {string} text
 */
function excelText(text) {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** @param {string} value */
function dayOfIso(value) {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.test(value) ? { date: value.slice(0, 10) } : value;
}

/** @param {string | null | undefined} value */
function isTrue(value) {
  return value === "1" || value === "true";
}
