/** A department's counts as a document: what is kept of them, and read back without trusting it. */

import { listOf, optional, readAs, record, such, textUpTo, where } from "../core/shapes.js";
import { isCount, LARGEST } from "./counts.js";
import { EARLIEST, isMonth } from "./months.js";
import { LONGEST_NOTE } from "./pasted.js";
import { filled } from "./series.js";

/**
 * @import { Kind, Shape } from "../types.d.ts"
 * @typedef {import("./series.js").Row} Row
 * @typedef {import("./series.js").Baseline} Baseline
 * @typedef {object} FiguresData
 * @property {string} unit
 * @property {string} title  what is counted
 * @property {Row[]} months
 * @property {number | null} target
 * @property {string} targetDate  a month, or nothing
 * @property {Baseline | null} baseline
 */

export const LONGEST_NAME = 80;
const LATEST = "2100-12";

/** @type {Shape<Row>} */
const ROW = record({
  month: such(isMonthKept),
  count: optional(such(isCount), null),
  note: optional(textUpTo(LONGEST_NOTE), ""),
});

/** @type {Shape<Baseline>} */
const BASELINE = where(
  record({ from: such(isMonthKept), to: such(isMonthKept), median: such(isMedian) }),
  ({ from, to }) => from <= to,
);

/** @type {Shape<FiguresData>} */
const FIGURES = record({
  unit: optional(textUpTo(LONGEST_NAME), ""),
  title: optional(textUpTo(LONGEST_NAME), ""),
  months: monthsOf,
  target: optional(such(isCount), null),
  targetDate: optional(such(isMonthKept), ""),
  baseline: optional(BASELINE, null),
});

/** @type {Kind<FiguresData>} */
export const figuresKind = {
  kind: "figures",
  version: 1,
  empty: () => ({ unit: "", title: "", months: [], target: null, targetDate: "", baseline: null }),
  upgrade: {},
  read: (value) => readAs(FIGURES, value),
};

/**
 * The first row of each month, and the months between.
 *
 * @type {Shape<Row[]>}
 */
function monthsOf(given) {
  const seen = new Set();
  const isFirst = (/** @type {Row} */ { month }) => !seen.has(month) && Boolean(seen.add(month));
  const { data, unread } = listOf(where(ROW, isFirst))(given);
  return { data: data && filled(data), unread };
}

/**
 * Whether a month can be kept: no slip of the keys that would make a thousand rows.
 *
 * @param {unknown} value
 * @returns {value is string}
 */
export function isMonthKept(value) {
  return isMonth(value) && value >= EARLIEST && value <= LATEST;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isMedian(value) {
  return typeof value === "number" && value >= 0 && value <= LARGEST && Number.isInteger(value * 2);
}
