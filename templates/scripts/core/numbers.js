// Numbers as people here write and read them: «1 350», «1.350», «2,5».

const BLANK = "\u00a0";
// A dot is for thousands where three digits follow each, which is how Norwegian writes it, and otherwise for decimals.
const THOUSANDS = /^[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*(?:,\d+)?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;
const SPACES = /\s+/g;
const MINUS_SIGNS = /[\u2212\u2010\u2011]/g;

/** A text that is longer is no number. */
export const LONGEST_NUMBER = 40;

/**
 * A number with a blank between thousands, and at most so many digits after the comma.
 * @param {number} number
 * @param {number} [digits]
 */
export const shown = (number, digits = 0) => {
  const [whole = "", part = ""] = Math.abs(number).toFixed(digits).split(".");
  const decimals = part.replace(/0+$/, "");
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, BLANK) : whole;
  const sign = number < 0 && Number(`${whole}.${part || 0}`) !== 0 ? "−" : "";
  return `${sign}${grouped}${decimals && `,${decimals}`}`;
};

/**
 * The number that a text says, or null.
 * @param {string} text
 * @returns {number | null}
 */
export const readNumber = (text) => {
  if (text.length > LONGEST_NUMBER) return null;
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
