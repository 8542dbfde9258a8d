/** Where everything in a run chart stands, in pixels: numbers only, so that it can be tested without a page. */

import { shown } from "../core/numbers.js";
import { everyMonth, monthName, monthsBetween, monthsLater } from "./months.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./series.js").Series} Series
 * @typedef {{x: number, y: number}} Place
 * @typedef {Place & {month: Month, count: number, unfinished: boolean, inLongRun: boolean}} PlacedPoint
 * @typedef {{x1: number, x2: number, y: number}} Level
 * @typedef {Place & {number: number, month: Month, note: string}} Mark
 * @typedef {{width: number, plotHeight: number, textSize: number}} Size
 * @typedef {object} Layout
 * @property {number} height  of all of it
 * @property {{left: number, right: number, top: number, bottom: number}} plot
 * @property {{y: number, value: number}[]} ticks
 * @property {{x: number, name: string}[]} months  those whose names have room
 * @property {{x: number, year: string}[]} years
 * @property {number} monthsY  the base line of the months' names
 * @property {number} yearsY
 * @property {PlacedPoint[]} points
 * @property {Place[][]} lines  broken where a month has no count
 * @property {Level | null} median  as it is counted, or where it was frozen
 * @property {Level | null} medianAfter  the frozen median from then on
 * @property {Level | null} target
 * @property {Place | null} targetMonth
 * @property {{what: "median" | "target", y: number, value: number}[]} labels  at the right end, none upon another
 * @property {Mark[]} marks
 */

/** A target farther ahead of the last month than this does not stretch the axis. */
const FARTHEST_TARGET = 24;
const MOST_TICKS = 6;
/** How wide a figure is, and a bold one, in sizes of the text. */
const FIGURE = 0.6;
const BOLD_FIGURE = 0.64;
/** The room for «Måltall» and «Median» at the right end. */
const NAME = 4.6;

/**
 * @param {Series} series
 * @param {{number: number | null, month: Month | null}} target
 * @param {Size} size
 * @returns {Layout | null}  null where there is nothing to draw
 */
export function layout(series, target, { width, plotHeight, textSize }) {
  const [first, last] = [series.rows[0]?.month, series.rows.at(-1)?.month];
  if (first === undefined || last === undefined) return null;
  if (series.points.length + series.unfinished.length === 0) return null;
  const months = everyMonth(first, lastShown(last, target));
  const values = ticksUpTo(highest(series, target.number));
  const top = values.at(-1) ?? 1;
  const left = (Math.max(shown(top).length, 2) * FIGURE + 0.6) * textSize;
  const figures = [series.median ?? 0, target.number ?? 0].map((value) => shown(value, 1).length);
  const right = width - Math.max(NAME, Math.max(...figures) * BOLD_FIGURE + 0.5) * textSize;
  const across = (/** @type {number} */ index) => left + textSize + (index * (right - left - 2 * textSize)) / Math.max(months.length - 1, 1);
  const x = (/** @type {Month} */ month) => (months.length === 1 ? (left + right) / 2 : across(monthsBetween(first, month)));
  const marks = notesIn(series, x, textSize);
  const lanes = Math.max(0, ...marks.map((mark) => mark.y + 1));
  const bottom = textSize + plotHeight;
  const plot = { left, right, top: textSize, bottom };
  const y = (/** @type {number} */ value) => bottom - (value * (bottom - plot.top)) / top;
  const monthsY = bottom + textSize * (1.4 + lanes * 1.6);
  const points = placed(series, x, y);
  const { median, medianAfter } = medianLevels(series, plot, x, y);
  const targetLevel = target.number === null ? null : { x1: left, x2: right, y: y(target.number) };
  const targetShown = target.month !== null && target.month >= first && target.month <= (months.at(-1) ?? last);
  return {
    height: monthsY + textSize * 1.7,
    plot,
    ticks: values.map((value) => ({ value, y: y(value) })),
    ...namesOf(months, x, textSize),
    monthsY,
    yearsY: monthsY + textSize * 1.2,
    points,
    lines: linesOf(series, points),
    median,
    medianAfter,
    target: targetLevel,
    targetMonth: targetLevel && targetShown && target.month ? { x: x(target.month), y: targetLevel.y } : null,
    labels: labelsOf(series.median, target.number, y, plot, textSize),
    marks: marks.map((mark) => ({ ...mark, y: bottom + textSize * (0.9 + mark.y * 1.6) })),
  };
}

/**
 * @param {Month} last
 * @param {{number: number | null, month: Month | null}} target
 * @returns {Month}
 */
function lastShown(last, { number, month }) {
  if (number === null || month === null || month <= last) return last;
  return month <= monthsLater(last, FARTHEST_TARGET) ? month : last;
}

/**
 * @param {Series} series
 * @param {number | null} target
 */
function highest({ points, unfinished, median }, target) {
  return Math.max(target ?? 0, median ?? 0, ...[...points, ...unfinished].map(({ count }) => count));
}

/**
 * Round numbers from 0 to above the highest, whole since consultations are.
 *
 * @param {number} value
 * @returns {number[]}
 */
export function ticksUpTo(value) {
  const rough = Math.max(value, 1) / (MOST_TICKS - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 1);
  const whole = Math.round(step);
  return Array.from({ length: Math.max(Math.ceil(value / whole), 1) + 1 }, (_, index) => index * whole);
}

/**
 * @param {Series} series
 * @param {(month: Month) => number} x
 * @param {(value: number) => number} y
 * @returns {PlacedPoint[]}
 */
function placed({ points, unfinished, rules, median }, x, y) {
  const run = rules?.longRun ? rules.longestRun : null;
  const inRun = (/** @type {Month} */ month, /** @type {number} */ count) =>
    run !== null && month >= run.from && month <= run.to && count !== median;
  return [
    ...points.map(({ month, count }) => ({ month, count, unfinished: false, inLongRun: inRun(month, count) })),
    ...unfinished.map(({ month, count }) => ({ month, count, unfinished: true, inLongRun: false })),
  ].map((point) => ({ ...point, x: x(point.month), y: y(point.count) }));
}

/**
 * @param {Series} series
 * @param {PlacedPoint[]} points
 * @returns {Place[][]}
 */
function linesOf({ rows }, points) {
  const at = new Map(points.filter((point) => !point.unfinished).map((point) => [point.month, point]));
  /** @type {Place[][]} */
  const lines = [[]];
  for (const { month } of rows) {
    const point = at.get(month);
    if (point) lines.at(-1)?.push({ x: point.x, y: point.y });
    else lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}

/**
 * @param {Series} series
 * @param {{left: number, right: number}} plot
 * @param {(month: Month) => number} x
 * @param {(value: number) => number} y
 * @returns {{median: Level | null, medianAfter: Level | null}}
 */
function medianLevels({ median, baseline, rows }, { left, right }, x, y) {
  if (median === null) return { median: null, medianAfter: null };
  const level = y(median);
  if (!baseline) return { median: { x1: left, x2: right, y: level }, medianAfter: null };
  const [first, last] = [rows[0]?.month ?? baseline.from, rows.at(-1)?.month ?? baseline.to];
  const from = baseline.from <= first ? left : x(baseline.from < last ? baseline.from : last);
  const to = baseline.to >= last ? x(last) : x(baseline.to > first ? baseline.to : first);
  return { median: { x1: from, x2: to, y: level }, medianAfter: { x1: to, x2: right, y: level } };
}

/**
 * @param {number | null} median
 * @param {number | null} target
 * @param {(value: number) => number} y
 * @param {{top: number, bottom: number}} plot
 * @param {number} textSize
 * @returns {Layout["labels"]}
 */
function labelsOf(median, target, y, plot, textSize) {
  /** @type {Layout["labels"]} */
  const labels = [];
  if (median !== null) labels.push({ what: "median", value: median, y: y(median) });
  if (target !== null) labels.push({ what: "target", value: target, y: y(target) });
  labels.sort((one, other) => one.y - other.y);
  const apart = textSize * 2.5;
  const [upper, lower] = labels;
  if (upper && lower && lower.y - upper.y < apart) {
    const middle = Math.min(Math.max((upper.y + lower.y) / 2, plot.top + apart / 2), plot.bottom - apart / 2);
    upper.y = middle - apart / 2;
    lower.y = middle + apart / 2;
  }
  return labels;
}

/**
 * The notes, numbered in order of time; y is the lane, so many that no mark covers another.
 *
 * @param {Series} series
 * @param {(month: Month) => number} x
 * @param {number} textSize
 * @returns {Mark[]}
 */
function notesIn({ rows }, x, textSize) {
  /** @type {number[]} */
  const ends = [];
  return rows
    .filter((row) => row.note !== "")
    .map(({ month, note }, index) => {
      const place = x(month);
      const free = ends.findIndex((end) => end <= place);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = place + textSize * 1.7;
      return { x: place, y: lane, number: index + 1, month, note };
    });
}

/**
 * The names of months that have room, the same distance apart, and the years below.
 *
 * @param {Month[]} months
 * @param {(month: Month) => number} x
 * @param {number} textSize
 * @returns {{months: Layout["months"], years: Layout["years"]}}
 */
function namesOf(months, x, textSize) {
  const [first, second] = months;
  const apart = first && second ? x(second) - x(first) : Infinity;
  const step = [1, 2, 3, 6, 12].find((candidate) => candidate * apart >= textSize * 2.3) ?? 0;
  const numbered = (/** @type {Month} */ month) => Number(month.slice(5)) - 1;
  const shown = step === 0 ? [] : months.filter((month) => numbered(month) % step === 0);
  let free = -Infinity;
  const years = months
    .filter((month, index) => index === 0 || numbered(month) === 0)
    .filter((month) => {
      const room = x(month) >= free;
      if (room) free = x(month) + textSize * 2.9;
      return room;
    });
  return {
    months: shown.map((month) => ({ x: x(month), name: monthName(month, "name") })),
    years: years.map((month) => ({ x: x(month), year: month.slice(0, 4) })),
  };
}
