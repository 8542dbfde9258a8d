/** A department's counts as a document: what is kept of them, and read back without trusting it. */

import { asList, asText, ImportError, isRecord } from "../core/values.js";
import { isCount, LARGEST } from "./counts.js";
import { EARLIEST, isMonth } from "./months.js";
import { LONGEST_NOTE } from "./pasted.js";
import { filled } from "./series.js";

/**
 * @import { Kind } from "../types.d.ts"
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

/** @type {Kind<FiguresData>} */
export const figuresKind = {
  kind: "figures",
  version: 1,
  empty: () => ({ unit: "", title: "", months: [], target: null, targetDate: "", baseline: null }),
  upgrade: {},
  read(value) {
    if (!isRecord(value) || !Array.isArray(value.months)) throw new ImportError("file-foreign");
    const months = rowsIn(value.months);
    const lost = value.months.length - months.length;
    return {
      data: {
        unit: asText(value.unit, LONGEST_NAME),
        title: asText(value.title, LONGEST_NAME),
        months: filled(months),
        target: isCount(value.target) ? value.target : null,
        targetDate: isMonthKept(value.targetDate) ? value.targetDate : "",
        baseline: baselineIn(value.baseline),
      },
      notes: lost > 0 ? [{ key: "file-unreadable-rows", values: { count: lost } }] : [],
    };
  },
};

/**
 * The rows that can be read, the first of each month.
 *
 * @param {unknown} value
 * @returns {Row[]}
 */
function rowsIn(value) {
  const seen = new Set();
  return asList(value).flatMap((row) => {
    if (!isRecord(row) || !isMonthKept(row.month) || seen.has(row.month)) return [];
    if (row.count !== null && !isCount(row.count)) return [];
    seen.add(row.month);
    return [{ month: row.month, count: row.count, note: asText(row.note, LONGEST_NOTE) }];
  });
}

/**
 * @param {unknown} value
 * @returns {Baseline | null}
 */
function baselineIn(value) {
  if (!isRecord(value)) return null;
  const { from, to, median } = value;
  if (!isMonthKept(from) || !isMonthKept(to) || from > to) return null;
  const isMedian = typeof median === "number" && median >= 0 && median <= LARGEST && Number.isInteger(median * 2);
  return isMedian ? { from, to, median } : null;
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
