/**
 * What a run chart says, as the keys of sentences and what is filled into them. The page and the picture's description
 * have them from here, so that they say the same.
 */

import { monthName } from "./months.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./series.js").Series} Series
 * @typedef {import("./runs.js").Rules} Rules
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
  const found = rules.missing > 0 ? [tooFew(rules)] : signals(rules);
  return baseline ? [frozenSentence(series, baseline), ...found] : found;
}

/**
 * What everybody should see at once: whether anything has changed, and which way.
 *
 * @param {Series} series
 * @returns {Sentence[]}
 */
export function headline({ rules, rows, points, median }) {
  if (!rules || median === null) return [];
  if (rules.missing > 0) return [sentence("headline-few")];
  const { longestRun: run } = rules;
  if (rules.longRun && run) {
    const { side, length, from, to } = run;
    const months = rows.filter(({ month }) => month >= from && month <= to).length;
    // Where a month in between is on the median, or not counted, «the last so many» would be others.
    if (months === length && to === points.at(-1)?.month) return [sentence(`headline-latest-${side}`, { length, median })];
    return [sentence(`headline-run-${side}`, { length, from: monthName(from), to: monthName(to), median })];
  }
  if (!rules.fewCrossings) return [sentence("headline-none")];
  const latestBeside = points.filter(({ count }) => count !== median).at(-1);
  return [sentence(latestBeside && latestBeside.count > median ? "headline-crossings-over" : "headline-crossings-under", { median })];
}

/**
 * The month that went, and the target.
 *
 * @param {Series} series
 * @param {Target} target
 * @returns {Sentence[]}
 */
export function inShort(series, target) {
  const [, ...month] = situation({ ...series, unfinished: [] }, target);
  return month;
}

/**
 * What the headline rests on.
 *
 * @param {Series} series
 * @returns {Sentence[]}
 */
export function statistics(series) {
  return verdict(series).filter(({ key }) => key !== "signal");
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

/** @param {Rules} rules */
function tooFew({ missing, useful }) {
  return missing === 1 ? sentence("one-missing", { useful }) : sentence("some-missing", { missing, useful });
}

/**
 * @param {Rules} rules
 * @returns {Sentence[]}
 */
function signals(rules) {
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
  return found.length > 0 ? [...found, sentence("signal")] : [sentence("no-signal")];
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
