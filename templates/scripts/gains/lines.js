// The result as lines, each once, for whatever shows it: the table, the picture and the file.

/** @import { BarsOfCase, Case, Line, Result, Span } from "./types.d.ts" */

/** @type {readonly (Pick<Line, "name" | "unit">)[]} */
const KINDS = [
  { name: "consultations", unit: "consultations" },
  { name: "travel", unit: "kroner" },
  { name: "hours", unit: "hours" },
  { name: "time", unit: "kroner" },
  { name: "total", unit: "kroner" },
  { name: "kilometres", unit: "kilometres" },
  { name: "emissions", unit: "kilograms" },
];
const DRAWN = new Set(["travel", "time", "total"]);

/**
 * @param {Result} result
 * @returns {Case[]}
 */
export const casesOf = ({ today, target, difference }) => [today, target, difference].filter((one) => one !== null);

/**
 * All that is known; a line that nobody gave figures for is left out.
 * @param {Result} result
 * @returns {Line[]}
 */
export const linesOf = (result) =>
  KINDS.flatMap(({ name, unit }) => {
    const spans = casesOf(result).map((one) => spanOf(one, name));
    return spans.every((span) => span !== null) ? [{ name, unit, spans }] : [];
  });

/**
 * Bars of a drawing, in hundredths of the longest; none where there is nothing to draw.
 * @param {Result} result
 * @returns {BarsOfCase[]}
 */
export const barsOf = (result) => {
  const cases = casesOf(result).filter((one) => one.name !== "difference");
  const longest = Math.max(...cases.map((one) => one.total.high));
  if (longest === 0) return [];
  const lines = linesOf(result).filter((line) => DRAWN.has(line.name));
  return cases.map((one, place) => ({
    case: one,
    bars: lines.map(({ name, spans }) => {
      const span = spans[place] ?? one.total;
      return { name, span, from: hundredths(span.low, longest), to: hundredths(span.high, longest) };
    }),
  }));
};

/** @type {(one: Case, name: Line["name"]) => Span | null} */
const spanOf = (one, name) => {
  const span = one[name];
  return typeof span === "number" ? { low: span, high: span } : span;
};

/** @type {(value: number, longest: number) => number} */
const hundredths = (value, longest) => Math.min(100, Math.round((10_000 * value) / longest) / 100);
