/** A department's counts, month by month, and what the run chart and the rules make of them. */

import { everyMonth } from "./months.js";
import { median, rules } from "./runs.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./runs.js").Point} Point
 * @typedef {{month: Month, count: number | null, note: string}} Row
 * @typedef {{from: Month, to: Month, median: number}} Baseline
 * @typedef {{months: Row[], baseline: Baseline | null}} Counts
 * @typedef {object} Series
 * @property {Row[]} rows  every month from the first to the last, those without a count too
 * @property {Point[]} points  what is counted of months that are over
 * @property {Point[]} unfinished  what is counted of months that are not over: drawn, and used for nothing
 * @property {Baseline | null} baseline
 * @property {number | null} median  the frozen one, else that of all points
 * @property {Point[]} compared  those that the rules are used on: from the baseline's first month on
 * @property {import("./runs.js").Rules | null} rules
 */

/**
 * @param {Counts} counts
 * @param {Month} now  the month that is running
 * @returns {Series}
 */
export function series(counts, now) {
  const rows = filled(counts.months);
  const counted = pointsOf(rows);
  const points = counted.filter((point) => point.month < now);
  const { baseline } = counts;
  const middle = baseline ? baseline.median : median(points.map((point) => point.count));
  const compared = baseline ? points.filter((point) => point.month >= baseline.from) : points;
  return {
    rows,
    points,
    unfinished: counted.filter((point) => point.month >= now),
    baseline,
    median: middle,
    compared,
    rules: middle === null ? null : rules(compared, middle),
  };
}

/**
 * In order of time, with the months between that nobody has a count of.
 *
 * @param {Row[]} months
 * @returns {Row[]}
 */
export function filled(months) {
  const known = new Map(months.map((row) => [row.month, row]));
  const order = [...known.keys()].sort();
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined) return [];
  return everyMonth(first, last).map((month) => known.get(month) ?? { month, count: null, note: "" });
}

/**
 * @param {Row[]} rows
 * @returns {Point[]}
 */
function pointsOf(rows) {
  return rows.flatMap(({ month, count }) => (count === null ? [] : [{ month, count }]));
}

/**
 * The baseline of some months, or null where none of them is over and has a count.
 *
 * @param {Row[]} months
 * @param {Month} from
 * @param {Month} to
 * @param {Month} now
 * @returns {Baseline | null}
 */
export function frozen(months, from, to, now) {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const middle = median(within(months, first, last, now).map((point) => point.count));
  return middle === null ? null : { from: first, to: last, median: middle };
}

/**
 * The points of a period.
 *
 * @param {Row[]} months
 * @param {Month} from
 * @param {Month} to
 * @param {Month} now
 */
export function within(months, from, to, now) {
  return pointsOf(filled(months)).filter(({ month }) => month >= from && month <= to && month < now);
}

/**
 * The months with some rows put in, each in the place of the one that was there.
 *
 * @param {Row[]} months
 * @param {Row[]} rows
 * @returns {Row[]}
 */
export function withRows(months, rows) {
  return filled([...months, ...rows]);
}

/**
 * Without a month: it is gone at either end, and empty where months stand on both sides of it.
 *
 * @param {Row[]} months
 * @param {Month} month
 * @returns {Row[]}
 */
export function without(months, month) {
  return filled(months.filter((row) => row.month !== month));
}

/**
 * The rows that change something: what is empty takes nothing away that stands there.
 *
 * @param {Row[]} months
 * @param {Row[]} rows
 * @returns {Row[]}
 */
export function changing(months, rows) {
  const known = new Map(months.map((row) => [row.month, row]));
  return rows.flatMap((row) => {
    const before = known.get(row.month);
    const after = { month: row.month, count: row.count ?? before?.count ?? null, note: row.note || (before?.note ?? "") };
    return before && before.count === after.count && before.note === after.note ? [] : [after];
  });
}
