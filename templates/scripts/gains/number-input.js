// A number or a span of two, as Norwegians type and paste them: «2,5», «60–90».

import { LONGEST_NUMBER, readNumber } from "../core/numbers.js";

/** @import { Span } from "./types.d.ts" */

const BETWEEN = /^(.*\d.*?)(?: ?[-\u2013\u2014] ?| til )(.*\d.*)$/;
const SPACES = /\s+/g;

/**
 * The span that a text says: «60–90», «60 til 90», or a number alone, which goes from itself to itself.
 * @param {string} text
 * @returns {{ span: Span } | { problem: "not-a-number" | "turned-around" }}
 */
export const readSpan = (text) => {
  if (text.length > 2 * LONGEST_NUMBER) return { problem: "not-a-number" };
  const alone = readNumber(text);
  if (alone !== null) return { span: { low: alone, high: alone } };
  const ends = BETWEEN.exec(text.replace(SPACES, " ").trim());
  const low = readNumber(ends?.[1] ?? "");
  const high = readNumber(ends?.[2] ?? "");
  if (low === null || high === null) return { problem: "not-a-number" };
  return low > high ? { problem: "turned-around" } : { span: { low, high } };
};
