/**
 * What a run chart says, as the keys of sentences and what is filled into them. The page and the picture's description
 * have them from here, so that they say the same.
 */

import { monthName, monthsBetween, monthsLater } from "./months.js";
import { FEWEST_USEFUL } from "./runs.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./series.js").Series} Series
 * @typedef {import("./runs.js").Rules} Rules
 * @typedef {import("./runs.js").Point} Point
 * @typedef {{number: number | null, month: Month | null}} Target
 * @typedef {{key: string, values: Record<string, string | number>}} Sentence
 */

/**
 * How far the counts reach, where the last one lies, and how it stands to the target.
 *
 * @param {Series} series
 * @param {Target} target
 * @returns {Sentence[]}
 */
export function situation(series, target) {
  const last = series.points.at(-1);
  if (!last) return [...unfinished(series), sentence("no-points")];
  const sentences = [extent(series), latest(last, series.median ?? last.count)];
  if (target.number !== null) sentences.push(targetSentence(last.count, target.number, target.month));
  return [...sentences, ...unfinished(series)];
}

/**
 * What the two rules say, and what the median rests on.
 *
 * @param {Series} series
 * @returns {Sentence[]}
 */
export function verdict(series) {
  const { rules, baseline } = series;
  if (!rules) return [];
  const found = rules.missing > 0 ? [tooFew(series, rules)] : signals(series, rules);
  return baseline ? [frozenSentence(series, baseline), ...found] : found;
}

/**
 * What everybody should see at once: how many it was last month, and how many it is to be.
 *
 * @param {Series} series
 * @param {Target} target
 * @returns {Sentence[]}
 */
export function headline({ points }, { number, month }) {
  const last = points.at(-1);
  if (!last) return [sentence("no-points")];
  const latest = sentence("latest-alone", { month: monthName(last.month), count: last.count });
  return number === null ? [latest] : [latest, targetSentence(last.count, number, month)];
}

/**
 * The year so far, and the same month of the year before: numbers beside each other, of which nothing is claimed.
 *
 * @param {Series} series
 * @returns {Sentence[]}
 */
export function compared({ points }) {
  const last = points.at(-1);
  if (!last) return [];
  const yearBefore = points.find(({ month }) => month === monthsLater(last.month, -12));
  return [
    ...yearSoFar(points, last),
    ...(yearBefore ? [sentence("latest-alone", { month: monthName(yearBefore.month), count: yearBefore.count })] : []),
  ];
}

/**
 * What the rules say of change, and which way it goes: nothing before they can be used.
 *
 * @param {Series} series
 * @returns {Sentence[]}
 */
export function change(series) {
  const { rules, rows, points, median } = series;
  if (!rules || median === null) return [];
  if (rules.missing > 0) return [tooFew(series, rules)];
  const { longestRun: run } = rules;
  if (rules.longRun && run) {
    const { side, length, from, to } = run;
    const months = rows.filter(({ month }) => month >= from && month <= to).length;
    // Where a month in between is on the median, or not counted, «the last so many» would be others.
    if (months === length && to === points.at(-1)?.month) return [sentence(`change-latest-${side}`, { length, median })];
    return [sentence(`change-run-${side}`, { length, from: monthName(from), to: monthName(to), median })];
  }
  if (!rules.fewCrossings) return signals(series, rules);
  const latestBeside = points.filter(({ count }) => count !== median).at(-1);
  return [sentence(latestBeside && latestBeside.count > median ? "change-crossings-over" : "change-crossings-under", { median })];
}

/**
 * What that rests on.
 *
 * @param {Series} series
 * @returns {Sentence[]}
 */
export function statistics(series) {
  const said = new Set(["signal", ...change(series).map(({ key }) => key)]);
  return verdict(series).filter(({ key }) => !said.has(key));
}

/**
 * @param {Point[]} points
 * @param {Point} last
 * @returns {Sentence[]}
 */
function yearSoFar(points, last) {
  const ofYear = points.filter(({ month }) => month.slice(0, 4) === last.month.slice(0, 4));
  const [first] = ofYear;
  if (!first || first === last) return [];
  const total = ofYear.reduce((sum, { count }) => sum + count, 0);
  const isWhole = ofYear.length === monthsBetween(first.month, last.month) + 1;
  const values = { from: monthName(first.month, "alone"), to: monthName(last.month), total, counted: ofYear.length };
  return [sentence(isWhole ? "year-so-far" : "year-with-gaps", values)];
}

/** @param {Series} series */
function extent({ rows, points }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return sentence("no-points");
  if (first === last) return sentence("one-point", { month: monthName(first.month) });
  const months = rows.filter(({ month }) => month >= first.month && month <= last.month).length;
  const values = { from: monthName(first.month), to: monthName(last.month), months, counted: points.length };
  return sentence(months === points.length ? "every-month" : "with-gaps", values);
}

/**
 * @param {{month: Month, count: number}} last
 * @param {number} median
 */
function latest({ month, count }, median) {
  const key = count > median ? "latest-over" : count < median ? "latest-under" : "latest-on";
  return sentence(key, { month: monthName(month), count, median });
}

/**
 * @param {number} count
 * @param {number} target
 * @param {Month | null} month
 */
function targetSentence(count, target, month) {
  const key = count >= target ? "target-reached" : "target-ahead";
  const values = { target, lacking: target - count };
  return month ? sentence(`${key}-by`, { ...values, month: monthName(month) }) : sentence(key, values);
}

/**
 * @param {Series} series
 * @returns {Sentence[]}
 */
function unfinished({ unfinished: points }) {
  return points.slice(0, 1).map(({ month }) => sentence("unfinished", { month: monthName(month) }));
}

/**
 * How many useful months there are, and when there can be enough of them. A median that nobody froze moves with new
 * counts, and months on it can become useful.
 *
 * @param {Series} series
 * @param {Rules} rules
 */
function tooFew({ baseline, compared: points, rows }, { missing, useful }) {
  const months = Math.max(baseline ? missing : FEWEST_USEFUL - points.length, 1);
  const [first, last] = [points[0], points.at(-1)];
  const values = { needed: FEWEST_USEFUL, useful, months };
  if (!first || !last || hasGaps(rows, first, last)) return sentence(months === 1 ? "too-few-one" : "too-few", values);
  return sentence("too-few-until", { ...values, month: monthName(monthsLater(last.month, months)) });
}

/**
 * Whether a month between two is not counted: somebody may still find its count.
 *
 * @param {import("./series.js").Row[]} rows
 * @param {Point} first
 * @param {Point} last
 */
function hasGaps(rows, first, last) {
  return rows.some(({ month, count }) => count === null && month > first.month && month < last.month);
}

/**
 * @param {Series} series
 * @param {Rules} rules
 * @returns {Sentence[]}
 */
function signals({ points }, rules) {
  const found = [];
  const { longestRun: run } = rules;
  if (rules.longRun && run) {
    const values = { length: run.length, from: monthName(run.from), to: monthName(run.to), expected: rules.longestExpected };
    found.push(sentence(run.side === "over" ? "long-run-over" : "long-run-under", values));
  }
  if (rules.fewCrossings) {
    const key = rules.crossings === 1 ? "one-crossing" : rules.crossings === 0 ? "no-crossing" : "few-crossings";
    found.push(sentence(key, { crossings: rules.crossings, expected: rules.fewestExpected }));
  }
  if (found.length > 0) return [...found, sentence("signal")];
  const next = monthsLater(points.at(-1)?.month ?? "", 1);
  return [sentence("no-signal", { month: monthName(next) })];
}

/**
 * @param {Series} series
 * @param {import("./series.js").Baseline} baseline
 */
function frozenSentence({ points }, { from, to, median }) {
  const counted = points.filter(({ month }) => month >= from && month <= to).length;
  return sentence("frozen", { from: monthName(from), to: monthName(to), median, counted });
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} values
 * @returns {Sentence}
 */
function sentence(key, values = {}) {
  return { key, values };
}
