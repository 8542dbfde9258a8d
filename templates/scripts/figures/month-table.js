/** The table that counts are typed into: a row a month, Enter and arrows go from row to row as in a spreadsheet. */

import { shown } from "../core/numbers.js";
import { all, clone, one } from "../page/dom.js";
import { say } from "../page/texts.js";
import { readCount } from "./counts.js";
import { monthName, monthsLater, readMonth, month as monthFrom, withinReach } from "./months.js";
import { withRows, without } from "./series.js";
import { typedField } from "./typed-field.js";
import { thisMonth } from "./work.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./series.js").Series} Series
 * @typedef {import("./series.js").Row} Row
 * @typedef {import("./work.js").Work} Work
 * @typedef {{row: HTMLTableRowElement, count: {show: (isOther: boolean) => void}}} Line
 */

/**
 * @param {Work} work
 * @param {(text: string, first: Month) => void} pasteFrom  shows several lines that were pasted into a row
 */
export function monthTable(work, pasteFrom) {
  const body = one("[data-months]");
  const before = /** @type {HTMLButtonElement} */ (one("[data-month-before]"));
  const after = /** @type {HTMLButtonElement} */ (one("[data-month-after]"));
  /** @type {Map<Month, Line>} */
  let lines = new Map();

  const edges = () => {
    const { months } = work.data();
    return { first: months[0]?.month, last: months.at(-1)?.month };
  };
  const add = (/** @type {Month} */ month) => {
    work.change({ ...work.data(), months: withRows(work.data().months, [emptyRow(month)]) });
    fieldOf(lines.get(month)?.row)?.focus();
  };
  before.addEventListener("click", () => {
    const { first } = edges();
    if (first) add(monthsLater(first, -1));
  });
  after.addEventListener("click", () => {
    const { last } = edges();
    if (last) add(monthsLater(last, 1));
  });
  begin(work, () => fieldOf(/** @type {HTMLTableRowElement} */ (body.firstElementChild))?.focus());

  const lineOf = (/** @type {Month} */ month) => {
    const row = /** @type {HTMLTableRowElement} */ (clone("manedsrad"));
    const field = /** @type {HTMLInputElement} */ (one("[data-count]", row));
    const error = one("[data-error]", row);
    one("[data-month]", row).textContent = monthName(month, "short");
    field.id = `antall-${month}`;
    error.id = `antall-${month}-feil`;
    field.setAttribute("aria-label", say("count-label", { month: monthName(month) }));
    field.setAttribute("aria-describedby", error.id);
    field.addEventListener("keydown", (event) => step(event, body));
    field.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      pasteFrom(text, month);
    });
    const remove = one("[data-remove]", row);
    remove.setAttribute("aria-label", say("remove-month", { month: monthName(month) }));
    remove.addEventListener("click", () => {
      const isFirst = month === edges().first;
      work.change({ ...work.data(), months: without(work.data().months, month) });
      const nearest = isFirst ? body.firstElementChild : body.lastElementChild;
      (fieldOf(/** @type {HTMLTableRowElement | null} */ (nearest)) ?? one("#forste-maned")).focus();
    });
    return { row, count: countField(work, month, field, error) };
  };

  /**
   * @param {Series} series
   * @param {boolean} isOther  whether another document is open than before
   */
  const show = (series, isOther) => {
    lines = new Map(series.rows.map(({ month }) => [month, lines.get(month) ?? lineOf(month)]));
    const wanted = [...lines.values()].map((line) => line.row);
    if (wanted.length !== body.childElementCount || wanted.some((line, index) => body.children[index] !== line)) replaceLines(body, wanted);
    series.rows.forEach((row, index) => {
      const line = lines.get(row.month);
      if (!line) return;
      line.count.show(isOther);
      showRow(line.row, row, series, index === 0 || index === series.rows.length - 1);
    });
    showEdges(series.rows);
  };

  const showEdges = (/** @type {Row[]} */ rows) => {
    const [first, last] = [rows[0]?.month, rows.at(-1)?.month];
    one("[data-with-months]").hidden = first === undefined;
    one("[data-without-months]").hidden = first !== undefined;
    if (first === undefined || last === undefined) return;
    const [earlier, later] = [monthsLater(first, -1), monthsLater(last, 1)];
    before.textContent = say("add-month", { month: monthName(earlier) });
    after.textContent = say("add-month", { month: monthName(later) });
    before.hidden = !withinReach(earlier, thisMonth());
    after.hidden = !withinReach(later, thisMonth());
    after.classList.toggle("button--first", later < thisMonth());
  };

  return { show };
}

/**
 * Puts lines in without taking the one that somebody is writing in out of the page.
 *
 * @param {HTMLElement} body
 * @param {HTMLElement[]} wanted
 */
function replaceLines(body, wanted) {
  for (const line of [...body.children]) if (!wanted.includes(/** @type {HTMLElement} */ (line))) line.remove();
  wanted.forEach((line, index) => {
    if (body.children[index] !== line) body.insertBefore(line, body.children[index] ?? null);
  });
}

/**
 * Makes rows from the first month that somebody names to the last one that is over.
 *
 * @param {Work} work
 * @param {() => void} done
 */
function begin(work, done) {
  const field = /** @type {HTMLInputElement} */ (one("#forste-maned"));
  const error = one("#forste-maned-feil");
  one("[data-begin]").addEventListener("submit", (event) => {
    event.preventDefault();
    const read = readMonth(field.value);
    const now = thisMonth();
    const first = read?.year ? monthFrom(read.year, read.number) : null;
    const isRead = first !== null && withinReach(first, now);
    error.textContent = isRead ? "" : say("first-month-error");
    field.setAttribute("aria-invalid", String(!isRead));
    if (!isRead) return field.focus();
    const last = monthsLater(now, -1);
    work.change({ ...work.data(), months: withRows([], [emptyRow(first), emptyRow(last < first ? first : last)]) });
    done();
  });
}

/**
 * @param {Work} work
 * @param {Month} month
 * @param {HTMLInputElement} field
 * @param {HTMLElement} error
 */
function countField(work, month, field, error) {
  const rowKept = () => work.data().months.find((one) => one.month === month) ?? emptyRow(month);
  return typedField(field, {
    error,
    read: (text) => readCountOf(month, text),
    kept: () => rowKept().count,
    keep: (count) => work.change({ ...work.data(), months: withRows(work.data().months, [{ ...rowKept(), count }]) }, `count:${month}`),
    written: (count) => (count === null ? "" : shown(count)),
  });
}

/**
 * @param {Month} month
 * @param {string} text
 * @returns {import("./typed-field.js").Read<number | null>}
 */
function readCountOf(month, text) {
  const read = readCount(text);
  if ("problem" in read) return { problem: `problem-${read.problem}` };
  return read.count !== null && month > thisMonth() ? { problem: "problem-future" } : { value: read.count };
}

/**
 * @param {HTMLTableRowElement} line
 * @param {Row} row
 * @param {Series} series
 * @param {boolean} isAtEdge
 */
function showRow(line, row, series, isAtEdge) {
  one("[data-compared]", line).textContent = say(`compared-${comparison(row, series)}`);
  one("[data-remove]", line).hidden = !isAtEdge;
}

/**
 * Where a count lies, as the key of what is said of it.
 *
 * @param {Row} row
 * @param {Series} series
 */
export function comparison({ month, count }, { median, baseline }) {
  if (count === null) return "empty";
  if (month >= thisMonth()) return "unfinished";
  if (median === null || (baseline !== null && month < baseline.from)) return "none";
  return count > median ? "over" : count < median ? "under" : "on";
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} body
 */
function step(event, body) {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const fields = /** @type {HTMLInputElement[]} */ (all("[data-count]", body));
  const next = fields[fields.indexOf(/** @type {HTMLInputElement} */ (event.target)) + by];
  event.preventDefault();
  if (next) {
    next.focus();
    next.select();
  } else if (event.key === "Enter") {
    one("[data-month-after]").focus();
  }
}

/** @param {HTMLTableRowElement | null | undefined} line */
function fieldOf(line) {
  return line ? /** @type {HTMLInputElement} */ (one("[data-count]", line)) : null;
}

/**
 * @param {Month} month
 * @returns {Row}
 */
function emptyRow(month) {
  return { month, count: null, note: "" };
}
