// Days, as files and fields have them («2026-11-27») and as people read them.

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

/**
 * A day as it is written in files; nothing where there is no such day.
 * @param {unknown} value
 */
export const asDay = (value) => {
  const match = typeof value === "string" ? DAY.exec(value.slice(0, 10)) : null;
  if (!match) return "";
  // Unlike Date.UTC, this takes the year 26 for itself, as a field of the browser does.
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return date.toISOString().slice(0, 10) === match[0] ? match[0] : "";
};

/**
 * The day that it is where the reader is.
 * @param {Date} now
 */
export const dayOf = (now) => {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/**
 * «27. november 2026».
 * @param {string} day
 */
export const longDay = (day) => {
  const match = DAY.exec(asDay(day));
  return match ? `${Number(match[3])}. ${MONTHS[Number(match[2]) - 1]} ${match[1]}` : "";
};

/**
 * «27.11.2026».
 * @param {string} day
 */
export const shortDay = (day) => asDay(day).split("-").reverse().join(".");

/**
 * «10.42», of a moment.
 * @param {Date} moment
 */
export const clock = (moment) =>
  `${String(moment.getHours()).padStart(2, "0")}.${String(moment.getMinutes()).padStart(2, "0")}`;
