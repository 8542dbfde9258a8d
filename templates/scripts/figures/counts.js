/**
 * Counts as people write them and Excel shows them: whole numbers, or nothing.
 *
 * @typedef {"decimal" | "negative" | "large" | "unreadable"} CountProblem
 */

/** More consultations in a month than any department has: a larger number is a date, a phone number or a slip. */
export const LARGEST = 999_999;

const NOTHING = /^[-–—.]?$/;
const SPACES = /[\s\u00a0\u202f\u2009']/;
const WHOLE = /^(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]0{1,2})?$/;
const NEGATIVE = /^[-−–] ?\d/;
const WITH_DECIMALS = /^[\d ]+[.,]\d+$/;

/**
 * An empty cell, and a dash, is a count that nobody has (null); «0» is a count of none.
 *
 * @param {string} text
 * @returns {{count: number | null} | {problem: CountProblem}}
 */
export function readCount(text) {
  const written = text.trim().split(SPACES).join(" ");
  if (NOTHING.test(written)) return { count: null };
  if (NEGATIVE.test(written)) return { problem: "negative" };
  if (WHOLE.test(written)) {
    const count = Number(written.replace(/[.,]0+$/, "").replace(/ /g, ""));
    return count > LARGEST ? { problem: "large" } : { count };
  }
  return { problem: WITH_DECIMALS.test(written) ? "decimal" : "unreadable" };
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isCount(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}
