/**
 * Counts as people write them and Excel shows them: whole numbers, or nothing.
 *
 * @typedef {"decimal" | "negative" | "large" | "unreadable"} CountProblem
 */

import { readNumber } from "../core/numbers.js";

/** More consultations in a month than any department has: a larger number is a date, a phone number or a slip. */
export const LARGEST = 999_999;

const NOTHING = /^[-–—.]?$/;
const NEGATIVE = /^[-−–] ?\d/;
/** Three noughts after a comma may be thousands in English or decimals in Norwegian. */
const AMBIGUOUS = /,0{3,}$/;

/**
 * An empty cell, and a dash, is a count that nobody has (null); «0» is a count of none.
 *
 * @param {string} text
 * @returns {{count: number | null} | {problem: CountProblem}}
 */
export function readCount(text) {
  const written = text.trim();
  if (NOTHING.test(written)) return { count: null };
  if (NEGATIVE.test(written)) return { problem: "negative" };
  const count = readNumber(written.replace(/'/g, " "));
  if (count === null) return { problem: "unreadable" };
  if (!Number.isInteger(count) || AMBIGUOUS.test(written)) return { problem: "decimal" };
  return count > LARGEST ? { problem: "large" } : { count };
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isCount(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}
