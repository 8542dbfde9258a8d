// Numbers as Norwegians type and paste them: «1 350», «1.350», «2,5», «60–90».

/** @import { Span } from "./types.d.ts" */

// A dot is for thousands where three digits follow each, which is how Norwegian writes it, and otherwise for decimals.
const THOUSANDS = /^[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*(?:,\d+)?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;
const SPACES = /\s+/g;
const MINUS_SIGNS = /[\u2212\u2010\u2011]/g;
const BETWEEN = /^(.*\d.*?)(?: ?[-\u2013\u2014] ?| til )(.*\d.*)$/;
const LONGEST = 40;

/**
 * The number that a text says, or null.
 * @param {string} text
 * @returns {number | null}
 */
export const readNumber = (text) => {
  if (text.length > LONGEST) return null;
  const tidy = text.replace(SPACES, " ").replace(MINUS_SIGNS, "-").trim();
  const isNegative = tidy.startsWith("-");
  const digits = isNegative ? tidy.slice(1).trim() : tidy;
  let plain = "";
  if (THOUSANDS.test(digits)) plain = digits.replace(/[ .]/g, "");
  else if (PLAIN.test(digits)) plain = digits;
  if (!plain) return null;
  const value = Number(plain.replace(",", "."));
  return isNegative ? -value : value;
};

/**
 * The span that a text says: «60–90», «60 til 90», or a number alone, which goes from itself to itself.
 * @param {string} text
 * @returns {{ span: Span } | { problem: "not-a-number" | "turned-around" }}
 */
export const readSpan = (text) => {
  if (text.length > 2 * LONGEST) return { problem: "not-a-number" };
  const alone = readNumber(text);
  if (alone !== null) return { span: { low: alone, high: alone } };
  const ends = BETWEEN.exec(text.replace(SPACES, " ").trim());
  const low = readNumber(ends?.[1] ?? "");
  const high = readNumber(ends?.[2] ?? "");
  if (low === null || high === null) return { problem: "not-a-number" };
  return low > high ? { problem: "turned-around" } : { span: { low, high } };
};
