/**
 * Months, as "2026-01": read from what people write and Excel shows, put in order, and named.
 *
 * @typedef {string} Month
 */

/** What a department counts is younger than this; anything before is a slip of the keys. */
export const EARLIEST = "2000-01";

/** How far ahead of today a month may be, so that a slip of the keys does not make a thousand rows. */
const FARTHEST_AHEAD = 36;

/** What each month's name may begin with, Norwegian and English, since Excel shows what its language says. */
const NAMES = [
  /^(?:jan|januar|january)$/,
  /^(?:feb|febr|februar|february)$/,
  /^(?:mar|mars|march)$/,
  /^(?:apr|april)$/,
  /^(?:mai|may)$/,
  /^(?:jun|juni|june)$/,
  /^(?:jul|juli|july)$/,
  /^(?:aug|august)$/,
  /^(?:sep|sept|september)$/,
  /^(?:okt|oct|oktober|october)$/,
  /^(?:nov|november)$/,
  /^(?:des|dec|desember|december)$/,
];

const NAMED = /^(?:\d{1,2}\.? (?=.*\d$))?([a-zæøå]+)\.?(?: ?[-./,]? ?['’]?(\d{4}|\d{2}))?$/;
const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})(?:[-./]\d{1,2})?(?:[t ]\d{1,2}:\d{2}\S*)?$/;
const MONTH_FIRST = /^(\d{1,2})[-./ ](\d{4})$/;
const DAY_FIRST = /^\d{1,2}[-./] ?(\d{1,2})[-./] ?(\d{4}|\d{2})(?: \d{1,2}:\d{2}\S*)?$/;

/**
 * The month that a text names, with a year of null where it names none («januar»); null where it names no month.
 *
 * @param {string} text
 * @returns {{year: number | null, number: number} | null}
 */
export function readMonth(text) {
  const written = text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  const named = written.match(NAMED);
  if (named) return numbered(named[2], String(NAMES.findIndex((name) => name.test(named[1] ?? "")) + 1));
  const yearFirst = written.match(YEAR_FIRST);
  if (yearFirst) return numbered(yearFirst[1], yearFirst[2]);
  const other = written.match(MONTH_FIRST) ?? written.match(DAY_FIRST);
  return other && numbered(other[2], other[1]);
}

/**
 * @param {string | undefined} year
 * @param {string | undefined} number
 * @returns {{year: number | null, number: number} | null}
 */
function numbered(year, number) {
  const month = Number(number);
  if (!(month >= 1 && month <= 12)) return null;
  if (year === undefined) return { year: null, number: month };
  return { year: year.length === 2 ? 2000 + Number(year) : Number(year), number: month };
}

/**
 * @param {number} year
 * @param {number} number  1 is January
 * @returns {Month}
 */
export function month(year, number) {
  return `${String(year).padStart(4, "0")}-${String(number).padStart(2, "0")}`;
}

/**
 * @param {unknown} value
 * @returns {value is Month}
 */
export function isMonth(value) {
  return typeof value === "string" && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value);
}

/**
 * Whether a series can have this month, as seen from this one.
 *
 * @param {Month} value
 * @param {Month} now
 */
export function withinReach(value, now) {
  return value >= EARLIEST && value <= monthsLater(now, FARTHEST_AHEAD);
}

/**
 * @param {Date} date
 * @returns {Month}
 */
export function monthOf(date) {
  return month(date.getFullYear(), date.getMonth() + 1);
}

/**
 * @param {Month} value
 * @param {number} count  may be negative
 * @returns {Month}
 */
export function monthsLater(value, count) {
  const position = positionOf(value) + count;
  return month(Math.floor(position / 12), (position % 12) + 1);
}

/**
 * How many months the second comes after the first.
 *
 * @param {Month} from
 * @param {Month} to
 */
export function monthsBetween(from, to) {
  return positionOf(to) - positionOf(from);
}

/**
 * Every month from the first to the last, both with it.
 *
 * @param {Month} from
 * @param {Month} to
 * @returns {Month[]}
 */
export function everyMonth(from, to) {
  const length = Math.max(monthsBetween(from, to) + 1, 0);
  return Array.from({ length }, (_, index) => monthsLater(from, index));
}

/** @param {Month} value */
function positionOf(value) {
  return Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1;
}

/** @type {Record<"long" | "alone" | "short" | "name", Intl.DateTimeFormat>} */
const FORMATS = {
  long: new Intl.DateTimeFormat("nb", { month: "long", year: "numeric", timeZone: "UTC" }),
  alone: new Intl.DateTimeFormat("nb", { month: "long", timeZone: "UTC" }),
  short: new Intl.DateTimeFormat("nb", { month: "short", year: "numeric", timeZone: "UTC" }),
  name: new Intl.DateTimeFormat("nb", { month: "short", timeZone: "UTC" }),
};

/**
 * «januar 2026», «januar», «jan. 2026» or «jan», with spaces that no line breaks at.
 *
 * @param {Month} value
 * @param {"long" | "alone" | "short" | "name"} form
 */
export function monthName(value, form = "long") {
  const date = new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5)) - 1, 1));
  return FORMATS[form].format(date).replace(/ /g, "\u00a0");
}
