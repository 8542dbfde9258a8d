// Numbers as people here write and read them: «1 350», «2,5».

const BLANK = "\u00a0";

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
