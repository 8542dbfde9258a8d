// CSV as Norwegian Excel writes and reads it: «;» between cells, CRLF between rows, UTF-8 with a byte order mark.
import { textIn } from "../core/text-bytes.js";
import { ImportError } from "../core/values.js";

/** @typedef {string | number | null} CsvCell */
/** @typedef {{isOurs?: (header: string[]) => boolean}} ReadingOptions */

/** Larger files are refused; ask before reading one. */
export const MOST_CSV_BYTES = 5_000_000;

const MEGABYTE = 1_000_000;
const MOST_CELLS = 200_000;
const BYTE_ORDER_MARK = "\uFEFF";
// In this order: a comma may be in a number.
const SEPARATORS = ["\t", ";", ","];
const LOOKED_AT = 50;
// What the files of Excel begin with: those of today, and those of before 2007.
const WORKBOOKS = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
];
// What a spreadsheet would take for a formula. Apostrophes in front count, so that what is disarmed can be told from what
// somebody wrote with an apostrophe.
const DANGEROUS = /^'*[=+\-@\t\r\n]/;
const DISARMED = /^'+[=+\-@\t\r\n]/;

/**
 * The text of a CSV file. Texts that a spreadsheet could take for formulas get an apostrophe in front; numbers don't.
 * @param {CsvCell[][]} rows
 * @returns {string}
 */
export function writeCsv(rows) {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(";")}\r\n`).join("");
}

/**
 * The rows of a file, as texts; blank lines at its end are left out.
 * @param {Uint8Array} bytes
 * @param {ReadingOptions} [options] isOurs gets the first row and says whether writeCsv wrote it: then its apostrophes go
 * @returns {string[][]}
 */
export function readCsv(bytes, options) {
  if (bytes.length > MOST_CSV_BYTES) throw new ImportError("csv-too-large", { megabytes: MOST_CSV_BYTES / MEGABYTE });
  return readCsvText(decoded(bytes), options);
}

/**
 * The rows of text that is text already, as when somebody pastes cells.
 * @param {string} text
 * @param {ReadingOptions} [options]
 * @returns {string[][]}
 */
export function readCsvText(text, { isOurs = () => false } = {}) {
  const [content, named] = withoutSeparatorLine(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  const rows = withoutBlankEnd(rowsOf(content, named ?? likelySeparator(content)));
  const [header] = rows;
  if (!header) throw new ImportError("csv-empty");
  return isOurs(header) ? rows.map((row) => row.map(armed)) : rows;
}

/** @param {CsvCell} cell */
function written(cell) {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell).replace(".", ",") : "";
  const text = cell ?? "";
  const safe = DANGEROUS.test(text) ? `'${text}` : text;
  return /[;,"\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string} text */
function armed(text) {
  return DISARMED.test(text) ? text.slice(1) : text;
}

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  const isWorkbook = WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte));
  if (isWorkbook) throw new ImportError("csv-workbook");
  const text = textIn(bytes);
  if (text.includes("\0")) throw new ImportError("csv-not-text");
  return text;
}

/**
 * Excel's own way to name the separator, on a line before the rows.
 * @param {string} text
 * @returns {[string, string?]}
 */
function withoutSeparatorLine(text) {
  const line = /^sep=(.)(?:\r\n?|\n|$)/.exec(text);
  return line ? [text.slice(line[0].length), line[1]] : [text];
}

/**
 * The first separator that gives every row equally many cells, else the one that gives the first row most.
 * @param {string} text
 */
function likelySeparator(text) {
  const found = SEPARATORS.map((separator) => {
    const [first = 0, ...others] = widthsOf(text, separator);
    return { separator, first, isEven: others.every((width) => width === first) };
  }).filter(({ first }) => first > 1);
  const best = found.find(({ isEven }) => isEven) ?? found.sort((a, b) => b.first - a.first)[0];
  return best?.separator ?? ";";
}

/**
 * How many cells each of the first rows has.
 * @param {string} text
 * @param {string} separator
 */
function widthsOf(text, separator) {
  const widths = [];
  for (const row of rowsIn(text, separator, false)) {
    if (row.some((cell) => cell !== "")) widths.push(row.length);
    if (widths.length === LOOKED_AT) break;
  }
  return widths;
}

/**
 * @param {string} text
 * @param {string} separator
 */
function rowsOf(text, separator) {
  const rows = [];
  let cells = 0;
  for (const row of rowsIn(text, separator, true)) {
    rows.push(row);
    cells += row.length;
    if (cells > MOST_CELLS) throw new ImportError("csv-too-many", { cells: MOST_CELLS });
  }
  return rows;
}

/**
 * @param {string} text
 * @param {string} separator
 * @param {boolean} isStrict whether a quotation mark without an end is an error
 * @returns {Generator<string[]>}
 */
function* rowsIn(text, separator, isStrict) {
  const plain = new RegExp(`[^${separator}\\r\\n]*`, "y");
  /** @type {string[]} */
  let row = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const end = text[at] === '"' ? closingMark(text, at) : -1;
    if (text[at] === '"' && end === -1 && isStrict) throw new ImportError("csv-quote", { line: lineOf(text, at) });
    const quoted = end === -1 ? "" : text.slice(at + 1, end).replaceAll('""', '"');
    // What follows a closing quotation mark belongs to the cell, as in Excel.
    plain.lastIndex = end === -1 ? at : end + 1;
    const rest = plain.exec(text)?.[0] ?? "";
    row.push(quoted + rest);
    at = plain.lastIndex;
    if (text[at] === separator) {
      at += 1;
    } else {
      yield row;
      row = [];
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
  }
}

/**
 * Where the quotation mark is that ends what the one at `start` begins; -1 where there is none.
 * @param {string} text
 * @param {number} start
 */
function closingMark(text, start) {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}

/**
 * @param {string} text
 * @param {number} at
 */
function lineOf(text, at) {
  return text.slice(0, at).split(/\r\n?|\n/).length;
}

/** @param {string[][]} rows */
function withoutBlankEnd(rows) {
  let length = rows.length;
  while (length > 0 && (rows[length - 1] ?? []).every((cell) => cell.trim() === "")) length -= 1;
  return rows.slice(0, length);
}
