/** Counts by month from a text: what Excel copies, what a CSV file holds, what somebody writes line by line. */

import { readCount } from "./counts.js";
import { month as monthFrom, monthsLater, readMonth, withinReach } from "./months.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./series.js").Row} Row
 * @typedef {import("./counts.js").CountProblem | "month" | "year" | "far" | "first" | "future" | "twice"} Problem
 * @typedef {{line: number, text: string, problem: Problem}} Unread
 * @typedef {{rows: Row[], unread: Unread[], needsFirst: boolean, cut: boolean}} Pasted
 *   cut: there was more than is read
 * @typedef {{month: number, count: number, note: number}} Columns  places, −1 where there is none
 */

/** More than this is another file than a list of months. */
export const MOST_LINES = 2000;

/** The longest line that is looked at, and the most of it that is shown. */
const LONGEST_LINE = 1000;
const LONGEST_SHOWN = 60;

export const LONGEST_NOTE = 200;

/** The words at the top of a column, in our own files, in the workbook and where people name them themselves. */
const HEADINGS = {
  month: /^(?:måned|mnd|dato|periode)/,
  video: /video/,
  count: /^(?:antall|konsultasjon|tall)/,
  note: /^(?:merknad|notat|kommentar|det som forklarer|hendelse)/,
};

/**
 * @param {string} text
 * @param {Month | null} first  the month of the first line, where lines have a count alone or months without a year
 * @param {Month} now
 * @returns {Pasted}
 */
export function readPasted(text, first, now) {
  return readTable(cellsOf(text), first, now);
}

/**
 * @param {string[][]} table
 * @param {Month | null} first
 * @param {Month} now
 * @returns {Pasted}
 */
export function readTable(table, first, now) {
  const all = upright(table);
  const lines = all.slice(0, MOST_LINES);
  const heading = lines.findIndex((cells) => columnsNamed(cells));
  const firstWords = lines.findIndex((cells) => cells.some((cell) => cell !== ""));
  const columns = columnsNamed(lines[heading] ?? []) ?? columnsGuessed(lines);
  const reading = { first, now, previous: /** @type {Month | null} */ (null), seen: new Set() };
  /** @type {Pasted} */
  const pasted = { rows: [], unread: [], needsFirst: false, cut: all.length > MOST_LINES };
  lines.forEach((cells, index) => {
    if (cells.every((cell) => cell === "") && (columns.month >= 0 || index === lines.length - 1)) return;
    if (index <= heading || (index === firstWords && isHeading(cells))) return;
    const read = readLine(cells, columns, reading);
    if (read === null) return;
    if ("problem" in read) {
      pasted.needsFirst ||= read.problem === "first" || read.problem === "year";
      pasted.unread.push({ line: index + 1, text: shown(cells), problem: read.problem });
    } else {
      pasted.rows.push(read);
    }
  });
  return { ...pasted, rows: trimmed(pasted.rows.sort((one, other) => (one.month < other.month ? -1 : 1))) };
}

/**
 * Without the empty months at either end, which many tables have standing ready.
 *
 * @param {Row[]} rows
 * @returns {Row[]}
 */
function trimmed(rows) {
  const isWritten = (/** @type {Row} */ { count, note }) => count !== null || note !== "";
  const end = rows.length - [...rows].reverse().findIndex(isWritten);
  return rows.some(isWritten) ? rows.slice(rows.findIndex(isWritten), end) : [];
}

/**
 * @param {string[]} cells
 * @param {Columns} columns
 * @param {{first: Month | null, now: Month, previous: Month | null, seen: Set<Month>}} reading
 * @returns {Row | {problem: Problem} | null}  null for a month ahead that nobody has written anything of
 */
function readLine(cells, columns, reading) {
  const month = columns.month < 0 ? nextMonth(reading) : monthIn(cells[columns.month] ?? "", reading);
  if (typeof month === "object") return month;
  reading.previous = month;
  const read = readCount(cells[columns.count] ?? "");
  const note = (cells[columns.note] ?? "").slice(0, LONGEST_NOTE);
  if (month > reading.now && "count" in read && read.count === null && note === "") return null;
  if (!withinReach(month, reading.now)) return { problem: "far" };
  if ("problem" in read) return read;
  if (read.count !== null && month > reading.now) return { problem: "future" };
  if (reading.seen.has(month)) return { problem: "twice" };
  reading.seen.add(month);
  return { month, count: read.count, note };
}

/**
 * @param {{first: Month | null, previous: Month | null}} reading
 * @returns {Month | {problem: Problem}}
 */
function nextMonth({ first, previous }) {
  if (previous !== null) return monthsLater(previous, 1);
  return first ?? { problem: "first" };
}

/**
 * A month without a year is the next of that name, from the first month chosen on.
 *
 * @param {string} text
 * @param {{first: Month | null, previous: Month | null}} reading
 * @returns {Month | {problem: Problem}}
 */
function monthIn(text, { first, previous }) {
  const read = readMonth(text);
  if (!read) return { problem: "month" };
  if (read.year !== null) return monthFrom(read.year, read.number);
  if (first === null) return { problem: "year" };
  const from = previous === null ? first : monthsLater(previous, 1);
  const sameYear = monthFrom(Number(from.slice(0, 4)), read.number);
  return sameYear >= from ? sameYear : monthsLater(sameYear, 12);
}

/**
 * Lines into cells: by tabs, as Excel copies them, else by semicolons, else by a comma or blanks after a month.
 *
 * @param {string} text
 * @returns {string[][]}
 */
function cellsOf(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/, MOST_LINES + 1).map((line) => line.slice(0, LONGEST_LINE));
  const mark = ["\t", ";"].find((separator) => lines.some((line) => line.includes(separator)));
  return lines.map((line) => (mark ? line.split(mark) : monthAndRest(line.trim())).map(bare));
}

/** @param {string} cell */
function bare(cell) {
  const trimmed = cell.trim();
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1).replace(/""/g, '"').trim() : trimmed;
}

/**
 * «januar 2026: 34» and «2026-01,34»: the longest beginning that is a month, and what follows it. What looks like a year
 * of two digits at the end of a line («jan 26») is a count, unless a hyphen holds it to the month.
 *
 * @param {string} line
 * @returns {string[]}
 */
function monthAndRest(line) {
  if (readMonth(line) && /\d{4}$|^\S+$/.test(line)) return [line, ""];
  for (const gap of [...line.matchAll(/[\s,:]+/g)].reverse()) {
    const beginning = line.slice(0, gap.index);
    if (readMonth(beginning)) return [beginning, line.slice(gap.index + gap[0].length)];
  }
  return [line];
}

/**
 * Months side by side with the counts below, turned to stand one above the other.
 *
 * @param {string[][]} table
 * @returns {string[][]}
 */
function upright(table) {
  const filledIn = table.filter((cells) => cells.some((cell) => cell !== ""));
  const top = filledIn[0] ?? [];
  if (filledIn.length > 3 || top.filter((cell) => readMonth(cell)).length < 2) return table;
  return top.map((_, column) => filledIn.map((cells) => cells[column] ?? ""));
}

/**
 * @param {string[]} cells
 * @returns {Columns | null}
 */
function columnsNamed(cells) {
  const names = cells.map((cell) => cell.toLowerCase());
  const month = names.findIndex((name) => HEADINGS.month.test(name));
  const video = names.findIndex((name) => HEADINGS.video.test(name));
  const count = video < 0 ? names.findIndex((name) => HEADINGS.count.test(name)) : video;
  const note = names.findIndex((name) => HEADINGS.note.test(name));
  return month < 0 || count < 0 || cells.some((cell) => readMonth(cell)) ? null : { month, count, note };
}

/**
 * @param {string[][]} lines
 * @returns {Columns}
 */
function columnsGuessed(lines) {
  const months = lines.filter((cells) => readMonth(cells[0] ?? "")).length;
  const pairs = lines.filter((cells) => cells.length > 1 && cells[1] !== "").length;
  return months > 0 || pairs > 0 ? { month: 0, count: 1, note: 2 } : { month: -1, count: 0, note: -1 };
}

/**
 * Words alone, above what is read.
 *
 * @param {string[]} cells
 */
function isHeading(cells) {
  return !cells.some((cell) => /\d/.test(cell) || readMonth(cell));
}

/** @param {string[]} cells */
function shown(cells) {
  const text = cells.filter((cell) => cell !== "").join(" · ");
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text;
}
