// Files of other programs, known by what stands in them: people choose them where only our own are read.

// A packed file names each of its parts where that part begins.
const PART = "PK\\x03\\x04[^]{26}";
/** @type {[string, RegExp][]} */
const FORMATS = [
  ["pdf", /^%PDF-/],
  ["excel", new RegExp(`^${PART}(?:[^]*${PART})?xl/`)],
  ["office", new RegExp(`^${PART}(?:[^]*${PART})?(?:word|ppt)/`)],
  ["zip", /^PK\x03\x04/],
  ["table", /^\ufeff?[^\n{[]*[;\t][^\n]*[;\t]/],
  // Nothing yet, or what begins as ours do.
  ["broken", /^\ufeff?\s*(?:[{[]|$)/],
];

/**
 * What a text that can't be read is.
 * @param {string} text
 */
export const formatOf = (text) => FORMATS.find(([, pattern]) => pattern.test(text))?.[0] ?? "foreign";
